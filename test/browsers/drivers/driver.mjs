import { Stuck } from './stuck.mjs';

/**
 * A browser as the tests drive it, whatever it is. One of its tabs is the one that all is done in.
 * @typedef {object} Driver
 * @property {import('../../../build/browsers.mjs').BrowserName} name
 * @property {string} version
 * @property {(address: string) => Promise<void>} goto
 * @property {() => Promise<void>} reload
 * @property {<A extends readonly unknown[], R>(fn: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate
 *   calls a function in the page, with arguments that JSON can say; what it promises is waited for
 * @property {(chord: string) => Promise<void>} press a key, with those that are held meanwhile: `Control+z`
 * @property {(text: string) => Promise<void>} type
 * @property {(...places: { x: number, y: number }[]) => Promise<void>} drag one place is a click
 * @property {(selector: string, path: string) => Promise<void>} chooseFile
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(path: string) => Promise<void>} screenshot
 * @property {() => Promise<void>} openTab opens an empty tab and goes on in it
 * @property {() => Promise<void>} closeTab closes the tab, also where it has crashed, and goes on in the one before
 * @property {() => Promise<void>} [crash] ends the process of the page; where it can't be done, `uncrashable` says why
 * @property {string} [uncrashable]
 * @property {(rate: number) => Promise<void>} [throttle] makes the page's processor so many times slower
 * @property {() => Promise<void>} close
 */

/** Size of the page in which the tests are made. */
export const SIZE = { width: 1280, height: 800 };

/** ms between two looks at what is waited for. */
const LOOK = 40;
/** ms in which a busy machine gets anything done that does not fail. */
const PATIENCE = 60_000;

/**
 * Waits until something holds, and gives it.
 * @template T
 * @param {string} what what is waited for
 * @param {() => Promise<T>} look may throw while a page comes and goes
 * @param {number} [patience] ms
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, look, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last = '';
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
      last = '';
    } catch (error) {
      if (error instanceof Stuck) throw error;
      last = `: ${error instanceof Error ? error.message : error}`;
    }
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s for ${what}${last}`);
    await new Promise((done) => setTimeout(done, LOOK));
  }
}
