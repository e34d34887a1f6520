// The question tape beside loops written by hand and the workbook in a loop, in one run.
import { ms } from './shared.mjs';

/** @param {import('playwright-core').Browser} browser @param {string} url */
export async function measureTape(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => /2025/.test(document.querySelector('[role="status"]')?.textContent ?? ''));
  await page.waitForLoadState('networkidle');
  const { compiled, apart, operations, hand, scale, whole, loop } = await page.evaluate(() => window.tape());
  const { goal, bridges } = await page.evaluate(() => window.analyses());
  await page.close();
  const [one, all] = operations;
  /** @type {[string, string, string][]} */
  const table = [
    ['what-if: 10,000 runs of the scale by hand-written loops, median', ms(hand), ''],
    [
      `what-if: the same on a tape of ${one} operations, median`,
      `${ms(scale)}, ${(scale / hand).toFixed(2)} times`,
      'at most 3 times',
    ],
    [`what-if: all lines of a scenario, ${all} operations, median`, ms(whole), ''],
    [
      'what-if: the same by the workbook in a loop',
      `${ms(loop)}, ${(loop / whole).toFixed(0)} times`,
      'at least 250 times',
    ],
    ['what-if: the tape of all lines put together', ms(compiled), ''],
    ['what-if: tape and loops differ at most by', apart.toExponential(1), ''],
  ];
  table.push(['goal seek on the opening model', ms(goal), 'at most 20 ms']);
  for (const [count, took] of Object.entries(bridges))
    table.push([`bridge over ${count} lines`, ms(took), { 10: 'at most 50 ms', 16: 'at most 2 s' }[count] ?? '']);
  return table;
}
