import type { Locator, Page } from '@playwright/test';
import { findings } from './axe.ts';
import { find, GUANGDONG, openers } from './openers.ts';
import { expect, test } from './together.ts';

async function expectWhole(page: Page, dialog: Locator): Promise<void> {
  const box = await dialog.boundingBox();
  const width = page.viewportSize()?.width ?? 0;
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
  expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
}

for (const [where, colorScheme, viewport] of [
  ['on a wide light screen, in English', 'light', { width: 1280, height: 800 }],
  ['on a phone in the dark, in Chinese', 'dark', { width: 360, height: 740 }],
] as const) {
  test.describe(where, () => {
    test.use({ colorScheme, viewport });

    test('every dialog is named, fits, has nothing that axe finds, and closes by Escape', async ({ app, page }) => {
      if (where.endsWith('in Chinese')) await app.speak('中文');
      const dialog = page.locator('dialog[open]');
      for (const [which, open] of openers(GUANGDONG)) {
        await test.step(which, async () => {
          await open(app, page);
          await expect(dialog, which).toBeVisible();
          await expect(dialog).toHaveAccessibleName(/./);
          await expectWhole(page, dialog);
          expect(await findings(page), which).toEqual([]);
          await page.keyboard.press('Escape');
          await expect(dialog, which).toHaveCount(0);
        });
      }
      // What a phone shows over the page, as the inspector, is put away.
      await page.keyboard.press('Escape');
      // The bar in which the sheet is searched is no dialog.
      await find(app, '26');
      await expect(page.getByRole('search')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}
