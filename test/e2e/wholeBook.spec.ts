import { fixture as readFixture, sheet } from '../fixtures/xlsx/parts.ts';
import { findings } from './axe.ts';
import type { Foresheet } from './foresheet.ts';
import { type Given, given, Importing } from './importing.ts';
import { expect, test } from './together.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const book = (name: string, bytes: Uint8Array = readFixture(name)): Given => given(name, Buffer.from(bytes), XLSX);

/** What is reported of a workbook once it is compared. */
const report = (importing: Importing) => importing.dialog.getByRole('status');
const live = (importing: Importing) => importing.dialog.getByRole('radio', { name: 'The whole workbook, live' });

/** A plan with three inputs, as a person opens it. */
async function openPlan(app: Foresheet, name: string, headline: string): Promise<void> {
  const importing = new Importing(app);
  await importing.choose(book(name));
  await expect(live(importing)).toBeChecked();
  await expect(report(importing)).toContainText(headline);
  await expect(report(importing)).toContainText('It becomes 8 lines, 2025–2030. 3 inputs have sliders');
  await importing.button('Open as a model').click();
  await expect(importing.dialog).toBeHidden();
}

for (const [name, headline] of [
  ['plan-years.xlsx', '23 of 23 formulas live, recalculated here, since the file stores no values.'],
  ['plan-years-libreoffice.xlsx', '23 of 23 formulas live, all equal to the file’s values.'],
] as const)
  test(`a plan from Excel with formulas, ${name}: its inputs are sliders, and revenue and profit follow the price`, async ({
    app,
    page,
  }) => {
    await openPlan(app, name, headline);
    await expect(await app.go('churn')).toHaveText(/^3(\.0+)?%$/);
    for (const label of ['Price EUR', 'Churn', 'New customers customers'])
      await expect(app.slider(label)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Guessed: half to double/ })).toHaveCount(3);
    // Nothing that came from the file is marked as edited, and nothing is too wide for its column.
    for (const place of ['price', 'customers@2025', 'cost@2026', 'profit@2025']) {
      await app.go(place);
      await expect(app.inspector).toContainText(`Imported from ${name}, Plan!`);
      await expect(app.inspector.getByText('Edited')).toHaveCount(0);
    }
    await expect(app.grid.getByText('###')).toHaveCount(0);
    await expect(await app.go('revenue@2025')).toHaveText(/^4,900(\.0+)?$/);
    await app.enter('price', '99');
    await expect(await app.go('revenue@2025')).toHaveText(/^9,900(\.0+)?$/);
    await expect(await app.go('profit@2025')).toHaveText(/^1,900(\.0+)?$/);
    await page.keyboard.press('Control+z');
    await expect(await app.go('profit@2025')).toHaveText(/^−3,100(\.0+)?$/);
    // It is a document of its own, which is there again after a reload.
    await expect(app.saving).toHaveText('Saved');
    await page.reload();
    await expect(await app.go('revenue@2025')).toHaveText(/^4,900(\.0+)?$/);
  });

test('a workbook with stored values stays live: growth to a half makes Sales of 2025 150', async ({ app }) => {
  const importing = new Importing(app);
  const dropped = await importing.drag(book('formulas-live.xlsx'));
  await dropped.drop();
  await expect(report(importing)).toContainText('8 of 8 formulas live, all equal to the file’s values.');
  await expect(report(importing)).toContainText('The chart begins with Profit.');
  await importing.button('Open as a model').click();
  await app.enter('growth', '0.5');
  await expect(await app.go('sales@2025')).toHaveText('150');
  await expect(app.chart('Profit')).toHaveAttribute('aria-selected', 'true');
});

test('one plain table without formulas is taken as a table, and can be taken as a whole', async ({ app }) => {
  const importing = new Importing(app);
  await importing.choose(book('dates-as-header.xlsx'));
  await expect(importing.preview).toContainText('Receivables');
  await importing.button('The whole workbook, live…').click();
  await expect(live(importing)).toBeChecked();
  await expect(report(importing)).toContainText('No formulas: all of it is values.');
  // And back, by keys.
  await live(importing).press('ArrowDown');
  await expect(importing.dialog.getByRole('radio', { name: 'One sheet, as a table of values' })).toBeChecked();
  await importing.button(/^Sheet1/).click();
  await importing.button('Back').click();
  await live(importing).check();
  await importing.button('Open as a model').click();
  await expect(await app.go('receivables@2016')).toHaveText('3');
  await importing.choose(book('two-tables.xlsx'));
  await importing.button('The whole workbook, live…').click();
  await expect(report(importing)).toContainText('It becomes 3 lines');
  await importing.button('Open as a model').click();
  await expect(app.grid.getByRole('rowheader', { name: 'Sales – Var 15-16' })).toBeVisible();
  await expect(await app.go('sales@2018')).toHaveText('5');
});

