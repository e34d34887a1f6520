import type { BrowserContext, Page } from '@playwright/test';

/** A page of the same origin that is none of the app's: what it does to the store, another program of the origin could do. */
export async function neighbour(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('./icon.svg');
  return page;
}

/** Keeps the store from answering anybody, by a transaction of its own that does not end. @returns what lets go of it */
export async function holdStore(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('foresheet');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const { result: db } = opening;
          const store = db.transaction('records', 'readwrite').objectStore('records');
          const held = globalThis as { letGo?: () => void };
          let isHeld = true;
          held.letGo = () => {
            isHeld = false;
          };
          const goOn = () => {
            resolve();
            if (isHeld) store.get('none').onsuccess = goOn;
            else db.close();
          };
          goOn();
        };
      }),
  );
  return () => page.evaluate(() => (globalThis as { letGo?: () => void }).letGo?.());
}

/** Deletes the whole store, as a person does who clears what the browser keeps. */
export const deleteStore = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('foresheet');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );

/** Does something to each record of the store whose key begins so, as no page of the app would. */
export const rewriteRecords = (page: Page, prefix: string, from: string, to: string | undefined): Promise<void> =>
  page.evaluate(
    ([start = '', part = '', by]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('foresheet');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('records', 'readwrite');
          const cursor = transaction.objectStore('records').openCursor(IDBKeyRange.bound(start, `${start}\uffff`));
          cursor.onsuccess = () => {
            const at = cursor.result;
            if (!at) return;
            if (by === undefined) at.delete();
            else at.update(part === '' ? by : String(at.value).replace(part, by));
            at.continue();
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [prefix, from, to],
  );
