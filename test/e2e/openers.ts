import { expect, type Page } from '@playwright/test';
import type { Foresheet } from './foresheet.ts';

/** Lines of the model that is open: one that is typed, one whose value a target asks for, as the name box takes them. */
export interface Lines {
  readonly typed: string;
  readonly wanted: string;
}
export const GUANGDONG: Lines = { typed: 'gd_growth', wanted: 'gd_scale@2025' };

export type Opener = readonly [name: string, open: (app: Foresheet, page: Page) => Promise<unknown>];

const press = (app: Foresheet, name: RegExp) => app.page.getByRole('button', { name }).first().click();
const choose = (app: Foresheet, name: RegExp) => app.page.getByRole('menuitem', { name }).first().click();
const pressInHeader = async (app: Foresheet, name: RegExp) => (await app.fromHeader(name)).click();
const fromMenu = (button: RegExp, item: RegExp) => async (app: Foresheet) => {
  await pressInHeader(app, button);
  await choose(app, item);
};

/** How a hand opens each dialog of the app, in either language. */
export function openers({ typed, wanted }: Lines): readonly Opener[] {
  const ofLines = (item: RegExp) => async (app: Foresheet) => {
    await app.go(typed);
    await press(app, /^(Lines|行操作)$/);
    await choose(app, item);
  };
  return [
    ['keys', (_, page) => page.keyboard.press('F1')],
    ['first model', fromMenu(/^(Help|帮助)$/, /^(Your first model|十分钟建好)/)],
    ['methods', fromMenu(/^(Help|帮助)$/, /^(Methods|方法)/)],
    ['about', fromMenu(/^(Help|帮助)$/, /^(About|关于)/)],
    ['documents', (app) => app.documents.click()],
    ['import', (app) => pressInHeader(app, /^(Import|导入)$/)],
    ['export of CSV', fromMenu(/^(Export|导出)$/, /CSV/)],
    ['share', (app) => pressInHeader(app, /^(Share|分享)$/)],
    ['chart', (app) => press(app, /^(Chart|图表设置)…$/)],
    ['figures', (app) => press(app, /^(Figures|数据与来源)$/)],
    ['line', ofLines(/^(Insert a line below|在下方插入行)/)],
    ['years', ofLines(/^(Periods of the sheet|表中期间)/)],
    ['new model', fromMenu(/^(Models: |模型：)/, /^(New: blank|新建：空白模型)/)],
    ['templates', fromMenu(/^(Models: |模型：)/, /^(New: from a template|新建：从模板)/)],
    ['model of lines', ofLines(/^(Make a model of these lines|以所选行新建模型)/)],
    [
      'scenario',
      async (app) => {
        await press(app, /^(Menu of the scenario|情景菜单)$/);
        await choose(app, /^(Note|说明)…$/);
      },
    ],
    [
      'goal seek',
      async (app, page) => {
        await app.go(wanted);
        await app.inspect();
        await press(app, /^(What would it take\?|目标倒推)/);
        await expect(page.getByRole('dialog').getByRole('status')).toContainText(/\d/);
      },
    ],
    [
      'bridge',
      async (app, page) => {
        await press(app, /^(Why do they differ\?|差异从何而来)/);
        await expect(page.getByRole('dialog').getByRole('table').getByRole('row')).not.toHaveCount(0);
      },
    ],
  ];
}

/** Opens the search of the sheet, which is no dialog. */
export async function find(app: Foresheet, text: string): Promise<void> {
  await press(app, /^(Find|查找)$/);
  await expect(app.page.locator('.find-field')).toBeFocused();
  await app.page.keyboard.type(text);
}
