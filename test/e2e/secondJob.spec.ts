import { waterDemand } from '../fixtures/water.ts';
import { expect, test } from './foresheet.ts';
import { Hands } from './hands.ts';
import { exportCsv, fixture } from './importing.ts';

const GROWTHS = { North: 0.03, South: 0.015, East: 0.04 };
const CAPACITY = 4800;

test('from a table: water by 12 quarters of three districts, stacked, against a capacity, and in a dry year', async ({
  app,
  page,
}) => {
  test.slow();
  const hands = new Hands(page, app);
  const dialog = page.locator('dialog[open]');

  // The table in.
  await hands.do(app.button('Import').click());
  const chooser = page.waitForEvent('filechooser');
  await hands.do(dialog.getByRole('button', { name: 'Choose a file' }).click());
  await (await chooser).setFiles(fixture('water.csv'));
  await hands.do(dialog.getByRole('button', { name: 'Continue' }).click());
  await hands.do(dialog.getByRole('button', { name: 'Make the model' }).click());
  await expect(app.at('G4')).toHaveText('850.00');

  // Two more years.
  await hands.do(app.button('More periods…').click());
  await hands.do(dialog.getByLabel('Last period').fill('2027Q4'));
  await hands.do(dialog.getByRole('button', { name: 'Change the periods' }).click());
  await expect(dialog).toHaveCount(0);

  // A growth for each district, which is a slider at once, and what a dry year adds.
  await hands.at('A5');
  for (const [name, value] of [
    ['Growth, North', '2'],
    ['Growth, South', '1.5'],
    ['Growth, East', '4'],
    ['Dry year', '0'],
  ] as const) {
    await hands.enter(name);
    await hands.enter('%');
    await hands.enter(value, 'Enter');
  }
  await expect(app.slider('Growth, East')).toHaveAttribute('aria-valuetext', '4.0%');

  // Each later quarter from that of the year before: for one district, then down for the others.
  await hands.at('H2');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await hands.enter('=D2*(1+$C5)', 'Control+Enter');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await hands.do(page.keyboard.press('Control+d'));
  await hands.at('A9');
  await hands.enter('Total');
  await hands.enter('m3/day');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await hands.enter('=SUM(D2:D4)*(1+$C$8)', 'Control+Enter');
  await expect(app.at('G9')).toHaveText('4,450.00');

  // The districts piled up.
  await hands.at('A2');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await hands.do(app.button('Lines').click());
  await hands.do(app.item('Chart 3 lines, stacked').click());
  await expect(app.chart('North, South, East')).toHaveAttribute('aria-selected', 'true');
  await expect(app.chartData.getByRole('columnheader')).toHaveText(['Quarter', 'North', 'South', 'East', 'Total']);
  await expect(app.chartData.getByRole('row', { name: /^2025Q4 1,300\.00 2,300\.00 850\.00 4,450\.00/ })).toHaveCount(
    1,
  );

  // A slider that says it is a guess moves the number, and takes a range of one's own in its place.
  const slider = app.slider('Growth, North');
  await hands.do(slider.focus());
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
  await expect(app.at('C5')).toHaveText('3.0%');
  await hands.do(page.getByRole('button', { name: /^Guessed: half to double; set your own: Growth, North$/ }).click());
  await hands.do(page.getByRole('textbox', { name: 'Low: Growth, North' }).fill('0'));
  await hands.do(page.getByRole('textbox', { name: 'High: Growth, North' }).fill('6'));
  await hands.do(app.button('Save the range').click());
  await expect(slider).toHaveAttribute('max', '6');
  await expect(page.getByRole('button', { name: /^Guessed.*: Growth, North$/ })).toHaveCount(0);

  // The capacity, at the last quarter of the last year.
  await hands.at('O9');
  await hands.do(app.at('O9').click({ button: 'right' }));
  await hands.do(app.item('Set a target here…').click());
  await expect(dialog.getByLabel('Year or month')).toHaveValue('2027Q4');
  await hands.do(dialog.getByLabel('Value').fill(`${CAPACITY}`));
  await hands.do(dialog.getByRole('button', { name: 'Set the target' }).click());
  await expect(app.answer).toContainText(/Total: 4,668 m3\/day in Q4 2027, 132 m3\/day \(2\.7 %\) short of the target/);

  // A dry year.
  await hands.do(app.button('New scenario').click());
  await page.keyboard.press('Control+a');
  await hands.enter('Dry', 'Enter');
  await hands.at('C8');
  await hands.enter('8', 'Enter');
  await expect(app.answer).toContainText(/Total in “Dry”: 5,041 m3\/day in Q4 2027, .* past the target of 4,800/);
  await hands.do(page.getByRole('combobox', { name: 'Charted line' }).selectOption('Total'));
  await expect(app.chartData.getByRole('row', { name: 'Target Target 4,800, Q4 2027' })).toHaveCount(1);

  // The link, and each number beside what is worked out by hand, in both futures.
  await hands.do(app.button('Share').click());
  const field = page.getByRole('dialog', { name: 'Share' }).getByRole('textbox');
  await expect(field).toHaveValue(/#2\./);
  const link = await field.inputValue();
  expect(link.length - link.indexOf('#')).toBeLessThan(1200);
  await page.keyboard.press('Escape');
  const right = async (dry: number) => {
    const { text } = await exportCsv(page, 'The sheet in view');
    const rows = text.split('\r\n').map((row) => row.split(','));
    for (const [name, values] of Object.entries(waterDemand(GROWTHS, dry))) {
      const row = rows
        .find(([label]) => label === name)
        ?.slice(3)
        .map(Number);
      for (const [i, value] of values.entries())
        expect(Math.abs((row?.[i] ?? Number.NaN) / value - 1), `${name}, quarter ${i + 1}`).toBeLessThan(1e-9);
    }
  };
  await right(0.08);
  await hands.do(app.tab('Base').click());
  await right(0);
  expect(hands.actions).toBeLessThanOrEqual(60);
});
