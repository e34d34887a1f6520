import type { Page } from '@playwright/test';
import { findingsInBoth } from './axe.ts';
import { expect, test } from './together.ts';

const SCREENS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;
const NAMES = ['on a wide screen', 'on a phone'] as const;
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('axe finds nothing on the page, light and dark, wide and narrow, in either language and with errors shown; it is no wider than the screen', async ({
  app,
  page,
}) => {
  test.slow();
  const everywhere = async (state: string, check: () => Promise<void>) => {
    for (const [i, screen] of SCREENS.entries())
      await test.step(`${state}, ${NAMES[i]}`, async () => {
        await page.setViewportSize(screen);
        await check();
      });
  };
  await everywhere('as it is opened', async () => {
    expect(await findingsInBoth(page)).toEqual([]);
  });
  await app.enter('gd_scale@2023', '=1/0');
  await everywhere('with an error', async () => {
    await app.go('gd_scale@2023');
    await expect(app.message).toBeVisible();
    expect(await findingsInBoth(page)).toEqual([]);
  });
  await app.speak('中文');
  await expect(app.answer).toContainText('据2023年11月已知数据');
  await everywhere('in Chinese', async () => {
    await app.go('gd_scale@2023');
    await expect(app.message).toBeVisible();
    expect(await findingsInBoth(page)).toEqual([]);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await sideways(page)).toBe(0);
    }
  });
  await app.speak('English');
  await expect(app.answer).toContainText('As known in November 2023');
  await everywhere('in English again', async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await sideways(page)).toBe(0);
    }
  });
});

test('the main journey is done by keyboard alone', async ({ app, page }) => {
  // From the top of the page, Tab until the slider of trend growth has the focus, change it, read the answer.
  await page.getByRole('heading', { name: 'Foresheet' }).click();
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

test('from the top of the page the sheet is two keys away; F6 goes round the parts of the page', async ({
  app,
  page,
}) => {
  const cursor = page.locator('.cell-input');
  await page.getByRole('heading', { name: 'Foresheet' }).click();
  await page.getByRole('button', { name: 'Skip to the sheet' }).focus();
  await expect(page.getByRole('button', { name: 'Skip to the sheet' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(cursor).toBeFocused();
  await page.keyboard.press('F6');
  await expect(app.inspector).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('banner')).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F6');
  await expect(cursor).toBeFocused();
});

test('what is wrong with an entry is announced when the cursor has left it, and an edited cell says that it is', async ({
  app,
  page,
}) => {
  const said = page.getByRole('status').filter({ hasText: /divi|Outside/i });
  const cell = await app.enter('gd_scale@2023', '=1/0');
  await expect(said).toHaveText(/^Industry scale, 2023: Divides/);
  await expect(cell).toHaveAccessibleDescription(/Edited/);
  await app.enter('gd_scale@2023', '180');
  await expect(said).toHaveCount(0);
  await app.enter('gd_growth', '300%');
  await expect(said).toHaveText(/: Outside/);
});

test('on a screen as low as at four times the size the sheet shows rows', async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 200 });
  const sheet = await page.locator('.sheet').boundingBox();
  expect(sheet?.height).toBeGreaterThanOrEqual(300);
  await app.at('A1').or(app.at('A3')).first().scrollIntoViewIfNeeded();
  expect(await sideways(page)).toBe(0);
});
