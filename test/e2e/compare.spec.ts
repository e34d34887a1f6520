import type { Locator, Page } from '@playwright/test';
import { findings, findingsInBoth } from './axe.ts';
import { expect, type Foresheet, test } from './together.ts';

const table = (page: Page): Locator => page.getByRole('table', { name: /^(Scenarios compared|各情景数值对比)$/ });
const row = (page: Page, name: string): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const values = (page: Page, name: string): Locator => row(page, name).locator('.compare-number');
const changes = (page: Page, scenario: string): Locator =>
  page.getByRole('region', { name: 'What each scenario sets' }).getByRole('region', { name: scenario, exact: true });
const open = async (app: Foresheet): Promise<void> => {
  await app.button('Compare').click();
  await expect(values(app.page, 'Industry scale').first()).toHaveText('229.92');
};

test('scenarios stand beside each other with their difference to the base, and follow edits', async ({ app, page }) => {
  await open(app);
  const scale = values(page, 'Industry scale');
  await expect(scale).toHaveText(['229.92', '260.28', '+30.35', '202.17', '−27.75', '300.00', '+70.08']);
  await app.button('Per cent').click();
  await expect(scale).toHaveText(['229.92', '260.28', '+13.2%', '202.17', '−12.1%', '300.00', '+30.5%']);
  await app.button('Points').click();
  await expect(scale.nth(2)).toHaveText('–');
  await expect(values(page, 'Effective growth').nth(2)).toHaveText('+9.9');
  await app.button('Number').click();
  await app.slider('Trend growth').focus();
  await page.keyboard.press('Home');
  await expect(scale.first()).toHaveText('173.64');
  await expect(table(page)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(scale.first()).toHaveText('229.92');
  await page.getByRole('combobox', { name: 'Year' }).selectOption('2035');
  await expect(scale.nth(1)).toHaveText('1,236.67');
  const edge = table(page).getByRole('separator');
  const width = Number(await edge.getAttribute('aria-valuenow'));
  await edge.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(width + 8));
  await edge.press('Enter');
  await expect(edge).toHaveAttribute('aria-valuenow', String(width));
  // What was chosen stays for the next look.
  await page.getByRole('combobox', { name: 'Year' }).selectOption('2025');
});

test('only what differs is shown, or all; any column orders the lines', async ({ app, page }) => {
  await open(app);
  await expect(row(page, 'Terminal growth')).toHaveCount(0);
  const count = async () => Number(await table(page).getAttribute('aria-rowcount'));
  const few = await count();
  await page.getByRole('checkbox', { name: 'Only what differs' }).uncheck();
  await expect.poll(count).toBeGreaterThan(few);
  await page.getByRole('checkbox', { name: 'Only what differs' }).check();
  const sort = table(page).getByTitle('Sort by Decoupling, Difference');
  await sort.click();
  await expect(table(page).getByRole('columnheader', { name: 'Difference' }).nth(1)).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const first = () => table(page).locator('tbody th').first();
  await expect(first()).not.toHaveText('Projection');
  const top = await first().innerText();
  await sort.click();
  await expect(first()).not.toHaveText(top);
  await sort.click();
  await expect(first()).toHaveText('Projection');
  await table(page).getByTitle('Sort by Line').click();
  const names = await table(page).locator('tbody th').allInnerTexts();
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
  // The other way round, and as in the sheet.
  await table(page).getByTitle('Sort by Line').click();
  await expect(first()).not.toHaveText(names[0] ?? '');
  await table(page).getByTitle('Sort by Line').click();
  await expect(first()).toHaveText('Projection');
});

