import { expect, test } from './together.ts';

const START = /at 15\.3 % a year Guangdong reaches 230 bn yuan in 2025, 70 bn/;

test('a cell edit moves grid, answer and chart; undo takes it back and redo does it again, and each says what', async ({
  app,
}) => {
  const said = app.page.getByRole('status', { name: 'Undone or redone' });
  const growth = await app.enter('gd_growth', '26%');
  await expect(growth).toHaveText('26.0%');
  await expect(app.answer).toContainText('at 26.0 % a year Guangdong reaches 300 bn yuan');
  await expect(app.chartData).toContainText('300.06');
  await expect(await app.go('gd_scale@2025')).toHaveText('300.06');
  await app.button('Undo').click();
  await expect(app.answer).toContainText(START);
  await expect(said).toHaveText('Undone: Trend growth: 15.3% → 26.0%');
  await expect(await app.go('gd_scale@2025')).toHaveText('229.92');
  await app.button('Redo').click();
  await expect(app.answer).toContainText('at 26.0 % a year');
  await expect(said).toHaveText('Redone: Trend growth: 15.3% → 26.0%');
  await app.page.keyboard.press('Control+z');
  await expect(app.answer).toContainText(START);
});

for (const typed of ['18%', '18', '0.18']) {
  test(`a percent cell takes ${typed} as 18 percent`, async ({ app }) => {
    await expect(await app.enter('gd_growth', typed)).toHaveText('18.0%');
    await expect(app.slider('Trend growth')).toHaveValue('18');
  });
}

test('a slider moves grid, chart and answer; a whole drag is one step of undo', async ({ app, page }) => {
  const slider = app.slider('Trend growth');
  await expect(slider).toHaveValue('15.3');
  // On a page that is lent again what was done before may still be put away: the hand waits until the slider stands.
  await slider.hover();
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider has no place');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.5, y);
  await page.mouse.down();
  await expect(slider).not.toHaveValue('15.3');
  for (let step = 0.5; step < 0.9; step += 0.05) await page.mouse.move(box.x + box.width * step, y);
  await page.mouse.up();
  await expect(app.answer).not.toContainText(START);
  await expect(app.answer).toContainText('past its 300 bn target');
  await expect(await app.go('gd_scale@2025')).not.toHaveText('229.92');
  await app.button('Undo').click();
  await expect(slider).toHaveValue('15.3');
  await expect(app.answer).toContainText(START);
  await expect(app.button('Undo')).toBeDisabled();
});

test('arrow keys on a slider are one step each', async ({ app, page }) => {
  await app.slider('Trend growth').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(app.slider('Trend growth')).toHaveAttribute('aria-valuetext', '15.5%');
  await page.keyboard.press('Control+z');
  await expect(app.slider('Trend growth')).toHaveAttribute('aria-valuetext', '15.4%');
});

test('scenario tabs show their own values; the base flows to those that do not override', async ({ app, page }) => {
  await app.tab('All levers on').click();
  await expect(app.answer).toContainText('“All levers on”');
  await expect(await app.go('gd_scale@2025')).toHaveText('260.28');
  await app.tab('Decoupling').click();
  await expect(await app.go('gd_scale@2025')).toHaveText('202.17');
  await app.tab('Required path').click();
  await expect(await app.go('gd_scale@2027')).toHaveText('440.00');
  await app.tab('Base').click();
  await app.enter('gd_growth', '20%');
  await app.tab('Decoupling').click();
  await expect(await app.go('gd_growth')).toHaveText('20.0%');
  await expect(app.formulaBar).toHaveValue(/^=Base!\$?C\$?\d+$/);
  await page.keyboard.press('F2');
  await page.keyboard.press('Escape');
  await expect(app.formulaBar).toHaveValue(/^=Base!/);
});

test('an override is marked and can be reset from the inspector, the assumption and by Delete', async ({
  app,
  page,
}) => {
  await app.tab('Decoupling').click();
  const cell = await app.enter('gd_growth', '10%');
  await app.go('gd_growth');
  await expect(app.inspector).toContainText('Edited');
  await expect(app.inspector).toContainText('Set in “Decoupling”');
  await expect(cell).toHaveClass(/overridden/);
  await app.inspector.getByRole('button', { name: 'Reset this cell' }).click();
  await expect(cell).toHaveText('15.3%');
  await app.enter('gd_growth', '11%');
  await page.getByRole('button', { name: 'Reset Trend growth' }).click();
  await expect(cell).toHaveText('15.3%');
  await app.enter('gd_growth', '12%');
  await app.go('gd_growth');
  await page.keyboard.press('Delete');
  await expect(cell).toHaveText('15.3%');
  await expect(cell).not.toHaveClass(/overridden/);
});

test('typing replaces, F2 and double click edit, Escape cancels, Enter and Tab move', async ({ app, page }) => {
  const cell = await app.go('gd_growth');
  const address = await app.nameBox.inputValue();
  await page.keyboard.type('99');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText('15.3%');
  await page.keyboard.press('F2');
  await expect(app.formulaBar).toHaveValue('15.3%');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('15.4%');
  await page.keyboard.press('ArrowUp');
  await expect(app.nameBox).toHaveValue(address);
  await cell.dblclick();
  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  await expect(app.nameBox).toHaveValue(address.replace('C', 'D'));
  await page.keyboard.press('Shift+Tab');
  await expect(app.nameBox).toHaveValue(address);
  await page.keyboard.type('17');
  await page.keyboard.press('ArrowDown');
  await expect(cell).toHaveText('17.0%');
});

