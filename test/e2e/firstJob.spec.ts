import { GUIDE } from '../../src/i18n/guide.ts';
import { periodText } from '../../src/model/periods.ts';
import { MONTHS, worked } from '../fixtures/subscriptions.ts';
import { expect, test } from './foresheet.ts';
import { Hands } from './hands.ts';
import { downloaded, exportBy, exportCsv } from './importing.ts';

test('from nothing: a business by 36 months, a scenario beside it, the price that reaches a target, and a link', async ({
  app,
  page,
}) => {
  test.slow();
  const hands = new Hands(page, app);
  // What the walk of the help has people type.
  const { inputs, series, results } = GUIDE.en.example;
  await hands.do(app.models.click());
  await hands.do(app.item('New: blank…').click());
  const dialog = page.getByRole('dialog', { name: 'New model' });
  await hands.do(dialog.getByLabel('Name').fill('Subscriptions'));
  await hands.do(dialog.getByLabel('Time').selectOption('Months'));
  await hands.do(dialog.getByLabel('From').fill('2026-01'));
  await hands.do(dialog.getByLabel('To', { exact: true }).fill('2028-12'));
  await hands.do(dialog.getByLabel('Currency').fill('EUR'));
  await hands.do(dialog.getByRole('button', { name: 'Create' }).click());
  await expect(app.nameBox).toHaveValue('A2');

  // What is given: a name, a unit, a value. Enter leads back to where the row began.
  for (const [name, unit, value] of inputs) {
    await hands.enter(name);
    await hands.enter(unit);
    await hands.enter(value, 'Enter');
  }
  await expect(app.nameBox).toHaveValue('A8');
  await expect(app.at('C3')).toHaveText('2.1%');

  // What follows: where a stock begins, and how it goes on.
  const along = async (name: string, unit: string, first: string, formula: string) => {
    await hands.enter(name);
    await hands.enter(unit);
    await page.keyboard.press('Tab');
    if (first) await hands.enter(first);
    await page.keyboard.press('Control+Shift+ArrowRight');
    await hands.enter(formula, 'Control+Enter');
    await expect(app.at(`E${row}`)).toHaveText(/\d/);
    row++;
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(app.nameBox).toHaveValue(`A${row}`);
  };
  let row = 8;
  for (const [name, unit, first, formula] of series) await along(name, unit, first, formula);
  for (const [name, unit, formula] of results) {
    await hands.enter(name);
    if (unit) await hands.enter(unit);
    else await page.keyboard.press('Tab');
    await hands.enter(formula, 'Enter');
  }
  const { customers = [], revenue = [], cash = [] } = worked();
  const out = MONTHS.first + cash.findIndex((value) => value < 0);
  await expect(app.at('C13')).toHaveText(periodText(out, 'month'));
  await expect(await app.go('AM8')).toHaveText('2,818');

  // Another future.
  await hands.do(app.button('New scenario').click());
  await page.keyboard.press('Control+a');
  await hands.enter('Price rise', 'Enter');
  await hands.at('C5');
  await hands.enter('59', 'Enter');
  await hands.at('C3');
  await hands.enter('2.6', 'Enter');
  await expect(app.at('C12')).toHaveText('1,711,639');

  // By year, as a picture and as numbers.
  await hands.do(page.getByRole('combobox', { name: 'Charted line' }).selectOption('Revenue'));
  await hands.do(app.button('By year').click());
  await expect(app.chartData.getByRole('row', { name: /^2027 1,265,140 1,436,827/ })).toHaveCount(1);

  // The price that reaches the target.
  await hands.do(app.tab('Base').click());
  await hands.at('C12');
  await hands.do(app.inspector.getByRole('button', { name: /What would it take/ }).click());
  const goal = page.getByRole('dialog', { name: /What would it take/ });
  await hands.do(goal.getByRole('combobox', { name: 'By changing' }).selectOption('Price'));
  await hands.do(goal.getByRole('textbox', { name: /^Value wanted/ }).fill('2000000'));
  await page.keyboard.press('Tab');
  await expect(goal.getByRole('status')).toContainText('63.3369');
  await page.keyboard.press('Escape');

  // The link, and each number beside what is worked out by hand.
  await hands.do(app.button('Share').click());
  const field = page.getByRole('dialog', { name: 'Share' }).getByRole('textbox');
  await expect(field).toHaveValue(/#2\./);
  const link = await field.inputValue();
  expect(link.length - link.indexOf('#')).toBeLessThan(900);
  await page.keyboard.press('Escape');
  expect(hands.actions).toBeLessThanOrEqual(60);
  // The table is that of the months again.
  await app.button('By year').click();
  const { text } = await exportCsv(page, 'The sheet in view');
  const rows = text.split('\r\n').map((row) => row.split(',').slice(3).map(Number));
  for (const [row, values] of [
    [7, customers],
    [8, revenue],
    [10, cash],
  ] as const)
    for (const [i, value] of values.entries())
      expect(Math.abs((rows[row]?.[i] ?? Number.NaN) / value - 1), `row ${row + 1}, month ${i + 1}`).toBeLessThan(1e-9);

  // What else the walk does: a slider of what was typed, a target of one's own, the model as a file.
  await expect(page.getByRole('slider', { name: /^Price/ })).toHaveAttribute('max', '98');
  await app.button('Figures').click();
  await app.button('Add a target').click();
  const target = page.getByRole('dialog', { name: 'New target' });
  await target.getByLabel('Value').fill('2000000');
  await target.getByLabel('Year or month').fill('2028');
  await target.getByRole('button', { name: 'Set the target' }).click();
  await expect(app.answer).toContainText(/Revenue: 1,547,281 EUR in 2028, 452,719 EUR \(22\.6 %\) short of the target/);
  await app.button('By year').click();
  await expect(app.chartData.getByRole('row', { name: 'Target Target 2 M, 2028' })).toHaveCount(1);
  // The browser's own dialog for a place to save to can't be answered by a test.
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const { name, bytes } = await downloaded(page, () => exportBy(page, 'Export model'));
  expect(name).toBe('Subscriptions.yaml');
  expect(bytes.toString()).toMatch(/\ntargets:\n.*line: own_8, in: 2028, value: 2000000 EUR/);
});
