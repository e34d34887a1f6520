import process from 'node:process';
import { defineConfig } from '@playwright/test';

const { CHROMIUM_PATH, FORESHEET_ADDRESS } = process.env;
const isRoot = process.getuid?.() === 0;

/** Real Chromium on the production build; `build/test.mjs` finds the program and makes the build. */
export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/served.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // What is waited for comes on a busy machine as well, and a test that is green does not wait longer for it.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    headless: true,
    // Where the set-up serves the build.
    baseURL: FORESHEET_ADDRESS,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // It would fetch the whole build in every test; those of what it does allow it.
    serviceWorkers: 'block',
    // A trace of every test costs a third of the run; `npx playwright test --trace on` makes one where it is wanted.
    trace: 'off',
    launchOptions: {
      ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        // One process less: a sixteenth less to do for the same frames.
        '--in-process-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
        // A page that lives for two seconds pays more for the optimising compilers than it gets from them: the quicker one of
        // them compiles only what is called far more often than by default, in pages that many tests share. Without it
        // those cost a sixth more; with both, or sooner, pages of one test do.
        '--js-flags=--no-opt --invocation-count-for-maglev=2000',
      ],
    },
  },
});
