import type { Page } from '@playwright/test';

/** Every number of years that the answer has shown since the page began to load. */
export async function watchAnswers(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    new MutationObserver(() => {
      const [growth] = /[\d.]+ % a year/.exec(document.body?.textContent ?? '') ?? [];
      if (growth) seen.add(growth);
      document.documentElement.dataset.seen = [...seen].join('|');
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return async () => ((await page.evaluate(() => document.documentElement.dataset.seen)) ?? '').split('|');
}
