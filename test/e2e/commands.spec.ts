import type { Locator, Page } from '@playwright/test';
import { findingsInBoth } from './axe.ts';
import { test as alone } from './foresheet.ts';
import { expect, Foresheet, test } from './together.ts';

const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const focused = (page: Page): Locator => page.locator(':focus');
const select = async (app: Foresheet, from: string, to: string) => {
  await app.at(from).click();
  await app.at(to).click({ modifiers: ['Shift'] });
};
const menuOf = (app: Foresheet, address: string) => app.at(address).click({ button: 'right' });

test.describe('a menu', () => {
  test('is gone through by keys, gives the focus back, and closes when it is left', async ({ app, page }) => {
    const button = app.button('Help');
    await expect(button).toHaveAttribute('aria-haspopup', 'menu');
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(app.menu).toHaveAccessibleName('Help');
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    for (const [key, name] of [
      ['', 'Your first model'],
      ['ArrowDown', 'Keyboard'],
      ['ArrowDown', 'Methods'],
      ['End', 'About'],
      ['ArrowDown', 'Your first model'],
      ['ArrowUp', 'About'],
      ['Home', 'Your first model'],
      ['m', 'Methods'],
    ] as const) {
      if (key) await page.keyboard.press(key);
      await expect(app.item(name), key).toBeFocused();
    }
    await page.keyboard.press('Escape');
    await expect(app.menu).toBeHidden();
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowUp');
    await expect(app.item('About')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(app.menu).toBeHidden();
    await expect(button).not.toBeFocused();
  });

  test('opens and closes at its button, and closes at a click elsewhere', async ({ app, page }) => {
    await app.button('Help').click();
    await expect(app.menu).toBeVisible();
    await app.button('Help').click();
    await expect(app.menu).toBeHidden();
    await app.button('Help').click();
    await app.at('E6').click();
    await expect(app.menu).toBeHidden();
    await expect(app.nameBox).toHaveValue('E6');
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await expect(app.at('E6')).toHaveText('5.00');
  });

  alone('says where it could not be loaded, and is asked for again', async ({ app, page }) => {
    await page.route('**/Menu-*.js', (route) => route.abort());
    await app.at('E6').click();
    await app.button('Help').click();
    await expect(app.message).toContainText('could not be loaded');
    await expect(app.button('Help')).toHaveAttribute('aria-expanded', 'false');
    await page.unroute('**/Menu-*.js');
    await app.button('Help').click();
    await expect(app.item('About')).toBeVisible();
    app.complaints.length = 0;
  });
});

test.describe('the help with keys', () => {
  test('opens by F1 and by Control+/, lists the keys in both languages, and gives the focus back', async ({
    app,
    page,
  }) => {
    const help = dialog(page, 'Keyboard');
    await app.go('E6');
    for (const keys of ['F1', 'Control+/'])
      await test.step(`${keys}, in English`, async () => {
        await page.keyboard.press(keys);
        await expect(help.locator('.key-row').filter({ hasText: 'Undo' })).toContainText('Ctrl+Z');
        await expect(help.locator('.key-row').filter({ hasText: 'Select whole line' })).toContainText('Shift+Space');
        await expect(help.locator('.key-row').filter({ hasText: 'Move by a place' })).toContainText('↑ ↓ ← →');
        await expect(help).toContainText('To leave the sheet, press Esc and then Tab');
        await page.keyboard.press('Escape');
        await expect(help).toBeHidden();
        await expect(focused(page)).toHaveAttribute('aria-label', 'Cell content');
      });
    await app.button('中文').click();
    for (const keys of ['F1', 'Control+/'])
      await test.step(`${keys}, in Chinese`, async () => {
        await page.keyboard.press(keys);
        await expect(dialog(page, '键盘快捷键').locator('.key-row').filter({ hasText: '选中整行' })).toContainText(
          'Shift+空格',
        );
        await dialog(page, '键盘快捷键').getByRole('button', { name: '关闭' }).click();
        await expect(app.button('中文')).toBeFocused();
      });
  });

  test('opens while a formula is typed, and nothing of it is lost', async ({ app, page }) => {
    const cell = await app.go('G3');
    await page.keyboard.type('=D3*(1+');
    await page.keyboard.press('F1');
    await expect(dialog(page, 'Keyboard')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.type('1)');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText('300.00');
  });

  alone('shows the keys of a Mac on a Mac', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' }));
    const app = new Foresheet(page);
    await app.open();
    await page.keyboard.press('F1');
    await expect(page.locator('.key-row').filter({ hasText: 'Redo' })).toContainText('⇧⌘Z');
    await expect(page.locator('.key-row').filter({ hasText: 'Select whole column' })).toContainText('⌃Space');
    expect(app.complaints).toEqual([]);
  });
});

test.describe('the menu of the sheet', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('cuts, copies and pastes', async ({ app, page }) => {
    await app.enter('E6', '=D3*2');
    await menuOf(app, 'E6');
    await expect(app.nameBox).toHaveValue('E6');
    await app.item('Copy').click();
    await expect(page.locator('.copied')).toBeVisible();
    await menuOf(app, 'G6');
    await app.item('Paste').first().click();
    await expect(app.formulaBar).toHaveValue('=F3*2');
    await menuOf(app, 'H6');
    await app.item('Paste values').click();
    await expect(app.formulaBar).toHaveValue('300');
    await menuOf(app, 'E6');
    await app.item('Cut').click();
    await menuOf(app, 'F6');
    await app.item('Paste').first().click();
    await expect(app.formulaBar).toHaveValue('=D3*2');
    await expect(app.at('E6')).not.toHaveText('300.00');
  });

  test('fills and resets, and offers what can be done', async ({ app }) => {
    await app.enter('E6', '5');
    await select(app, 'E6', 'F7');
    // Within what is selected the selection stays.
    await menuOf(app, 'F7');
    await app.item('Fill right').click();
    await expect(app.at('F6')).toHaveText('5.00');
    await menuOf(app, 'E6');
    await app.item('Reset cell').click();
    for (const address of ['E6', 'F6']) await expect(app.at(address)).not.toHaveText('5.00');
    await menuOf(app, 'E6');
    await expect(app.item('Reset cell')).toHaveAttribute('aria-disabled', 'true');
    await app.item('Reset cell').click({ force: true });
    await expect(app.menu).toBeVisible();
    await app.item('Select whole line').click();
    await expect(app.at('A6')).toHaveAttribute('aria-selected', 'true');
  });

  test('shows formulas and follows them, by keys', async ({ app, page }) => {
    await app.go('gd_scale@2025');
    await page.keyboard.press('Shift+F10');
    await expect(app.item('Cut')).toBeFocused();
    for (let i = 0; i < 4; i++) await page.keyboard.press('s');
    await expect(app.item('Show formulas')).toBeFocused();
    await expect(app.item('Show formulas')).toHaveAttribute('aria-checked', 'false');
    await page.keyboard.press('Space');
    await expect(app.at('G3')).toHaveText(/^=F3/);
    await page.keyboard.press('ContextMenu');
    await expect(app.item('Show formulas')).toHaveAttribute('aria-checked', 'true');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await expect(app.nameBox).toHaveValue('H3');
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('t');
    await page.keyboard.press('Enter');
    await expect(app.nameBox).toHaveValue('G3');
  });

  test('on a header takes the whole line or column', async ({ app }) => {
    await app.grid.locator('[role="row"][aria-rowindex="4"] .gutter').click({ button: 'right' });
    await expect(app.at('Q4')).toHaveAttribute('aria-selected', 'true');
    await expect(app.item('Copy')).toBeVisible();
    await expect(app.item('Trace precedents')).toHaveCount(0);
    await app.grid.getByRole('columnheader', { name: '2025' }).click({ button: 'right' });
    await expect(app.at('G2')).toHaveAttribute('aria-selected', 'true');
    await expect(app.at('Q4')).toHaveAttribute('aria-selected', 'false');
    await expect(app.item('Fill down')).toBeVisible();
  });

  test('takes what is typed before it opens, and leaves the field itself to the browser', async ({ app, page }) => {
    const cell = await app.go('C31');
    await page.keyboard.type('21');
    await menuOf(app, 'E33');
    await expect(cell).toHaveText('21.0%');
    await expect(app.menu).toBeVisible();
    await page.keyboard.press('Escape');
    await app.go('C31');
    await page.keyboard.press('F2');
    await page.locator('.cell-input').click({ button: 'right' });
    await expect(page.locator('.cell-input')).toBeFocused();
    await expect(app.menu).toHaveCount(0);
    await expect(app.formulaBar).toHaveValue('21%');
    await page.keyboard.press('Escape');
  });
});

