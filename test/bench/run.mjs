// Measures the built app in Chromium and prints a table: npm run bench
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../../build/chromium.mjs';
import { measureAfter } from './after.mjs';
import { measureDrag, measureKeystrokes, openBench, watchThread } from './hand.mjs';
import { measurePeers } from './peers.mjs';
import { ms, print, quantile, ROOT, serve } from './shared.mjs';
import { measureSheet } from './sheet.mjs';
import { measureTape } from './tape.mjs';

const EDITS = 40;
const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
/** @type {[string, string, string][]} */
const table = [];

/** Everything that a first visit loads by itself, and when the answer stood there. */
async function measureLoad(browser, url) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.addInitScript(() => {
    // The turn in which it came into the document: what is asked for after it can't have come before.
    new MutationObserver((_, observer) => {
      if (!/2025/.test(document.querySelector('[role="status"]')?.textContent ?? '')) return;
      window.answeredAt = performance.now();
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  /** @type {{ name: string, bytes: number, begin: number }[]} */
  const loaded = [];
  page.on('requestfinished', async (request) => {
    const body = await (await request.response())?.body().catch(() => undefined);
    if (body)
      loaded.push({
        name: request.url(),
        bytes: gzipSync(body, { level: 9 }).length,
        begin: request.timing().startTime,
      });
  });
  await page.goto(url);
  await page.waitForFunction(() => window.answeredAt !== undefined);
  await page.waitForLoadState('networkidle');
  // What waits for a while before it loads by itself.
  await new Promise((done) => setTimeout(done, 5000));
  const answeredAt = await page.evaluate(() => window.answeredAt);
  const origin = await page.evaluate(() => performance.timeOrigin);
  // Asked for before it, whether that came or not: which is the same on every machine.
  const before = loaded.filter(({ begin }) => begin < origin + answeredAt);
  const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);
  const isWorker = ({ name }) => /worker-/.test(name);
  const isScript = ({ name }) => name.endsWith('.js');
  table.push(['time to the answer, cold', ms(answeredAt), '']);
  table.push([
    'main-thread script before the answer, gzip',
    kB(sum(before.filter((f) => isScript(f) && !isWorker(f)))),
    'at most 90 kB',
  ]);
  table.push(['worker script, in parallel, gzip', kB(sum(loaded.filter(isWorker))), '']);
  table.push(['everything before the answer, gzip', kB(sum(before)), '']);
  table.push(['everything that a first visit loads, gzip', kB(sum(loaded)), 'at most 365 kB']);
  await page.close();
}

/** From the choice in the menu to the file; the first export loads what makes it. */
async function measureExcel(page) {
  const times = [];
  await page.evaluate(watchThread);
  for (let i = 0; i < 3; i++) {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const item = page.getByRole('menuitem', { name: 'Export Excel' });
    await item.waitFor();
    const downloaded = page.waitForEvent('download');
    const begun = Date.now();
    await item.click();
    await downloaded;
    times.push(Date.now() - begun);
  }
  return { times, longest: await page.evaluate(() => window.longest) };
}

execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
  cwd: ROOT,
  stdio: 'inherit',
});
execFileSync(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '-c', 'test/bench/vite.config.ts'],
  { cwd: ROOT, stdio: 'inherit' },
);
const app = await serve(join(ROOT, 'dist'));
const bench = await serve(join(ROOT, 'node_modules/.cache/foresheet-bench'));
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  await measureLoad(browser, app.url);

  table.push(...(await measureTape(browser, bench.url)));

  const opening = await openBench(browser, bench.url, 0);
  const small = await measureKeystrokes(opening, 'gd_growth', 'gd_trend@2025');
  const bareSmall = await opening.evaluate((edits) => window.bare(300, edits), EDITS);
  table.push(['opening model: bare HyperFormula (300 formulas), median', ms(quantile(bareSmall, 0.5)), '']);
  table.push(['opening model: keystroke to changed DOM, median', ms(quantile(small.changed, 0.5)), 'at most 12 ms']);
  table.push([
    'opening model: keystroke to painted, 90th percentile',
    ms(quantile(small.painted, 0.9)),
    'at most 33 ms',
  ]);
  const drag = await measureDrag(opening);
  table.push(['opening model: slider dragged for 5 s, frames a second', drag.rate.toFixed(1), 'at least 50']);
  table.push(['opening model: longest main-thread task while dragging', ms(drag.longest), '']);
  await opening.close();

  const medium = await openBench(browser, bench.url, 10_000);
  const bare = quantile(await medium.evaluate((edits) => window.bare(10_000, edits), EDITS), 0.5);
  const large = await measureKeystrokes(medium, 'growth', 's_0_x@2025');
  table.push(['10,000 formulas: bare HyperFormula, median', ms(bare), '']);
  table.push([
    '10,000 formulas: keystroke to changed DOM, median',
    ms(quantile(large.changed, 0.5)),
    `at most ${ms(2 * bare + 16)}`,
  ]);
  table.push(['10,000 formulas: keystroke to painted, 90th percentile', ms(quantile(large.painted, 0.9)), '']);
  await medium.close();

  const wide = await openBench(browser, bench.url, 14_000, 4);
  const excel = await measureExcel(wide);
  table.push(['1,000 lines, 14 years, 4 scenarios: Excel file, median', ms(quantile(excel.times, 0.5)), 'at most 2 s']);
  table.push([
    '1,000 lines, 14 years, 4 scenarios: longest main-thread task meanwhile',
    ms(excel.longest),
    'at most 50 ms',
  ]);
  await wide.close();

  if (process.argv.includes('peers')) table.push(...(await measurePeers(browser, bench.url)));

  table.push(...(await measureSheet(browser, bench.url)));
  table.push(...(await measureAfter(browser, bench.url)));

  const huge = await openBench(browser, bench.url, 100_000);
  const bareHuge = quantile(await huge.evaluate(() => window.bare(100_000, 8)), 0.5);
  await huge.evaluate(watchThread);
  const box = huge.getByRole('textbox', { name: 'Name box' });
  await box.fill('growth');
  await box.press('Enter');
  const answer = huge.getByRole('status', { name: 'Answer' });
  for (const typed of ['11%', '12%', '13%', '14%', '16%']) {
    const before = await answer.textContent();
    await huge.keyboard.type(typed);
    await huge.keyboard.press('Enter');
    await huge.waitForFunction((text) => document.querySelector('[role="status"]')?.textContent !== text, before, {
      timeout: 20_000,
    });
    await huge.keyboard.press('ArrowUp');
  }
  const still = await huge.evaluate(() => ({ longest: window.longest, longTasks: window.longTasks }));
  table.push(['100,000 formulas: bare HyperFormula, median', ms(bareHuge), '']);
  table.push(['100,000 formulas: longest main-thread task while they recalculate', ms(still.longest), 'at most 50 ms']);
  const dragged = await measureDrag(huge);
  table.push(['100,000 formulas: longest main-thread task while a slider is dragged', ms(dragged.longest), '']);
  table.push(['100,000 formulas: slider dragged for 5 s, frames a second', dragged.rate.toFixed(1), '']);
  table.push([
    '100,000 formulas: the same, new answers a second, of so many moves',
    `${dragged.answers.toFixed(1)} of ${dragged.inputs.toFixed(1)}`,
    'each',
  ]);
  const typed = await measureKeystrokes(huge, 'growth', 's_0_x@2025');
  const part = quantile(typed.painted, 0.5) / bareHuge;
  table.push([
    '100,000 formulas: keystroke to painted, median, as a part of bare HyperFormula',
    `${ms(quantile(typed.painted, 0.5))}, ${part.toFixed(2)}`,
    'at most 0.25',
  ]);
} finally {
  await browser.close();
  app.server.close();
  bench.server.close();
}
print(table);
