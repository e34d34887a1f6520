import { expect, test } from '../together.ts';

test('40 inserting and deleting lines keeps what formulas refer to', async ({ app, page }) => {
  const take = async (place: string, entry: string) => {
    await app.go(place);
    await app.button('Lines').click();
    await app.item(entry).click();
  };
  await app.enter('gd_firms@2030', '=D3*2+$G$3');
  const cell = await app.go('gd_firms@2030');
  const address = await app.nameBox.inputValue();
  const value = (await cell.textContent()) ?? '';
  expect(value).toMatch(/\d/);
  await expect(app.formulaBar).toHaveValue('=D3*2+$G$3');

  // A line above what it refers to and the formula itself: both go a row down.
  await take('A3', 'Insert a line above…');
  const dialog = page.getByRole('dialog', { name: 'New line' });
  await dialog.getByLabel('Name').fill('Between');
  await dialog.getByLabel('What it holds').selectOption('heading');
  await dialog.getByRole('button', { name: 'Add the line' }).click();
  await expect(app.at('A3')).toContainText('Between');
  await app.go('gd_firms@2030');
  await expect(app.nameBox).not.toHaveValue(address);
  await expect(app.formulaBar).toHaveValue('=D4*2+$G$4');
  await expect(await app.go('gd_firms@2030')).toHaveText(value);

  await take('A3', 'Delete the line');
  await expect(app.at('A3')).not.toContainText('Between');
  await app.go('gd_firms@2030');
  await expect(app.formulaBar).toHaveValue('=D3*2+$G$3');
  await expect(app.at(address)).toHaveText(value);
});
