import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, type Foresheet } from '../e2e/foresheet.ts';
import { given, Importing } from '../e2e/importing.ts';
import { find, type Lines, type Opener } from '../e2e/openers.ts';
import { yearly } from '../fixtures/modelFiles.ts';

const TABLE =
  'Name,Unit,2022,2023,2024,2025\nRevenue,EUR m,10,11.5,12.25,14\nCosts,EUR m,8,8.2,9.1,9.9\nStaff,people,120,131,140,151\n';
const MODELS = /^(Models: |模型：)/;
const WORKBOOK = new URL('../workbooks/files/saas-months.xlsx', import.meta.url);

/** What is seen without a dialog. `clash`: a formula that adds what can't be added. */
export const pages = ({ typed, wanted }: Lines, clash: string): readonly Opener[] => [
  ['page', (_, page) => page.locator('.chart-plot canvas').waitFor()],
  ['cell', (app) => app.go(wanted)],
  ['input', (app) => app.go(typed).then(() => app.inspect())],
  [
    'error',
    async (app) => {
      await app.enter(wanted, '=1/0');
      await app.go(wanted);
      await expect(app.message).toBeVisible();
    },
  ],
  [
    'formula',
    async (app, page) => {
      await app.go(wanted);
      await page.keyboard.type('=SUM(');
    },
  ],
  ['search', (app) => find(app, '2')],
  [
    'edited assumption',
    async (app) => {
      await app.enter(typed, '3%');
      await app.go(typed);
    },
  ],
  [
    'units that clash',
    async (app) => {
      await app.enter(wanted, clash);
      await app.go(wanted);
      await expect(app.grid.locator('.line-warning').first()).toBeAttached();
    },
  ],
  [
    'another scenario',
    async (app, page) => {
      await page.locator('.tabs').getByRole('tab').nth(1).click();
      await app.enter(typed, '4%');
    },
  ],
  [
    'comparison',
    async (_, page) => {
      await press(page, /^(Compare|情景对比)$/);
      await expect(page.locator('.compare table')).toBeVisible();
    },
  ],
  ...['futures', 'tornado', 'table'].map(
    (question, i): Opener => [
      question,
      async (app, page) => {
        await app.go(wanted);
        await press(page, /^(What if|情景推演)$/);
        await page.locator('.what-if .segment').nth(i).click();
        await expect(page.locator('.what-if [aria-busy="true"]')).toHaveCount(0);
      },
    ],
  ),
  ['report', printed],
  ['menu of models', (app) => menuOf(app, MODELS)],
  ['menu of a cell', async (app) => (await app.go(wanted)).click({ button: 'right' })],
  ['menu of the export', (app) => menuOf(app, /^(Export|导出)$/)],
  ['menu of the help', (app) => menuOf(app, /^(Help|帮助)$/)],
  [
    'a table on its way in',
    async (app) => {
      const importing = new Importing(app);
      await importing.choose(given('accounts.csv', TABLE));
      await expect(importing.preview).toBeVisible();
    },
  ],
];

/** Steps of dialogs that stand behind the first one. */
export const steps: readonly Opener[] = [
  [
    'what a table changes',
    async (app) => {
      const importing = new Importing(app);
      await importing.choose(given('accounts.csv', TABLE));
      await importing.button(/^(Continue|继续|下一步)$/).click();
      await expect(importing.preview).toBeHidden();
      await expect(importing.dialog.getByRole('progressbar')).toHaveCount(0);
    },
  ],
  [
    'a workbook on its way in',
    async (app) => {
      const importing = new Importing(app);
      await importing.choose(WORKBOOK.pathname);
      await expect(importing.dialog.locator('.importing-headline')).toBeVisible();
    },
  ],
  [
    'a workbook that came back',
    async (app, page) => {
      const coming = page.waitForEvent('download');
      await (await app.fromHeader(/^(Export|导出)$/)).click();
      await page.getByRole('menuitem', { name: /Excel/ }).first().click();
      const bytes = readFileSync(await (await coming).path());
      await expect(page.locator('dialog[open]')).toHaveCount(0);
      const importing = new Importing(app);
      await importing.choose(given('returned.xlsx', bytes));
      await expect(
        importing.dialog.getByRole('button', { name: /^(Open the model|打开模型|打开该模型)$/ }),
      ).toBeVisible();
    },
  ],
  [
    'a model file with slips',
    async (app) => {
      const importing = new Importing(app);
      await importing.choose(
        given('mine.yaml', yearly('  a: {value: 1,200 firms}\n  GDP2030: {value: 1}'), 'text/yaml'),
      );
      await expect(importing.refusal).toBeVisible();
    },
  ],
  [
    'versions',
    async (app, page) => {
      await app.enter('A3', 'Another name');
      await app.documents.click();
      await press(page, /^(Versions|历史版本)/);
    },
  ],
  ['more', (app) => app.fromHeader(/^(Help|帮助)$/)],
  [
    'figure',
    async (_, page) => {
      await press(page, /^(Figures|数据与来源)$/);
      await page.locator('dialog[open] .primary').click();
      await expect(page.locator('dialog[open] input').first()).toBeVisible();
    },
  ],
  [
    'target',
    async (_, page) => {
      await press(page, /^(Figures|数据与来源)$/);
      await press(page, /^(Add a target|新增目标)$/);
      await expect(page.locator('dialog[open] input').first()).toBeVisible();
    },
  ],
  [
    'line as it is',
    async (app, page) => {
      await app.go('A3');
      await press(page, /^(Lines|行操作)$/);
      await page.getByRole('menuitem', { name: /^(Edit the line|编辑)/ }).click();
    },
  ],
];

/** Opens a menu of the header, which is loaded as it is asked for. */
async function menuOf(app: Foresheet, name: RegExp): Promise<void> {
  await (await app.fromHeader(name)).click();
  await expect(app.menu).toBeVisible();
}

const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click();

/** The report as it is printed, on the screen. */
async function printed(app: Foresheet, page: Page): Promise<void> {
  const asked = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.print = () => resolve();
      }),
  );
  await (await app.fromHeader(/^(Export|导出)$/)).click();
  await page.getByRole('menuitem', { name: /^(Print report|打印报告)/ }).click();
  await asked;
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.report').getByRole('heading').first()).toBeVisible();
}

/** What a person meets who has nothing yet: a model without a line. */
export async function blank(app: Foresheet): Promise<void> {
  await (await app.fromHeader(MODELS)).click();
  await app.page.getByRole('menuitem', { name: /^(New: blank|新建：空白模型)/ }).click();
  await app.page.locator('dialog[open] input').first().fill('Plan');
  await app.page.locator('dialog[open] .primary').click();
  await expect(app.page.locator('dialog[open]')).toHaveCount(0);
}
