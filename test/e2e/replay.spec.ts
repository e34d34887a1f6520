import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, type Foresheet, test } from './foresheet.ts';

const button = (page: Page) => page.getByRole('button', { name: /^(Replay the last change|回放上一步)$/ });
const caption = (page: Page) => page.locator('.replay-caption');
const in2025 = (app: Foresheet) => app.chartData.getByRole('row', { name: /^2025/ }).first();
const BEFORE = '2025 229.9 260.3 202.2 300.0 300.0';
const AFTER = '2025 300.1 336.2 263.8 300.0 300.0';

test('the last change moves the chart back and forth, and leaves everything as it is', async ({ app, page }) => {
  await expect(button(page)).toHaveCount(0);
  await app.enter('gd_growth', '26%');
  await expect(in2025(app)).toHaveAccessibleName(AFTER);
  const seen = in2025(app).evaluate((row) => {
    const texts: number[] = [];
    const cell = row.children[1] as HTMLElement;
    const observer = new MutationObserver(() => texts.push(Number(cell.textContent)));
    observer.observe(row, { characterData: true, childList: true, subtree: true });
    const control = document.querySelector('.replay') as HTMLElement;
    return new Promise<number[]>((resolve) => {
      const ended = new MutationObserver(() => {
        if (control.getAttribute('aria-pressed') === 'false') requestAnimationFrame(() => resolve(texts));
      });
      ended.observe(control, { attributes: true });
      control.click();
    });
  });
  await expect(caption(page)).toContainText('Trend growth: 15.3% → 26.0%');
  const numbers = await seen;
  expect(Math.min(...numbers)).toBeLessThan(235);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(300.1);
  await expect(in2025(app)).toHaveAccessibleName(AFTER);
  await expect(caption(page)).toHaveCount(0);
  // No step was made of it.
  await app.button('Undo').click();
  await expect(in2025(app)).toHaveAccessibleName(BEFORE);
  await expect(app.button('Undo')).toBeDisabled();
});

test.describe('without motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the two ends are shown in turn: of the newest step, after undo and redo, and of a scenario', async ({
    app,
    page,
  }) => {
    await app.enter('gd_growth', '26%');
    await app.enter('gd_growth', '20%');
    await expect(app.answer).toContainText('at 20.0 % a year');
    await button(page).click();
    await expect(caption(page)).toContainText('Trend growth: 26.0% → 20.0%');
    await expect(in2025(app)).toHaveAccessibleName(AFTER);
    await expect(in2025(app)).toHaveAccessibleName(/^2025 259\.2/);
    await expect(caption(page)).toHaveCount(0);
    await app.button('Undo').click();
    await expect(in2025(app)).toHaveAccessibleName(AFTER);
    await button(page).click();
    await expect(caption(page)).toContainText('Trend growth: 15.3% → 26.0%');
    await expect(in2025(app)).toHaveAccessibleName(BEFORE);
    await expect(in2025(app)).toHaveAccessibleName(AFTER);
    // Another line was charted meanwhile, and other scenarios are there.
    await app.tab('Decoupling').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Make this the base' }).click();
    await page.getByRole('combobox', { name: 'Charted line' }).selectOption('Enterprises');
    await button(page).click();
    await expect(caption(page)).toContainText('“Decoupling” made the base');
  });

  test('Escape and every edit end it; the numbers of now are there at once', async ({ app, page }) => {
    await app.enter('gd_growth', '26%');
    await expect(in2025(app)).toHaveAccessibleName(AFTER);
    await button(page).focus();
    await page.keyboard.press('Enter');
    await expect(in2025(app)).toHaveAccessibleName(BEFORE);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(in2025(app)).toHaveAccessibleName(AFTER);
    await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
    await button(page).click();
    await expect(in2025(app)).toHaveAccessibleName(BEFORE);
    await page.keyboard.press('Control+z');
    await expect(caption(page)).toHaveCount(0);
    await expect(in2025(app)).toHaveAccessibleName(BEFORE);
    await expect(app.answer).toContainText('at 15.3 % a year');
  });

  test.describe('at 360 px, in Chinese', () => {
    test.use({ viewport: { width: 360, height: 740 } });

    test('the caption has its room', async ({ app, page }) => {
      await app.enter('gd_growth', '26%');
      await app.button('中文').click();
      await button(page).click();
      await expect(caption(page)).toContainText('趋势增速：15.3% → 26.0%');
      await expect(caption(page)).toBeInViewport();
      expect(await findings(page)).toEqual([]);
    });
  });
});
