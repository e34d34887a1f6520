import { expect, Foresheet, test as fresh, type StorageState } from './foresheet.ts';

/**
 * Somebody comes back to a browser that keeps a document with a trend growth of 20 %, which a page of the app has saved
 * there. The page is not opened yet: a test may first do something to what is kept.
 */
export const test = fresh.extend<{ storageState: StorageState; app: Foresheet }>({
  storageState: async ({ visited }, use) => use(visited),
  app: async ({ page }, use) => {
    const app = new Foresheet(page);
    await use(app);
    expect(app.complaints).toEqual([]);
  },
});
