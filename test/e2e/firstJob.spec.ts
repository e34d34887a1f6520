import { periodText } from '../../src/model/periods.ts';
import { MONTHS, worked } from '../fixtures/subscriptions.ts';
import { expect, test } from './foresheet.ts';
import { Hands } from './hands.ts';
import { exportCsv } from './importing.ts';

test('from nothing: a business by 36 months, a scenario beside it, the price that reaches a target, and a link', async ({
  app,
  page,
}) => {
  test.slow();
  const hands = new Hands(page, app);
  await hands.do(app.models.click());
  await hands.do(app.item('New: blank…').click());
  const dialog = page.getByRole('dialog', { name: 'New model' });
  await hands.do(dialog.getByLabel('Name').fill('Subscriptions'));
  await hands.do(dialog.getByLabel('Time').selectOption('Months'));
  await hands.do(dialog.getByLabel('From').fill('2026-01'));
  await hands.do(dialog.getByLabel('To', { exact: true }).fill('2028-12'));
  await hands.do(dialog.getByRole('button', { name: 'Create' }).click());
  await expect(app.nameBox).toHaveValue('A2');

  // What is given: a name, a unit, a value. Enter leads back to where the row began.
  for (const [name, unit, value] of [
    ['Customers at the start', 'customers', '1200'],
    ['Churn', '%', '2.1'],
    ['New customers a month', 'customers', '90'],
    ['Price', 'EUR per customer', '49'],
    ['Cost a month', 'EUR', '100000'],
    ['Cash at the start', 'EUR', '250000'],
  ] as const) {
    await hands.enter(name);
    await hands.enter(unit);
    await hands.enter(value, 'Enter');
  }
  await expect(app.nameBox).toHaveValue('A8');
  await expect(app.at('C3')).toHaveText('2.1%');

  // What follows: where a stock begins, and how it goes on.
  const along = async (name: string, unit: string, first: string | undefined, formula: string) => {
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
  await along('Customers', 'customers', '=C2', '=D8+$C$4-D8*$C$3');
  await along('Revenue', 'EUR', undefined, '=D8*$C$5');
  await along('Profit', 'EUR', undefined, '=D9-$C$6');
  await along('Cash', 'EUR', '=C7', '=D11+E10');
  await hands.enter('Revenue in 2028');
  await hands.enter('EUR');
  await hands.enter('=SUM(AB9:AM9)', 'Enter');
  await hands.enter('Cash runs out in');
  await page.keyboard.press('Tab');
  await hands.enter('=XLOOKUP(TRUE,D11:AM11<0,D1:AM1,"never")', 'Enter');
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
  await expect(app.chartData.getByRole('row', { name: /^2027 1\.27 M 1\.44 M/ })).toHaveCount(1);

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
  const { text } = await exportCsv(page, 'The sheet in view');
  const rows = text.split('\r\n').map((row) => row.split(',').slice(3).map(Number));
  for (const [row, values] of [
    [7, customers],
    [8, revenue],
    [10, cash],
  ] as const)
    for (const [i, value] of values.entries())
      expect(Math.abs((rows[row]?.[i] ?? Number.NaN) / value - 1), `row ${row + 1}, month ${i + 1}`).toBeLessThan(1e-9);
});
