import type { Page } from '@playwright/test';

/** What a plain loop over 400,000 numbers takes in the page here and now, in ms: other times there are told in it. */
export const plainLoop = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const times = Array.from({ length: 5 }, () => {
      const begun = performance.now();
      const values = new Map<number, number>();
      for (let i = 0; i < 400_000; i++) values.set(i, i / 8);
      return performance.now() - begun;
    });
    return times.sort((a, b) => a - b)[2] ?? Number.NaN;
  });
