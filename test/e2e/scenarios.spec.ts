import type { Locator, Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, type Foresheet, test } from './together.ts';

const SHIPPED = ['Base', 'All levers on', 'Decoupling', 'Required path'];

const menuOf = async (app: Foresheet, name: string): Promise<Locator> => {
  await app.tab(name).click({ button: 'right' });
  return app.page.getByRole('menu');
};
const choose = async (app: Foresheet, name: string, item: string): Promise<void> => {
  await (await menuOf(app, name)).getByText(item, { exact: true }).click();
};
const field = (page: Page) => page.getByRole('textbox', { name: /^(Name of the scenario|情景名称)$/ });
const notice = (page: Page) => page.locator('.notice');
/** The names of the tabs in their order. */
const expectTabs = (app: Foresheet, names: readonly string[]) =>
  expect(app.page.getByRole('tab').locator('.tab-name')).toHaveText([...names]);
/** The tools of the tabs come with the first values. */
const ready = (page: Page) => expect(page.getByRole('button', { name: /^(New scenario|新建情景)$/ })).toBeVisible();

test.beforeEach(({ page, app: _ }) => ready(page));

test('a scenario is made from the base, named whatever a person types, charted, and undone', async ({ app, page }) => {
  const name = `It's “new”: [a/b]*? \\ 情景 😀`;
  await app.button('New scenario').click();
  await expect(field(page)).toHaveValue('Scenario 5');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(app.tab(name)).toHaveAttribute('aria-selected', 'true');
  await expect(app.tab(name)).toBeFocused();
  await expect(app.chartData.getByRole('columnheader', { name })).toHaveCount(1);
  await expect(app.answer).toContainText(`in “${name}”`);
  // What no sheet may be called is mapped, and formulas still find it.
  await app.enter('gd_growth', '26%');
  await app.tab('Base').click();
  await app.go('gd_trend@2030');
  await app.formulaBar.fill("='It s “new” a b 情景 😀'!C31");
  await app.formulaBar.press('Enter');
  await expect(await app.go('gd_trend@2030')).toHaveText('26.0%');
  for (const _ of ['formula', 'growth', 'name', 'scenario']) await page.keyboard.press('Control+z');
  await expectTabs(app, SHIPPED);
  await expect(app.button('Undo')).toBeDisabled();
  for (const _ of ['scenario', 'name']) await page.keyboard.press('Control+y');
  await expectTabs(app, [...SHIPPED, name]);
});

test('a scenario is made from the one in view, by keyboard, with what that one sets', async ({ app, page }) => {
  await app.tab('Decoupling').click();
  await app.button('New scenario').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Base' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(app.tab('Scenario 5')).toBeFocused();
  await expect(await app.go('gd_scale@2025')).toHaveText('202.17');
  await expect(app.tab('Scenario 5').locator('.tab-count')).toHaveText('1');
  await expect(app.tab('Scenario 5')).toHaveAccessibleDescription(/^1 override/);
  await expect(app.tab('Scenario 5')).toHaveAccessibleName('Scenario 5');
});

test('a name is typed in place: Escape leaves it, Enter and a click take it, an input method keeps its keys', async ({
  app,
  page,
}) => {
  await app.tab('Decoupling').dblclick();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('Nothing');
  await page.keyboard.press('Escape');
  await expect(app.tab('Decoupling')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('Shock <b>1</b>');
  await app.at('D3').click();
  await expect(app.tab('Shock <b>1</b>')).toBeVisible();
  await app.tab('Shock <b>1</b>').click();
  await page.keyboard.press('F2');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.imeSetComposition', { text: 'chong', selectionStart: 5, selectionEnd: 5 });
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await cdp.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
  await expect(field(page)).toBeFocused();
  await cdp.send('Input.insertText', { text: '冲击' });
  await page.keyboard.press('Enter');
  await expect(app.tab('冲击')).toBeFocused();
  // An empty name is refused in a sentence, and Escape leaves the old one.
  await page.keyboard.press('F2');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('A scenario needs a name: type one, or press Escape.');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(app.tab('冲击')).toBeFocused();
});

test('tabs are put in order by drag and by keys, and a drag is called off; the base stays first, and each keeps its colour', async ({
  app,
  page,
}) => {
  await test.step('a drag is called off by Escape', async () => {
    const box = await app.tab('Required path').boundingBox();
    if (!box) throw new Error('the tab has no place');
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x - 200, box.y + 10, { steps: 5 });
    await expect(app.tab('Required path')).toHaveClass(/dragged/);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expectTabs(app, SHIPPED);
  });
  await test.step('a drag and keys move a tab', async () => {
    const sign = app.tab('Required path').locator('svg');
    const colour = (await sign.getAttribute('class')) ?? '';
    const [from, to] = [await app.tab('Required path').boundingBox(), await app.tab('Base').boundingBox()];
    if (!from || !to) throw new Error('a tab has no place');
    await page.mouse.move(from.x + from.width / 2, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width, from.y + 10, { steps: 8 });
    await page.mouse.move(to.x + 4, from.y + 10, { steps: 4 });
    await expect(app.tab('All levers on')).toHaveClass(/drop-before/);
    await page.mouse.up();
    await expectTabs(app, ['Base', 'Required path', 'All levers on', 'Decoupling']);
    // A drag shows no other scenario.
    await expect(app.tab('Base')).toHaveAttribute('aria-selected', 'true');
    expect(await sign.getAttribute('class')).toBe(colour);
    await page.keyboard.press('Control+z');
    await expectTabs(app, SHIPPED);
    await app.tab('Required path').click();
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await expectTabs(app, ['Base', 'All levers on', 'Required path', 'Decoupling']);
    await expect(app.tab('Required path')).toBeFocused();
    await expect(page.getByRole('status').getByText('“Required path” is now 3 of 4.')).toHaveCount(1);
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await page.keyboard.press('Alt+Shift+ArrowLeft');
    await expectTabs(app, ['Base', 'Required path', 'All levers on', 'Decoupling']);
  });
});

