// Finds the browsers in which the main journey runs, and obtains Firefox and WebKit where Debian's packages bring them.
// Run as a program it prints what it found; all else it has to say goes to stderr.
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';
import { firstThatStarts, hasApt, installWithApt, isExecutable, onPath, run, say } from './programs.mjs';

/**
 * A browser's programs, or why there are none.
 * @typedef {'chromium' | 'firefox' | 'webkit'} BrowserName
 * @typedef {{ path: string, xvfb?: string } | { missing: string }} Found `path`: the browser, of WebKit its driver;
 *   `xvfb`: the screen that it needs
 */

/** @type {readonly BrowserName[]} */
export const BROWSERS = ['chromium', 'firefox', 'webkit'];

/** What brings each of them on Debian; the font, so that Chinese has letters. */
const PACKAGES = { firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'], font: ['fonts-noto-cjk'] };

/** Why a program is no Firefox that starts: Ubuntu's is a stub for a snap. @param {string} path */
async function problemOfFirefox(path) {
  if (!isExecutable(path)) return 'is no program';
  const { code, stdout, problem } = await run(path, ['--version'], { seconds: 60 });
  if (code !== 0) return `does not start (${problem})`;
  return /firefox/i.test(stdout) ? undefined : 'is no Firefox';
}

/** @returns {Promise<Found>} */
async function findFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named) {
    const problem = await problemOfFirefox(named);
    return problem ? { missing: `FIREFOX_PATH names ${named}, which ${problem}` } : { path: named };
  }
  const apps = process.platform === 'darwin' ? ['/Applications/Firefox.app/Contents/MacOS/firefox'] : [];
  const path = await firstThatStarts([...onPath(['firefox-esr', 'firefox']), ...apps], problemOfFirefox);
  return path ? { path } : { missing: 'there is no firefox-esr and no firefox on the PATH, nor a FIREFOX_PATH' };
}

/** WebKitGTK alone: Safari is not driven. @returns {Promise<Found>} */
async function findWebKit() {
  const [path, xvfb] = ['WebKitWebDriver', 'Xvfb'].map((name) => onPath([name]).find(isExecutable));
  if (path && xvfb) return { path, xvfb };
  const missing = [path ? [] : ['WebKitWebDriver'], xvfb ? [] : ['Xvfb']].flat();
  return { missing: `there is no ${missing.join(' and no ')} on the PATH` };
}

/** @returns {Promise<Found>} */
const chromium = () =>
  findChromium().then(
    (path) => ({ path }),
    (error) => ({ missing: error.message }),
  );

/** @type {Record<BrowserName, () => Promise<Found>>} */
const FINDERS = { chromium, firefox: findFirefox, webkit: findWebKit };

/**
 * The programs of some browsers: those of the system, else what apt-get brings as root on Debian and Ubuntu.
 * @param {readonly BrowserName[]} names
 * @returns {Promise<Map<BrowserName, Found>>}
 */
export async function findBrowsers(names) {
  /** @type {Map<BrowserName, Found>} */
  const found = new Map();
  for (const name of names) found.set(name, await FINDERS[name]());
  const wanted = /** @type {const} */ (['firefox', 'webkit']).filter((name) => 'missing' in (found.get(name) ?? {}));
  if (wanted.length === 0 || !hasApt()) return found;
  say(`No ${wanted.join(' and no ')} found; installing with apt-get.`);
  const lists = wanted.map((name) => PACKAGES[name]);
  // All at once; else one of them, since Ubuntu has no firefox-esr.
  await installWithApt(...[lists.flat(), ...lists].map((list) => [...list, ...PACKAGES.font]));
  for (const name of wanted) found.set(name, await FINDERS[name]());
  return found;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [name, found] of await findBrowsers(BROWSERS))
    process.stdout.write(`${name}: ${'path' in found ? found.path : `missing, ${found.missing}`}\n`);
}
