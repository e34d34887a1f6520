// Measures the import of a table of 100,000 rows by 14 columns in the built app: node test/bench/csv.mjs
// `--quoted`: names that need quotes. `--long`: a row a region and year, so that its twelve columns are pivoted.
// Beside it, in the same page and in turns, a worker that only decodes the file and parses it with PapaParse.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { findChromium } from '../../build/chromium.mjs';
import { longestTask, ms, print, quantile, ROOT, serve } from './shared.mjs';

const ROWS = 100_000;
const TURNS = 7;
const quoted = process.argv.includes('--quoted');
const long = process.argv.includes('--long');

const BARE = `
importScripts('./papaparse.js');
onmessage = async ({ data }) => {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await data.arrayBuffer());
  const start = performance.now();
  const { data: rows } = Papa.parse(text, { delimiter: ',' });
  postMessage(rows.length);
};`;

const { server, url } = await serve(join(ROOT, 'dist'), {
  '/bare.js': () => BARE,
  '/papaparse.js': () => readFileSync(join(ROOT, 'node_modules/papaparse/papaparse.min.js')),
});
const median = (times) => quantile(times, 0.5);

/** In the page, before anything runs: notes how long the reader of tables took for a file. */
function watch() {
  window.reads = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.request?.kind === 'read') {
      const start = performance.now();
      const heard = ({ data }) => {
        if (data.id !== message.id || !data.reply) return;
        window.reads.push(performance.now() - start);
        this.removeEventListener('message', heard);
      };
      this.addEventListener('message', heard);
    }
    return post.call(this, message, ...rest);
  };
}

/** In the page: makes the file once. */
function makeFile([rows, withQuotes, isLong]) {
  const columns = Array.from({ length: 12 }, (_, j) => `Measure ${j + 1}`);
  const years = Array.from({ length: 12 }, (_, i) => 2022 + i);
  const parts = [isLong ? `Region,Year,${columns.join(',')}\n` : `Name,Unit,${years.join(',')}\n`];
  for (let i = 0; i < rows; i++) {
    const values = years.map((_, j) => ((i * 37 + j * 11) % 100_000) / 8);
    const name = withQuotes ? `"Region ${i}, 核心产业"` : `Region ${i} 核心产业`;
    parts.push(
      isLong
        ? `Region ${Math.floor(i / 20)},${2001 + (i % 20)},${values.join(',')}\n`
        : `${name},bn yuan,${values.join(',')}\n`,
    );
  }
  window.table = new File(parts, 'table.csv', { type: 'text/csv' });
  return window.table.size;
}

/** ms that a hand takes at least from the edge of the page to where it lets the file go. */
const DRAG = 300;

/** In the page: drags the file in, drops it, and waits for the frame that shows its first rows; ms from the drop. */
async function preview(drag) {
  const transfer = new DataTransfer();
  transfer.items.add(window.table);
  const send = (type) =>
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  send('dragover');
  await new Promise((done) => setTimeout(done, drag));
  const start = performance.now();
  const shown = new Promise((done) => {
    const look = () =>
      document.querySelectorAll('.importing-table tbody tr').length >= 50
        ? requestAnimationFrame(() => done(performance.now() - start))
        : requestAnimationFrame(look);
    look();
  });
  send('drop');
  return shown;
}

/** In the page: the same file decoded and parsed by PapaParse alone, in a worker that is there already. */
function bare() {
  window.bareWorker ??= new Worker('./bare.js');
  return new Promise((done) => {
    const start = performance.now();
    window.bareWorker.onmessage = () => done(performance.now() - start);
    window.bareWorker.postMessage(window.table);
  });
}

const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
await page.addInitScript(watch);
await page.goto(url);
await page.waitForFunction(() => /2025/.test(document.querySelector('[role="status"]')?.textContent ?? ''));
await page.waitForLoadState('networkidle');
const size = await page.evaluate(makeFile, [ROWS, quoted, long]);
await page.evaluate(bare);

const previews = [];
const bares = [];
await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
for (let turn = 0; turn < TURNS; turn++) {
  previews.push(await page.evaluate(preview, DRAG));
  const before = await page.evaluate(() => window.reads.length);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForFunction((count) => window.reads.length > count, before);
  await page.getByText(`${ROWS.toLocaleString('en')} rows`).waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  bares.push(await page.evaluate(bare));
}
const reads = await page.evaluate(() => window.reads);
const longest = longestTask(await browser.stopTracing());
await browser.close();
server.close();

print([
  [
    `a table of ${ROWS.toLocaleString('en')} rows by 14 columns${quoted ? ', quoted' : ''}`,
    `${(size / 1e6).toFixed(1)} MB`,
    '',
  ],
  ['first rows shown after the drop: the first time', ms(previews[0]), 'at most 300 ms'],
  ['first rows shown after the drop: median', ms(median(previews)), 'at most 300 ms'],
  ['read whole, median', ms(median(reads)), ''],
  ['decoded and parsed by PapaParse alone, median', ms(median(bares)), ''],
  ['ratio', (median(reads) / median(bares)).toFixed(2), 'at most 1.5'],
  ['longest task of the main thread, by the processor', ms(longest.processor), 'at most 50 ms'],
  ['longest task of the main thread, by the clock', ms(longest.clock), ''],
]);
