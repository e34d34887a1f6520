import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/foresheet.ts';

const drawn = (page: Page) =>
  expect.poll(async () => (await page.locator('.chart-plot canvas').screenshot()).length).toBeGreaterThan(4000);

test('the README shows a model of one’s own by months', async ({ app, page }) => {
  await app.models.click();
  await app.item('New: from a template…').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Subscriptions by month/ })
    .click();
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await drawn(page);
  await expect(app.saving).toHaveText('Saved');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.screenshot({ path: 'docs/months.png' });
});

test.describe(() => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  test.use({ colorScheme: 'dark', locale: 'zh-CN' });
  test('the README shows the first screen on a phone, in Chinese and in the dark', async ({ app, page }) => {
    await expect(app.answer).toContainText('2299亿元');
    await drawn(page);
    await page.screenshot({ path: 'docs/phone.png' });
  });
});