const cell = (at: string, inner: string, type = '') => `<c r="${at}"${type}>${inner}</c>`;
const words = (at: string, value: string) => cell(at, `<is><t>${value}</t></is>`, ' t="inlineStr"');
const computed = (at: string, formula: string, value: number) => cell(at, `<f>${formula}</f><v>${value}</v>`);

/** Years that are no calendar's, a value that is not what its formula gives, and a function that is not computed here. */
const DOUBTFUL = [
  [words('A1', 'Line'), words('B1', 'Year 1'), words('C1', 'Year 2'), words('D1', 'Year 3')],
  [words('A2', 'Sales'), cell('B2', '<v>100</v>'), computed('C2', 'B2*2', 200), computed('D2', 'C2*2', 401)],
  [words('A3', 'Members'), ...['B', 'C', 'D'].map((at, i) => computed(`${at}3`, `CUBEVALUE("x",${at}2)`, 7 + i))],
]
  .map((cells, i) => `<row r="${i + 1}">${cells.join('')}</row>`)
  .join('');

test('what differs, what is kept as values and what only a person knows is reported with its places, before anything is taken', async ({
  app,
  page,
}) => {
  const importing = new Importing(app);
  const { dialog } = importing;
  await importing.choose(book('doubtful.xlsx', await sheet(DOUBTFUL)));
  await expect(report(importing)).toContainText(
    '2 of 5 formulas live; 1 value differs from the file’s; 3 kept as values.',
  );
  await expect(dialog.getByText(/^Sales, 20\d\d: file 401, here 400$/)).toBeVisible();
  await dialog.getByText('3 formulas kept as values').click();
  const kept = dialog.getByRole('listitem').filter({ hasText: 'CUBEVALUE is not computed here' });
  await expect(kept).toHaveCount(3);
  // Each place can be looked at in its sheet.
  await kept.first().getByRole('button').click();
  const around = dialog.getByRole('table', { name: /^About / });
  await expect(around.locator('[aria-current]')).toHaveText('7');
  await expect(around).toContainText('Members');
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('textbox', { name: '“Year 1” is' }).fill('2031');
  await expect(report(importing)).toContainText('2031–2033');
  await expect(dialog.getByText('Sales, 2033: file 401, here 400')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name of the model' }).fill('Doubts');
  await importing.button('Open as a model').click();
  await expect(app.models).toHaveText(/Doubts$/);
  await expect(await app.go('sales@2033')).toHaveText('400');
  await app.go('members@2031');
  await expect(app.inspector).toContainText('holds the value of =CUBEVALUE("x",B2): CUBEVALUE is not computed here.');
});

test('a workbook with macros is opened without them, and nothing is taken where no sheet is chosen', async ({
  app,
}) => {
  const importing = new Importing(app);
  const two = await sheet(DOUBTFUL, {
    'xl/vbaProject.bin': 'macros',
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="One" r:id="rId1"/><sheet name="Two" r:id="rId1"/></sheets></workbook>',
  });
  await importing.choose(book('two.xlsm', two));
  await expect(report(importing)).toContainText('4 of 10 formulas live');
  await expect(importing.dialog.getByText('It holds macros. They do not come in')).toBeVisible();
  const box = (name: string) => importing.dialog.getByRole('checkbox', { name });
  await box('Two').uncheck();
  await expect(report(importing)).toContainText('2 of 5 formulas live');
  await expect(importing.dialog.getByText('1 place left out: a sheet that is not chosen')).toBeVisible();
  await box('One').uncheck();
  await expect(importing.refusal.filter({ hasText: 'No sheet is chosen.' })).toBeVisible();
  await expect(importing.button('Open as a model')).toBeDisabled();
  await box('One').check();
  await expect(importing.button('Open as a model')).toBeEnabled();
  await importing.button('Cancel').click();
  await expect(importing.dialog).toBeHidden();
  await expect(app.answer).toContainText(/2025/);
});
