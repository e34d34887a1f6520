import process from 'node:process';
import { defineConfig } from '@playwright/test';

const PORT = Number(process.env.PREVIEW_PORT ?? 4173);
const { CHROMIUM_PATH } = process.env;
const isRoot = process.getuid?.() === 0;

/** Real Chromium on the production build; `build/test.mjs` finds the program and makes the build. */
export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    headless: true,
    baseURL: `http://127.0.0.1:${PORT}/`,
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
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
  },
});
