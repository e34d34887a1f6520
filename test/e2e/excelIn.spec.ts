import type { Page } from '@playwright/test';
import { Archive } from '../../src/io/xlsx/unzip.ts';
import { writeZip } from '../../src/io/xlsx/zip.ts';
import { parts, fixture as readFixture, workbook } from '../fixtures/xlsx/parts.ts';
import { findings } from './axe.ts';
import { bytesOf, handedOver } from './handOut.ts';
import { type Given, given, Importing } from './importing.ts';
import { expect, test } from './together.ts';

/** The button of the header; what was done is told with one of its own. */
const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Undo' });

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const book = (name: string, bytes: Uint8Array): Given => given(name, Buffer.from(bytes), XLSX);

const SHEET = 'xl/worksheets/sheet1.xml';
const utf16 = (text: string) => [...text].flatMap((char) => [char.charCodeAt(0), 0]);
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Twelve million blanks in twelve thousand bytes. */
const bomb = () => writeZip([...parts({}).slice(0, -1), { name: SHEET, bytes: new Uint8Array(12e6).fill(32) }]);
/** A small file that takes seconds to read: one sheet, a thousand times over. */
const slow = () =>
  workbook({
    'xl/workbook.xml': `<workbook><sheets>${'<sheet name="x" r:id="rId1"/>'.repeat(1_000)}</sheets></workbook>`,
    [SHEET]: `<worksheet><sheetData><row r="1">${'<c t="inlineStr"><is><t>x</t></is></c>'.repeat(4_000)}</row></sheetData></worksheet>`,
  });

test('a workbook that was exported comes back sheet by sheet, and changes only what was edited since', async ({
  app,
  page,
}) => {
  await app.enter('gd_growth', '18%');
  await app.enter('gd_scale@2030', "'=not a formula");
  await app.enter('gd_gap@2030', "'15");
  const file = book('Guangdong AI hub.xlsx', await bytesOf(await handedOver(page, 'Export Excel')));
  const importing = new Importing(app);
  await importing.choose(file);
  await importing.button('Take a sheet as a table instead').click();
  await expect(importing.button(/^Base \d+ rows × 18 columns$/)).toBeVisible();
  await expect(importing.dialog.getByRole('listitem')).toHaveText([
    /^Base/,
    /^All lev/,
    /^Decoup/,
    /^Requ/,
    /^Sources/,
  ]);
  expect(await findings(page)).toEqual([]);
  // Another scenario is in view: the sheet's name tells whose values they are.
  await importing.button(/^Decoupling/).click();
  await expect(importing.dialog.getByRole('combobox', { name: 'Sheet' }).locator(':checked')).toHaveText('Decoupling');
  for (const name of ['Encoding', 'Between cells', 'Before decimals'])
    await expect(importing.dialog.getByRole('combobox', { name })).toHaveCount(0);
  await importing.button('Continue').click();
  await expect(
    importing.dialog.getByText('By its name, sheet “Decoupling” is of the scenario Decoupling.'),
  ).toBeVisible();
  await expect(importing.dialog.getByText('Nothing would change.')).toBeVisible();
  await importing.button('Back').click();
  await importing.dialog.getByRole('combobox', { name: 'Sheet' }).selectOption('Base');
  await expect(importing.dialog.getByRole('heading', { name: 'Guangdong AI hub.xlsx · Base' })).toBeVisible();
  await importing.button('Continue').click();
  await expect(importing.dialog.getByText('Nothing would change.')).toBeVisible();
  await importing.button('Cancel').click();
  await app.enter('gd_growth', '20%');
  await app.enter('gd_gap@2030', '15');
  await importing.choose(file);
  await importing.button('Take a sheet as a table instead').click();
  await importing.button(/^Base/).click();
  await importing.button('Continue').click();
  const take = (label: string) => page.getByRole('checkbox', { name: new RegExp(`^Take row .*, ${label}$`) });
  await expect(importing.dialog.getByRole('row').filter({ has: take('Trend growth') })).toContainText('20% → 18%');
  await expect(take('Trend growth')).toBeChecked();
  await expect(take('Gap to target')).not.toBeChecked();
  // What follows from it is computed here, and stays so.
  await importing.button('Change 1 row').click();
  await expect(app.answer).toContainText('at 18.0 % a year');
  await app.go('gd_scale@2031');
  await expect(app.formulaBar).toHaveValue(/^=/);
  await page.keyboard.press('Control+z');
  await expect(app.answer).toContainText('at 20.0 % a year');
});

