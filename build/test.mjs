// Runs every check in order and stops at the first that fails; its last line counts the tests.
// With names of stages behind it, runs these only: node build/test.mjs build browser
// Some stages run only where they are named. --as: what the last line calls the run.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findChromium } from './chromium.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, notRun?: readonly string[] }} Counts `notRun`: what
 *   could not be tried on this machine, with the reason
 * @typedef {{ script: string, args: readonly string[], env?: NodeJS.ProcessEnv, node?: readonly string[] }} Command a
 *   script by its path below the project, what it is started with, and options for Node
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<Command>} command
 * @property {() => Counts} [count] reads the tests' report, and throws where there is none
 */

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const REPORTS = join(ROOT, 'node_modules', '.cache', 'foresheet-test');
const UNIT_REPORT = join(REPORTS, 'unit.json');
const BROWSER_REPORT = join(REPORTS, 'browser.json');
const BROWSERS_REPORT = join(REPORTS, 'browsers.json');

/** @param {string} path */
const readReport = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @returns {Counts} */
function countUnit() {
  const report = readReport(UNIT_REPORT);
  // A file that can't be loaded has failed without a single test.
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @typedef {{ specs?: { title: string, tests: { annotations: { type: string }[] }[] }[], suites?: Suite[] }} Suite
 */

/** Tests whose shared page the next one could not use, which costs seconds each. @param {Suite} suite @returns {string[]} */
const leavers = ({ specs = [], suites = [] }) => [
  ...specs
    .filter(({ tests }) =>
      tests.some(({ annotations }) => annotations.some(({ type }) => type === 'page not used again')),
    )
    .map(({ title }) => title),
  ...suites.flatMap(leavers),
];

/** @returns {Counts} */
function countBrowser() {
  const report = readReport(BROWSER_REPORT);
  const { stats, errors } = report;
  const left = leavers(report);
  if (left.length > 0) console.log(`\nshared pages that were not used again: ${left.length}\n  ${left.join('\n  ')}`);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  };
}

/** @returns {Counts} */
const countBrowsers = () => ({ skipped: 0, ...readReport(BROWSERS_REPORT) });

/** Ends a program whose run is gone. */
const LEASH = new URL('leash.mjs', import.meta.url).href;

const VITEST = 'node_modules/vitest/vitest.mjs';
const VITEST_REPORTS = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];

/** The built app in other browsers, or by volume in all. @param {readonly string[]} args @returns {Command} */
const inBrowsers = (...args) => ({
  script: 'test/browsers/run.mjs',
  args,
  env: { FORESHEET_REPORT: BROWSERS_REPORT },
  // Node 20 has the client of WebSockets behind an option.
  node: ['--experimental-websocket'],
});

/** @type {Record<'types' | 'lint' | 'unit' | 'build' | 'browser' | 'browsers' | 'hostile' | 'leaving' | 'pictures', Stage>} */
const STAGES = {
  types: {
    name: 'types',
    command: async () => ({ script: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] }),
  },
  lint: {
    name: 'lint',
    command: async () => ({
      script: 'node_modules/@biomejs/biome/bin/biome',
      args: ['check', '--error-on-warnings', '.'],
    }),
  },
  unit: {
    name: 'unit',
    command: async () => ({ script: VITEST, args: ['run', ...VITEST_REPORTS] }),
    count: countUnit,
  },
  build: {
    name: 'build',
    command: async () => ({ script: 'node_modules/vite/bin/vite.js', args: ['build'] }),
  },
  browser: {
    name: 'browser',
    command: async () => ({
      script: 'node_modules/@playwright/test/cli.js',
      args: ['test', '--reporter=list,json'],
      env: { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_REPORT },
    }),
    count: countBrowser,
  },
  browsers: {
    name: 'browsers',
    command: async () => inBrowsers(),
    count: countBrowsers,
  },
  hostile: {
    name: 'hostile',
    // Those tests that take their number of runs from there.
    command: async () => ({
      script: VITEST,
      args: ['related', '--run', 'test/runs.ts', ...VITEST_REPORTS],
      env: { FORESHEET_VOLUME: '1' },
    }),
    count: countUnit,
  },
  leaving: {
    name: 'leaving',
    command: async () => inBrowsers('--volume'),
    count: countBrowsers,
  },
  pictures: {
    name: 'pictures',
    command: async () => ({
      script: 'node_modules/@playwright/test/cli.js',
      args: ['test', '--config=test/pictures/playwright.config.ts', '--reporter=list,json'],
      env: { CHROMIUM_PATH: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER_REPORT },
    }),
    count: countBrowser,
  },
};

