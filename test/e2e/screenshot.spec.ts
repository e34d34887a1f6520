import { expect, test } from './foresheet.ts';

/** The picture of the README is the built app's own: it is made by this test, and is as new as the last run of it. */
test('the README shows the first screen as it is', async ({ app, page }) => {
  await expect(page.locator('.chart-plot canvas')).toBeVisible();
  // The drawing comes after the answer: it is there once the canvas has the size of its box and something on it.
  await expect
    .poll(() =>
      page.locator('.chart-plot canvas').evaluate((canvas: HTMLCanvasElement) => {
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
        return pixels?.some((value) => value !== 0) ?? false;
      }),
    )
    .toBe(true);
  await expect(app.answer).toContainText('230 bn yuan');
  const picture = await page.screenshot({ path: 'docs/screenshot.png' });
  expect(picture.length).toBeGreaterThan(20_000);
});