test('another base leaves every number as it was, and one click takes it back', async ({ app, page }) => {
  const row = app.chartData.getByRole('row', { name: /^2030/ });
  const before = await row.innerText();
  await app.enter('gd_growth', '20%');
  await app.tab('Decoupling').click();
  await expect.poll(() => row.innerText()).not.toBe(before);
  const numbers = await row.innerText();
  await choose(app, 'Decoupling', 'Make this the base');
  await expectTabs(app, ['Decoupling', 'Base', 'All levers on', 'Required path']);
  await expect(notice(page)).toContainText('“Decoupling” is the base now');
  const cells = (text: string) => text.split(/\s+/).sort();
  await expect.poll(async () => cells(await row.innerText())).toEqual(cells(numbers));
  await expect(app.tab('Decoupling').locator('.tab-count')).toHaveText('2');
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expectTabs(app, SHIPPED);
  await expect(notice(page)).toBeHidden();
  await expect(await app.go('gd_growth')).toHaveText('20.0%');
});

test('a scenario is deleted with the way back; one that formulas name is asked about first', async ({ app, page }) => {
  await choose(app, 'Required path', 'Delete');
  await expectTabs(app, SHIPPED.slice(0, 3));
  await expect(notice(page)).toContainText('“Required path” was deleted.');
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expectTabs(app, SHIPPED);
  await app.enter('gd_scale@2026', "='All levers on'!G3");
  await app.tab('All levers on').click();
  await choose(app, 'All levers on', 'Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete “All levers on”?' });
  await expect(dialog).toContainText('One formula refers to it and will show #REF!: “Industry scale, 2026 (Base)”.');
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expectTabs(app, SHIPPED);
  await choose(app, 'All levers on', 'Delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(app.tab('Base')).toHaveAttribute('aria-selected', 'true');
  await expect(await app.go('gd_scale@2026')).toHaveText('#REF!');
  await page.keyboard.press('Control+z');
  await expect(await app.go('gd_scale@2026')).toHaveText('260.28');
  const menu = await menuOf(app, 'Base');
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true');
});

test('the menu of a tab comes by its button and by keys: a copy, a note, a colour', async ({ app, page }) => {
  await app.tab('Decoupling').click();
  await app.button('Menu of the scenario').click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expectTabs(app, ['Base', 'All levers on', 'Decoupling', 'Decoupling (2)', 'Required path']);
  const copy = app.tab('Decoupling (2)');
  await expect(copy).toHaveAttribute('aria-selected', 'true');
  await expect(await app.go('gd_scale@2025')).toHaveText('202.17');
  await copy.focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Note' }).fill('Half as deep');
  await app.button('Save').click();
  await expect(copy).toHaveAttribute('title', 'Half as deep');
  await copy.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Colour…' }).click();
  await page.getByRole('radio', { name: 'olive' }).check();
  expect(await findings(page)).toEqual([]);
  await app.button('Save').click();
  await expect(copy.locator('svg')).toHaveClass(/chart-scenario-6/);
  await expect(copy).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(copy.locator('svg')).toHaveClass(/chart-scenario-5/);
});

