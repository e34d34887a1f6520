// Measures the built app in Chromium and prints a table: npm run bench
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../../build/chromium.mjs';
import { measureAfter } from './after.mjs';
import { ms, print, quantile, ROOT, serve } from './shared.mjs';
import { measureSheet } from './sheet.mjs';

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

/** Notes each task that keeps the main thread longer than a ping takes to come back. */
const watchThread = () => {
  window.longest = 0;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push(entry.duration);
  }).observe({ entryTypes: ['longtask'] });
};

async function openBench(browser, url, formulas, scenarios = 1) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${url}?formulas=${formulas}&scenarios=${scenarios}`);
  await page.waitForFunction(
    () => /2025/.test(document.querySelector('[role="status"]')?.textContent ?? ''),
    undefined,
    { timeout: 60_000 },
  );
  await page.waitForLoadState('networkidle');
  return page;
}

/** From Enter to the changed text of the watched cell, and to the frame that shows it. */
async function measureKeystrokes(page, input, watched) {
  const box = page.getByRole('textbox', { name: 'Name box' });
  await box.fill(watched);
  await box.press('Enter');
  const address = await box.inputValue();
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0);
  await box.fill(input);
  await box.press('Enter');
  const home = await box.inputValue();
  await page.evaluate(
    ([selector]) => {
      window.samples = [];
      let start = 0;
      document.addEventListener(
        'keydown',
        (event) => {
          if (event.key === 'Enter') start = event.timeStamp;
        },
        true,
      );
      const status = document.querySelector(selector) ?? document.querySelector('[role="status"]');
      new MutationObserver(() => {
        if (start === 0) return;
        const changed = performance.now() - start;
        const begun = start;
        start = 0;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            window.samples.push([changed, performance.now() - begun]);
            window.sampled();
          };
          port2.postMessage(0);
        });
      }).observe(status, { subtree: true, childList: true, characterData: true });
    },
    [`[role="grid"] [aria-rowindex="${row}"] > [aria-colindex="${column}"]`],
  );
  for (let i = 0; i < EDITS + 5; i++) {
    await page.keyboard.type(`${(10 + (i % 20) + i / 100).toFixed(2)}%`);
    // Waits by a promise: polling would take part in what is measured. A hand leaves 80 ms between two keys; without
    // that the frames of the digits would stand in the way of the one of Enter.
    await page.evaluate(() => {
      window.sample = new Promise((done) => {
        window.sampled = done;
      });
      return new Promise((done) => setTimeout(done, 80));
    });
    await page.keyboard.press('Enter');
    await page.evaluate(() => window.sample);
    await page.keyboard.press('ArrowUp');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
  }
  if ((await box.inputValue()) !== home) throw new Error('the cursor went astray');
  const samples = (await page.evaluate(() => window.samples)).slice(5);
  return { changed: samples.map(([c]) => c), painted: samples.map(([, p]) => p) };
}

async function measureDrag(page) {
  const slider = page.getByRole('slider', { name: 'Trend growth' });
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  await page.evaluate(watchThread);
  await page.mouse.move(box.x + 8, y);
  await page.mouse.down();
  await page.evaluate(() => {
    window.frames = [];
    const tick = (now) => {
      window.frames.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const begun = Date.now();
  for (let i = 0; Date.now() - begun < 5000; i++) {
    const share = 0.5 - 0.5 * Math.cos(i / 40);
    await page.mouse.move(box.x + 8 + share * (box.width - 16), y);
  }
  const { frames, longest, longTasks } = await page.evaluate(() => ({
    frames: window.frames,
    longest: window.longest,
    longTasks: window.longTasks,
  }));
  await page.mouse.up();
  return { rate: (1000 * (frames.length - 1)) / (frames.at(-1) - frames[0]), longest, longTasks };
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

  const opening = await openBench(browser, bench.url, 0);
  const small = await measureKeystrokes(opening, 'gd_growth', 'gd_growth');
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
} finally {
  await browser.close();
  app.server.close();
  bench.server.close();
}
print(table);
