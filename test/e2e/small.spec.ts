import { findings } from './axe.ts';
import { expect, test } from './foresheet.ts';

/** A phone, and a laptop's screen at a zoom of 200 %. */
for (const [name, viewport] of [
  ['360 px wide', { width: 360, height: 740 }],
  ['zoomed to 200 %', { width: 640, height: 400 }],
] as const) {
  test.describe(name, () => {
    test.use({ viewport });

    test('everything is reached by scrolling down alone, and an edit tells its answer', async ({ app, page }) => {
      const sideways = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
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
    });

    test('a dialog fits, and what is too long in it scrolls', async ({ app, page }) => {
      await app.button('Figures').click();
      await app.button('Add a figure').click();
      const dialog = page.getByRole('dialog', { name: 'New figure' });
      const box = await dialog.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
      const done = dialog.getByRole('button', { name: 'Add the figure' });
      await done.scrollIntoViewIfNeeded();
      await expect(done).toBeInViewport();
      expect(await findings(page)).toEqual([]);
    });
  });
}
