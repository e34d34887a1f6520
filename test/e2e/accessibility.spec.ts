import { findings } from './axe.ts';
import { expect, test } from './foresheet.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height } });

      test('axe finds nothing on the page, in either language and with errors shown; it is no wider than the screen', async ({
        app,
        page,
      }) => {
        expect(await findings(page)).toEqual([]);
        await app.enter('gd_scale@2023', '=1/0');
        await app.go('gd_scale@2023');
        await expect(app.message).toBeVisible();
        expect(await findings(page)).toEqual([]);
        await app.button('中文').click();
        await expect(app.answer).toContainText('按2023年11月已知数据');
        expect(await findings(page)).toEqual([]);
        const wide = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(await wide()).toBe(0);
        await app.button('English').click();
        await expect(app.answer).toContainText('As known in November 2023');
        expect(await wide()).toBe(0);
      });
    });
  }
}

test('the main journey is done by keyboard alone', async ({ app, page }) => {
  // Tab until the slider of trend growth has the focus, change it, read the answer.
  const reached = () => page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext') === '15.3%');
  for (let i = 0; i < 40 && !(await reached()); i++) await page.keyboard.press('Tab');
  expect(await reached()).toBe(true);
  await page.keyboard.press('PageUp');
  await expect(app.answer).not.toContainText('at 15.3 % a year');
  await page.keyboard.press('Control+z');
  await expect(app.answer).toContainText('at 15.3 % a year');
  // On to the sheet: an override, read back, undone.
  await app.nameBox.focus();
  await page.keyboard.type('gd_growth');
  await page.keyboard.press('Enter');
  await page.keyboard.type('26%');
  await page.keyboard.press('Enter');
  await expect(app.answer).toContainText('Guangdong reaches 300 bn yuan');
  await page.keyboard.press('Control+z');
  await expect(app.answer).toContainText('Guangdong reaches 230 bn yuan');
});

test('the chart reads its values by keyboard, and says them as a table', async ({ app, page }) => {
  const chart = page.getByRole('slider', { name: 'Industry scale, Guangdong AI hub' });
  await chart.focus();
  await page.keyboard.press('Home');
  await expect(chart).toHaveAttribute('aria-valuetext', /^2022, bn yuan: Base 150/);
  await page.keyboard.press('ArrowRight');
  await expect(chart).toHaveAttribute('aria-valuetext', /^2023, bn yuan: Base 173/);
  await expect(app.chartData.getByRole('row', { name: /^2025 229\.9/ })).toHaveCount(1);
});
