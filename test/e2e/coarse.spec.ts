import { save } from '../../src/document/saved.ts';
import { writeDocument } from '../../src/io/json.ts';
import { subscriptions } from '../fixtures/subscriptions.ts';
import { given, Importing } from './importing.ts';
import { expect, test } from './together.ts';

test('a budget by year is typed into a sheet of months, and each month reads the one of its year', async ({
  app,
  page,
}) => {
  const { document, model } = subscriptions();
  const text = writeDocument(save(document, model));
  await new Importing(app).choose(given('subscriptions.foresheet.json', Buffer.from(text), 'application/json'));
  await expect(page.getByRole('columnheader', { name: '2026-01' })).toBeVisible();
  const add = async (name: string, kind: string, step?: string, year?: string) => {
    await app.button('Lines').click();
    await page.getByRole('menuitem', { name: 'Insert a line below…', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'New line' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Unit').fill('EUR');
    await dialog.getByLabel('What it holds').selectOption(kind);
    if (step) await dialog.getByLabel('Its periods').selectOption(step);
    if (year) await dialog.getByLabel('A year of it is').selectOption(year);
    await dialog.getByRole('button', { name: 'Add the line' }).click();
  };
  await app.go('A9');
  await add('Budget', 'inputs', 'year');
  // The value of a year stands in its December.
  await expect(app.nameBox).toHaveValue('O10');
  await page.keyboard.type('1200000');
  await page.keyboard.press('Enter');
  await expect(app.at('O10')).toHaveText('1,200,000');
  // What is typed in March is meant for the year.
  await app.go('F10');
  await expect(app.formulaBar).toHaveValue('1200000');
  await expect(app.inspector).toContainText('Budget, 2026');
  await page.keyboard.type('2400000');
  await page.keyboard.press('Enter');
  await expect(app.at('O10')).toHaveText('2,400,000');
  await expect(app.at('F10')).toHaveText('');

  await app.go('A10');
  await add('A twelfth', 'series', undefined, 'last');
  await page.keyboard.type('=');
  await app.at('F10').click();
  await page.keyboard.type('/12');
  await page.keyboard.press('Enter');
  await expect(app.at('D11')).toHaveText('200,000');
  await app.go('F11');
  await expect(app.formulaBar).toHaveValue('=O10/12');
  await app.go('O11');
  await expect(app.at('O11')).toHaveText('200,000');

  // A value a period is saved without a range.
  await app.go('A10');
  await app.button('Lines').click();
  await page.getByRole('menuitem', { name: 'Edit the line…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit line' });
  await dialog.getByLabel('Default', { exact: true }).fill('1200000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  // By year each is what its dialog says: the budget its own, and the twelfth no sum.
  await page.getByRole('switch', { name: 'By year' }).click();
  await expect(app.at('N11')).toHaveCount(0);
  await expect(app.at('O11')).toHaveText('200,000');
  await page.getByRole('switch', { name: 'By year' }).click();
  await expect(app.at('E11')).toHaveText('200,000');
});
