// WebKit by its own driver, which starts WebKitGTK's small browser on a screen that nobody sees.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import process from 'node:process';
import { drag, press, type } from './actions.mjs';
import { SIZE, until } from './driver.mjs';
import { end, makeFolder, start, written } from './processes.mjs';
import { commands } from './webdriver.mjs';

/** The bar of tabs and address takes a part of the window. */
const BARS = 38;

/** A port that nobody has at the moment; the driver can't choose one itself. @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** @param {{ path: string, xvfb?: string }} found @returns {Promise<import('./driver.mjs').Driver>} */
export async function webkit({ path, xvfb = 'Xvfb' }) {
  const stdio = /** @type {const} */ (['ignore', 'ignore', 'ignore', 'pipe']);
  const args = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const screen = start(xvfb, args, { stdio: [...stdio] });
  const display = await written(screen, /** @type {any} */ (screen.stdio[3]), /(\d+)\n/);
  const home = makeFolder('webkit');
  const env = {
    DISPLAY: `:${display}`,
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    LC_ALL: 'C.UTF-8',
    NO_AT_BRIDGE: '1',
    // Without a graphics card it draws several times faster by itself than by OpenGL's emulation of one.
    WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
    // Its sandbox takes no root.
    ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
  };
  const port = await freePort();
  const driver = start(path, [`--port=${port}`], { env });
  const command = commands(`http://127.0.0.1:${port}`);
  await until('WebKitWebDriver to answer', async () => (await command('GET', '/status')) !== undefined);
  // It may wait for ever for a page that reloads itself.
  const options = { pageLoadStrategy: 'none', 'webkitgtk:browserOptions': { args: ['--automation'] } };
  const { sessionId, capabilities } = await command('POST', '/session', { capabilities: { alwaysMatch: options } });
  const send = (
    /** @type {'GET' | 'POST' | 'DELETE'} */ method,
    /** @type {string} */ at,
    /** @type {object} */ body,
  ) => command(method, `/session/${sessionId}${at}`, body);
  /** @type {string[]} */
  const tabs = [await send('GET', '/window', {})];
  const enter = () => send('POST', '/window', { handle: tabs.at(-1) });
  const perform = (/** @type {object[]} */ actions) => send('POST', '/actions', { actions });
  const resize = (/** @type {number} */ width, /** @type {number} */ height) =>
    send('POST', '/window/rect', { width, height: height + BARS });
  await resize(SIZE.width, SIZE.height);
  const execute = (/** @type {string} */ script, /** @type {unknown[]} */ ...args) =>
    send('POST', '/execute/sync', { script, args });

  return {
    name: 'webkit',
    version: `WebKitGTK ${capabilities.browserVersion}`,
    goto: (url) => send('POST', '/url', { url }),
    reload: () => send('POST', '/refresh', {}),
    evaluate: async (fn, ...given) => {
      const script = `const value = (${fn})(...JSON.parse(arguments[0]));
        return value instanceof Promise ? value.then(JSON.stringify) : JSON.stringify(value);`;
      const text = await execute(script, JSON.stringify(given));
      return typeof text === 'string' ? JSON.parse(text) : undefined;
    },
    press: (chord) => perform(press(chord)),
    type: (text) => perform(type(text)),
    drag: (...places) => perform(drag(places)),
    chooseFile: async (selector, file) => {
      const element = await send('POST', '/element', { using: 'css selector', value: selector });
      await send('POST', `/element/${Object.values(element)[0]}/value`, { text: file });
    },
    resize,
    screenshot: async (file) => writeFileSync(file, Buffer.from(await send('GET', '/screenshot', {}), 'base64')),
    // A window: a tab of the same one would be hidden.
    openTab: async () => {
      const { handle } = await send('POST', '/window/new', { type: 'window' });
      tabs.push(handle);
      await enter();
      await resize(SIZE.width, SIZE.height);
      await until('the window to be there', () => execute('return document.readyState === "complete"'));
    },
    closeTab: async () => {
      // One that closed itself is no longer there.
      await send('DELETE', '/window', {}).catch(() => {});
      tabs.pop();
      await enter();
    },
    uncrashable: 'its driver ends the session with the page, and what was kept goes with the session',
    close: async () => {
      await send('DELETE', '', {}).catch(() => {});
      end(driver);
      end(screen);
    },
  };
}
