// Drives the built app in Firefox, WebKit and Chromium: the main journey, and leaving the page at any moment.
// node --experimental-websocket test/browsers/run.mjs [--volume] [--way leave]… [firefox] [webkit] [chromium]
// --volume: no journey, and as many trials of leaving as are held to be enough, FORESHEET_TRIALS of each way.
// --way: only these ways of leaving.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { BROWSERS, findBrowsers } from '../../build/browsers.mjs';
import { App } from './app.mjs';
import { chromium } from './drivers/chromium.mjs';
import { firefox } from './drivers/firefox.mjs';
import { Stuck } from './drivers/stuck.mjs';
import { webkit } from './drivers/webkit.mjs';
import { journey } from './journey.mjs';
import { describe, Leaving, randomFrom, trialsOf } from './leaving.mjs';
import { Report } from './report.mjs';
import { openSite } from './site.mjs';

/** @typedef {import('./leaving.mjs').Trial} Trial */

const OPENERS = { chromium, firefox, webkit };

/**
 * How many trials of each way `npm run test:browsers` makes, and how many with a slower processor. A tab that is closed
 * has half a second for its last words, which a busy machine may need for other things: slowed down, by volume alone.
 */
const SAMPLE = { reload: 4, leave: 3, back: 2, close: 3, crash: 2, events: 2 };
const SLOW_SAMPLE = { reload: 3, leave: 1, close: 0 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { volume: { type: 'boolean' }, way: { type: 'string', multiple: true } },
});
const names = BROWSERS.filter((name) => positionals.length === 0 || positionals.includes(name));
const seed = Number(process.env.FORESHEET_SEED ?? Date.now() % 1e9);
const volume = Number(process.env.FORESHEET_TRIALS ?? 100);
const report = new Report();

/** @param {Record<string, number>} sample @param {() => number} random @param {boolean} slow */
const trials = (sample, random, slow) =>
  Object.entries(sample)
    .filter(([way]) => values.way?.includes(way) ?? true)
    .flatMap(([way, count]) =>
      trialsOf(/** @type {Trial['way']} */ (way), values.volume ? volume : count, random, slow),
    );

/** A browser with the page; it is opened anew where its driver has got stuck, which is no fault of the page. */
class Session {
  /** @type {App | undefined} */
  app;
  /** @type {import('./site.mjs').Site | undefined} */
  #site;

  /** @param {(typeof names)[number]} name @param {{ path: string }} found */
  constructor(name, found) {
    this.name = name;
    this.found = found;
  }

  async open() {
    await this.close();
    this.#site = await openSite();
    this.app = new App(await OPENERS[this.name](this.found), this.#site);
    return this.app;
  }

  /** @param {() => Promise<unknown>} work @param {number} [again] */
  async unstuck(work, again = 2) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Stuck)) throw error;
      if (again === 0) throw new Error(`${error.message}, again and again`);
      console.log(`          ${error.message}; opening ${this.name} again`);
      await this.open();
      await this.unstuck(work, again - 1);
    }
  }

  async close() {
    await this.app?.driver.close();
    this.#site?.close();
    this.app = undefined;
  }
}

/** @param {Session} session @param {App} app */
async function leave(session, { driver }) {
  const { name, uncrashable, throttle } = driver;
  if (uncrashable) report.leaveOut(`a crash in ${name}: ${uncrashable}`);
  const random = randomFrom(seed);
  const all = [...trials(SAMPLE, random, false), ...(throttle ? trials(SLOW_SAMPLE, random, true) : [])];
  /** @type {Leaving | undefined} */
  let leaving;
  /** @type {Map<string, number[]>} */
  const counts = new Map();
  for (const trial of all) {
    if (trial.way === 'crash' && uncrashable) continue;
    const isKept = await report.try(describe(trial), () =>
      session.unstuck(async () => {
        if (!session.app) return;
        if (leaving?.app !== session.app) leaving = new Leaving(session.app);
        await leaving.run(trial);
      }),
    );
    // Nobody knows what a trial that failed has left behind: the next one tells of itself alone.
    if (!isKept) await session.unstuck(() => session.open());
    const group = `${trial.way}${trial.slow ? ', slowed down' : ''}`;
    const [kept = 0, made = 0] = counts.get(group) ?? [];
    counts.set(group, [kept + Number(isKept), made + 1]);
  }
  for (const [group, [kept, made]] of counts) console.log(`${name}, ${group}: kept ${kept} of ${made}`);
}

for (const [name, found] of await findBrowsers(names)) {
  if ('missing' in found) {
    report.leaveOut(`${name}: ${found.missing}`);
    continue;
  }
  const session = new Session(name, found);
  try {
    const app = await session.open();
    console.log(`\n${app.driver.version} (seed ${seed})`);
    // In Chromium many more tests make the journey.
    if (!values.volume && name !== 'chromium')
      await session.unstuck(async () => {
        const made = new Report();
        if (session.app) await journey(session.app, made);
        report.add(made);
      });
    await leave(session, app);
  } catch (error) {
    await report.try(`${name} goes on to the end`, () => Promise.reject(new Error(String(error))));
  }
  await session.close();
}

// Who asked for a report counts and says it.
const { FORESHEET_REPORT } = process.env;
if (FORESHEET_REPORT) report.write(FORESHEET_REPORT);
else {
  for (const what of report.notRun) console.log(`not run: ${what}`);
  console.log(`\nbrowsers: ${report.passed} passed, ${report.failed} failed`);
}
process.exit(report.failed > 0 ? 1 : 0);
