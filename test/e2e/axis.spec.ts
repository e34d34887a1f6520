import { downloaded, exportBy, exportCsv, given, Importing } from './importing.ts';
import { expect, test } from './together.ts';

const FILE = `foresheet: 1
name: Power
time: [2015, 2020, 2030, 2050]
lines:
  growth:    {value: 2 %, range: 0..10}
  demand:    {first: 100 EFLOPS, formula: "{demand@prev} * (1 + {growth}) ^ ({year} - {year@prev})"}
  doubled:   {formula: "{demand} * 2", unit: EFLOPS}
charts:
  - {lines: [demand]}
`;

test('a model whose axis leaves years out has its years in header, chart and tables, and comes in again with them', async ({
  app,
  page,
}) => {
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const importing = new Importing(app);
  await importing.choose(given('power.yaml', FILE, 'application/yaml'));
  await expect(page.getByRole('columnheader', { name: '2050' })).toBeVisible();
  const headers = page.getByRole('columnheader', { name: /^\d{4}$/ });
  await expect(app.grid.locator(headers)).toHaveText(['D2015', 'E2020', 'F2030', 'G2050+']);

  // Columns follow one another, and formulas go by them.
  await app.go('demand@2050');
  await expect(app.nameBox).toHaveValue('G3');
  await expect(app.formulaBar).toHaveValue('=F3 * (1 + growth) ^ (G$1 - F$1)');
  await app.go('demand@2030');
  await expect(app.nameBox).toHaveValue('F3');
  await app.go('2025');
  await expect(app.message).toContainText('2025 is none of the periods, which are 2015, 2020, 2030, 2050.');
  await expect(app.nameBox).toHaveValue('F3');

  // 100 × 1.02^35, and 130 × 1.02^30 once 2020 is typed over.
  const last = app.chartData.getByRole('row', { name: /^2050/ });
  await expect(app.chartData.getByRole('row')).toHaveCount(5);
  await expect(last).toHaveText('2050200');
  await app.enter('demand@2020', '130');
  await expect(last).toHaveText('2050235');
  await page.keyboard.press('Control+z');
  await expect(last).toHaveText('2050200');

  // The periods are said one by one, and others are given.
  await app.go('demand@2030');
  const { text } = await exportCsv(page, 'The sheet in view', 'Values');
  expect(text.split('\r\n')[0]).toMatch(/Value,2015,2020,2030,2050/);
  const model = await downloaded(page, () => exportBy(page, 'Export model'));
  expect(model.bytes.toString('utf8')).toBe(FILE);

  await importing.choose(given('again.csv', text));
  await importing.button('Continue').click();
  await importing.dialog.getByRole('radio', { name: 'Make a new model' }).check();
  await expect(importing.dialog).toContainText('2015, 2020, 2030, 2050');
  await importing.button('Make the model').click();
  await expect(app.grid.locator(headers)).toHaveText(['D2015', 'E2020', 'F2030', 'G2050+']);
});

test('periods are left out in the dialog, which says what goes on across them; one undo brings them back', async ({
  app,
  page,
}) => {
  const importing = new Importing(app);
  await importing.choose(
    given('power.yaml', FILE.replace('[2015, 2020, 2030, 2050]', '2015..2050'), 'application/yaml'),
  );
  await expect(page.getByRole('columnheader', { name: '2016' })).toBeVisible();
  await page.getByRole('columnheader', { name: '2016' }).click({ button: 'right' });
  await app.item('Periods').click();
  const dialog = page.getByRole('dialog', { name: 'Periods of the sheet' });
  const only = dialog.getByRole('textbox', { name: 'Only these periods' });
  await only.fill('2015, 2030, 2020');
  await dialog.getByRole('button', { name: 'Change the periods' }).click();
  await expect(dialog).toContainText('from the earliest to the latest, each once');
  await only.fill('2015, 2020–2022, 2050');
  await expect(dialog).toContainText('“Demand” goes on from the period before.');
  await dialog.getByRole('button', { name: 'Change the periods' }).click();
  await expect(dialog).toBeHidden();
  await expect(app.grid.getByRole('columnheader', { name: /^\d{4}$/ })).toHaveCount(5);
  await expect(app.chartData.getByRole('row', { name: /^2050/ })).toHaveText('2050200');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('columnheader', { name: '2016' })).toBeVisible();
});
