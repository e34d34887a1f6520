import { expect, type Foresheet, test } from '../together.ts';

const head = (app: Foresheet, name: string) => app.grid.getByRole('columnheader', { name, exact: true });
const edge = (app: Foresheet, name: string) => head(app, name).getByRole('separator');
const width = async (app: Foresheet, name: string) => Math.round((await head(app, name).boundingBox())?.width ?? 0);
const drag = async (app: Foresheet, name: string, by: number) => {
  const box = await edge(app, name).boundingBox();
  if (!box) throw new Error('the edge has no place');
  const [x, y] = [box.x + box.width / 2, box.y + 20];
  await app.page.mouse.move(x, y);
  await app.page.mouse.down();
  await app.page.mouse.move(x + by / 2, y);
  await app.page.mouse.move(x + by, y);
  await app.page.mouse.up();
};

/** Draws columns back to the width that years have before anybody draws them. */
const drawBack = async (app: Foresheet, ...names: readonly string[]) => {
  for (const name of names) {
    await drag(app, name, 72 - (await width(app, name)));
    await expect.poll(() => width(app, name)).toBe(72);
  }
};

test('41 a drag of its edge makes a column wider, which stays so after a reload', async ({ app, page }) => {
  const before = await width(app, '2024');
  const cursor = await app.nameBox.inputValue();
  await drag(app, '2024', 60);
  await expect.poll(() => width(app, '2024')).toBe(before + 60);
  // Cells follow their header, and nothing was selected.
  expect(Math.round((await app.at('F3').boundingBox())?.width ?? 0)).toBe(before + 60);
  await expect(app.nameBox).toHaveValue(cursor);
  const [next, cell] = [await head(app, '2025').boundingBox(), await app.at('G3').boundingBox()];
  expect(cell?.x).toBeCloseTo(next?.x ?? 0, 0);
  await page.reload();
  await expect(app.answer).toContainText('2025');
  await expect.poll(() => width(app, '2024')).toBe(before + 60);
  // Another model's columns are its own.
  await app.openModel('China’s AI industry');
  await expect(app.answer).toContainText('780 bn yuan');
  await expect.poll(() => width(app, '2024')).toBe(before);
  await app.openModel('Guangdong AI hub');
  await expect(app.answer).toContainText('230 bn yuan');
  await app.at('F3').click();
  await drawBack(app, '2024');
});

test('41 a number that has no room is never cut off: ### stands for it, and its name is the number', async ({
  app,
}) => {
  const shown = await app.at('G3').textContent();
  await drag(app, '2025', -60);
  await expect(app.at('G3')).toHaveText('###');
  await expect(app.at('G3')).toHaveAccessibleName(shown ?? '');
  await expect(app.at('G3')).toHaveAttribute('title', shown ?? '');
  await edge(app, '2025').dblclick();
  await expect(app.at('G3')).toHaveText(shown ?? '');
  await drawBack(app, '2025');
});

test('41 a double click fits the widest text of the column, out of sight too; labels as well', async ({
  app,
  page,
}) => {
  await app.enter('gd_scale@2035', '123456789012.34');
  await app.go('Q2');
  await expect(app.at('Q3')).toHaveText('###');
  // The number leaves the sight, and is measured nevertheless.
  await app.go('Q90');
  await expect(app.at('Q3')).toHaveCount(0);
  await edge(app, '2035').dblclick();
  await app.go('Q3');
  await expect(app.at('Q3')).toHaveText('123,456,789,012.34');
  await expect.poll(() => width(app, '2035')).toBeLessThan(220);
  const labels = () =>
    app.grid.locator('.label-text').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
  await app.go('A60');
  await edge(app, 'Line').dblclick();
  await expect.poll(() => width(app, 'Line')).not.toBe(240);
  await expect.poll(() => labels()).toBe(0);
  await page.keyboard.press('Control+End');
  await expect.poll(() => labels()).toBe(0);
});

test('41 the edge of the column with the cursor is moved by arrow keys', async ({ app, page }) => {
  await app.go('F3');
  const before = await width(app, '2024');
  await edge(app, '2024').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => width(app, '2024')).toBe(before + 16);
  await expect(edge(app, '2024')).toHaveAttribute('aria-valuenow', String(before + 16));
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => width(app, '2024')).toBe(before + 8);
  await expect(app.nameBox).toHaveValue('F3');
  // One stop of the Tab key: the edges of the other columns are none.
  await expect(edge(app, '2023')).toHaveAttribute('tabindex', '-1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect(app.nameBox).toHaveValue('F4');
  await drawBack(app, '2024');
});

test('41 columns that are selected whole are drawn together', async ({ app }) => {
  await head(app, '2023').click();
  await head(app, '2025').click({ modifiers: ['Shift'] });
  await drag(app, '2024', 30);
  for (const year of ['2023', '2024', '2025']) await expect.poll(() => width(app, year)).toBe(102);
  await expect.poll(() => width(app, '2022')).toBe(72);
  await app.at('F3').click();
  await drawBack(app, '2023', '2024', '2025');
});

test('42 header row and first column stay in view wherever the sheet is scrolled', async ({ app, page }) => {
  await app.go('D3');
  const label = head(app, 'Line');
  const [column, corner] = [await label.boundingBox(), await app.at('A3').boundingBox()];
  await page.keyboard.press('Control+End');
  await expect(app.at('Q93')).toBeInViewport();
  expect(await label.boundingBox()).toEqual(column);
  await expect(head(app, '2035')).toBeInViewport();
  const last = await app.at('A93').boundingBox();
  expect(last?.x).toBe(corner?.x);
  await expect(app.at('A93')).toBeInViewport();
  // What is under the pointer there is the label, and not a number that slid below it.
  const [x, y] = [(last?.x ?? 0) + 40, (last?.y ?? 0) + 10];
  expect(
    await page.evaluate(
      ([a, b]) =>
        document
          .elementFromPoint(a ?? 0, b ?? 0)
          ?.closest('[aria-colindex]')
          ?.getAttribute('aria-colindex'),
      [x, y],
    ),
  ).toBe('1');
});

// The rest of how numbers are read and shown is in `test/document/entry.test.ts`.
const PERCENT = [
  ['0.18', '18.0%'],
  ['-0.5%', '−0.5%'],
  ['120', '120.0%'],
] as const;
test('45 a share is typed as percent or as a fraction, and shown as percent', async ({ app }) => {
  for (const [typed, shown] of PERCENT) {
    const cell = await app.enter('gd_growth', typed);
    await expect(cell, typed).toHaveText(shown);
  }
  await app.go('gd_growth');
  await expect(app.formulaBar).toHaveValue('120%');
});

test('45 points, counts, years and amounts are shown in the form of their unit', async ({ app }) => {
  for (const [place, typed, shown, edited] of [
    ['gd_lever_compute', '4%', '4.0', '4'],
    ['gd_scale_2022', '1,234.567', '1,234.57', '1234.567'],
    ['gd_lever_start', '2026', '2026', '2026'],
  ] as const) {
    const cell = await app.enter(place, typed);
    await expect(cell, typed).toHaveText(shown);
    await app.go(place);
    await expect(app.formulaBar, typed).toHaveValue(edited);
  }
});