test('the menu of the sheet says where the browser does not let it paste', async ({ app, page, context }) => {
  await context.clearPermissions();
  await context.grantPermissions(['geolocation']);
  await app.at('E6').click({ button: 'right' });
  await app.item('Paste').first().click();
  await expect(app.message).toContainText('did not let the clipboard be read');
  await expect(app.button('Undo')).toBeDisabled();
  await page.keyboard.press('ArrowDown');
  await expect(app.message).toBeHidden();
});

test('axe finds nothing in menus and in the help, light and dark', async ({ app, page }) => {
  await app.button('Help').click();
  await expect(app.item('About')).toBeVisible();
  expect(await findingsInBoth(page)).toEqual([]);
  await app.item('Keyboard').click();
  await expect(dialog(page, 'Keyboard')).toBeVisible();
  expect(await findingsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await menuOf(app, 'E6');
  await expect(app.item('Paste values')).toBeVisible();
  expect(await findingsInBoth(page)).toEqual([]);
});

test('Escape, then Tab, leaves the sheet either way; Tab alone moves in it', async ({ app, page }) => {
  await app.go('E6');
  await page.keyboard.press('Tab');
  await expect(app.nameBox).toHaveValue('F6');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(app.tab('Base')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByLabel('Cell content')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(app.nameBox).toHaveValue('G6');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByLabel('Cell content')).not.toBeFocused();
  await expect(app.nameBox).toHaveValue('G6');
  // Past the edge of the column.
  await page.keyboard.press('Shift+Tab');
  await expect(app.button('Lines')).toBeFocused();
});
