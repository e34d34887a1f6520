import { expect, type Foresheet, test } from '../together.ts';

const bar = (app: Foresheet) => app.page.getByRole('search', { name: 'Find in the sheet' });
const field = (app: Foresheet) => bar(app).getByRole('textbox', { name: 'Find what' });
const state = (app: Foresheet) => bar(app).getByRole('status');
const open = async (app: Foresheet) => {
  await app.page.keyboard.press('Control+Shift+F');
  await expect(field(app)).toBeFocused();
};

test('43 a number is found as it is shown, from the cursor on and round again', async ({ app, page }) => {
  await app.go('D3');
  await open(app);
  await page.keyboard.type('229.9');
  await expect(app.nameBox).toHaveValue('G3');
  await expect(app.at('G3')).toBeInViewport();
  await expect(field(app)).toBeFocused();
  await expect(state(app)).toHaveText('1 of 1');
  await field(app).fill('15.3%');
  await expect(app.nameBox).toHaveValue('E4');
  await expect(state(app)).toHaveText(/^1 of \d+$/);
  const count = Number(/\d+$/.exec((await state(app).textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(2);
  await page.keyboard.press('Enter');
  await expect(app.nameBox).toHaveValue('F4');
  await expect(state(app)).toHaveText(`2 of ${count}`);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+F3');
  await expect(state(app)).toHaveText(`${count} of ${count}`);
  await page.keyboard.press('F3');
  await expect(app.nameBox).toHaveValue('E4');
  // From where somebody goes meanwhile, and not from the hit that was shown.
  await app.go('F4');
  await page.keyboard.press('F3');
  await expect(app.nameBox).toHaveValue('G4');
});

test('43 labels in both languages, units and ids are found; Escape leaves the cursor on the hit', async ({
  app,
  page,
}) => {
  await app.go('D3');
  await app.button('Find').click();
  await field(app).fill('GD_GROWTH');
  await expect(app.nameBox).toHaveValue('A31');
  await field(app).fill('产业规模');
  await expect(app.nameBox).toHaveValue(/^A\d+$/);
  await field(app).fill('yuan per US$');
  await expect(app.nameBox).toHaveValue(/^B\d+$/);
  await field(app).fill('nowhere to be found');
  await expect(state(app)).toHaveText('Not found');
  await field(app).fill('trend growth');
  await expect(app.nameBox).toHaveValue('A31');
  await page.keyboard.press('Escape');
  await expect(bar(app)).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await expect(app.nameBox).toHaveValue('B31');
});

test('43 text, errors and grouped numbers are found; formulas where they are shown', async ({ app, page }) => {
  await app.enter('E6', 'rough guess');
  await app.enter('E7', '=1/0');
  await app.enter('F6', '1234567');
  await app.go('A2');
  await open(app);
  for (const [typed, address] of [
    ['ROUGH', 'E6'],
    ['div/0', 'E7'],
    ['1,234,567', 'F6'],
    ['4567.00', 'F6'],
  ] as const) {
    await field(app).fill(typed);
    await expect(app.nameBox).toHaveValue(address);
  }
  await field(app).fill('=D3*(1+E4)');
  await expect(state(app)).toHaveText('Not found');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Backquote');
  await open(app);
  await field(app).fill('=d3*(1+e4)');
  await expect(app.nameBox).toHaveValue('E3');
  await expect(state(app)).toHaveText('1 of 1');
});

test('43 all scenarios are searched where that is asked for, and the hit is shown in its own', async ({
  app,
  page,
}) => {
  await app.tab('All levers on').click();
  await app.enter('E6', 'only here');
  await app.tab('Base').click();
  await app.go('A2');
  await open(app);
  await field(app).fill('only here');
  await expect(state(app)).toHaveText('Not found');
  await bar(app).getByRole('checkbox', { name: 'All scenarios' }).check();
  await expect(state(app)).toHaveText('1 of 1');
  await expect(app.tab('All levers on')).toHaveAttribute('aria-selected', 'true');
  await expect(app.nameBox).toHaveValue('E6');
  // An edit elsewhere is counted, and moves nothing.
  await page.keyboard.press('Escape');
  await open(app);
  await field(app).fill('only here');
  await expect(state(app)).toHaveText('1 of 1');
  await app.enter('F6', 'only here too');
  await expect(state(app)).toHaveText(/^2 hits$|of 2$/);
});

test('43 the bar moves nothing, and covers no cell', async ({ app, page }) => {
  const before = await app.grid.boundingBox();
  await open(app);
  expect(await app.grid.boundingBox()).toEqual(before);
  const box = await bar(app).boundingBox();
  const head = await page.locator('.grid-head').boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) + 1);
});
