// Firefox by WebDriver BiDi, which it speaks itself.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drag, press, type } from './actions.mjs';
import { connect } from './bidi.mjs';
import { killPageProcesses } from './crash.mjs';
import { SIZE } from './driver.mjs';
import { end, makeFolder, start, written } from './processes.mjs';

/** Nothing of it asks, tells or fetches. */
const PREFERENCES = {
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.download.alwaysOpenPanel': false,
  'browser.download.folderList': 2,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'intl.accept_languages': 'en-US',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** @param {{ path: string }} found @returns {Promise<import('./driver.mjs').Driver>} */
export async function firefox({ path }) {
  const profile = makeFolder('firefox');
  const preferences = { ...PREFERENCES, 'browser.download.dir': profile };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const browser = start(path, args, { env: { MOZ_CRASHREPORTER_DISABLE: '1' } });
  const address = await written(browser, browser.stderr, /WebDriver BiDi listening on (ws:\S+)/);
  const { send, close } = await connect(`${address}/session`);
  const { capabilities } = await send('session.new', { capabilities: {} });
  const { contexts } = await send('browsingContext.getTree', { maxDepth: 0 });
  /** @type {string[]} */
  const tabs = [contexts[0].context];
  const context = () => tabs.at(-1);
  const perform = (/** @type {object[]} */ actions) => send('input.performActions', { context: context(), actions });
  /** @param {string} declaration @param {...object} given */
  const call = async (declaration, ...given) => {
    const { result, exceptionDetails } = await send('script.callFunction', {
      functionDeclaration: declaration,
      arguments: given,
      target: { context: context() },
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result;
  };
  const resize = (/** @type {number} */ width, /** @type {number} */ height) =>
    send('browsingContext.setViewport', { context: context(), viewport: { width, height } });
  await resize(SIZE.width, SIZE.height);

  return {
    name: 'firefox',
    version: `Firefox ${capabilities.browserVersion}`,
    goto: (url) => send('browsingContext.navigate', { context: context(), url, wait: 'complete' }),
    reload: () => send('browsingContext.reload', { context: context(), wait: 'complete' }),
    evaluate: async (fn, ...given) => {
      const declaration = `async (given) => JSON.stringify(await (${fn})(...JSON.parse(given)))`;
      const { value } = await call(declaration, { type: 'string', value: JSON.stringify(given) });
      return value === undefined ? undefined : JSON.parse(value);
    },
    press: (chord) => perform(press(chord)),
    type: (text) => perform(type(text)),
    drag: (...places) => perform(drag(places)),
    chooseFile: async (selector, file) => {
      const { sharedId } = await call('(selector) => document.querySelector(selector)', {
        type: 'string',
        value: selector,
      });
      await send('input.setFiles', { context: context(), element: { sharedId }, files: [file] });
    },
    resize,
    screenshot: async (file) => {
      const { data } = await send('browsingContext.captureScreenshot', { context: context() });
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
    openTab: async () => {
      const { context: tab } = await send('browsingContext.create', { type: 'tab' });
      tabs.push(tab);
      await resize(SIZE.width, SIZE.height);
    },
    closeTab: async () => {
      const tab = tabs.pop();
      // One that closed itself is no longer there.
      await send('browsingContext.close', { context: tab }).catch(() => {});
      await send('browsingContext.activate', { context: context() });
    },
    crash: async () => killPageProcesses(browser.pid, /-contentproc\b.*\btab$/),
    close: async () => {
      close();
      end(browser);
    },
  };
}
