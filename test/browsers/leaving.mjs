// Whoever leaves the page at any moment after Enter finds the edit again, in the one document, and no copy of it.
import { BLANK } from './site.mjs';

/**
 * - `reload`: the page reloads itself; `leave`: it goes elsewhere, and is opened anew; `back`: and by the browser's Back;
 * - `close`: the tab is closed, and the page opened in another; `crash`: its process ends;
 * - `events`: it hears that it is left, and then hidden, and stays.
 * @typedef {'reload' | 'leave' | 'back' | 'close' | 'crash' | 'events'} Way
 * @typedef {object} Trial
 * @property {Way} way
 * @property {number} delay ms from Enter to leaving, by the page's own clock
 * @property {boolean} fresh whether the document was never saved before
 * @property {boolean} slow whether the processor is six times slower
 */

/** ms between Enter and leaving at most. */
const LONGEST = 500;
/** ms in which what was kept is shown again; to wait for what is lost takes all of them. */
const PATIENCE = 20_000;
const SLOWER = 6;

/** Numbers from 0 to 1 that are the same for the same seed. @param {number} seed */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * So many trials of a way, each in a part of the time of its own.
 * @param {Way} way @param {number} count @param {() => number} random @param {boolean} [slow]
 * @returns {Trial[]}
 */
export function trialsOf(way, count, random, slow = false) {
  return Array.from({ length: count }, (_, i) => ({
    way,
    slow,
    delay: way === 'events' ? 0 : Math.round((LONGEST * (i + random())) / count),
    fresh: random() < 1 / 3,
  }));
}

/** Growths that are typed, each another one than that before. @param {number} count */
const growthOf = (count) => (16 + (count % 230) / 10).toFixed(1);

/** @param {Trial} trial */
export const describe = ({ way, delay, fresh, slow }) =>
  `${way} ${delay} ms after Enter${fresh ? ', never saved before' : ''}${slow ? ', slowed down' : ''}`;

/** In the page: leaves it so many ms after the next Enter, or tells then in what state the change is. @param {Way} way @param {number} delay @param {string} elsewhere */
function arm(way, delay, elsewhere) {
  const page = /** @type {{ due: Promise<string> }} */ (/** @type {unknown} */ (globalThis));
  page.due = new Promise((resolve) => {
    const state = document.querySelector('.document-state');
    // Until then it tells of the change before.
    let hasChanged = false;
    const act = () => {
      if (way === 'reload') location.reload();
      else if (way === 'leave' || way === 'back') location.href = elsewhere;
      else if (way === 'events') {
        dispatchEvent(new PageTransitionEvent('pagehide'));
        Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Reflect.deleteProperty(document, 'hidden');
      }
      resolve(hasChanged ? (state?.textContent ?? '') : '');
    };
    const onKey = (/** @type {KeyboardEvent} */ { key }) => {
      if (key !== 'Enter') return;
      removeEventListener('keydown', onKey, true);
      const seen = new MutationObserver(() => {
        hasChanged = true;
      });
      if (state) seen.observe(state, { childList: true, characterData: true, subtree: true });
      setTimeout(act, delay);
    };
    addEventListener('keydown', onKey, true);
  });
}

/** Forgets all that pages of the site kept, and opens it as on a first visit. @param {import('./app.mjs').App} app */
export async function startOver(app) {
  await app.arrive(() => app.driver.goto(app.site.url + BLANK));
  await app.driver.evaluate(async () => {
    sessionStorage.clear();
    localStorage.clear();
    for (const { name = '' } of await indexedDB.databases())
      await new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = resolve;
        deleting.onerror = reject;
      });
  });
  await app.open();
}

/** The page that is left brings another one by itself. @param {Way} way */
const isByItself = (way) => way === 'reload' || way === 'leave' || way === 'back';

/** @param {import('./app.mjs').App} app @param {Way} way */
async function comeBack({ driver, site }, way) {
  // By a timer: a page that goes back at once may be gone before it has answered.
  if (way === 'back') await driver.evaluate(() => void setTimeout(() => history.back()));
  else if (way === 'events') await driver.reload();
  else if (way === 'leave') await driver.goto(site.url);
  else {
    await driver.closeTab();
    await driver.openTab();
    await driver.goto(site.url);
  }
}

/** Makes trials one after another in a browser. */
export class Leaving {
  #typed = 0;
  /** The growth that was kept last. */
  #before = '15.3';
  #isNew = true;
  /** One tab more, without the app, so that the browser stays when the other is closed. */
  #hasSpare = false;

  /** @param {import('./app.mjs').App} app */
  constructor(app) {
    this.app = app;
  }

  /** @param {Trial} trial @throws {Error} that says what was lost */
  async run(trial) {
    try {
      await this.#run(trial);
    } catch (error) {
      this.#isNew = true;
      throw error;
    } finally {
      if (trial.slow) await this.app.driver.throttle?.(1);
    }
  }

  /** @param {Trial} trial */
  async #run({ way, delay, fresh, slow }) {
    const { app } = this;
    const { driver } = app;
    if ((way === 'close' || way === 'crash') && !this.#hasSpare) {
      this.#hasSpare = true;
      this.#isNew = true;
      await app.arrive(() => driver.goto(app.site.url + BLANK));
      await driver.openTab();
    }
    if (fresh || this.#isNew) {
      await startOver(app);
      this.#before = '15.3';
      this.#isNew = false;
    }
    const growth = growthOf(this.#typed++);
    await app.answered();
    await app.go('gd_growth');
    if (slow) await driver.throttle?.(SLOWER);
    await driver.evaluate(arm, way, delay, BLANK);
    const enter = async () => {
      await driver.type(`${growth}%`);
      // The page may be gone before the browser has answered.
      await driver.press('Enter').catch(() => {});
    };
    let told = '';
    if (isByItself(way)) await app.arrive(enter);
    else {
      await enter();
      told = await driver.evaluate(
        () => /** @type {{ due: Promise<string> }} */ (/** @type {unknown} */ (globalThis)).due,
      );
    }
    if (way === 'events') await app.saved();
    if (way === 'crash') await driver.crash?.();
    if (way !== 'reload') await app.arrive(() => comeBack(app, way));
    await app.answered();
    // A crash may take what the page has not called saved.
    const isSure = way !== 'crash' || told === 'Saved';
    const shown = `at ${isSure ? growth : `(${growth}|${this.#before})`} % a year`.replaceAll('.', '\\.');
    const patience = PATIENCE * (slow ? 3 : 1);
    const answer = await app.answered(new RegExp(shown), patience).catch(async () => {
      throw new Error(`lost: ${growth} % was typed, and it shows “${(await app.answered()).slice(0, 60)}…”`);
    });
    this.#before = /at ([\d.]+) % a year/.exec(answer)?.[1] ?? '';
    const isKept = this.#before !== '15.3';
    // What was rescued is in the list as soon as it is saved.
    if (isKept) await app.saved();
    const documents = await app.documents();
    if (documents.length !== (isKept ? 1 : 0) || documents.some((name) => name.includes('(copy)')))
      throw new Error(`not one document: ${JSON.stringify(documents)}`);
  }
}
