import type { Locator, Page } from '@playwright/test';
import { test as alone } from '../foresheet.ts';
import { expect, type Foresheet, test } from '../together.ts';

const options = (page: Page): Locator => page.getByRole('listbox', { name: 'Functions and names' }).getByRole('option');
const hint = (page: Page): Locator => page.getByRole('note', { name: 'Arguments of the function' });
const editor = (page: Page): Locator => page.locator('.cell-input');
const outlines = (page: Page): Locator => page.locator('.reference-outline');

/** Presses the pointer on a cell, moves to another one and lets go, as a hand draws a range. */
async function draw(app: Foresheet, from: string, to: string): Promise<void> {
  await app.at(from).hover();
  await app.page.mouse.down();
  await app.at(to).hover();
  await app.page.mouse.up();
}

const colourOf = (locator: Locator): Promise<string> => locator.evaluate((element) => getComputedStyle(element).color);

test('row 25: a click puts a reference into the formula, the next one replaces it, and an operator goes on', async ({
  app,
  page,
}) => {
  const cell = await app.go('G3');
  await page.keyboard.type('=');
  await app.at('D3').click();
  await expect(app.formulaBar).toHaveValue('=D3');
  await app.at('E3').click();
  await expect(app.formulaBar).toHaveValue('=E3');
  await page.keyboard.type('+');
  await app.at('D3').click();
  await page.keyboard.type('*2');
  await expect(app.formulaBar).toHaveValue('=E3+D3*2');
  await expect(editor(page)).toHaveValue('=E3+D3*2');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('472.95');
  await expect(app.nameBox).toHaveValue('G4');
});

test('row 25: a label names no cell and a double click points once more, and neither ends the formula', async ({
  app,
  page,
}) => {
  await app.go('G3');
  await page.keyboard.type('=2*');
  await app.at('A5').click();
  await expect(app.formulaBar).toHaveValue('=2*');
  await app.at('E3').dblclick();
  await expect(app.formulaBar).toHaveValue('=2*E3');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Escape');
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });
  test('row 25: a tap puts a reference into the formula', async ({ app, page }) => {
    await app.go('G3');
    await page.keyboard.type('=2*');
    await app.at('E3').tap();
    await expect(app.formulaBar).toHaveValue('=2*E3');
    await expect(editor(page)).toBeFocused();
    await app.at('D3').tap();
    await expect(app.formulaBar).toHaveValue('=2*D3');
    await page.keyboard.press('Enter');
    await expect(app.at('G3')).toHaveText('300.00');
  });
});

test('row 25: a drag puts a range into a function', async ({ app, page }) => {
  const cell = await app.go('G3');
  await page.keyboard.type('=SUM(');
  await draw(app, 'D3', 'F3');
  await expect(app.formulaBar).toHaveValue('=SUM(D3:F3');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('522.36');
  await app.go('G3');
  await expect(app.formulaBar).toHaveValue('=SUM(D3:F3)');
});

test('row 25: Ctrl+Shift+arrow draws the range to the edge of the data', async ({ app, page }) => {
  await app.go('D6');
  await page.keyboard.type('=SUM(');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(app.formulaBar).toHaveValue('=SUM(D5:Q5');
  await page.keyboard.press('Escape');
});

test('row 25: where an operand already stands, a click elsewhere takes the formula', async ({ app, page }) => {
  const cell = await app.go('G3');
  await page.keyboard.type('=D3');
  await app.at('E5').click();
  await expect(app.nameBox).toHaveValue('E5');
  await expect(cell).toHaveText('150.00');
});

