import type { BrowserContextOptions } from '@playwright/test';
import { expect, Foresheet, test as fresh } from './foresheet.ts';

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/**
 * Somebody comes back to a browser that keeps a document with a trend growth of 20 %, which a page of the app has saved
 * there. The page is not opened yet: a test may first do something to what is kept.
 */
export const test = fresh.extend<{ storageState: StorageState; app: Foresheet }, { kept: StorageState }>({
  kept: [
    async ({ browser }, use) => {
      // The fixtures of a worker do not know the options of a test.
      const context = await browser.newContext({
        baseURL: process.env.FORESHEET_ADDRESS ?? '',
        serviceWorkers: 'block',
      });
      const app = new Foresheet(await context.newPage());
      await app.open();
      await app.enter('gd_growth', '20%');
      await expect(app.saving).toHaveText('Saved');
      const state = await context.storageState({ indexedDB: true });
      await context.close();
      await use(state);
    },
    { scope: 'worker' },
  ],
  storageState: async ({ kept }, use) => use(kept),
  app: async ({ page }, use) => {
    const app = new Foresheet(page);
    await use(app);
    expect(app.complaints).toEqual([]);
  },
});
