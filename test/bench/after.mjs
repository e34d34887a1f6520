// What the page does after an edit of a sheet of 400,000 values: nothing of it may keep hands waiting.
import { longestTask, ms, quantile } from './shared.mjs';

/** ms after an edit in which what follows it is looked at: the save, and all that waits for a calm moment. */
const AFTER = 3000;

/** So often is the plain loop run; the middle of its times counts. */
const LOOPS = 3;

const wait = (/** @type {number} */ time) => new Promise((done) => setTimeout(done, time));

/** In the page: a plain loop that fills 400,000 numbers, by which machines can be compared. */
const plainLoop = () => {
  const values = new Map();
  for (let i = 0; i < 400_000; i++) values.set(i, i / 8);
  return values.size;
};

/** In the page: begins to wait for the next save, from which on `window.saved` is true. */
const awaitSave = () => {
  const state = document.querySelector('.document-state');
  const before = state?.textContent;
  let isUnder = false;
  window.saved = false;
  const observer = new MutationObserver(() => {
    isUnder ||= state?.textContent !== 'Saved';
    window.saved ||= isUnder && state?.textContent === 'Saved';
    if (window.saved) observer.disconnect();
  });
  isUnder = before !== 'Saved';
  if (state) observer.observe(state, { childList: true, characterData: true, subtree: true });
};