test('row 25: arrows point while typing, Shift draws the range, and after F2 they move the caret', async ({
  app,
  page,
}) => {
  const cell = await app.go('G3');
  await page.keyboard.type('=');
  await page.keyboard.press('ArrowLeft');
  await expect(app.formulaBar).toHaveValue('=F3');
  await page.keyboard.press('ArrowLeft');
  await expect(app.formulaBar).toHaveValue('=E3');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(app.formulaBar).toHaveValue('=E3:F3');
  await page.keyboard.press('ArrowLeft');
  await expect(app.formulaBar).toHaveValue('=E3');
  await page.keyboard.type('-1');
  await page.keyboard.press('ArrowDown');
  await expect(app.nameBox).toHaveValue('G4');
  await expect(cell).toHaveText('171.95');
  await app.go('G3');
  await page.keyboard.press('F2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('0');
  await expect(app.formulaBar).toHaveValue('=E30-1');
  await page.keyboard.press('Escape');
});

test('row 25: the sheet follows the cell that arrows point at', async ({ app, page }) => {
  await app.go('E3');
  await page.keyboard.type('=');
  for (let i = 0; i < 11; i++) await page.keyboard.press('ArrowRight');
  await expect(app.formulaBar).toHaveValue('=P3');
  await expect(app.at('P3')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(app.at('E3')).toBeInViewport();
});

test('row 25: another scenario is pointed at on its own tab, and taking the formula leads back', async ({
  app,
  page,
}) => {
  const cell = await app.go('G3');
  await page.keyboard.type('=');
  await app.tab('All levers on').click();
  await expect(app.tab('All levers on')).toHaveAttribute('aria-selected', 'true');
  await app.at('G3').click();
  await expect(app.formulaBar).toHaveValue("='All levers on'!G3");
  await page.keyboard.type('-');
  await app.tab('Base').click();
  await app.at('F3').click();
  await expect(app.formulaBar).toHaveValue("='All levers on'!G3-F3");
  await app.tab('Decoupling').click();
  await draw(app, 'F3', 'G3');
  await expect(app.formulaBar).toHaveValue("='All levers on'!G3-Decoupling!F3:G3");
  await app.at('F3').click();
  await page.keyboard.press('Enter');
  await expect(app.tab('Base')).toHaveAttribute('aria-selected', 'true');
  await expect(app.nameBox).toHaveValue('G4');
  await expect(cell).not.toHaveText('229.92');
  await app.go('G3');
  await expect(app.formulaBar).toHaveValue("='All levers on'!G3-Decoupling!F3");
});

test('row 28: on another tab the list stands at the formula bar, which shows the formula', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.type('=');
  await app.tab('Decoupling').click();
  await page.keyboard.type('gd_gro');
  await expect(app.formulaBar).toHaveValue('=gd_gro');
  await expect(options(page).first()).toBeVisible();
  await expect(editor(page)).not.toHaveClass(/editing/);
  const [list, bar] = [await options(page).first().boundingBox(), await app.formulaBar.boundingBox()];
  expect(list?.x).toBeCloseTo((bar?.x ?? 0) + 1, 0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(app.tab('Base')).toHaveAttribute('aria-selected', 'true');
  await expect(app.at('G3')).toHaveText('0.15');
});

test('row 25: Escape on another tab leads back too, and nothing was changed', async ({ app, page }) => {
  const cell = await app.go('G3');
  await page.keyboard.type('=');
  await app.tab('Decoupling').click();
  await app.at('D3').click();
  await page.keyboard.press('Escape');
  await expect(app.tab('Base')).toHaveAttribute('aria-selected', 'true');
  await expect(cell).toHaveText('229.92');
  await expect(app.button('Undo')).toBeDisabled();
});

test('row 25: pointing works from the formula bar, which keeps the focus', async ({ app, page }) => {
  const cell = await app.go('G3');
  await app.formulaBar.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('=MAX(');
  await draw(app, 'D3', 'E3');
  await expect(app.formulaBar).toBeFocused();
  await expect(app.formulaBar).toHaveValue('=MAX(D3:E3');
  await page.keyboard.type(',1)');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('172.95');
});

test('row 26: a reference has one colour in the bar, in the cell and on the sheet', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.type('=D3+gd_growth*E3:F3+$D$3');
  await expect(outlines(page)).toHaveCount(3);
  for (const place of ['.formula-field', '.grid-scroll']) {
    const painted = page.locator(`${place} > .painted-layer`);
    await expect(painted).toHaveText('=D3+gd_growth*E3:F3+$D$3');
    for (const [i, name] of ['D3', 'gd_growth', 'E3:F3'].entries())
      expect(await colourOf(painted.getByText(name, { exact: true }))).toBe(await colourOf(outlines(page).nth(i)));
    expect(await colourOf(painted.getByText('$D$3'))).toBe(await colourOf(outlines(page).first()));
  }
  const [outline, first, last] = await Promise.all([
    outlines(page).nth(2).boundingBox(),
    app.at('E3').boundingBox(),
    app.at('F3').boundingBox(),
  ]);
  expect(outline?.x).toBeCloseTo(first?.x ?? 0, 0);
  expect((outline?.x ?? 0) + (outline?.width ?? 0)).toBeCloseTo((last?.x ?? 0) + (last?.width ?? 0), 0);
  await page.keyboard.press('Escape');
  await expect(outlines(page)).toHaveCount(0);
  await expect(page.locator('.painted-layer')).toHaveCount(0);
});

test('row 26: the painted text lies under the typed one, and scrolls with it', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.type(`=${'D3+'.repeat(60)}1`);
  const layer = page.locator('.grid-scroll > .painted-layer');
  const places = () =>
    Promise.all(
      [editor(page), layer].map((l) => l.evaluate(({ scrollLeft, clientWidth }) => [scrollLeft, clientWidth])),
    );
  await expect.poll(async () => (await places())[0]?.[0]).toBeGreaterThan(100);
  await expect.poll(async () => (await places())[1]).toEqual((await places())[0]);
  await page.keyboard.press('F2');
  await page.keyboard.press('Home');
  await expect.poll(async () => (await places()).map(([left]) => left)).toEqual([0, 0]);
  await page.keyboard.press('Escape');
});

