import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, type Foresheet, test } from './foresheet.ts';

/** Begins a blank model by keys alone, with the years 2026 to 2030. */
async function begin(app: Foresheet, page: Page): Promise<void> {
  await app.models.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('blank');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New model' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Plan');
  await dialog.getByLabel('From').fill('2026');
  await dialog.getByLabel('To', { exact: true }).fill('2030');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

/** What hands do: a text that is typed is one action, and so is each key. */
class Hands {
  actions = 0;
  constructor(readonly page: Page) {}
  async type(text: string): Promise<void> {
    this.actions++;
    await this.page.keyboard.type(text);
  }
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.actions++;
      await this.page.keyboard.press(key);
    }
  }
}

test('from nothing: five lines by years are typed as in a spreadsheet, and their numbers are right', async ({
  app,
  page,
}) => {
  await begin(app, page);
  await expect(app.answer).toContainText('Type a name in A2');
  await expect(app.nameBox).toHaveValue('A2');
  await expect(app.documents).toHaveText('Plan');

  const hands = new Hands(page);
  // Customers: a start, and 10 % more each year.
  await hands.type('Customers');
  await hands.press('Tab', 'Tab', 'Tab');
  await hands.type('1200');
  await hands.press('Tab');
  await hands.type('=D2*1.1');
  await hands.press('Enter', 'End', 'ArrowUp', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
  await expect(app.nameBox).toHaveValue('H2');
  await hands.press('Control+r');
  await expect(app.at('E2')).toHaveText(/^1,320/);
  await app.go('E2');
  await page.keyboard.press('Shift+End');
  await hands.press('Control+r');
  await expect(app.at('H2')).toHaveText(/^1,756\.92/);

  // The others hold one formula in all years, which Ctrl+Enter puts there at once.
  for (const [row, name, formula] of [
    [3, 'Revenue', '=D2*588'],
    [4, 'Cost', '=500000+D2*100'],
    [5, 'Profit', '=D3-D4'],
  ] as const) {
    await app.go(`A${row}`);
    await hands.type(name);
    await hands.press('Tab', 'Tab', 'Tab', 'Shift+End');
    await hands.type(formula);
    await hands.press('Control+Enter');
    await expect(app.at(`H${row}`)).toHaveText(/\d/);
  }
  await app.go('A6');
  await hands.type('Cash');
  await hands.press('Tab', 'Tab', 'Tab');
  await hands.type('250000');
  await hands.press('Tab', 'Shift+End');
  await hands.type('=D6+E5');
  await hands.press('Control+Enter');
  await expect(app.at('H6')).toHaveText(/\d/);
  expect(hands.actions).toBeLessThanOrEqual(50);

  // The same, worked out beside it.
  let [customers, cash] = [1200, 250_000];
  const expected = [];
  for (let year = 2026; year <= 2030; year++) {
    if (year > 2026) customers *= 1.1;
    const [revenue, cost] = [customers * 588, 500_000 + customers * 100];
    if (year > 2026) cash += revenue - cost;
    expected.push([customers, revenue, cost, revenue - cost, cash]);
  }
  for (const [i, column] of [...'DEFGH'].entries())
    for (const [j, value] of (expected[i] ?? []).entries()) {
      // What has no room for its decimals says them when it is pointed at.
      const cell = app.at(`${column}${j + 2}`);
      const text = (await cell.getAttribute('title')) ?? (await cell.textContent()) ?? '';
      expect(Number(text.replaceAll(',', '').replace('−', '-')), `${column}${j + 2}`).toBeCloseTo(value, 1);
    }

  // Lines that are copied below the last one bring their formulas, which shift as relative references do.
  await app.go('A4');
  await page.keyboard.press('Shift+Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await app.go('A8');
  await page.keyboard.press('Control+v');
  await expect(app.at('A9')).toHaveText(/Profit/);
  await app.go('H9');
  await expect(app.formulaBar).toHaveValue('=H7-H8');
  await page.keyboard.press('Control+z');
  await expect(app.at('A9')).toHaveText('');

  // Each is a line with one formula, and undo goes by what the hands did.
  await app.go('H5');
  await expect(app.formulaBar).toHaveValue('=H3-H4');
  await page.keyboard.press('Control+z');
  await expect(app.at('E6')).toHaveText('');
  await page.keyboard.press('Control+y');
  await expect(app.at('H6')).toHaveText(/\d/);

  // It is kept, with its name and its columns.
  await expect(app.saving).toHaveText('Saved');
  await page.reload();
  await expect(app.at('H6')).toHaveText(/\d/);
  await expect(app.documents).toHaveText('Plan');
  await app.at('A2').click();
  const edge = app.grid.getByRole('columnheader', { name: '2027', exact: true }).getByRole('separator');
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  const wide = async () => Math.round((await app.at('E2').boundingBox())?.width ?? 0);
  await expect.poll(() => wide()).toBe(96);
  await page.reload();
  await expect(app.at('H6')).toHaveText(/\d/);
  await expect.poll(() => wide()).toBe(96);
});

test('a blank model stays blank over a reload, and asks for its first line', async ({ app, page }) => {
  await begin(app, page);
  await expect(app.saving).toHaveText('Saved');
  await page.reload();
  await expect(app.answer).toContainText('Type a name in A2');
  await expect(app.models).toHaveText('Plan');
  await expect(app.page.getByRole('region', { name: 'Chart' })).toContainText('No line has values over time');
  await app.at('C2').click();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(app.at('C2')).toHaveText('7');
  await expect(app.grid).toHaveAttribute('aria-rowcount', '52');
  await expect(await app.go('A40')).not.toHaveAttribute('aria-readonly', /.*/);
});

test('the menu of models is found through by letters, and leads to what was open before', async ({ app, page }) => {
  await begin(app, page);
  await expect(app.saving).toHaveText('Saved');
  await app.models.click();
  const field = page.getByRole('searchbox', { name: 'Find a model or document' });
  await expect(field).toBeFocused();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.type('shang');
  await expect(app.menu.getByRole('menuitemcheckbox')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(app.answer).toContainText('581 bn');
  await app.models.click();
  await app.item('Plan').click();
  await expect(app.answer).toContainText('Type a name in A2');
  await page.keyboard.press('Escape');
  await app.models.click();
  await page.keyboard.press('Escape');
  await expect(app.models).toBeFocused();
});

/** Begins from a template that is found by its name in the menu, by keys alone. */
async function beginFrom(app: Foresheet, page: Page, typed: string): Promise<void> {
  await app.models.focus();
  await page.keyboard.press('Enter');
  // At once, before the menu is there.
  await page.keyboard.type(`new: ${typed}`);
  await expect(page.getByRole('searchbox')).toHaveValue(`new: ${typed}`);
  await expect(app.menu.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
}

test('a template opens as a document that answers, is charted and calls its numbers examples; so does the next one; each is found again by its name', async ({
  app,
  page,
}) => {
  await begin(app, page);
  await expect(app.saving).toHaveText('Saved');
  await app.models.click();
  await app.item('New: from a template').click();
  const dialog = page.getByRole('dialog', { name: 'New model' });
  const template = dialog.getByRole('button', { name: 'Subscriptions by month' });
  await expect(template).toHaveAccessibleDescription(/cash has to last/);
  await expect(dialog.getByRole('button', { name: 'Blank' })).toBeFocused();
  await template.press('Enter');
  await expect(app.answer).toContainText('Monthly recurring revenue: 196,701 EUR in Dec 2029');
  await expect(app.notice('Its numbers are examples')).toBeVisible();
  await expect(page.getByText('All numbers are examples')).toBeVisible();
  await expect(app.documents).toHaveText('Subscriptions by month');
  await expect(app.chart('Monthly recurring revenue')).toHaveAttribute('aria-selected', 'true');
  await expect(app.chartData.getByRole('row', { name: /^2029-12 196,701 218,184 116,734/ })).toHaveCount(1);
  await app.tab('Slow start').click();
  await expect(page.getByText('Cash runs out before the business carries itself.', { exact: true })).toBeVisible();

  await beginFrom(app, page, 'population');
  await expect(app.answer).toContainText(/Working-age population: .* short of the target of 3,200,000 people/);
  await expect(app.models).toHaveText('Population by age');
  await expect(app.chart('Working-age population')).toHaveAttribute('aria-selected', 'true');
  await expect(app.chartData.getByRole('row', { name: /^2040 / })).toHaveCount(1);
  await app.enter('birth_rate', '2');
  await expect(app.saving).toHaveText('Saved');

  // Eight that are newer.
  for (const [typed, answer] of [
    ['growth', 'Industry scale'],
    ['project', 'Net present value'],
    ['budget', 'Reserve'],
    ['adoption', 'Installed base'],
    ['growth', 'Industry scale'],
    ['project', 'Net present value'],
    ['budget', 'Reserve'],
    ['adoption', 'Installed base'],
  ] as const) {
    await beginFrom(app, page, typed);
    await expect(app.answer).toContainText(answer);
    await expect(app.saving).toHaveText('Saved');
  }
  await app.models.click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(app.menu.getByRole('menuitem', { name: 'Adoption curve' })).toHaveCount(1);
  await expect(app.menu.getByRole('menuitem', { name: 'Plan' })).toHaveCount(0);
  await page.keyboard.type('plan');
  await expect(app.menu.getByRole('menuitem', { name: 'Plan' })).toHaveCount(1);
  await page.keyboard.type('x');
  await expect(
    page.getByText('No model, template or document of this name. Try another word, or begin a blank model.'),
  ).toBeVisible();
  await expect(app.menu).toHaveCount(0);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(app.answer).toContainText('Type a name in A2');
});

test('selected lines make a model of their own, with what they need, which is said before', async ({ app, page }) => {
  await app.go('gd_scale_usd@2025');
  const before = await app.at(await app.nameBox.inputValue()).textContent();
  await app.button('Lines').click();
  await app.item('Make a model of these lines…').click();
  const dialog = page.getByRole('dialog', { name: 'A model of these lines' });
  await expect(dialog).toContainText('that their formulas need');
  await dialog.getByLabel('Name').fill('Dollars');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(app.models).toHaveText('Dollars');
  const cell = await app.go('gd_scale_usd@2025');
  await expect(cell).toHaveText(before ?? '');
  await expect(app.notice('Dollars')).toBeVisible();
});
