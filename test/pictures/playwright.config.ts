import { defineConfig } from '@playwright/test';
import config from '../../playwright.config.ts';

/** The screens of the built app as pictures to be looked at, in `pictures/`: `npm run pictures`. */
export default defineConfig(config, {
  testDir: '.',
  globalSetup: '../e2e/served.ts',
  globalTeardown: './contactSheet.ts',
  outputDir: '../../test-results',
  // Each opens a screen some thirty times over.
  timeout: 180_000,
  use: { ...config.use, actionTimeout: 8_000 },
});
