// The same edit in Handsontable with HyperFormula: npm run bench -- peers. Its licence keeps it out of the dependencies, so
// it is installed for the run into a folder that git ignores.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ms, quantile, ROOT, serve } from './shared.mjs';

const FOLDER = join(ROOT, 'node_modules/.cache/foresheet-peers');
const VERSIONS = { handsontable: '18.1.1', hyperformula: '3.5.0' };
const EDITS = 40;

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

/** From Enter to the frame that shows the changed cell, in ms. */
async function keystrokes(page) {
  await page.evaluate(() => {
    window.samples = [];
    let start = 0;
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') start = event.timeStamp;
      },
      true,
    );
    new MutationObserver(() => {
      if (start === 0) return;
      const watched = window.sheet.getCell(2, 3)?.textContent;
      if (watched === window.before) return;
      const begun = start;
      start = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          window.samples.push(performance.now() - begun);
          window.sampled();
        };
        port2.postMessage(0);
      });
    }).observe(document.getElementById('sheet'), { subtree: true, childList: true, characterData: true });
  });
  for (let i = 0; i < EDITS + 5; i++) {
    await page.evaluate(() => {
      window.sheet.selectCell(0, 0);
      window.before = window.sheet.getCell(2, 3)?.textContent;
    });
    await page.keyboard.type(`${((10 + (i % 20) + i / 100) / 100).toFixed(4)}`);
    await page.evaluate(() => {
      window.sample = new Promise((done) => {
        window.sampled = done;
      });
      return new Promise((done) => setTimeout(done, 80));
    });
    await page.keyboard.press('Enter');
    await page.evaluate(() => window.sample);
  }
  return (await page.evaluate(() => window.samples)).slice(5);
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {Readonly<Record<number, number>>} own by formulas, the median of ours in the same run
 */
export async function measurePeers(browser, own) {
  install();
  const read = (/** @type {string} */ path) => () => readFileSync(join(FOLDER, 'node_modules', path));
  /** @type {[string, string, string][]} */
  const table = [];
  for (const [formulas, median] of Object.entries(own)) {
    const { server, url } = await serve(FOLDER, {
      '/': () => pageOf(Number(formulas)),
      '/hyperformula.js': read('hyperformula/dist/hyperformula.full.min.js'),
      '/handsontable.js': read('handsontable/dist/handsontable.min.js'),
      '/handsontable.css': read('handsontable/styles/handsontable.min.css'),
      '/theme.css': read('handsontable/styles/ht-theme-main.min.css'),
    });
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(url);
    await page.waitForFunction(() => window.sheet?.getCell(2, 3)?.textContent);
    const theirs = quantile(await keystrokes(page), 0.5);
    table.push([
      `${Number(formulas).toLocaleString('en')} formulas: keystroke to painted, Handsontable with HyperFormula; ours as a part of it`,
      `${ms(theirs)}, ${(median / theirs).toFixed(2)}`,
      formulas === '300' ? 'at most 0.35' : '',
    ]);
    await page.close();
    server.close();
  }
  return table;
}
