import { save } from '../../src/document/saved.ts';
import { writeDocument } from '../../src/io/json.ts';
import { subscriptions } from '../fixtures/subscriptions.ts';
import { downloaded, exportBy, given, Importing } from './importing.ts';
import { expect, test } from './together.ts';

test('a model by months has them in its header, formulas, chart, tables and link; years are made of them', async ({
  app,
  page,
}) => {
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const { document, model } = subscriptions();
  const importing = new Importing(app);
  const text = writeDocument(save(document, model));
  await importing.choose(given('subscriptions.foresheet.json', Buffer.from(text), 'application/json'));
  await expect(page.getByRole('columnheader', { name: '2026-01' })).toBeVisible();

  await app.go('customers@2028-12');
  await expect(app.nameBox).toHaveValue('AM8');
  await app.enter('customers@2026-02', '=D8+E1&""');
  await app.go('customers@2026-02');
  await expect(app.formulaBar).toHaveValue('=D8+E$1&""');
  await page.keyboard.press('Control+z');

  // A period alone is one of the line with the cursor; of a longer one its end.
  await app.go('2026-07');
  await expect(app.nameBox).toHaveValue('J8');
  await app.go('2026Q4');
  await expect(app.nameBox).toHaveValue('O8');

  // The boundary of the actual part is moved by the menu of a column, and an actual is typed there.
  const last = page.getByRole('columnheader', { name: '2026-03' });
  await expect(last).not.toContainClass('observed-end');
  await app.go('2026-01');
  await last.click({ button: 'right' });
  await app.item('Actual until here').click();
  await expect(app.notice('Actual until Mar 2026.')).toBeVisible();
  await expect(last).toContainClass('observed-end');
  await app.enter('customers@2026-03', '1300');
  await app.go('customers@2026-03');
  await expect(app.inspector).toContainText('Typed for this period in place of the formula, in every scenario.');
  await page.getByRole('columnheader', { name: '2026-02' }).click({ button: 'right' });
  await app.item('Actual until here').click();
  await expect(app.notice('1 typed value behind it is kept; formulas count there.')).toBeVisible();
  await app.go('customers@2026-03');
  await expect(app.inspector).toContainText(
    'This period lies behind Feb 2026, the last actual one: the formula counts.',
  );
  await page.keyboard.press('Control+z');
  await expect(last).toContainClass('observed-end');
  await app.go('customers@2026-03');
  await expect(app.formulaBar).toHaveValue('1300');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(last).not.toContainClass('observed-end');
  await app.go('customers@2026-01');

  // The chart by months, and by year: 901,164.18 in 2026, 1,059,837.38 with the price rise.
  await expect(app.chartData.getByRole('columnheader').first()).toHaveText('Month');
  await expect(app.chartData.getByRole('row', { name: /^2028-12 138,064/ })).toHaveCount(1);
  await app.button('By year').click();
  await expect(page.getByText('Each year is the sum of its periods (assumed).')).toBeVisible();
  await expect(app.chartData.getByRole('row', { name: /^2026 901,164 1\.06 M/ })).toHaveCount(1);
  await app.button('By year').click();

  // A table goes out with its months and comes in again.
  const { bytes } = await downloaded(page, async () => {
    await exportBy(page, 'Export CSV');
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  });
  expect(bytes.toString('utf8').split('\r\n')[0]).toMatch(/Value,2026-01,2026-02,.*,2028-12,Id/);
});

test('periods are made longer, what becomes of typed values is said first, and one undo brings all back', async ({
  app,
  page,
}) => {
  const { document, model } = subscriptions();
  const text = writeDocument(save(document, model));
  await new Importing(app).choose(given('subscriptions.foresheet.json', Buffer.from(text), 'application/json'));
  await app.enter('revenue@2026-02', '70000');
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await app.item('Periods of the sheet').click();
  const dialog = page.getByRole('dialog', { name: 'Periods of the sheet' });
  await dialog.getByLabel('Length of a period').selectOption('Quarter');
  await expect(dialog.getByLabel('First period')).toHaveValue('2026Q1');
  await expect(dialog).toContainText('1 typed value goes: not every part of the longer period is a number.');
  await dialog.getByRole('button', { name: 'Change the periods' }).click();
  await expect(page.getByRole('columnheader', { name: '2028Q4' })).toBeAttached();
  await expect(app.chartData.getByRole('row', { name: /^2026Q2 / })).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('columnheader', { name: '2026-02' })).toBeVisible();
  await app.go('revenue@2026-02');
  await expect(app.formulaBar).toHaveValue('70000');
});
