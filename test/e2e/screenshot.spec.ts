import { expect, test } from './foresheet.ts';

/** The picture of the README is the built app's own: it is made by this test, and is as new as the last run of it. */
test('the README shows the first screen as it is', async ({ app, page }) => {
  // The drawing comes after the answer; an empty canvas makes a far smaller picture.
  const canvas = page.locator('.chart-plot canvas');
  await expect.poll(async () => (await canvas.screenshot()).length).toBeGreaterThan(6000);
  await expect(app.answer).toContainText('230 bn yuan');
  const picture = await page.screenshot({ path: 'docs/screenshot.png' });
  expect(picture.length).toBeGreaterThan(20_000);
});