test('a click elsewhere commits, and the formula bar and the cell mirror each other', async ({ app, page }) => {
  const cell = await app.go('gd_growth');
  await page.keyboard.type('2');
  await expect(app.formulaBar).toHaveValue('2');
  await page.keyboard.type('1');
  await app.at((await app.nameBox.inputValue()).replace('C', 'E')).click();
  await expect(cell).toHaveText('21.0%');
  await app.go('gd_growth');
  await app.formulaBar.fill('22%');
  await app.formulaBar.press('Enter');
  await expect(cell).toHaveText('22.0%');
  await app.go('gd_growth');
  await app.formulaBar.fill('23%');
  await app.formulaBar.press('Escape');
  await expect(cell).toHaveText('22.0%');
});

test('a formula in A1 is computed, kept by line, and shown in A1 again', async ({ app }) => {
  await expect(await app.enter('gd_scale@2026', "='All levers on'!G3-Base!G3")).toHaveText('30.35');
  const scale = await app.enter('gd_scale@2024', '=E3*(1+GD_GROWTH)+1');
  await expect(scale).toHaveText('200.41');
  await app.go('gd_scale@2024');
  await expect(app.formulaBar).toHaveValue('=E3*(1+gd_growth)+1');
});

test('arrows, edges, pages and ranges move as in a spreadsheet, and the status bar sums', async ({ app, page }) => {
  await app.go('D3');
  await page.keyboard.press('Control+ArrowRight');
  await expect(app.nameBox).toHaveValue('Q3');
  await page.keyboard.press('Home');
  await expect(app.nameBox).toHaveValue('A3');
  await page.keyboard.press('Control+End');
  await expect(app.nameBox).toHaveValue(/^Q\d+$/);
  await page.keyboard.press('Control+Home');
  await expect(app.nameBox).toHaveValue('A2');
  await app.go('D3');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('.status-bar')).toContainText('Sum 522.36');
  await expect(page.locator('.status-bar')).toContainText('Count 3');
  await expect(app.at('F3')).toHaveAttribute('aria-selected', 'true');
});

test('of many assumptions the changed ones stand first, groups fold, a switch is one, and a click selects the input', async ({
  app,
  page,
}) => {
  const panel = page.getByRole('region', { name: 'Assumptions' });
  const levers = panel.getByRole('button', { name: /^Levers/ });
  await expect(app.slider('Lever: Computing power')).toHaveCount(0);
  await levers.click();
  await panel.getByText('Lever: Computing power').click();
  await expect(app.inspector.getByRole('heading')).toHaveText('Lever: Computing power');
  await levers.click();
  await expect(app.slider('Lever: Computing power')).toHaveCount(0);
  await app.tab('Decoupling').click();
  await expect(panel.getByRole('heading', { level: 3 }).first()).toHaveText('Changed in this scenario 1');
  const shock = panel.getByRole('switch', { name: /^Shock on/ });
  await expect(shock).toBeChecked();
  await shock.click();
  await expect(app.answer).toContainText('230 bn yuan');
  // It stays where it is under the hand.
  await expect(shock).not.toBeChecked();
  await expect(app.inspector.getByRole('textbox', { name: /reason|why/i })).toBeVisible();
});

test('the language is switched at once, kept over a reload, and counts money in 亿元', async ({ app, page }) => {
  await app.button('中文').click();
  await expect(app.answer).toHaveText(
    '据2023年11月已知数据，若年均增长15.3%，2025年广东人工智能核心产业规模约2299亿元，比3000亿元目标少701亿元（23.4%）；如期达标，2022—2025年年均增速须达26.0%。后续公布：2025年超过3000亿元。“趋势增速”依据2024年2月公布的数据。',
  );
  await expect(page.getByRole('tab', { name: '外部冲击' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  // What is typed of a line in a dialog is in 亿元 as well, and the model holds the same.
  await app.go('gd_scale_2022');
  await page.getByRole('button', { name: '行操作' }).click();
  await app.item('在下方插入行').click();
  const dialog = page.getByRole('dialog', { name: '新增行' });
  await dialog.getByLabel('名称').fill('投资');
  await expect(dialog.getByLabel('单位')).toHaveValue('亿元');
  for (const [name, typed] of [
    ['默认值', '1200'],
    ['下限', '800'],
    ['上限', '1500亿'],
    ['步长', '10'],
  ] as const)
    await dialog.getByLabel(name, { exact: true }).fill(typed);
  await dialog.getByRole('button', { name: '新增该行' }).click();
  await expect(page.getByRole('textbox', { name: /^投资/ })).toHaveValue('1200');
  await page.getByRole('button', { name: '撤销' }).click();
  await page.reload();
  await expect(app.answer).toContainText('年均增长15.3%');
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible();
});

test('eight lines are in sight below answer and chart, and an answer that gets longer moves none of them', async ({
  app,
  page,
}) => {
  const boxes = () =>
    page.evaluate(() =>
      ['.answer', '.chart-panel', '.sheet'].map((part) => {
        const { top, bottom } = document.querySelector(part)?.getBoundingClientRect() ?? {};
        return [top, bottom];
      }),
    );
  const before = await boxes();
  for (const row of [2, 9]) await expect(app.at(`A${row}`)).toBeInViewport({ ratio: 1 });
  await app.enter('gd_growth', '26%');
  await expect(app.answer).toContainText('would pass the whole nation');
  expect(await boxes()).toEqual(before);
  await expect(app.nameBox).toHaveValue('C32');
  await expect(app.at('C32')).toBeInViewport({ ratio: 1 });
});