/** Two cores: the types, the lint and the build beside the unit tests; the rest alone. */
const LANES = [
  [[STAGES.types, STAGES.lint, STAGES.build], [STAGES.unit]],
  [[STAGES.browser]],
  [[STAGES.browsers]],
  [[STAGES.hostile]],
  [[STAGES.leaving]],
  [[STAGES.pictures]],
];

/** Stages that run only where they are named. @type {ReadonlySet<Stage>} */
const NAMED = new Set([STAGES.browsers, STAGES.hostile, STAGES.leaving, STAGES.pictures]);

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const notRun = [];
/** @type {string | undefined} */
let stoppedAt;

/**
 * Runs a script to its end.
 * @param {Command} command
 * @param {boolean} live whether its output is shown as it comes, or kept for its end so that two do not mix
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run({ script, args, env = {}, node = [] }, live) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', LEASH, ...node, join(ROOT, script), ...args], {
      cwd: ROOT,
      env: {
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
        ...process.env,
        FORESHEET_RUN: `${process.pid}`,
        ...env,
      },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe', 'ipc'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => {
      running.delete(child);
      done({ code: null, output: output + error.message });
    });
    child.on('close', (code) => {
      running.delete(child);
      done({ code, output });
    });
  });
}

/**
 * @param {Stage} stage
 * @param {boolean} live
 */
async function runStage(stage, live) {
  const start = performance.now();
  let failure = '';
  let output = '';
  try {
    const result = await run(await stage.command(), live);
    output = result.output.trim();
    if (result.code !== 0) failure = 'failed';
    if (stage.count) {
      const counts = stage.count();
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
      notRun.push(...(counts.notRun ?? []));
      if (counts.passed + counts.failed === 0 && !counts.notRun?.length) failure ||= 'ran no test';
    }
  } catch (error) {
    failure ||= `failed: ${error instanceof Error ? error.message : error}`;
  }
  // Another lane failed meanwhile and ended this one.
  if (stoppedAt) return;
  if (failure) stoppedAt = stage.name;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${output ? `\n${output}\n` : ''}\n${stage.name}: ${failure || 'ok'}, ${seconds} s`);
  if (failure) for (const child of running) child.kill();
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    stoppedAt ??= signal;
    for (const child of running) child.kill();
  });
}

const { values, positionals: names } = parseArgs({ allowPositionals: true, options: { as: { type: 'string' } } });
const unknown = names.filter((name) => !Object.hasOwn(STAGES, name));
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(', ')}; there are ${Object.keys(STAGES).join(', ')}.`);
  process.exit(2);
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
for (const lanes of LANES) {
  const wanted = lanes
    .map((lane) => lane.filter((stage) => (names.length === 0 ? !NAMED.has(stage) : names.includes(stage.name))))
    .filter((lane) => lane.length > 0);
  await Promise.all(
    wanted.map(async (lane) => {
      for (const stage of lane) if (!stoppedAt) await runStage(stage, wanted.length === 1);
    }),
  );
  if (stoppedAt) break;
}

if (stoppedAt) console.log(`\nstopped at: ${stoppedAt}`);
for (const what of notRun) console.log(`not run: ${what}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${values.as ?? 'foresheet'}: ${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = stoppedAt ? 1 : 0;