/** A workbook with a text of one of its parts changed. */
async function edited(bytes: Uint8Array<ArrayBuffer>, part: string, change: (xml: string) => string) {
  const archive = new Archive(bytes, { entries: 100, bytes: 1e8, ratio: 1e4 });
  const entries = archive.names.map(async (name) => {
    const read = (await archive.read(name)) ?? new Uint8Array();
    return { name, bytes: name === part ? new TextEncoder().encode(change(new TextDecoder().decode(read))) : read };
  });
  return writeZip(await Promise.all(entries));
}

test('a workbook that was exported opens as the model that it was made from, with what was changed in it as one step', async ({
  app,
  page,
}) => {
  await app.enter('gd_growth', '18%');
  const bytes = await bytesOf(await handedOver(page, 'Export Excel'));
  const importing = new Importing(app);
  await importing.choose(book('Guangdong AI hub.xlsx', bytes));
  await expect(importing.dialog.getByText('It is the model that is open.')).toBeVisible();
  await expect(importing.dialog.getByText('Nothing was changed in it since.')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await importing.button('Open the model').click();
  await expect(app.answer).toContainText('at 18.0 % a year');
  // The growth itself, and none of the years that follow it.
  const change = (xml: string) => xml.replace(/(<c r="C\d+" s="\d+">)<v>0\.18<\/v>/, '$1<v>0.3</v>');
  await importing.choose(book('Guangdong AI hub.xlsx', await edited(bytes, SHEET, change)));
  await expect(importing.dialog.getByText('1 cell with another value')).toBeVisible();
  await expect(importing.dialog.getByText('18.0% → 30.0%')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await importing.button('Take the changes').click();
  await expect(app.answer).toContainText('at 30.0 % a year');
  await page.keyboard.press('Control+z');
  await expect(app.answer).toContainText('at 18.0 % a year');
  // Another document is open by now: the one of the workbook takes its place, and what was changed can be undone there.
  await app.enter('gd_growth', '21%');
  await importing.choose(book('Guangdong AI hub.xlsx', await edited(bytes, SHEET, change)));
  await expect(importing.dialog.getByText('It is the model that is open.')).toHaveCount(0);
  await importing.button('Open the model').click();
  await expect(app.answer).toContainText('at 30.0 % a year');
  await undo(page).click();
  await expect(app.answer).toContainText('at 18.0 % a year');
  await expect(undo(page)).toBeDisabled();
  // No step leads back from a document that was opened.
  await app.openModel('China’s AI industry');
});

test('what can’t be taken is refused with what was expected; what other programs write is taken', async ({
  app,
  page,
}) => {
  const whole = readFixture('written-by-libreoffice.xlsx');
  const importing = new Importing(app);
  await importing.choose(book('slow.xlsx', await slow()));
  await expect(importing.dialog.getByRole('progressbar', { name: 'Reading slow.xlsx…' })).toBeVisible();
  await importing.button('Cancel').click();
  await expect(importing.refusal).toContainText('The reading was cancelled. Nothing was taken.');
  const refused: readonly (readonly [Given, string])[] = [
    [book('text.xlsx', readFixture('not-a-workbook.xlsx')), 'text.xlsx is no Excel workbook. An .xlsx or .ods file,'],
    [book('old.xls', new Uint8Array(OLE)), 'old.xls is a workbook of Excel before 2007 (.xls). Open it in Excel, save'],
    [book('locked.xlsx', new Uint8Array([...OLE, ...utf16('EncryptedPackage')])), 'is protected by a password.'],
    [book('bomb.xlsx', await bomb()), 'bomb.xlsx would unpack to more than can be read: 200 MB'],
    [book('half.xlsx', whole.slice(0, whole.length / 2)), 'half.xlsx begins as an Excel workbook, but is cut off'],
    [book('blank.xlsx', await workbook({})), 'blank.xlsx has no sheet in which anything stands.'],
  ];
  for (const [file, sentence] of refused) {
    await importing.choose(file);
    await expect(importing.refusal).toContainText(sentence);
    await expect(importing.refusal).toContainText('Nothing was changed.');
  }
  // One of LibreOffice has its values, and says what it lacks.
  await importing.choose(
    given(
      'book.ods',
      Buffer.from(readFixture('written-by-libreoffice.ods')),
      'application/vnd.oasis.opendocument.spreadsheet',
    ),
  );
  await expect(importing.preview).toContainText('194.3006775');
  await expect(importing.dialog.getByText('5 formulas of this sheet are taken by their values')).toBeVisible();
  // A workbook of 200 MB, without its bytes ever being made.
  await page.evaluate(() => {
    const piece = new Blob([new Uint8Array([0x50, 0x4b, 3, 4]), new Uint8Array(1024 * 1024 - 4)]);
    const transfer = new DataTransfer();
    transfer.items.add(
      new File(
        Array.from({ length: 200 }, () => piece),
        'large.xlsx',
      ),
    );
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
  });
  await expect(importing.refusal).toContainText('large.xlsx has 200 MB; at most 100 MB can be read.');
  await expect(undo(page)).toBeDisabled();
  // Dropped on the page; as a table of values its sheet in sight is offered, and the hidden one.
  const dropped = await importing.drag(book('book.xlsx', whole));
  await expect(page.getByText('Drop the file to import it')).toBeVisible();
  await dropped.drop();
  await importing.dialog.getByRole('radio', { name: 'One sheet, as a table of values' }).check();
  await importing.button(/^数据 & more/).click();
  const sheet = importing.dialog.getByRole('combobox', { name: 'Sheet' });
  await expect(sheet.getByRole('option')).toHaveText(['数据 & more', 'Hidden (hidden)']);
  await expect(importing.preview).toContainText('194.3006775');
  await importing.button('Continue').click();
  await expect(importing.dialog.getByRole('radio', { name: 'Make a new model' })).toBeChecked();
  await expect(importing.dialog.getByRole('textbox', { name: 'Name of the model' })).toHaveValue('book – 数据 & more');
  await importing.button('Make the model').click();
  await expect(app.models).toHaveText(/book – 数据 & more$/);
  await app.at('D2').click();
  await expect(app.formulaBar).toHaveValue('150');
  await expect(app.inspector).toContainText('Imported from book.xlsx, sheet 数据 & more, row 2.');
  await expect(app.at('D3')).toHaveText('15.300%');
  await app.at('E3').click();
  await expect(app.formulaBar).toHaveValue('12.345%');
  await expect(app.at('E4')).toHaveAccessibleName(/2024-02-29 10:30/);
});

test.describe('dark, 360 px wide, in Chinese', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 360, height: 800 } });

  test('axe finds nothing in the steps, and nothing is wider than the screen', async ({ app, page }) => {
    await app.speak('中文');
    const wider = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const importing = new Importing(app);
    const named = (name: string) => `<sheet name="${name}" r:id="rId1"/>`;
    const many = await workbook({
      'xl/workbook.xml': `<workbook><sheets>${['甲', '乙'.repeat(31)].map(named).join('')}</sheets></workbook>`,
      [SHEET]:
        '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>指标</t></is></c><c><v>2023</v></c><c><v>2024</v></c></row><row r="2"><c t="inlineStr"><is><t>甲</t></is></c><c><v>1</v></c></row></sheetData></worksheet>',
    });
    await importing.choose(book('坏.xlsx', new Uint8Array([1, 2])));
    await expect(importing.refusal).toContainText('坏.xlsx不是Excel工作簿。');
    await importing.choose(book('两张.xlsx', many));
    await expect(importing.dialog.getByRole('status')).toContainText('不含公式，全部为数值。');
    await expect(importing.button('作为模型打开')).toBeEnabled();
    expect([await findings(page), await wider()]).toEqual([[], 0]);
    await importing.dialog.getByRole('radio', { name: '单张工作表，仅取数值' }).check();
    await expect(importing.button('甲 2行×3列')).toBeVisible();
    expect([await findings(page), await wider()]).toEqual([[], 0]);
    await importing.button(/^乙/).click();
    await expect(importing.dialog.getByRole('combobox', { name: '工作表' })).toBeVisible();
    expect([await findings(page), await wider()]).toEqual([[], 0]);
    await importing.button('上一步').click();
    await importing.button(/^甲/).click();
    await importing.button('继续').click();
    await importing.button('新建模型').click();
    await expect(app.at('D2')).toHaveText('1');
  });
});
