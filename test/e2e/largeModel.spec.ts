import type { Page } from '@playwright/test';
import { LARGE, largeModelFile } from '../fixtures/large.ts';
import { given, Importing } from './importing.ts';
import { expect, test } from './optimised.ts';
import { plainLoop } from './plainLoop.ts';

/** In the page: how long the thread let nobody else in since the last look, in ms. */
const watchTasks = () => {
  const seen = { longest: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  Object.assign(window, { seen });
};
const longest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { seen } = window as unknown as { seen: { longest: number } };
    const { longest } = seen;
    seen.longest = 0;
    return longest;
  });

test('500 lines of 480 months are computed scenario by scenario, told of, and used meanwhile', async ({
  app,
  page,
}) => {
  test.slow();
  await page.evaluate(watchTasks);
  await new Importing(app).choose(given('large.yaml', largeModelFile(2), 'application/yaml'));
  await test.step('the base first, which is shown while the others are on their way', async () => {
    await expect(page.getByRole('progressbar', { name: 'Calculating “Base”' })).toBeVisible({ timeout: 30_000 });
    // The page answers meanwhile.
    await app.go('d_0_price');
    await expect(app.formulaBar).toHaveValue('40');
    await expect(app.answer).toContainText('Cash: ', { timeout: 60_000 });
    await expect(page.getByText('Not drawn yet, being calculated: “Plan 1”, “Plan 2”.')).toBeVisible();
  });
  await test.step('an edit of the base moves every cell that follows, and is saved', async () => {
    const before = await app.answer.textContent();
    await app.enter('d_1_price', '45');
    await expect(app.answer).not.toHaveText(before ?? '');
    await expect(app.saving).toHaveText('Saved');
  });
  await test.step('it is scrolled through to its end', async () => {
    await page.keyboard.press('Control+End');
    await expect(app.nameBox).toHaveValue(`RO${LARGE.lines + 1}`);
    expect(await app.grid.getByRole('row').count()).toBeLessThan(60);
    await expect(app.grid.getByRole('columnheader', { name: '2029-12' })).toBeVisible();
  });
  await test.step('another scenario has the edits that were made before it was there; a third has no room', async () => {
    await app.tab('Plan 1').click();
    await expect(app.answer).toContainText('Plan 1', { timeout: 60_000 });
    await app.go('d_0_price');
    await expect(app.at('C5')).toHaveText('50.00');
    await app.go('d_1_price');
    await expect(app.at('C55')).toHaveText('45.00');
    await expect(page.getByRole('progressbar', { name: /^Calculating/ })).toHaveCount(0);
    await expect(page.getByText('Not drawn: “Plan 2”. With them more than 500,000 formulas')).toBeVisible();
  });
  await test.step('what can not be compared says so, and what to take away', async () => {
    await app.button('Compare').click();
    const told = page.getByRole('alert').filter({ hasText: 'Not compared' });
    await expect(told).toContainText(/“Base” has 216,000 formulas, “Plan 1” has 220,8\d\d formulas/);
    await expect(told).toContainText(/450 lines have a formula in each of 480 periods: \d+ lines or \d+ periods fewer/);
  });
  // 3 beside busy neighbours.
  const seen = await longest(page);
  expect(seen / (await plainLoop(page)), `${seen} ms`).toBeLessThan(15);
});