test('a scenario takes what another sets, all of it or the selected cells', async ({ app, page }) => {
  await choose(app, 'Required path', 'Copy from…');
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption('Decoupling');
  await app.button('Copy').click();
  await expect(notice(page)).toContainText('“Required path” now holds what “Decoupling” does.');
  await expect(app.tab('Required path').locator('.tab-count')).toHaveText('4');
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(app.tab('Required path').locator('.tab-count')).toHaveText('3');
  await app.tab('Required path').click();
  await app.go('gd_growth');
  await choose(app, 'Required path', 'Copy from…');
  await page.getByRole('combobox', { name: 'Scenario' }).selectOption('Base');
  await page.getByRole('combobox', { name: 'What' }).selectOption('The selected cell');
  await app.button('Copy').click();
  await expect(app.tab('Required path').locator('.tab-count')).toHaveText('2');
  await expect(app.at('C31')).toHaveText('15.3%');
});

test('an override tells what it replaces and why, and is reset alone, by its line, or with all others', async ({
  app,
  page,
}) => {
  await app.tab('Required path').click();
  await app.go('gd_growth');
  await expect(app.inspector).toContainText('In place of');
  await app.inspector.getByRole('textbox', { name: 'Reason' }).fill('What the plan needs');
  await page.keyboard.press('Enter');
  await expect(app.at('C31')).toHaveAttribute('title', 'Edited\nWhat the plan needs');
  await app.inspector.getByRole('button', { name: '15.3%' }).click();
  await expect(app.tab('Base')).toHaveAttribute('aria-selected', 'true');
  await app.tab('Required path').click();
  await expect(app.inspector.getByRole('textbox', { name: 'Reason' })).toHaveValue('What the plan needs');
  await app.button('Undo').click();
  await expect(app.at('C31')).toHaveAttribute('title', 'Edited');
  await app.go('gd_trend@2026');
  await app.inspector.getByRole('button', { name: 'Reset this line (2)' }).click();
  await expect(app.tab('Required path').locator('.tab-count')).toHaveText('1');
  await page.keyboard.press('Control+z');
  await app.inspector.getByRole('button', { name: 'Reset all of it (3)' }).click();
  await expect(notice(page)).toContainText('3 cells of “Required path” were reset.');
  await expect(app.tab('Required path').locator('.tab-count')).toBeHidden();
  await notice(page).getByRole('button', { name: 'Undo' }).click();
  await expect(app.tab('Required path').locator('.tab-count')).toHaveText('3');
});

test('all of it is there in Chinese', async ({ app, page }) => {
  await app.button('中文').click();
  await app.button('新建情景').click();
  await expect(field(page)).toHaveValue('情景5');
  await page.keyboard.press('Enter');
  await choose(app, '外部冲击', '设为基准情景');
  await expect(notice(page)).toContainText('“外部冲击”已设为基准情景');
  await choose(app, '情景5', '删除');
  await expect(notice(page)).toContainText('已删除“情景5”。');
  await app.tab('达标路径').click();
  await app.page.getByRole('textbox', { name: '名称框' }).fill('gd_growth');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '理由' })).toBeVisible();
  await expect(page.getByText('替代', { exact: true })).toBeVisible();
});

test.describe('twenty scenarios, dark, 360 px wide', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 360, height: 800 } });

  test('stand in one row that scrolls, and shift nothing, on a wide screen too', async ({ app, page }) => {
    test.slow();
    const foot = () => page.locator('.sheet-foot').evaluate((element) => element.clientHeight);
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    // On a narrow screen what stands beside the tabs has a row of its own.
    const before = new Map<number, number>();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      before.set(width, await foot());
    }
    for (let n = 5; n <= 20; n++) {
      await app.button('New scenario').click();
      if (n > 5) await page.getByRole('menuitem', { name: 'Base' }).click();
      await page.keyboard.press('Enter');
    }
    await expect(app.tab('Scenario 20')).toBeFocused();
    await expect(app.chartData.getByRole('columnheader')).toHaveCount(22);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.keyboard.press('End');
      await expect(app.tab('Scenario 20')).toBeInViewport({ ratio: 0.9 });
      await expect.poll(() => foot()).toBe(before.get(width));
      expect(await sideways()).toBe(0);
      await page.keyboard.press('Home');
      await expect(app.tab('Base')).toBeFocused();
      await expect(app.tab('Base')).toBeInViewport({ ratio: 0.9 });
    }
    expect(await findings(page)).toEqual([]);
  });
});
