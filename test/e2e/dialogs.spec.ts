import type { Locator, Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, type Foresheet, test } from './together.ts';

type Opener = readonly [name: string, open: (app: Foresheet, page: Page) => Promise<unknown>];

const press = (app: Foresheet, name: RegExp) => app.page.getByRole('button', { name }).first().click();
const choose = (app: Foresheet, name: RegExp) => app.page.getByRole('menuitem', { name }).first().click();
const fromMenu = (button: RegExp, item: RegExp) => async (app: Foresheet) => {
  await press(app, button);
  await choose(app, item);
};
const ofLines = (item: RegExp) => async (app: Foresheet) => {
  await app.go('gd_growth');
  await press(app, /^(Lines|行操作)$/);
  await choose(app, item);
};

/** How a hand opens each dialog of the app, in either language. */
const DIALOGS: readonly Opener[] = [
  ['keys', (_, page) => page.keyboard.press('F1')],
  ['first model', fromMenu(/^(Help|帮助)$/, /^(Your first model|十分钟建好)/)],
  ['methods', fromMenu(/^(Help|帮助)$/, /^(Methods|方法)/)],
  ['about', fromMenu(/^(Help|帮助)$/, /^(About|关于)/)],
  ['documents', (app) => app.documents.click()],
  ['import', (app) => press(app, /^(Import|导入)$/)],
  ['export of CSV', fromMenu(/^(Export|导出)$/, /CSV/)],
  ['share', (app) => press(app, /^(Share|分享)$/)],
  ['figures', (app) => press(app, /^(Figures|数据)$/)],
  ['line', ofLines(/^(Insert a line below|在下方插入行)/)],
  ['years', ofLines(/^(Periods of the sheet|表中期间)/)],
  ['new model', fromMenu(/^(Models|模型): /, /^(New: blank|新建：空白模型)/)],
  ['templates', fromMenu(/^(Models|模型): /, /^(New: from a template|新建：从模板)/)],
  ['model of lines', ofLines(/^(Make a model of these lines|以所选行新建模型)/)],
  ['scenario', fromMenu(/^(Menu of the scenario|情景菜单)$/, /^(Note|说明)…$/)],
  [
    'goal seek',
    async (app) => {
      await app.go('gd_scale@2025');
      await press(app, /^(What would it take\?|反推所需取值)/);
      await expect(app.page.getByRole('dialog').getByRole('status')).toContainText('25.9922');
    },
  ],
  [
    'bridge',
    async (app) => {
      await press(app, /^(Why do they differ\?|差异从何而来)/);
      await expect(app.page.getByRole('dialog').getByRole('table').getByRole('row')).toHaveCount(7);
    },
  ],
];

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
      if (where.endsWith('in Chinese')) await app.button('中文').click();
      const dialog = page.locator('dialog[open]');
      for (const [which, open] of DIALOGS) {
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
      // The bar in which the sheet is searched is no dialog.
      await press(app, /^(Find|查找)$/);
      await page.keyboard.type('26');
      await expect(page.getByRole('search')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}
