import { expect, test } from '../together.ts';

const walk = (start: string, ...steps: readonly (readonly [key: string, address: string])[]) => ({ start, steps });

for (const [title, { start, steps }] of [
  [
    '1 arrows move by a place, and stop at the edge',
    walk(
      'D3',
      ['ArrowDown', 'D4'],
      ['ArrowRight', 'E4'],
      ['ArrowUp', 'E3'],
      ['ArrowLeft', 'D3'],
      ['Home', 'A3'],
      ['ArrowLeft', 'A3'],
    ),
  ],
  ['2 Tab and Shift+Tab move right and left', walk('D3', ['Tab', 'E3'], ['Tab', 'F3'], ['Shift+Tab', 'E3'])],
  ['3 Enter and Shift+Enter move down and up', walk('D3', ['Enter', 'D4'], ['Enter', 'D5'], ['Shift+Enter', 'D4'])],
  [
    '3 Enter after a run of Tabs returns to the column where it began',
    walk(
      'D3',
      ['Tab', 'E3'],
      ['Tab', 'F3'],
      ['Enter', 'D4'],
      ['Enter', 'D5'],
      ['Tab', 'E5'],
      ['ArrowDown', 'E6'],
      ['Enter', 'E7'],
    ),
  ],
  ['4 Home and End lead to the ends of the line', walk('G3', ['Home', 'A3'], ['End', 'Q3'])],
  [
    '5 Ctrl+Home and Ctrl+End lead to the ends of the sheet',
    walk('G3', ['Control+End', 'Q93'], ['Control+Home', 'A2']),
  ],
  [
    '6 Ctrl+arrow leads to the edge of the data',
    walk(
      'G3',
      ['Control+ArrowRight', 'Q3'],
      ['Control+ArrowDown', 'Q12'],
      ['Control+ArrowDown', 'Q24'],
      ['Control+ArrowLeft', 'D24'],
      ['Control+ArrowUp', 'D12'],
      ['Control+ArrowUp', 'D3'],
    ),
  ],
] as const) {
  test(title, async ({ app, page }) => {
    await app.go(start);
    for (const [key, address] of steps) {
      await page.keyboard.press(key);
      await expect(app.nameBox, key).toHaveValue(address);
      await expect(app.at(address)).toBeInViewport();
    }
  });
}

test('3 Enter after values entered with Tab returns to the column where the first one was', async ({ app, page }) => {
  await app.go('E6');
  for (const value of ['1', '2', '3']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Tab');
  }
  await expect(app.nameBox).toHaveValue('H6');
  await page.keyboard.press('Enter');
  await expect(app.nameBox).toHaveValue('E7');
  await expect(app.at('G6')).toHaveText('3.00');
});

test('7 Page Down and Page Up move by what is in sight', async ({ app, page }) => {
  await app.go('D3');
  await page.keyboard.press('PageDown');
  await expect(app.nameBox).not.toHaveValue('D3');
  const below = Number((await app.nameBox.inputValue()).slice(1));
  expect(below).toBeGreaterThan(5);
  await expect(app.at(`D${below}`)).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(app.nameBox).toHaveValue('D3');
});

test('8 Ctrl+G leads to the name box, which takes an address or a name', async ({ app, page }) => {
  await app.go('D3');
  await page.keyboard.press('Control+g');
  await expect(app.nameBox).toBeFocused();
  await page.keyboard.type('h12');
  await page.keyboard.press('Enter');
  await expect(app.nameBox).toHaveValue('H12');
  await page.keyboard.press('Control+g');
  await page.keyboard.type('gd_growth');
  await page.keyboard.press('Enter');
  await expect(app.nameBox).toHaveValue('C31');
  await expect(app.at('C31')).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(app.nameBox).toHaveValue('C32');
});
