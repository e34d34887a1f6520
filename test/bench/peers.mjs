// The same edit in Handsontable with HyperFormula: npm run bench -- peers. Its licence keeps it out of the dependencies, so
// it is installed for the run into a folder that git ignores.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { EDITS, handInField, handInSheet, openBench, typedIn } from './hand.mjs';
import { inTurns, pressEnter, watchPainting } from './painted.mjs';
import { ms, quantile, ROOT, serve } from './shared.mjs';

const FOLDER = join(ROOT, 'node_modules/.cache/foresheet-peers');
const VERSIONS = { handsontable: '18.1.1', hyperformula: '3.5.0' };

/** The page: a growth and a start, then rows of 14 formulas, each from the one before. @param {number} formulas */
const pageOf = (formulas) => `<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="./handsontable.css"><link rel="stylesheet" href="./theme.css">
<div id="sheet" class="ht-theme-main"></div>
<script src="./hyperformula.js"></script><script src="./handsontable.js"></script>
<script>
const wide = (value) => [value, ...Array(13).fill(null)];
const data = [wide(0.153), wide(150)];
for (let i = 0; i < ${Math.ceil(formulas / 14)}; i++) {
  const row = data.length + 1;
  data.push(Array.from({ length: 14 }, (_, c) => c === 0 ? '=$A$2' : '=' + String.fromCharCode(64 + c) + row + '*(1+$A$1)'));
}
const hf = HyperFormula.buildEmpty({ licenseKey: 'internal-use-in-handsontable' });
window.sheet = new Handsontable(document.getElementById('sheet'), {
  data, formulas: { engine: hf }, rowHeaders: true, colHeaders: true, width: 1248, height: 700,
  licenseKey: 'non-commercial-and-evaluation',
});
</script>`;

function install() {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'package.json'), JSON.stringify({ private: true, dependencies: VERSIONS }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: FOLDER, stdio: 'inherit' });
}

/** A hand that types numbers into the growth. @param {import('playwright-core').Page} page */
async function handInPeer(page) {
  await page.waitForFunction(() => window.sheet?.getCell(2, 3)?.textContent);
  await watchPainting(page, '#sheet .ht_master tbody tr:nth-child(3) > td:nth-child(5)');
  return async (/** @type {number} */ turn) => {
    await page.evaluate(() => window.sheet.selectCell(0, 0));
    await page.keyboard.type(`${Number.parseFloat(typedIn(turn)) / 100}`);
    return pressEnter(page);
  };
}

/**
 * What is measured beside it: the opening model, which has some 300 formulas, and a large one.
 * @type {readonly { what: string, formulas: number, own: number, input: string, field: string, watched: string }[]}
 */
const MODELS = [
  { what: 'opening model', formulas: 300, own: 0, input: 'gd_growth', watched: 'gd_trend@2025' },
  { what: '300 formulas', formulas: 300, own: 300, input: 'growth', watched: 's_0_x@2025' },
  { what: '10,000 formulas', formulas: 10_000, own: 10_000, input: 'growth', watched: 's_0_x@2025' },
].map((model) => ({ ...model, field: 'Trend growth' }));

/** Ours and theirs in turns. @param {import('playwright-core').Browser} browser @param {string} url our page */
export async function measurePeers(browser, url) {
  install();
  const read = (/** @type {string} */ path) => () => readFileSync(join(FOLDER, 'node_modules', path));
  /** @type {[string, string, string][]} */
  const table = [];
  for (const { what, formulas, own, input, field, watched } of MODELS) {
    const peers = await serve(FOLDER, {
      '/': () => pageOf(formulas),
      '/hyperformula.js': read('hyperformula/dist/hyperformula.full.min.js'),
      '/handsontable.js': read('handsontable/dist/handsontable.min.js'),
      '/handsontable.css': read('handsontable/styles/handsontable.min.css'),
      '/theme.css': read('handsontable/styles/ht-theme-main.min.css'),
    });
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(peers.url);
    const [inSheet, inField] = [await openBench(browser, url, own), await openBench(browser, url, own)];
    const { theirs, ...ours } = await inTurns(
      {
        theirs: await handInPeer(page),
        'in the sheet': await handInSheet(inSheet, input, watched),
        'in the assumptions': await handInField(inField, field, watched),
      },
      EDITS,
    );
    const [least, middle] = [0, 0.5].map((share) => quantile(theirs?.painted ?? [], share));
    table.push([
      `${what}: keystroke to painted, Handsontable with HyperFormula, median and least; load ${loadavg()[0]?.toFixed(1)}`,
      `${ms(middle)}, ${ms(least)}`,
      '',
    ]);
    for (const [where, { painted }] of Object.entries(ours)) {
      const [own, ownLeast] = [quantile(painted, 0.5), quantile(painted, 0)];
      table.push([
        `${what}: the same ${where}, and as a part of it`,
        `${ms(own)}, ${ms(ownLeast)}; ${(own / middle).toFixed(2)}, ${(ownLeast / least).toFixed(2)}`,
        formulas === 300 ? 'at most 0.35' : '',
      ]);
    }
    for (const opened of [page, inSheet, inField]) await opened.context().close();
    peers.server.close();
  }
  return table;
}
