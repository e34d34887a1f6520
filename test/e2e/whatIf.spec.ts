import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { findings, findingsInBoth } from './axe.ts';
import { expect, type Foresheet, test } from './together.ts';

const place = (page: Page): Locator => page.getByRole('region', { name: /^(What if|情景推演)$/ });
const open = async ({ page }: Foresheet, tab: RegExp): Promise<void> => {
  await page.getByRole('button', { name: /^(What if|情景推演)$/ }).click();
  await place(page).getByRole('button', { name: tab }).click();
};
const TORNADO = /^(Tornado|龙卷风图)$/;
const TABLE = /^(Data table|模拟运算表)$/;
const bars = (page: Page): Locator =>
  place(page).getByRole('table', { name: /^(Inputs by how far they move the result|按影响大小排列的输入)$/ });
const cell = (page: Page, name: RegExp): Locator => place(page).getByRole('button', { name });

/** What a way of handing out writes. */
async function handedOut(page: Page, form: string): Promise<{ name: string; bytes: Buffer }> {
  await place(page).getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: `As ${form}`, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a tornado follows a slider, and its bars lead to their inputs', async ({ app, page }) => {
  await open(app, TORNADO);
  const rows = bars(page).locator('tbody tr');
  await expect(rows.first()).toContainText('Trend growth');
  await expect(rows.first().locator('td').nth(1)).toHaveText('173.64');
  await expect(rows.nth(1).locator('td').nth(1)).toHaveText('229.92');
  await app.slider('Trend growth').focus();
  await page.keyboard.press('Home');
  await expect(rows.first().locator('td').nth(1)).toHaveText('173.64');
  await expect(rows.filter({ hasText: 'Shock on' }).locator('td').nth(1)).toHaveText('173.64');
  await page.keyboard.press('Control+z');
  await expect(rows.filter({ hasText: 'Shock on' }).locator('td').nth(1)).toHaveText('229.92');
  // Another scenario by its tab, of the same question.
  await page.getByRole('tab', { name: /^Decoupling/ }).click();
  await expect(bars(page)).toContainText('in “Decoupling”');
  await page.getByRole('tab', { name: /^Base/ }).click();
  await rows.filter({ hasText: 'Shock on' }).locator('.tornado-track').click();
  await expect(place(page)).toBeHidden();
  await expect(app.formulaBar).toBeVisible();
  await expect(app.inspector).toContainText('Shock on');
});

test('a cell of a table becomes a scenario, with one step back; what is no range is told', async ({ app, page }) => {
  await open(app, TABLE);
  const high = place(page).getByRole('textbox', { name: 'Trend growth, to' });
  await expect(high).toHaveValue('40%');
  await high.fill('3');
  await high.press('Enter');
  await expect(place(page).getByRole('alert')).toHaveText('The first number must be the lower one.');
  await high.fill('much');
  await high.press('Enter');
  await expect(place(page).getByRole('alert')).toHaveText('Type a number.');
  await high.fill('25');
  await high.press('Enter');
  await expect(place(page).getByRole('alert')).toHaveCount(0);
  const steps = place(page).getByRole('textbox', { name: 'Trend growth, how many values' });
  await steps.fill('3');
  await steps.press('Enter');
  await expect(place(page).getByRole('columnheader', { name: /^\d+\.\d$/ })).toHaveText(['5.0', '15.0', '25.0']);
  // By the arrows from the first cell.
  await cell(page, /^Trend growth 5.0 %, .* 0.0 points: 173.64/).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const made = page.getByRole('tab', { name: /^Trend growth 15.0 %/ });
  await expect(made).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(made).toHaveCount(0);
});

test('both are handed out as pictures and tables, and the table as one of Excel', async ({ app, page }) => {
  await open(app, TORNADO);
  await expect(bars(page).locator('tbody tr').first()).toContainText('Trend growth');
  const csv = await handedOut(page, 'CSV');
  expect(csv.bytes.toString()).toMatch(/^\uFEFF"Industry scale, 2025",bn yuan,229\.9/);
  expect((await handedOut(page, 'SVG')).bytes.toString()).toMatch(/^<svg [^>]*>.*Trend growth.*<\/svg>\n$/s);
  expect((await handedOut(page, 'PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
  await place(page).getByRole('button', { name: TABLE }).click();
  await expect(cell(page, /^Trend growth 5/).first()).toBeVisible();
  expect((await handedOut(page, 'CSV')).bytes.toString()).toContain(
    '"Industry scale, 2025 (bn yuan)",Trend growth (%)',
  );
  expect((await handedOut(page, 'SVG')).bytes.toString()).toContain('173.64');
  expect((await handedOut(page, 'PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
  const { name, bytes } = await handedOut(page, 'Excel');
  expect([name, bytes.subarray(0, 2).toString()]).toEqual(['Guangdong AI hub.xlsx', 'PK']);
});

test('anybody can use both, in both themes, and on a phone in Chinese', async ({ app, page }) => {
  for (const tab of [TORNADO, TABLE]) {
    await open(app, tab);
    await expect(place(page).locator('tbody tr').first()).toBeVisible();
    expect(await findingsInBoth(page)).toEqual([]);
    await place(page).getByRole('button', { name: 'Back to the sheet' }).click();
  }
  await app.speak('中文');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of [TORNADO, TABLE]) {
    await open(app, tab);
    await expect(place(page).locator('tbody tr').first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
    const { wide, page: room } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      page: document.documentElement.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(room);
    await place(page).getByRole('button', { name: '返回表格' }).click();
  }
});
