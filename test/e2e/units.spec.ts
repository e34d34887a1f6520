import { findings } from './axe.ts';
import { expect, test } from './together.ts';

test('a unit of one’s own: typed with its sign, checked, told at the line, and mended by one press that undo takes back', async ({
  app,
  page,
}) => {
  const insert = async (entry: string) => {
    await app.button('Lines').click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
    return page.getByRole('dialog', { name: 'New line' });
  };
  await app.go('A3');
  let dialog = await insert('Insert a line above…');
  await dialog.getByLabel('Name').fill('Customers');
  await dialog.getByLabel('Unit').fill('customers');
  await dialog.getByLabel('Default', { exact: true }).fill('1,200 customers');
  await dialog.getByLabel('Low').fill('0');
  await dialog.getByLabel('High').fill('5k');
  await dialog.getByLabel('Step').fill('1');
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add the line' }).click();
  await expect(app.at('B3')).toHaveText('customers');
  await expect(app.at('C3')).toHaveText('1,200');

  await app.go('A3');
  dialog = await insert('Insert a line below…');
  await dialog.getByLabel('Name').fill('Price');
  await dialog.getByLabel('Unit').fill('EUR per customer');
  await dialog.getByLabel('Default', { exact: true }).fill('€40');
  await dialog.getByLabel('Low').fill('20');
  await dialog.getByLabel('High').fill('90');
  await dialog.getByLabel('Step').fill('1');
  await dialog.getByRole('button', { name: 'Add the line' }).click();
  await app.go('C4');
  await page.keyboard.type('€49.995');
  await page.keyboard.press('Enter');
  await expect(app.at('C4')).toHaveText('49.995');

  await app.go('A4');
  dialog = await insert('Insert a line below…');
  await dialog.getByLabel('Name').fill('Revenue');
  await dialog.getByLabel('Unit').fill('EUR k');
  await dialog.getByLabel('What it holds').selectOption('result');
  await dialog.getByRole('button', { name: 'Add the line' }).click();
  await app.go('C5');
  await page.keyboard.type('=C3*C4');
  await page.keyboard.press('Enter');
  const sentence = 'The formula gives EUR, and its line is in EUR k.';
  await expect(app.at('B5')).toContainText(`EUR k!${sentence} Divide the result by 1,000.`);
  await expect(page.getByText('Units clash in one line')).toBeVisible();
  await app.go('C5');
  await expect(app.inspector).toContainText(sentence);
  expect(await findings(page)).toEqual([]);
  await app.inspector.getByRole('button', { name: 'Set the unit to EUR' }).click();
  await expect(app.at('B5')).toHaveText('EUR');
  await expect(app.inspector).not.toContainText(sentence);
  await app.button('Undo').click();
  await expect(app.at('B5')).toContainText('EUR k!');
});
