// From Enter to the frame that shows what it changed: measured alike in every page.

/** A hand leaves ms between two keys; without them the frames of the digits would stand in the way of the one of Enter. */
const BETWEEN_KEYS = 80;

/** In the page: once Enter is pressed, notes when the text of a place changes, and when the frame is there that shows it. */
const watch = (/** @type {string} */ selector) => {
  const text = () => document.querySelector(selector)?.textContent;
  let before = text();
  let start = 0;
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter') return;
      before = text();
      start = event.timeStamp;
    },
    true,
  );
  new MutationObserver(() => {
    if (start === 0 || text() === before) return;
    const begun = start;
    const changed = performance.now() - begun;
    start = 0;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.sampled({ changed, painted: performance.now() - begun });
      port2.postMessage(0);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
};

/** @param {import('playwright-core').Page} page @param {string} selector the place that shows what is computed */
export const watchPainting = (page, selector) => page.evaluate(watch, selector);

/**
 * Presses Enter. @param {import('playwright-core').Page} page
 * @returns {Promise<{ changed: number, painted: number }>} ms until the text had changed, and until it was painted
 */
export async function pressEnter(page) {
  // Waits by a promise: polling would take part in what is measured.
  await page.evaluate((pause) => {
    window.sample = new Promise((done) => {
      window.sampled = done;
    });
    return new Promise((done) => setTimeout(done, pause));
  }, BETWEEN_KEYS);
  await page.keyboard.press('Enter');
  return page.evaluate(() => window.sample);
}

/**
 * Gives hands the same edits in turns, so that what else the machine does slows each of them alike.
 * @param {Readonly<Record<string, (turn: number) => Promise<{ changed: number, painted: number }>>>} hands
 * @param {number} edits
 */
export async function inTurns(hands, edits) {
  /** Until code is compiled it says nothing. */
  const before = 5;
  /** @type {Record<string, { changed: number[], painted: number[] }>} */
  const samples = Object.fromEntries(Object.keys(hands).map((name) => [name, { changed: [], painted: [] }]));
  for (let turn = 0; turn < edits + before; turn++)
    for (const [name, edit] of Object.entries(hands)) {
      const { changed, painted } = await edit(turn);
      if (turn < before) continue;
      samples[name]?.changed.push(changed);
      samples[name]?.painted.push(painted);
    }
  return samples;
}
