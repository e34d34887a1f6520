import { save } from '../../src/document/saved.ts';
import { writeDocument } from '../../src/io/json.ts';
import { readXlsx } from '../../src/io/xlsx/read.ts';
import { subscriptions } from '../fixtures/subscriptions.ts';
import { findings } from './axe.ts';
import { downloaded, exportBy, exportCsv, given, Importing } from './importing.ts';
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
  await expect(app.notice('1 typed value after it is kept; formulas count there.')).toBeVisible();
  await app.go('customers@2026-03');
  await expect(app.inspector).toContainText(
    'This period comes after Feb 2026, the last actual one: the formula counts.',
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
  await expect(app.chartData.getByRole('row', { name: /^2026 901,164 1,059,837/ })).toHaveCount(1);
  await app.button('By year').click();

  // A table goes out with its months and comes in again.
  const { bytes } = await downloaded(page, async () => {
    await exportBy(page, 'Export CSV');
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  });
  expect(bytes.toString('utf8').split('\r\n')[0]).toMatch(/Value,2026-01,2026-02,.*,2028-12,Id/);
});

test('by year: the sheet, its keys and inspector, the comparison, CSV and Excel; and months again', async ({
  app,
  page,
}) => {
  const { document, model } = subscriptions();
  const text = writeDocument(save(document, model));
  await new Importing(app).choose(given('subscriptions.foresheet.json', Buffer.from(text), 'application/json'));
  await expect(page.getByRole('columnheader', { name: '2026-01' })).toBeVisible();
  await app.go('revenue@2026-03');
  await expect(page.getByRole('switch', { name: 'By year' })).not.toBeChecked();
  await page.keyboard.press('Alt+Shift+ArrowRight');

  // One switch for all; the year is its months, folded.
  await expect(page.getByRole('switch', { name: 'By year' })).toBeChecked();
  await expect(app.button('By year')).toHaveAttribute('aria-pressed', 'true');
  await expect(app.grid.getByRole('columnheader')).toHaveText([
    'ALine',
    'BUnit',
    'CValue',
    'D:O2026',
    'P:AA2027',
    'AB:AM2028+',
  ]);
  const year = (letters: string, row: number) => app.at(`${letters}${row}`);
  await expect(year('O', 9)).toHaveText('901,164');
  await expect(year('AA', 9)).toHaveText('1,265,140');
  await expect(year('AM', 9)).toHaveText('1,547,281');
  await expect(year('AM', 11)).toHaveText('404,786');
  await expect(app.nameBox).toHaveValue('D9:O9');
  await expect(app.formulaBar).toHaveValue('=SUM(D9:O9)');
  await expect(app.inspector).toContainText('Sum of 12 months');
  expect(
    await findings(page, ['color-contrast', 'aria-allowed-attr', 'aria-required-attr', 'aria-valid-attr-value']),
  ).toEqual([]);
  await page.keyboard.type('7');
  await expect(app.message).toHaveText(/^Years are computed from their months\./);

  // An input is typed as ever, and the years follow.
  await app.enter('C5', '59');
  await expect(year('O', 9)).toHaveText('1,085,075');
  await page.keyboard.press('Control+z');
  await expect(year('O', 9)).toHaveText('901,164');

  // What is copied and summed is what is shown.
  await app.go('revenue@2026-03');
  await page.keyboard.press('Shift+End');
  await expect(page.locator('.status-bar')).toContainText('Sum 3,713,585.6');
  await expect(page.locator('.status-bar')).toContainText('Count 3');

  // The comparison by year.
  await app.button('Compare').click();
  const compared = page.getByRole('region', { name: 'Comparison of scenarios' });
  await compared.getByRole('combobox', { name: 'Year' }).selectOption('2027');
  await expect(compared.getByRole('row', { name: /^revenue/ })).toContainText('1,265,1401,436,827+171,686');
  await compared
    .getByRole('row', { name: /^revenue/ })
    .getByRole('button')
    .first()
    .click();
  await expect(app.nameBox).toHaveValue('P9:AA9');

  // Both exports follow.
  const { text: csv } = await exportCsv(page, 'The sheet in view');
  const rows = csv.split('\r\n').map((row) => row.split(','));
  expect(rows[0]).toEqual(['Line', 'Unit', 'Value', '2026', '2027', '2028', 'Id']);
  expect(rows[8]?.slice(3, 6).map((value) => Math.round(Number(value) * 100) / 100)).toEqual([
    901_164.18, 1_265_140.49, 1_547_280.98,
  ]);
  const { bytes } = await downloaded(page, () => exportBy(page, 'Export Excel'));
  const { sheets } = await readXlsx(new Uint8Array(bytes));
  const base = sheets.find(({ name }) => name === 'Base by year');
  expect(base?.rows[0]?.slice(3, 6)).toEqual(['2026', '2027', '2028']);
  expect(Math.round(Number(base?.rows[8]?.[4]) * 100) / 100).toBe(1_265_140.49);

  // Enter leads to the months of the year.
  await app.go('revenue@2027-05');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: '2027-01' })).toBeVisible();
  await expect(app.nameBox).toHaveValue('P9');
  await expect(page.locator('.status-bar')).toContainText('Sum 1,265,140.49');
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