const box = (page) => page.getByRole('textbox', { name: 'Name box' });
const go = async (page, place) => {
  await box(page).fill(place);
  await box(page).press('Enter');
};
const lines = async (page, item) => {
  await page.getByRole('button', { name: 'Lines', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const undo = async (page) => {
  await page.keyboard.press('Control+z');
};
const type = async (page, text) => {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};
const years = (first, last) => async (page) => {
  await lines(page, 'Periods of the sheet…');
  const dialog = page.getByRole('dialog', { name: 'Periods of the sheet' });
  if (first) await dialog.getByLabel('First period').fill(first);
  if (last) await dialog.getByLabel('Last period').fill(last);
  await dialog.getByRole('button', { name: 'Change the periods' }).click();
  await dialog.waitFor({ state: 'detached', timeout: 60_000 });
};
const scenario = async (page, name, item) => {
  await page.getByRole('tab', { name }).click();
  await page.getByRole('button', { name: 'Menu of the scenario' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const close = (page) => page.keyboard.press('Escape');
const print = (page) => page.evaluate(() => dispatchEvent(new Event('beforeprint')));
const printed = (page) => page.evaluate(() => dispatchEvent(new Event('afterprint')));

/**
 * What is done to a sheet. `before`, `behind`: what is done before it is measured, and after it.
 * @typedef {{ what: string, act: (page: any) => Promise<unknown>, before?: (page: any) => Promise<unknown>,
 *   behind?: (page: any) => Promise<unknown>, isSaved?: boolean }} Operation
 */

/** What is saved in the end. @returns {Operation} */
const edit = (what, act, before) => ({ what, act, before, isSaved: true });
/** What changes nothing. @returns {Operation} */
const look = (what, act, behind) => ({ what, act, behind });

/** The operations of a sheet follow each other in one page. */
export const SHEETS = [
  {
    sheet: '10,000 lines, 4 scenarios, 400,000 values',
    query: '?typed&scenarios=4&made',
    operations: [
      look('nothing', async () => {}),
      edit(
        'one cell, the first save',
        (page) => type(page, '5'),
        (page) => go(page, 'D5'),
      ),
      edit('one cell', (page) => type(page, '6')),
      edit('one cell taken back', undo),
      edit(
        'a line moved',
        (page) => page.keyboard.press('Alt+Shift+ArrowDown'),
        (page) => go(page, 'A5'),
      ),
      edit('the move taken back', undo),
      edit('a line duplicated', (page) => lines(page, 'Duplicate the line')),
      edit('the copy taken back', undo),
      edit('a line deleted', (page) => lines(page, 'Delete the line')),
      edit('the deletion taken back', undo),
      edit('a scenario added', (page) => page.getByRole('button', { name: 'New scenario' }).click()),
      edit('the new scenario renamed', (page) => type(page, 'Mine')),
      edit('the name taken back', undo),
      edit('the new scenario taken back', undo),
      edit('another base', (page) => scenario(page, 'Scenario 1', 'Make this the base')),
      edit('the old base again', undo),
      edit('a scenario reset', (page) => scenario(page, 'Scenario 3', 'Reset all of it')),
      edit('the reset of the scenario taken back', undo),
      edit('a later last year', years(undefined, '2041')),
      edit('the earlier last year again', undo),
      edit('an earlier first year', years('2025')),
      edit('the later first year again', undo),
      edit('a range of 100,000 values reset', (page) => page.keyboard.press('Delete'), selectAll),
      edit('that reset taken back', undo),
      look('the documents opened', (page) => page.getByRole('button', { name: /^Documents: / }).click()),
      look('the versions opened', (page) => page.getByRole('button', { name: 'Versions' }).first().click(), close),
      look('the link made', (page) => page.getByRole('button', { name: 'Share' }).click(), close),
      look('printed', print, printed),
      look('the comparison opened', (page) => page.getByRole('button', { name: 'Compare', exact: true }).click()),
      edit('a step taken back beside the comparison', undo),
    ],
  },
  {
    sheet: '10,000 lines, 1 scenario, 400,000 values',
    query: '?typed&made',
    operations: [
      edit(
        'one cell',
        (page) => type(page, '5'),
        (page) => go(page, 'D5'),
      ),
      edit('all reset', (page) => page.keyboard.press('Delete'), selectAll),
      edit('the reset taken back', undo),
    ],
  },
  {
    sheet: '10,000 lines, 4 scenarios, 200,000 formulas',
    query: '?formulas=50000&years=5&scenarios=4',
    operations: [edit('a later first year', years('2032')), edit('the earlier first year again', undo)],
  },
];

async function selectAll(page) {
  await go(page, 'D5');
  await page.keyboard.press('Control+a');
}

/** A page with the sheet, after its first values. @param {import('playwright-core').Browser} browser */
export async function openSheet(browser, /** @type {string} */ url) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(url);
  const answered = () => /2025/.test(document.querySelector('[role="status"]')?.textContent ?? '');
  await page.waitForFunction(answered, undefined, { timeout: 60_000 });
  // What serves hands alone is loaded once there is one.
  await page.mouse.move(100, 100);
  await page.waitForLoadState('networkidle');
  await wait(AFTER);
  return page;
}

/**
 * The trace of an operation and of what follows it.
 * @param {import('playwright-core').Browser} browser @param {import('playwright-core').Page} page
 * @param {Operation} operation
 */
export async function traced(browser, page, { act, before, behind, isSaved = false }, categories = ['toplevel']) {
  await before?.(page);
  // What was made before is not cleared away at the cost of what is measured.
  await page.requestGC();
  if (isSaved) await page.evaluate(awaitSave);
  await browser.startTracing(page, { categories });
  await act(page);
  await wait(AFTER);
  if (isSaved) await page.waitForFunction(() => window.saved, undefined, { timeout: 60_000 });
  const trace = await browser.stopTracing();
  await behind?.(page);
  return trace;
}

/** @param {import('playwright-core').Browser} browser @param {string} url */
export async function measureAfter(browser, url) {
  /** @type {[string, string, string][]} */
  const table = [];
  for (const { sheet, query, operations } of SHEETS) {
    const page = await openSheet(browser, `${url}${query}`);
    const longestOf = async (/** @type {Operation} */ operation) => longestTask(await traced(browser, page, operation));
    const loops = [];
    for (let turn = 0; turn < LOOPS; turn++) loops.push(await longestOf(look('', (it) => it.evaluate(plainLoop))));
    const loop = quantile(
      loops.map(({ processor }) => processor),
      0.5,
    );
    table.push([`${sheet}: a plain loop that fills 400,000 numbers, by the processor`, ms(loop), '']);
    for (const operation of operations) {
      const { clock, processor } = await longestOf(operation);
      table.push([
        `${sheet}: ${operation.what}, longest task in 3 s by the clock (by the processor; in plain loops)`,
        `${ms(clock)} (${ms(processor)}; ${(processor / loop).toFixed(2)})`,
        'at most 50 ms',
      ]);
    }
    await page.context().close();
  }
  return table;
}
