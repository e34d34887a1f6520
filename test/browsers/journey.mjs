// The main journey, as one person makes it from the first answer to the last file. Steps stand on those before them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './drivers/driver.mjs';
import { makeFolder } from './drivers/processes.mjs';

const NAME_BOX = '/^(Name box|名称框)$/';
const FORMULA = 'Formula bar';
/** The first futures of the opening model as Chromium draws them. */
const FUTURES = 'test/fixtures/futures.csv';

/** @param {string} csv of numbers under one row of names */
const rowsOf = (csv) =>
  csv
    .trim()
    .split(/\r?\n/)
    .map((row) => row.split(','));

/** How far two numbers are apart, as a part of the first. @param {string} a @param {string | undefined} b */
const distance = (a, b) => Math.abs(Number(a) - Number(b)) / Math.max(Number.MIN_VALUE, Math.abs(Number(a)));

/**
 * The steps in their order: what is done, and what must be seen.
 * @param {import('./app.mjs').App} app
 * @returns {Generator<[what: string, step: () => Promise<unknown>]>}
 */
function* steps(app) {
  const { driver } = app;
  const folder = makeFolder('journey');
  /** The link that is handed on, and the files that come back. */
  let link = '';
  const files = { csv: join(folder, 'own.csv'), json: join(folder, 'kept.foresheet.json') };
  const closeDialog = async () => {
    await driver.press('Escape');
    await app.counts(0, 'dialog');
  };
  const choose = async (/** @type {string} */ item) => {
    await app.click('button', 'Export');
    await app.click('menuitem', item);
  };
  /** What the dialog of the import holds, as soon as it matches. @param {RegExp} pattern */
  const importing = (pattern) => app.shows('dialog', '/^Import/', pattern);

  yield ['opens on its answer', () => app.open().then(() => app.answered(/230 bn yuan in 2025/))];
  yield [
    'futures are those of other browsers, to 12 digits',
    async () => {
      await app.click('button', 'What if');
      await app.click('button', '/^Draw from the ranges of/');
      await app.answered(/In 10,000 futures drawn from these ranges [\d.]+ % ± [\d.]+ reach 300 bn yuan in 2025/);
      await app.click('button', 'Export what is shown here');
      await app.click('menuitem', 'As CSV of every run');
      const found = rowsOf(await app.handedOver((file) => /^\uFEFF?Run,/.test(file)));
      writeFileSync(`/tmp/futures-${driver.version.split(' ')[0]}.csv`, found.map((r) => r.join(',')).join('\n'));
      const expected = rowsOf(readFileSync(FUTURES, 'utf8'));
      const apart = Math.max(
        ...expected.slice(1).flatMap((row, i) => row.map((value, j) => distance(value, found[i + 1]?.[j]))),
      );
      if (!(apart < 1e-12)) throw new Error(`they are ${apart} apart`);
      await driver.press('Control+z');
      await app.counts(1, 'button', '/^Draw from the ranges of/');
      await app.click('button', 'Back to the sheet');
    },
  ];
  yield [
    'the name box jumps to a line, and the formula bar has what it holds',
    async () => {
      await app.go('gd_growth');
      await app.shows('textbox', FORMULA, '15.3%');
    },
  ];
  yield [
    'an assumption is typed in its cell: sheet, answer and state follow',
    async () => {
      const address = await app.enter('gd_growth', '26%');
      await app.expectShown(address, '26.0%');
      await app.answered(/at 26\.0 % a year .*300 bn yuan in 2025/);
      await app.expectCell('gd_scale@2025', '300.06');
      await app.saved();
    },
  ];
  yield [
    'undo and redo by keys',
    async () => {
      await driver.press('Control+z');
      await app.answered(/at 15\.3 % a year/);
      await driver.press('Control+y');
      await app.answered(/at 26\.0 % a year/);
    },
  ];
  yield [
    'undo and redo by their buttons',
    async () => {
      await app.click('button', 'Undo');
      await app.answered(/at 15\.3 % a year/);
      await app.click('button', 'Redo');
      await app.answered(/at 26\.0 % a year/);
    },
  ];
  yield [
    'a formula is typed, computed and shown again',
    async () => {
      await app.expectShown(await app.enter('gd_trend@2030', '=SUM(0.1,C31)/2'), '18.0%');
      await app.go('gd_trend@2030');
      await app.shows('textbox', FORMULA, '=SUM(0.1,gd_growth)/2');
    },
  ];
  yield [
    'a formula that can’t be computed says what it lacks, and undo takes it back',
    async () => {
      await app.expectShown(await app.enter('gd_scale@2030', '=1/0'), '#DIV/0!');
      await driver.press('Control+z');
      await app.expectCell('gd_trend@2030', '18.0%');
    },
  ];
  yield [
    'functions complete as they are typed',
    async () => {
      await app.go('gd_trend@2031');
      await driver.type('=avera');
      await until('the list of functions', async () =>
        (await app.texts('option')).some((text) => /AVERAGE/.test(text)),
      );
      await driver.press('Tab');
      await driver.type('0.1,0.3)');
      await driver.press('Enter');
      await app.expectCell('gd_trend@2031', '20.0%');
    },
  ];
  yield [
    'a click on a cell selects it, and a drag sums what it covers',
    async () => {
      const address = await app.go('gd_scale@2023');
      await driver.drag(await cellPlace(app, address));
      await app.shows('textbox', NAME_BOX, address);
      const [from, to] = [await cellPlace(app, 'E3'), await cellPlace(app, 'F4')];
      await driver.drag(from, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, to);
      await until('the sum of the selection', () =>
        driver.evaluate(() => /Count:?\s*4/.test(document.querySelector('.sheet-foot')?.textContent ?? '')),
      );
    },
  ];
  yield [
    'a cell is copied and pasted by keys',
    async () => {
      await app.go('gd_trend@2031');
      await driver.press('Control+c');
      await app.go('gd_trend@2032');
      await driver.press('Control+v');
      await app.expectCell('gd_trend@2032', '20.0%');
    },
  ];
  yield [
    'Delete gives a cell back to its line',
    async () => {
      await app.go('gd_trend@2032');
      await driver.press('Delete');
      await app.go('gd_trend@2032');
      await app.shows('textbox', FORMULA, /gd_|C\d/);
    },
  ];
  yield [
    'a slider moves by keys, and the answer with it',
    async () => {
      await app.focus('slider', 'Trend growth');
      await driver.press('Home');
      await app.answered(/at 5\.0 % a year/);
      await driver.press('Control+z');
      await app.answered(/at 26\.0 % a year/);
    },
  ];
  yield [
    'a slider is dragged, and one undo takes the drag back',
    async () => {
      const { x, y } = await app.place('slider', 'Trend growth');
      await driver.drag({ x, y }, { x: x - 30, y }, { x: x - 60, y });
      await until('the answer to follow', async () => !/at 26\.0 %/.test(await app.answered()));
      await driver.press('Control+z');
      await app.answered(/at 26\.0 % a year/);
    },
  ];
  yield [
    'another scenario is shown by its tab',
    async () => {
      await app.click('tab', 'Decoupling');
      await app.answered(/“Decoupling”/);
      await app.click('tab', 'Base');
    },
  ];
  yield [
    'a scenario is made, named and edited',
    async () => {
      await app.click('button', 'New scenario');
      await app.shows('textbox', 'Name of the scenario', 'Scenario 5');
      await driver.type('Mine & 我的');
      await driver.press('Enter');
      await app.answered(/“Mine & 我的”/);
      await app.enter('gd_growth', '30%');
      await app.answered(/at 30\.0 % a year/);
      await app.saved();
    },
  ];
  yield [
    'scenarios stand beside each other',
    async () => {
      await app.click('button', 'Compare');
      await app.shows('table', '/^Scenarios compared$/', /Industry scale/);
      await app.click('button', 'Compare');
      await app.counts(0, 'table', 'Scenarios compared');
    },
  ];
  yield [
    'what was found is reached by the search',
    async () => {
      await app.focus('textbox', NAME_BOX);
      await driver.press('Control+Shift+f');
      await until('the field of the search', () =>
        driver.evaluate(() => document.activeElement?.closest('[role="search"], search') !== null),
      );
      await driver.type('Overlap');
      await driver.press('Enter');
      await until('the cursor to be there', async () => (await app.texts('textbox', NAME_BOX))[0] !== 'C31');
      await driver.press('Escape');
    },
  ];
  yield [
    'another date of knowledge changes the answer, and back',
    async () => {
      await app.focus('combobox', 'Known as of');
      await driver.press('End');
      await driver.press('Enter');
      await until('the answer to change', async () => !/November 2023/.test(await app.answered()));
      await app.focus('combobox', 'Known as of');
      await driver.press('Home');
      await driver.press('Enter');
      await app.answered(/As known in November 2023/);
    },
  ];
  yield [
    'the page speaks Chinese, and English again',
    async () => {
      await app.click('button', '中文');
      await app.answered(/广东/);
      await until('the language of the page', () => driver.evaluate(() => document.documentElement.lang === 'zh-CN'));
      await app.click('button', 'English');
      await app.answered(/Guangdong/);
    },
  ];
  yield [
    'a link holds all of it',
    async () => {
      await app.click('button', 'Share');
      link = await app.shows('textbox', 'Link', /#1\.[pd]\./);
      await closeDialog();
    },
  ];
  yield [
    'the document is named',
    async () => {
      await app.click('button', '/^Documents: /');
      await app.click('button', 'Rename: Mine & 我的');
      await driver.type('Plan <b>A</b>');
      await driver.press('Enter');
      await app.counts(1, 'button', 'Open Plan <b>A</b>');
      await closeDialog();
      await app.counts(1, 'button', 'Documents: Plan <b>A</b>');
    },
  ];
  yield [
    'a second page of the same document reads, and says so',
    async () => {
      await driver.openTab();
      await app.open();
      await app.answered(/at 30\.0 % a year/);
      await until('the notice', async () => (await app.texts('alert')).some((text) => /read/i.test(text)));
      await driver.closeTab();
    },
  ];
  yield [
    'the link opens as a preview in another page, and is kept beside what is there',
    async () => {
      await app.enter('gd_growth', '28%');
      await app.saved();
      await driver.openTab();
      await app.open(link);
      await app.counts(1, 'region', 'Link preview');
      await app.answered(/at 30\.0 % a year/);
      await app.click('button', 'Keep');
      await app.counts(0, 'region', 'Link preview');
      await app.saved();
      await driver.closeTab();
      await until('both documents', async () => (await app.documents()).length === 2);
      await app.answered(/at 28\.0 % a year/);
      await driver.press('Control+z');
      await app.answered(/at 30\.0 % a year/);
    },
  ];
  yield [
    'the sheet goes out as CSV',
    async () => {
      await choose('Export CSV');
      await app.click('radio', '/^The sheet in view/');
      await app.click('button', 'Export');
      const text = await app.handedOver((file) => /^\uFEFF?Line,Unit,Value,2022,/.test(file));
      if (!/\r\nTrend growth,%,30,/.test(text)) throw new Error(text.slice(0, 400));
      await app.counts(0, 'dialog');
    },
  ];
  yield [
    'the workbook goes out as Excel',
    async () => {
      await choose('Export Excel');
      await app.handedOver((file) => file.startsWith('PK'));
    },
  ];
  yield [
    'the chart goes out as a picture',
    async () => {
      await choose('Export PNG');
      await app.handedOver((file) => file.slice(1, 4) === 'PNG');
    },
  ];
  yield [
    'the document goes out as a file',
    async () => {
      await choose('Export JSON');
      const text = await app.handedOver((file) => file.startsWith('{'));
      const { app: name, model } = JSON.parse(text);
      if (name !== 'foresheet' || model.id !== 'guangdong') throw new Error(text.slice(0, 400));
      writeFileSync(files.json, text);
    },
  ];
  yield [
    'a table is read, shown, and changes what it names',
    async () => {
      writeFileSync(files.csv, 'Name,Unit,Value\nTrend growth,%,22\nNobody,%,1\n');
      await app.click('button', 'Import');
      await app.counts(1, 'dialog');
      await driver.chooseFile('dialog[open] input[type="file"]', files.csv);
      await app.click('button', 'Continue');
      await importing(/1 row would change 1 cell/);
      await app.click('button', 'Change 1 row');
      await app.counts(0, 'dialog');
      await app.answered(/at 22\.0 % a year/);
    },
  ];
  yield [
    'a file that is no table is refused with a sentence, and what is open stays',
    async () => {
      const refused = join(folder, 'cut.foresheet.json');
      writeFileSync(refused, readFileSync(files.json, 'utf8').slice(0, 200));
      await app.click('button', 'Import');
      await app.counts(1, 'dialog');
      await driver.chooseFile('dialog[open] input[type="file"]', refused);
      await importing(/is not JSON, or it is cut off/);
      await closeDialog();
      await app.answered(/at 22\.0 % a year/);
    },
  ];
  yield [
    'the document comes back from its file',
    async () => {
      await app.click('button', 'Import');
      await app.counts(1, 'dialog');
      await driver.chooseFile('dialog[open] input[type="file"]', files.json);
      await app.counts(0, 'dialog');
      await app.answered(/at 30\.0 % a year/);
      await app.saved();
    },
  ];
  yield [
    'a reload keeps all of it: numbers, scenario, formula',
    async () => {
      await app.reload();
      await app.answered(/at 30\.0 % a year/);
      await app.counts(1, 'tab', '/^Mine & 我的/');
      await app.click('tab', '/^Base/');
      await app.expectCell('gd_trend@2031', '20.0%');
      await app.shows('textbox', FORMULA, /^=AVERAGE\(/);
      await app.expectCell('gd_scale@2025', '300.06');
    },
  ];
  yield [
    'on a narrow page nothing scrolls sideways',
    async () => {
      await driver.resize(480, 800);
      await until('the page to fit', () => driver.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await driver.resize(1280, 800);
    },
  ];
}

/** Where a cell of the sheet is, in the middle. @param {import('./app.mjs').App} app @param {string} address */
async function cellPlace(app, address) {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = letters.charCodeAt(0) - 64;
  return until(`${address} to be in sight`, () =>
    app.driver.evaluate(
      (row, column) => {
        const cell = document.querySelector(
          `[role="grid"] [role="row"][aria-rowindex="${row}"] > [aria-colindex="${column}"]`,
        );
        if (!cell) return undefined;
        const { x, y, width, height } = cell.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      },
      row,
      column,
    ),
  );
}

/** @param {import('./app.mjs').App} app @param {import('./report.mjs').Report} report */
export async function journey(app, report) {
  app.site.complaints.length = 0;
  for (const [what, step] of steps(app)) await report.try(what, step);
  await report.try('and not a complaint on the way', async () => {
    if (app.site.complaints.length > 0) throw new Error(app.site.complaints.join('\n          '));
  });
}
