import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, type Foresheet, test } from './together.ts';

/** Opens the menu of lines and takes one of its entries. */
async function take(page: Page, app: Foresheet, entry: string): Promise<void> {
  await app.button('Lines').click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

test('a new input is put in with its range, moves by its slider, and is taken back', async ({ app, page }) => {
  await app.go('A3');
  await take(page, app, 'Insert a line above…');
  const dialog = page.getByRole('dialog', { name: 'New line' });
  await dialog.getByLabel('Name').fill('Subsidy <i>rate</i>');
  await dialog.getByLabel('Unit').fill('%');
  await dialog.getByLabel('Default', { exact: true }).fill('5%');
  await dialog.getByLabel('Low').fill('0');
  await dialog.getByLabel('High').fill('20%');
  await dialog.getByLabel('Step').fill('0.5');
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add the line' }).click();
  await expect(app.at('A3')).toContainText('Subsidy <i>rate</i>');
  await expect(app.at('C3')).toHaveText('5.0%');
  // What stood below has moved down with its numbers, and the answer with them.
  await expect(app.at('G4')).toHaveText('229.92');
  await expect(app.answer).toContainText('230 bn');
  const slider = app.slider('Subsidy <i>rate</i>');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(app.at('C3')).toHaveText('5.5%');
  await app.button('Undo').click();
  await app.button('Undo').click();
  await expect(app.at('A3')).toContainText('Industry scale');
  await expect(app.at('G3')).toHaveText('229.92');
});

test('a formula typed once by pointing goes along a new line, in every scenario', async ({ app, page }) => {
  await app.go('A3');
  await take(page, app, 'Insert a line below…');
  const dialog = page.getByRole('dialog', { name: 'New line' });
  await dialog.getByLabel('Name').fill('Half of it');
  await dialog.getByLabel('What it holds').selectOption('series');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Add the line' }).click();
  await expect(app.nameBox).toHaveValue('D4');
  await page.keyboard.type('=');
  await app.at('D3').click();
  await page.keyboard.type('/2');
  await page.keyboard.press('Enter');
  await expect(app.at('D4')).toHaveText('75.00');
  await expect(app.at('G4')).toHaveText('114.96');
  await app.tab('All levers on').click();
  await expect(app.at('G4')).toHaveText('130.14');
  await page.getByLabel('Charted line').selectOption({ label: 'Half of it' });
  await expect(app.chartData).toContainText('114.96');
});

test('a formula that reaches back leaves the first year free for the number that it starts from', async ({
  app,
  page,
}) => {
  await app.go('A3');
  await take(page, app, 'Insert a line below…');
  const dialog = page.getByRole('dialog', { name: 'New line' });
  await dialog.getByLabel('Name').fill('Own path');
  await dialog.getByLabel('What it holds').selectOption('series');
  await dialog.getByRole('button', { name: 'Add the line' }).click();
  await app.enter('E4', '=D4*2');
  await app.enter('D4', '3');
  await expect(app.at('E4')).toHaveText('6.00');
  await expect(app.at('G4')).toHaveText('24.00');
});

test('lines are duplicated, moved, renamed and deleted; what refers to a deleted one is told', async ({
  app,
  page,
}) => {
  await app.go('gd_scale@2025');
  await take(page, app, 'Duplicate the line');
  await expect(app.at('A4')).toContainText('Industry scale, copy');
  await expect(app.at('G4')).toHaveText('229.92');
  await app.go('A4');
  await take(page, app, 'Move the line down');
  await expect(app.at('A5')).toContainText('Industry scale, copy');
  await expect(app.nameBox).toHaveValue('A5');
  await take(page, app, 'Edit the line…');
  const dialog = page.getByRole('dialog', { name: 'Edit line' });
  await dialog.getByLabel('Name').fill('My scale');
  await dialog.getByLabel('Note').fill('Without the shock.');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(app.at('A5')).toContainText('My scale');
  await app.go('G5');
  await expect(app.inspector).toContainText('Without the shock.');

  await app.go('gd_growth');
  await take(page, app, 'Delete the line');
  const notice = page.locator('.notice');
  await expect(notice).toContainText('“Trend growth” was deleted.');
  await expect(notice).toContainText('an error now');
  await expect(await app.go('gd_scale@2026')).toHaveText('#REF!');
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(await app.go('gd_scale@2026')).toHaveText('265.10');
});

test('a sum over lines keeps them as they change places and are deleted, and says what it lost', async ({
  app,
  page,
}) => {
  const add = async (name: string, kind: string, value?: string) => {
    await take(page, app, 'Insert a line below…');
    const dialog = page.getByRole('dialog', { name: 'New line' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('What it holds').selectOption(kind);
    if (value !== undefined) {
      await dialog.getByLabel('Default', { exact: true }).fill(value);
      await dialog.getByLabel('Low').fill('0');
      await dialog.getByLabel('High').fill('1000');
      await dialog.getByLabel('Step').fill('1');
    }
    await dialog.getByRole('button', { name: 'Add the line' }).click();
    await expect(dialog).toBeHidden();
  };
  const notice = page.locator('.notice');
  await app.go('A3');
  for (const [name, value] of [
    ['Farms', '1'],
    ['Firms', '10'],
    ['Trade', '100'],
  ] as const)
    await add(name, 'inputs', value);
  await add('Total', 'series');
  await app.enter('D7', '=SUM(D4:D6)');
  await expect(app.at('D7')).toHaveText('111.00');
  await app.go('D7');
  await expect(app.inspector).toContainText('SUM(Farms to Trade, 2022)');

  await app.go('D6');
  await take(page, app, 'Move the line up');
  await expect(app.at('A5')).toContainText('Trade');
  await expect(app.at('D7')).toHaveText('111.00');
  await expect(notice).toBeHidden();
  await app.go('D4');
  await take(page, app, 'Move the line up');
  await expect(notice).toContainText('“Total” no longer takes in “Farms”.');
  await expect(app.at('D7')).toHaveText('110.00');
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(app.at('D7')).toHaveText('111.00');

  await app.go('D6');
  await take(page, app, 'Delete the line');
  await expect(app.at('D6')).toHaveText('101.00');
  await expect(notice).toHaveText(/“Firms” was deleted\.$|“Firms” was deleted\.\s*Undo/);
  await app.go('D4');
  await page.keyboard.press('Shift+ArrowDown');
  await take(page, app, 'Delete 2 lines');
  await expect(notice).toContainText('2 lines were deleted. “Total” refers to them and shows an error now.');
  await expect(app.at('D4')).toHaveText('#REF!');
});

test('where all lines of the model are gone, chart and answer go by what is there', async ({ app, page }) => {
  await app.go('A2');
  await page.keyboard.press('ControlOrMeta+a');
  await app.button('Lines').click();
  await page.getByRole('menuitem', { name: /^Delete \d+ lines$/ }).click();
  await expect(app.answer).toContainText('No answer: “Industry scale” is no longer in the sheet.');
  await expect(app.answer).not.toContainText('Reported since');
  const chart = page.getByRole('region', { name: 'Chart' });
  await expect(chart).toContainText('No line has values over time to chart.');
  await take(page, app, 'Insert a line below…');
  const dialog = page.getByRole('dialog', { name: 'New line' });
  await dialog.getByLabel('Name').fill('Own path');
  await dialog.getByLabel('What it holds').selectOption('series');
  await dialog.getByRole('button', { name: 'Add the line' }).click();
  await app.enter('D2', '=7');
  await expect(app.at('D2')).toHaveText('7.00');
  await expect(page.getByLabel('Charted line')).toHaveValue(/^own_/);
  await expect(chart.getByRole('slider', { name: /Own path/ })).toBeVisible();
  for (let i = 0; i < 3; i++) await app.button('Undo').click();
  await expect(app.answer).toContainText('230 bn');
  await expect(app.chart('Industry scale')).toHaveAttribute('aria-selected', 'true');
});

test('the range and the rationale of an assumption are edited', async ({ app, page }) => {
  await app.go('gd_growth');
  await app.inspector.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit line' });
  await dialog.getByLabel('High').fill('3%');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('High')).toHaveAccessibleDescription(/Low must lie below high/);
  await dialog.getByLabel('High').fill('60%');
  await dialog.getByLabel('On what the judgement rests').fill('A survey of ten firms.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(app.slider('Trend growth')).toHaveAttribute('max', '60');
  await expect(app.inspector).toContainText('A survey of ten firms.');
});

test('the years reach further on and back, begin later, and are taken back', async ({ app, page }) => {
  await take(page, app, 'Periods of the sheet…');
  const dialog = page.getByRole('dialog', { name: 'Periods of the sheet' });
  await dialog.getByLabel('First period').fill('2020');
  await dialog.getByLabel('Last period').fill('2019');
  await dialog.getByRole('button', { name: 'Change the periods' }).click();
  await expect(dialog.getByLabel('Last period')).toHaveAccessibleDescription(/Periods like 2022/);
  await dialog.getByLabel('Last period').fill('2040');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(await app.go('gd_scale@2025')).toHaveText('229.92');
  await expect(app.nameBox).toHaveValue('I3');
  // A year of which nothing is known is missing, and not nought.
  await expect(app.at('D3')).toHaveText('–');
  await expect(await app.go('gd_scale@2040')).not.toHaveText('');
  await expect(app.answer).toContainText('230 bn');

  await take(page, app, 'Periods of the sheet…');
  await dialog.getByLabel('First period').fill('2024');
  await expect(dialog).toContainText('are kept as typed ones');
  await page.keyboard.press('Enter');
  await expect(app.at('D3')).toHaveText('199.41');
  await expect(await app.go('gd_scale@2025')).toHaveText('229.92');
  await app.button('Undo').click();
  await app.button('Undo').click();
  await expect(await app.go('gd_scale@2025')).toHaveText('229.92');
  await expect(app.nameBox).toHaveValue('G3');
});

test('a line is named, and told of, in Chinese', async ({ app, page }) => {
  await app.button('中文').click();
  await app.at('A3').click();
  await app.button('行操作').click();
  await page.getByRole('menuitem', { name: '在下方插入行…' }).click();
  const dialog = page.getByRole('dialog', { name: '新增行' });
  await dialog.getByRole('button', { name: '新增该行' }).click();
  await expect(dialog.getByLabel('名称')).toHaveAccessibleDescription('请填写名称。');
  await dialog.getByLabel('名称').fill('补贴率');
  await dialog.getByLabel('内容').selectOption('heading');
  await dialog.getByRole('button', { name: '新增该行' }).click();
  await expect(app.at('A4')).toContainText('补贴率');
  await app.button('行操作').click();
  await page.getByRole('menuitem', { name: '删除该行' }).click();
  await expect(page.locator('.notice')).toContainText('已删除“补贴率”。');
});
