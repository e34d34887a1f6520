// What a hand does again and again: types another number into the same cell, drags a slider.
import { inTurns, pressEnter, watchPainting } from './painted.mjs';

/** Notes each task that keeps the main thread longer than a ping takes to come back. */
export const watchThread = () => {
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

export const EDITS = 40;

export async function openBench(browser, url, formulas, scenarios = 1) {
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

/** Where a line or cell stands, by the name box, and goes there. @param {string} name */
async function goTo(page, name) {
  const box = page.getByRole('textbox', { name: 'Name box' });
  await box.fill(name);
  await box.press('Enter');
  return box.inputValue();
}

/** The number that is typed in a turn, another one than in the turn before. @param {number} turn */
export const typedIn = (turn) => `${(10 + (turn % 20) + turn / 100).toFixed(2)}%`;

async function watchCell(page, watched) {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(await goTo(page, watched)) ?? [];
  const column = [...letters].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0);
  await watchPainting(page, `[role="grid"] [aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
}

/** A hand that types numbers into a cell of the sheet. @param {string} watched a cell that is computed from it */
export async function handInSheet(page, input, watched) {
  await watchCell(page, watched);
  const home = await goTo(page, input);
  const box = page.getByRole('textbox', { name: 'Name box' });
  return async (turn) => {
    await page.keyboard.type(typedIn(turn));
    const sample = await pressEnter(page);
    await page.keyboard.press('ArrowUp');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
    if ((await box.inputValue()) !== home) throw new Error('the cursor went astray');
    return sample;
  };
}

/** A hand that types numbers into the field of an assumption. */
export async function handInField(page, name, watched) {
  await watchCell(page, watched);
  const field = page.getByRole('textbox', { name: `${name}, value` });
  return async (turn) => {
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(typedIn(turn));
    return pressEnter(page);
  };
}

/** From Enter to the changed text of the watched cell, and to the frame that shows it. */
export async function measureKeystrokes(page, input, watched) {
  const hand = await handInSheet(page, input, watched);
  return (await inTurns({ hand }, EDITS)).hand;
}

export async function measureDrag(page) {
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
    window.answers = 0;
    window.inputs = 0;
    document.addEventListener('input', () => window.inputs++, true);
    window.watching = new MutationObserver(() => window.answers++);
    window.watching.observe(document.querySelector('[role="status"]'), {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const begun = Date.now();
  for (let i = 0; Date.now() - begun < 5000; i++) {
    const share = 0.5 - 0.5 * Math.cos(i / 40);
    await page.mouse.move(box.x + 8 + share * (box.width - 16), y);
  }
  const { frames, longest, longTasks, answers, inputs } = await page.evaluate(() => ({
    answers: window.answers,
    inputs: window.inputs,
    frames: window.frames,
    longest: window.longest,
    longTasks: window.longTasks,
  }));
  await page.mouse.up();
  const seconds = (frames.at(-1) - frames[0]) / 1000;
  return {
    answers: answers / seconds,
    inputs: inputs / seconds,
    rate: (1000 * (frames.length - 1)) / (frames.at(-1) - frames[0]),
    longest,
    longTasks,
  };
}