test('row 27: F4 fixes column and row of the reference at the caret in turn', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.type('=E3+D3');
  await expect(outlines(page)).toHaveCount(2);
  for (const next of ['=E3+$D$3', '=E3+D$3', '=E3+$D3', '=E3+D3', '=E3+$D$3']) {
    await page.keyboard.press('F4');
    await expect(app.formulaBar).toHaveValue(next);
  }
  await page.keyboard.press('F2');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F4');
  await expect(app.formulaBar).toHaveValue('=$E$3+$D$3');
  await page.keyboard.press('Enter');
  await expect(await app.go('G3')).toHaveText('322.95');
  await expect(app.formulaBar).toHaveValue('=$E$3+$D$3');
});

test('row 28: functions complete: arrows choose, Tab accepts, and the bracket is open', async ({ app, page }) => {
  const cell = await app.go('G3');
  await page.keyboard.type('=AVER');
  await expect(options(page).first()).toContainText('AVERAGE');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(editor(page)).toHaveAttribute('aria-controls', 'formula-candidates');
  await page.keyboard.press('ArrowDown');
  const second = options(page).nth(1);
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(editor(page)).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await expect(app.formulaBar).toHaveValue('=AVERAGE(');
  await expect(options(page)).toHaveCount(0);
  await draw(app, 'D3', 'E3');
  await page.keyboard.type(')');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('161.48');
});

test('row 28: lines complete by id and by label, with their labels beside', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.type('=2*gd_gro');
  await expect(options(page).first()).toHaveAccessibleName('gd_growth Trend growth');
  await page.keyboard.press('Tab');
  await expect(app.formulaBar).toHaveValue('=2*gd_growth');
  await page.keyboard.type('+Industry');
  await options(page).filter({ hasText: 'gd_scale' }).first().click();
  await expect(app.formulaBar).toHaveValue(/^=2\*gd_growth\+gd_scale/);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Escape');
});

test('row 28: Escape closes the list first and the edit at the second press; Enter takes what was typed', async ({
  app,
  page,
}) => {
  const cell = await app.go('G3');
  await page.keyboard.type('=SU');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(app.formulaBar).toHaveValue('=SU');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText('229.92');
  await expect(editor(page)).toHaveAttribute('aria-activedescendant', (await cell.getAttribute('id')) ?? '');
  await expect(editor(page)).toHaveAttribute('aria-controls', 'scenario-sheet');
  await expect(editor(page)).not.toHaveAttribute('role');
  await page.keyboard.type('=gd_gr');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('owth');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('0.15');
  await expect(app.nameBox).toHaveValue('G4');
});

test('row 28: completion works in the formula bar, and opening a formula shows no list', async ({ app, page }) => {
  await app.go('G3');
  await app.formulaBar.fill('=gd_growt');
  await expect(options(page).first()).toContainText('gd_growth');
  await expect(app.formulaBar).toHaveAttribute('aria-autocomplete', 'list');
  await app.formulaBar.press('Tab');
  await expect(app.formulaBar).toHaveValue('=gd_growth');
  await app.formulaBar.press('Enter');
  await app.go('G3');
  await page.keyboard.press('F2');
  await expect(outlines(page)).toHaveCount(1);
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(outlines(page)).toHaveCount(0);
});

test('row 29: the arguments are shown, the one at the caret emphasised, in both languages', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.type('=PMT(');
  await expect(hint(page)).toContainText('PMT(rate, nper, pv, [fv], [type])');
  const current = hint(page).locator('[aria-current="true"]');
  await expect(current).toHaveText('rate');
  await page.keyboard.type('0.05,(1+2)*');
  await expect(current).toHaveText('nper');
  await page.keyboard.type('SUM(1,2,');
  await expect(hint(page)).toContainText('SUM(number1, …)');
  await expect(current).toHaveText('number1');
  await page.keyboard.type('3),');
  await expect(current).toHaveText('pv');
  await page.keyboard.press('Escape');
  await expect(hint(page)).toHaveCount(0);
  await app.button('中文').click();
  await app.at('G3').click();
  await page.keyboard.type('=ROUND(');
  await expect(page.getByRole('note', { name: '函数参数' })).toContainText('ROUND(数值, [小数位数])');
  await page.keyboard.press('Escape');
});

