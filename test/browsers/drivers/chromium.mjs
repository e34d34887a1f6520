// Chromium by Playwright, which the browser tests have anyway; what it has no word for by the devtools protocol.
import process from 'node:process';
import { chromium as launcher } from 'playwright-core';
import { SIZE } from './driver.mjs';

/** @param {{ path: string }} found @returns {Promise<import('./driver.mjs').Driver>} */
export async function chromium({ path }) {
  const browser = await launcher.launch({
    executablePath: path,
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking'],
    // Those of the run end it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const context = await browser.newContext({ viewport: SIZE, locale: 'en-US', acceptDownloads: true });
  /** @type {import('playwright-core').Page[]} */
  const tabs = [await context.newPage()];
  const tab = () => /** @type {import('playwright-core').Page} */ (tabs.at(-1));
  /** @type {WeakMap<object, Promise<import('playwright-core').CDPSession>>} */
  const sessions = new WeakMap();
  const devtools = () => {
    const session = sessions.get(tab()) ?? context.newCDPSession(tab());
    sessions.set(tab(), session);
    return session;
  };

  return {
    name: 'chromium',
    version: `Chromium ${browser.version()}`,
    goto: async (url) => void (await tab().goto(url)),
    reload: async () => void (await tab().reload()),
    evaluate: async (fn, ...given) => {
      const text = await tab().evaluate(`(async () => JSON.stringify(await (${fn})(...${JSON.stringify(given)})))()`);
      return text === undefined ? undefined : JSON.parse(/** @type {string} */ (text));
    },
    press: (chord) => tab().keyboard.press(chord),
    type: (text) => tab().keyboard.type(text),
    drag: async (...places) => {
      const { mouse } = tab();
      for (const [i, { x, y }] of places.entries()) {
        await mouse.move(x, y);
        if (i === 0) await mouse.down();
      }
      await mouse.up();
    },
    chooseFile: (selector, file) => tab().locator(selector).setInputFiles(file),
    resize: (width, height) => tab().setViewportSize({ width, height }),
    screenshot: async (file) => void (await tab().screenshot({ path: file })),
    openTab: async () => void tabs.push(await context.newPage()),
    closeTab: async () => {
      await tabs.pop()?.close();
      await tab().bringToFront();
    },
    crash: async () => {
      const page = tab();
      const crashed = new Promise((resolve) => page.once('crash', resolve));
      const session = await devtools();
      // It is never answered.
      session.send('Page.crash').catch(() => {});
      await crashed;
    },
    throttle: async (rate) => void (await (await devtools()).send('Emulation.setCPUThrottlingRate', { rate })),
    close: () => browser.close(),
  };
}
