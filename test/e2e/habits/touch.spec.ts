import { expect, type Foresheet, test } from '../together.ts';

test.use({ hasTouch: true });

const editor = (app: Foresheet) => app.page.getByRole('textbox', { name: 'Cell content' });
const scroller = (app: Foresheet) => app.page.locator('.grid-scroll');
const scrolled = (app: Foresheet) => scroller(app).evaluate((element) => [element.scrollLeft, element.scrollTop]);

/** Draws a finger over the page, as the browser itself follows it. */
async function swipe(app: Foresheet, from: string, by: { x: number; y: number }): Promise<void> {
  const box = await app.at(from).boundingBox();
  if (!box) throw new Error('the cell has no place');
  const cdp = await app.page.context().newCDPSession(app.page);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let i = 1; i <= 8; i++)
    await cdp.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: [{ x: x + (by.x * i) / 8, y: y + (by.y * i) / 8 }],
    });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('a tap selects, and opens no keyboard', async ({ app, page }) => {
  await app.at('E6').tap();
  await expect(app.nameBox).toHaveValue('E6');
  await expect(app.at('E6')).toHaveAttribute('aria-selected', 'true');
  await expect(editor(app)).toBeFocused();
  await expect(editor(app)).toHaveAttribute('inputmode', 'none');
  // A second tap, some time later, selects again: what is selected is not opened by chance.
  await app.at('F6').tap();
  await app.at('E6').tap();
  await expect(app.nameBox).toHaveValue('E6');
  await expect(app.at('E6')).toBeVisible();
  await expect(page.locator('.cell-input.editing')).toHaveCount(0);
});

test('a double tap edits what the cell holds', async ({ app, page }) => {
  const cell = await app.enter('C31', '20');
  await cell.tap();
  await cell.tap();
  await expect(page.locator('.cell-input.editing')).toBeVisible();
  await expect(editor(app)).toHaveValue('20%');
  await expect(editor(app)).toHaveAttribute('inputmode', 'text');
  await page.keyboard.press('Home');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('120.0%');
});

test('two taps on two cells select the second, and a tap elsewhere takes what was typed', async ({ app, page }) => {
  const cell = await app.go('C31');
  await page.keyboard.type('22');
  await app.at('C33').tap();
  await expect(cell).toHaveText('22.0%');
  await expect(app.nameBox).toHaveValue('C33');
  await app.at('C32').tap();
  await expect(app.nameBox).toHaveValue('C32');
  await expect(page.locator('.cell-input.editing')).toHaveCount(0);
});

test('a finger that is drawn scrolls the sheet, down and sideways, and selects nothing', async ({ app }) => {
  await app.at('E6').tap();
  await swipe(app, 'E5', { x: 0, y: -160 });
  await expect.poll(async () => (await scrolled(app))[1]).toBeGreaterThan(60);
  await expect(app.nameBox).toHaveValue('E6');
  await app.go('E6');
  const [left = 0] = await scrolled(app);
  await swipe(app, 'F7', { x: -200, y: 0 });
  await expect.poll(async () => (await scrolled(app))[0]).toBeGreaterThan(left + 60);
  await expect(app.nameBox).toHaveValue('E6');
  await expect(app.grid.locator('[aria-selected="true"]')).toHaveCount(1);
});

test('a tap on a header selects its line or column', async ({ app }) => {
  await app.grid.getByRole('columnheader', { name: '2024' }).tap();
  await expect(app.at('F3')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('F8')).toHaveAttribute('aria-selected', 'true');
  await app.grid.locator('[role="row"][aria-rowindex="4"] .gutter').tap();
  await expect(app.at('D4')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('F3')).toHaveAttribute('aria-selected', 'false');
});

test('the edge of a column is drawn by a finger', async ({ app, page }) => {
  await app.go('G3');
  const head = app.grid.getByRole('columnheader', { name: '2023' });
  const before = (await head.boundingBox())?.width ?? 0;
  const cdp = await page.context().newCDPSession(page);
  const draw = async (way: readonly number[]) => {
    const box = await head.getByRole('separator').boundingBox();
    if (!box) throw new Error('the edge has no place');
    const at = (x: number) => [{ x: box.x + 3 + x, y: box.y + 20 }];
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (const x of way) await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(x) });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const width = async () => Math.round((await head.boundingBox())?.width ?? 0);
  await draw([15, 30, 50]);
  await expect.poll(width).toBe(before + 50);
  await expect(app.nameBox).toHaveValue('G3');
  await draw([-15, -30, -50]);
  await expect.poll(width).toBe(before);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('a long press opens the menu of the cell, which lies within the screen and is chosen from by a tap', async ({
    app,
    page,
  }) => {
    await app.enter('C31', '20');
    const box = await app.at('C31').boundingBox();
    if (!box) throw new Error('the cell has no place');
    const cdp = await page.context().newCDPSession(page);
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await expect(app.menu).toBeVisible();
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    const menu = await app.menu.boundingBox();
    expect(menu?.x).toBeGreaterThanOrEqual(0);
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThanOrEqual(360);
    expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThanOrEqual(740);
    await expect(app.menu).toBeVisible();
    await app.item('Reset cell').tap();
    await expect(app.at('C31')).toHaveText('15.3%');
    await expect(app.menu).toBeHidden();
  });

  test('the help opens from its menu, and fits', async ({ app, page }) => {
    await (await app.fromHeader('Help')).tap();
    await app.item('Keyboard').tap();
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    await expect(help).toBeVisible();
    const box = await help.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
    const wide = await help
      .locator('.dialog-body')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(wide).toBe(0);
    await help.getByRole('button', { name: 'Close' }).tap();
    await expect(help).toBeHidden();
  });
});
