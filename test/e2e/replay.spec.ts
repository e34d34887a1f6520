import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { test as alone } from './foresheet.ts';
import { expect, type Foresheet, test } from './together.ts';

const button = (page: Page) => page.getByRole('button', { name: /^(Replay the last change|回放上一步)$/ });
const caption = (page: Page) => page.locator('.replay-caption');
/** What is said once the values of before are there and it goes on its way. */
const underWay = (page: Page) => expect(caption(page)).toContainText('Escape stops');
const in2025 = (app: Foresheet) => app.chartData.getByRole('row', { name: /^2025/ }).first();
const BEFORE = '2025 229.92 260.28 202.17 300.00 300.00';
const AFTER = '2025 300.06 336.22 263.84 300.00 300.00';
/** ms that a way, a rest, and without motion either end take, as `motion.ts` has them. */
const [WAY, REST, STILL] = [600, 450, 1_200];
/** ms in which the table has followed the chart, within a rest. */
const FOLLOWED = 350;

/** Stops the page's clock, which then goes on as far as it is told. */
const stopClock = async (page: Page) => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);

// Nobody after it could use a page whose clock was stopped.
alone(
  'the last change is shown again: it moves the chart back and forth, and without motion both ends in turn',
  async ({ app, page }) => {
    await alone.step('it moves the chart back and forth, twice, and leaves everything as it is', async () => {
      await expect(button(page)).toHaveCount(0);
      await app.enter('gd_growth', '26%');
      await expect(in2025(app)).toHaveAccessibleName(AFTER);
      // The table follows when the chart stands still; what is drawn is the chart.
      const drawn = () =>
        page
          .locator('canvas')
          .first()
          .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
      await page.clock.install();
      await stopClock(page);
      await button(page).click();
      await expect(caption(page)).toContainText('Trend growth: 15.3% → 26.0%');
      await underWay(page);
      const end = await drawn();
      for (const _ of ['once', 'twice']) {
        await page.clock.runFor(WAY / 2);
        await expect.poll(drawn).not.toBe(end);
        const half = await drawn();
        await page.clock.runFor(WAY / 2 + FOLLOWED);
        await expect(in2025(app)).toHaveAccessibleName(BEFORE);
        expect(await drawn()).not.toBe(half);
        await page.clock.runFor(REST + WAY);
        await expect(in2025(app)).toHaveAccessibleName(AFTER);
        await expect(caption(page)).toBeVisible();
        await page.clock.runFor(REST - FOLLOWED);
      }
      await page.clock.runFor(FOLLOWED);
      await expect(caption(page)).toHaveCount(0);
      await expect(in2025(app)).toHaveAccessibleName(AFTER);
      await page.clock.resume();
      // No step was made of it.
      await app.button('Undo').click();
      await page.clock.runFor(100);
      await expect(in2025(app)).toHaveAccessibleName(BEFORE);
      await expect(app.button('Undo')).toBeDisabled();
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await alone.step(
      'without motion the two ends are shown in turn: of the newest step, after undo and redo, and of a scenario',
      async () => {
        await app.enter('gd_growth', '26%');
        await app.enter('gd_growth', '20%');
        await expect(app.answer).toContainText('at 20.0 % a year');
        await stopClock(page);
        await button(page).click();
        await expect(caption(page)).toContainText('Trend growth: 26.0% → 20.0%');
        await underWay(page);
        await page.clock.runFor(STILL / 2);
        await expect(in2025(app)).toHaveAccessibleName(AFTER);
        await page.clock.runFor(STILL);
        await expect(in2025(app)).toHaveAccessibleName(/^2025 259\.2/);
        await page.clock.runFor(STILL);
        await expect(caption(page)).toHaveCount(0);
        await page.clock.resume();
        await app.button('Undo').click();
        await expect(in2025(app)).toHaveAccessibleName(AFTER);
        await button(page).click();
        await expect(caption(page)).toContainText('Trend growth: 15.3% → 26.0%');
        await expect(in2025(app)).toHaveAccessibleName(BEFORE);
        // Another line was charted meanwhile, and other scenarios are there.
        await app.tab('Decoupling').click({ button: 'right' });
        await page.getByRole('menuitem', { name: 'Make this the base' }).click();
        await expect(caption(page)).toHaveCount(0);
        // At once, before the values of the other line have come.
        await app.chart('Enterprises').evaluate((tab: HTMLElement) => {
          tab.click();
          document.querySelector<HTMLElement>('.replay')?.click();
        });
        await expect(caption(page)).toContainText('“Decoupling” made the base');
        await underWay(page);
        await expect(in2025(app)).toHaveAccessibleName(/^2025 1,2/);
        await expect(caption(page)).toBeVisible();
      },
    );
  },
);

test('without motion Escape and every edit end it; the numbers of now are there at once; in Chinese at 360 px it has its room', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.enter('gd_growth', '26%');
  await expect(in2025(app)).toHaveAccessibleName(AFTER);
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(in2025(app)).toHaveAccessibleName(BEFORE);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(in2025(app)).toHaveAccessibleName(AFTER);
  await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
  await page.setViewportSize({ width: 360, height: 740 });
  await app.speak('中文');
  await button(page).click();
  await expect(caption(page)).toContainText('趋势增速：15.3% → 26.0%');
  await expect(caption(page)).toBeInViewport();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(caption(page)).toHaveCount(0);
  await expect(in2025(app)).toHaveAccessibleName(/^2025\D+2,?299/);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.setViewportSize({ width: 1280, height: 800 });
});