test('one line is compared over all of its years; a value leads to its cell by pointer and by keys', async ({
  app,
  page,
}) => {
  await open(app);
  await app.button('One line').click();
  await expect(values(page, '2030')).toHaveText([
    '436.81',
    '698.11',
    '+261.30',
    '409.51',
    '−27.30',
    '700.72',
    '+263.91',
  ]);
  await page.getByRole('combobox', { name: 'Line', exact: true }).selectOption('Industry scale');
  // One stop of Tab for all values; arrows lead through them.
  await values(page, '2023').first().getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(values(page, '2024').nth(1).getByRole('button')).toBeFocused();
  // A page is as many rows as are in sight.
  for (let i = 0; i < 12; i++) await page.keyboard.press('PageDown');
  await expect(values(page, '2035').nth(1).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(table(page)).toBeHidden();
  await expect(app.tab('All levers on')).toHaveAttribute('aria-selected', 'true');
  await expect(app.nameBox).toHaveValue('Q3');
  await expect(app.at('Q3')).toHaveText('1,236.67');
  await page.keyboard.press('ArrowUp');
  await expect(app.nameBox).toHaveValue('Q2');
  // What was chosen is there again.
  await app.button('Compare').click();
  await expect(app.button('One line')).toHaveAttribute('aria-pressed', 'true');
  // As far down as it was left: only the rows in sight are there.
  await page.locator('.compare-scroll').evaluate((scroll) => scroll.scrollTo(0, 0));
  await values(page, '2025').nth(3).getByRole('button').click();
  await expect(app.at('G3')).toHaveText('202.17');
  await app.button('Compare').click();
  await app.button('One year').click();
  await expect(values(page, 'Industry scale').first()).toHaveText('229.92');
  // The base and the scenario that was in view stand first, and alone where that is asked.
  await page.getByLabel('Only “Base” and “Decoupling”').check();
  await expect(values(page, 'Industry scale')).toHaveText(['229.92', '202.17', '−27.75']);
  await page.getByLabel('Only “Base” and “Decoupling”').uncheck();
});

test('a name picks its scenario out, in the table and on the chart, and lets it go', async ({ app, page }) => {
  await open(app);
  const inTable = table(page).getByRole('button', { name: 'Decoupling', exact: true });
  const onChart = page
    .getByRole('group', { name: 'Ends of the lines' })
    .getByRole('button', { name: 'Decoupling', exact: true });
  await inTable.click();
  await expect(inTable).toHaveAttribute('aria-pressed', 'true');
  await expect(onChart).toHaveAttribute('aria-pressed', 'true');
  await onChart.click();
  await expect(inTable).toHaveAttribute('aria-pressed', 'false');
  await onChart.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(onChart).toHaveAttribute('aria-pressed', 'false');
  await expect(table(page).locator('.compare-pick[aria-pressed="true"]')).toHaveCount(1);
  await expect(app.button('Undo')).toBeDisabled();
});

test('what each scenario sets is told with its reason, a jump and a reset', async ({ app, page }) => {
  await app.tab('Decoupling').click();
  await app.enter('gd_growth', '26%');
  await app.go('gd_growth');
  await app.inspector.getByRole('textbox', { name: 'Reason' }).fill('<i>Export</i> controls');
  await page.keyboard.press('Enter');
  await app.enter('gd_scale@2026', '=G3*1.1');
  await app.button('Compare').click();
  const own = changes(page, 'Decoupling').getByRole('listitem');
  await expect(own).toHaveCount(3);
  await expect(own.nth(0)).toContainText('=G3*(1+H4)*H66/G66 → =G3*1.1');
  await expect(own.nth(1)).toContainText('Trend growth');
  await expect(own.nth(1)).toContainText('15.3% → 26.0%');
  await expect(own.nth(1)).toContainText('<i>Export</i> controls');
  await expect(changes(page, 'Base')).toContainText('Nothing is changed');
  await own.nth(0).getByRole('button', { name: 'Reset Industry scale, 2026' }).click();
  await expect(own).toHaveCount(2);
  await changes(page, 'All levers on').getByRole('button', { name: 'Reset all of it' }).click();
  await expect(page.locator('.notice')).toContainText('4 cells of “All levers on” were reset.');
  await page.keyboard.press('Control+z');
  await expect(changes(page, 'All levers on').getByRole('listitem')).toHaveCount(4);
  await own.nth(0).getByRole('button', { name: 'Trend growth', exact: true }).click();
  await expect(app.nameBox).toHaveValue('C31');
  await expect(app.at('C31')).toHaveText('26.0%');
});

test('a tab brings its sheet back, and another model is compared as it is', async ({ app, page }) => {
  await open(app);
  await app.tab('Decoupling').click();
  await expect(table(page)).toBeHidden();
  await expect(app.at('G3')).toHaveText('202.17');
  await app.button('Compare').click();
  await app.openModel('China’s AI industry');
  await expect(table(page).getByRole('button', { name: /Slow/i }).first()).toBeVisible();
});

test('the comparison is read by everybody, light and dark, wide and narrow, in either language', async ({
  app,
  page,
}) => {
  const expectReadable = async () => {
    await page.setViewportSize({ width: 1280, height: 740 });
    expect(await findingsInBoth(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await findings(page)).toEqual([]);
  };
  await open(app);
  await table(page).getByRole('button', { name: 'Decoupling', exact: true }).click();
  await expectReadable();
  await app.speak('中文');
  await expect(values(page, '产业规模').first()).toHaveText('2,299.2');
  await expect(page.getByRole('region', { name: '各情景的设定' })).toContainText('全部还原');
  await expectReadable();
  for (const [colorScheme, width] of [
    ['light', 360],
    ['light', 1280],
    ['dark', 1280],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 740 });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${colorScheme}, ${width} px wide`).toBe(0);
  }
});
