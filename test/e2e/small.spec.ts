import type { Locator, Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './together.ts';

const PHONE = { width: 360, height: 740 } as const;
/** A laptop's screen at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 400 } as const;

test.use({ viewport: PHONE });

/** Takes a step on the phone that the page is opened on, and once more zoomed. */
async function onBoth(page: Page, step: (viewport: { readonly width: number }) => Promise<void>): Promise<void> {
  await test.step('360 px wide', () => step(PHONE));
  await page.setViewportSize(ZOOMED);
  await test.step('zoomed to 200 %', () => step(ZOOMED));
  await page.setViewportSize(PHONE);
}

test('everything is reached by scrolling down alone, and an edit tells its answer', async ({ app, page }) => {
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await onBoth(page, async () => {
    expect(await sideways()).toBe(0);
    for (const part of [app.answer, app.chartData, app.slider('Trend growth'), app.grid, app.tab('Decoupling')]) {
      await part.scrollIntoViewIfNeeded();
      await expect(part).toBeAttached();
    }
    const cell = await app.enter('gd_growth', '26%');
    await expect(cell).toHaveText('26.0%');
    await expect(cell).toBeInViewport();
    await expect(app.answer).toContainText('300 bn');
    expect(await sideways()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await app.button('Undo').click();
    await expect(cell).toHaveText('15.3%');
  });
});

test('on a phone the answer stands above a slider that is dragged, and follows it', async ({ app, page }) => {
  const slider = app.slider('Terminal growth');
  await slider.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const strip = page.locator('.answer-strip');
  await expect(strip).toBeInViewport({ ratio: 1 });
  await expect(app.answer).not.toBeInViewport();
  const trend = app.slider('Trend growth');
  await trend.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect(strip).toContainText('230 bn yuan');
  const box = await trend.boundingBox();
  if (!box) throw new Error('the slider has no place');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 4 });
  await expect(strip).not.toContainText('230 bn yuan');
  await expect(strip).toBeInViewport({ ratio: 1 });
  await page.mouse.up();
});

test('on a tablet the header is one row, and the sheet has as many rows as for a mouse; a notice takes none of them', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const rows = () =>
    app.grid.evaluate((grid) => {
      const { bottom } = grid.closest('.grid-scroll')?.getBoundingClientRect() ?? { bottom: 0 };
      return [...grid.querySelectorAll('[role="row"]')].filter(
        (row) => row.getBoundingClientRect().bottom <= bottom + 1,
      ).length;
    });
  const before = await rows();
  expect(before).toBeGreaterThanOrEqual(8);
  await app.enter('A9', 'Firms');
  await app.go('A9');
  await app.button('Lines').click();
  await app.item('Delete the line').click();
  await expect(app.notice('was deleted')).toBeVisible();
  await expect.poll(rows).toBeGreaterThanOrEqual(before);
  await app.notice('was deleted').getByRole('button', { name: 'Undo' }).click();
  await app.button('Undo').click();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await cdp.send('Emulation.setEmitTouchEventsForMouse', { enabled: true, configuration: 'mobile' });
  await expect.poll(() => page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  await expect.poll(() => page.locator('.header').evaluate((header) => header.clientHeight)).toBeLessThan(60);
  await expect.poll(rows).toBeGreaterThanOrEqual(before - 1);
  await cdp.send('Emulation.setEmitTouchEventsForMouse', { enabled: false });
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await page.setViewportSize(PHONE);
});

test('a dialog fits, and what is too long in it scrolls', async ({ app, page }) => {
  await onBoth(page, async ({ width }) => {
    await app.button('Figures').click();
    await app.button('Add a figure').click();
    const dialog = page.getByRole('dialog', { name: 'New figure' });
    const box = await dialog.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    const done = dialog.getByRole('button', { name: 'Add the figure' });
    await done.scrollIntoViewIfNeeded();
    await expect(done).toBeInViewport();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

const boxOf = (place: Locator) => place.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);

test('what is wrong with a cell at the edge of the sheet is read whole', async ({ app, page }) => {
  await onBoth(page, async () => {
    // Both are scrolled just into sight, the one from the right, the other from below too.
    for (const place of ['G3', 'H66']) {
      await app.enter(place, '=INDIRECT("C"&2)');
      await app.go(place);
      await expect(app.message).toContainText('INDIRECT takes an address in quotes.');
      const [said, sheet] = [await boxOf(app.message), await boxOf(page.locator('.grid-scroll'))];
      expect(said.left).toBeGreaterThanOrEqual(sheet.left);
      expect(said.right).toBeLessThanOrEqual(sheet.right);
      expect(said.bottom).toBeLessThanOrEqual(sheet.bottom);
      await app.button('Undo').click();
      await expect(app.message).toHaveCount(0);
    }
  });
});