test('row 30: the bar and the cell mirror each other while a formula is typed in either', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.type('=(D3');
  await expect(app.formulaBar).toHaveValue('=(D3');
  await app.formulaBar.click();
  await page.keyboard.press('End');
  await page.keyboard.type('+1)');
  await expect(editor(page)).toHaveValue('=(D3+1)');
  await page.keyboard.press('Enter');
  await expect(app.at('G3')).toHaveText('151.00');
});

test('row 30: the bracket at the caret and its partner are emphasised in both places', async ({ app, page }) => {
  await app.go('G3');
  await page.keyboard.type('=((D3+1)*2)');
  for (const place of ['.formula-field', '.grid-scroll'])
    await expect(page.locator(`${place} .pair`)).toHaveText(['(', ')']);
  await page.keyboard.press('F2');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
  const index = () =>
    page
      .locator('.formula-field .painted-layer > span')
      .evaluateAll((spans) => spans.flatMap((span, i) => (span.classList.contains('pair') ? [i] : [])));
  await expect.poll(index).toEqual([2, 6]);
  await page.keyboard.press('Escape');
});

alone(
  'rows 26 to 29: the help with formulas is loaded with the first one, and formulas do without where it fails',
  async ({ app, page }) => {
    const asked: string[] = [];
    await page.route('**/FormulaAids-*.js', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await app.enter('gd_growth', '15.3%');
    expect(asked).toEqual([]);
    const cell = await app.go('G3');
    await page.keyboard.type('=2*');
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await app.at('D3').click();
    await expect(app.formulaBar).toHaveValue('=2*D3');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText('300.00');
    app.complaints.length = 0;
  },
);

alone('functions that no first visit needs come with the first formula that names one', async ({ app, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/more-[^/]*\.js$/.test(request.url())) asked.push(request.url());
  });
  await app.enter('gd_growth', '20%');
  await expect(app.answer).toContainText('20.0 %');
  expect(asked).toEqual([]);
  await expect(await app.enter('E6', '=TEXT(gd_growth,"0.0%")&" a year"')).toHaveText('20.0% a year');
  expect(asked).toHaveLength(1);
  await expect(await app.enter('E6', '=LET(all,D3:F3,SUM(all*2)-2*SUM(all))')).toHaveText('0.00');
});

test('formulas are read from a Chinese keyboard, and the row of years is part of the sheet', async ({ app }) => {
  const cell = await app.enter('E6', '＝ＳＵＭ（D3，D3）÷２');
  await expect(cell).toHaveText('150.00');
  await app.go('E6');
  await expect(app.formulaBar).toHaveValue('=SUM(D3,D3)/2');
  await expect(await app.enter('E6', '=HLOOKUP(2022,D1:F3,3,FALSE)')).toHaveText('150.00');
  await app.go('E6');
  await expect(app.formulaBar).toHaveValue('=HLOOKUP(2022,D$1:F3,3,FALSE)');
  await app.enter('E6', '=INDIRECT("D"&3)');
  await app.go('E6');
  await expect(app.inspector).toContainText('INDIRECT takes an address in quotes');
});

alone(
  'a formula waits for its function, however slowly that comes, and is told where it does not come',
  async ({ app, page }) => {
    const PART = /\/more-[^/]*\.js$/;
    const cell = app.at('E6');
    await alone.step('where it can not be loaded', async () => {
      await page.context().route(PART, (route) => route.abort());
      await app.enter('E6', '=LET(x,2,x*D3)');
      await expect(cell).toHaveText('#WAIT!');
      await app.go('E6');
      await expect(app.inspector).toContainText('could not be loaded');
      await expect(app.formulaBar).toHaveValue('=LET(x,2,x*D3)');
      app.complaints.length = 0;
    });
    await alone.step('once it can, with the next change, and later than a calculation may take', async () => {
      await page.context().unroute(PART);
      await page.context().route(PART, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        await route.continue();
      });
      await app.enter('gd_growth', '20%');
      await app.go('E6');
      await expect(cell).toHaveText('300.00');
      await expect(app.formulaBar).toHaveValue('=LET(x,2,x*D3)');
      await expect(app.notice(/took too long|restarted/)).toHaveCount(0);
    });
  },
);
