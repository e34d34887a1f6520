import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readXlsx } from '../../src/io/xlsx/read.ts';
import { findings } from './axe.ts';
import { test as alone, Foresheet } from './foresheet.ts';
import { bytesOf, handedOver } from './handOut.ts';
import { downloaded } from './importing.ts';
import { expect, test } from './together.ts';

const place = (page: Page) => page.getByRole('region', { name: /^(What if|情景推演)$/ });
/** The chance as the answer tells it. */
const said = (page: Page) => page.getByText(/In 10,000 futures drawn from these ranges .* reach 300 bn yuan in 2025\./);
const quantiles = (page: Page) => place(page).getByRole('row', { name: /^Value/ });

async function draw(app: Foresheet): Promise<void> {
  const { page } = app;
  await app.button('What if').click();
  await place(page)
    .getByRole('button', { name: /^Draw from the ranges of \d+ inputs$/ })
    .click();
  await expect(said(page)).toBeVisible();
}

test('one press draws futures from the ranges: a fan, the chance of the target in the answer, which follows a drag', async ({
  app,
  page,
}) => {
  await draw(app);
  const before = await said(page).textContent();
  await expect(page.getByText(/50, 80 and 95 % of 10,000 futures/)).toBeVisible();
  const growth = page.getByRole('slider', { name: 'Trend growth' });
  const held = await growth.inputValue();
  const box = await growth.boundingBox();
  if (!box) throw new Error('there is no slider');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 0.3 * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.6 * box.width, y, { steps: 4 });
  await expect(growth).not.toHaveValue(held);
  await expect(page.locator('.answer-chance')).not.toHaveText(before ?? '');
  await page.mouse.up();
  await expect(said(page)).toBeVisible();
  const share = (text: string | null) => Number(/ranges ([\d.]+) %/.exec(text ?? '')?.[1]);
  expect(share(await said(page).textContent())).toBeGreaterThan(share(before));
  expect(await findings(page)).toEqual([]);
  await app.button('Back to the sheet').click();
  const marked = app.grid.getByRole('rowheader').filter({ hasText: 'futures are drawn from its distribution' });
  await expect(marked.first()).toContainText('Trend growth');
});

test('what can’t be drawn is told where it was typed, and what was there stays', async ({ app, page }) => {
  await draw(app);
  const row = place(page).getByRole('row', { name: /^Trend growth/ });
  const alert = place(page).getByRole('alert');
  await row.getByRole('textbox', { name: 'Trend growth: low' }).fill('50%');
  await page.keyboard.press('Enter');
  await expect(alert).toHaveText('50% does not lie below 40%.');
  await row.getByRole('combobox').selectOption('10, 50, 90 %');
  await row.getByRole('textbox', { name: 'Trend growth: 50 %' }).fill('7%');
  await page.keyboard.press('Enter');
  await expect(alert).toHaveText(
    /^No distribution has these three: with these ends the middle lies between 10\.84\d*% and 34\.15\d*%\.$/,
  );
  await row.getByRole('combobox').selectOption('listed values');
  await row.getByRole('textbox', { name: 'Trend growth: values: weights' }).fill('10%: 1; 30%: often');
  await page.keyboard.press('Enter');
  await expect(alert).toHaveText('“30%: often” reads as no value with its weight, as in 3: 0.2; 5: 0.8.');
  await row.getByRole('combobox').selectOption('fixed');
  await expect(alert).toBeHidden();
  await place(page).getByRole('textbox', { name: 'Seed' }).fill('-1');
  await page.keyboard.press('Enter');
  await expect(alert).toHaveText('A seed is a whole number from 0 to 10,000,000.');
});

test('where a future has no result it is told why and where that began; what no tape holds is drawn one by one in a workbook', async ({
  app,
  page,
}) => {
  await draw(app);
  await app.button('Back to the sheet').click();
  await app.enter('gd_trend@2025', '=gd_growth/ROUND(MAX(gd_growth-15%,0),1)');
  await app.button('What if').click();
  const count = place(page).getByText(
    /^In [\d,]+ of 10,000 futures “Trend growth by year, 2025” divides by zero, as with Trend growth [\d.]+ %/,
  );
  await expect(count).toBeVisible();
  await app.button('Back to the sheet').click();
  await app.enter('gd_trend@2025', '=gd_growth*LEN(TEXT(gd_growth,"0.00"))/4');
  await app.button('What if').click();
  await place(page).getByRole('combobox', { name: 'How many' }).selectOption('1,000');
  await expect(place(page).getByText(/^LEN in “Trend growth by year” is asked of the workbook itself/)).toBeVisible();
  await expect(page.getByText(/50, 80 and 95 % of 1,000 futures/)).toBeVisible();
  await expect(count).toBeHidden();
  await place(page).getByRole('button', { name: 'Export' }).click();
  const { bytes } = await downloaded(page, () => page.getByRole('menuitem', { name: 'As CSV of every run' }).click());
  const rows = bytes.toString('utf8').trim().split('\r\n').slice(1);
  expect(rows).toHaveLength(1_000);
  expect(rows.filter((row) => !(Number(row.split(',').at(-1)) > 0))).toEqual([]);
});

test('correlations that can’t be together are told with the nearest that can, which one press takes', async ({
  app,
  page,
}) => {
  await draw(app);
  const together = place(page).getByRole('region', { name: 'What goes together' });
  const add = together.getByRole('button', { name: 'Add a pair' });
  for (const rank of ['0.9', '0.9', '-0.9']) {
    await add.click();
    const field = together.getByRole('textbox').last();
    await expect(field).toHaveValue('0.5');
    await field.fill(rank);
    await page.keyboard.press('Enter');
  }
  const pairs = together.getByRole('combobox');
  await expect(pairs).toHaveCount(6);
  // The third pair is of the two that both go with the first.
  await pairs.nth(4).selectOption(await pairs.nth(1).inputValue());
  await pairs.nth(5).selectOption(await pairs.nth(3).inputValue());
  await together.getByRole('button', { name: /^Take the nearest that there are/ }).click();
  await expect(together.getByRole('alert')).toBeHidden();
  await expect(said(page)).toBeVisible();
});

test('a million futures are drawn with their progress told, and may be called off', async ({ app, page }) => {
  await draw(app);
  await place(page).getByRole('combobox', { name: 'How many' }).selectOption('1,000,000');
  await expect(place(page).getByText(/^Drawing 1,000,000 futures takes some \d+ s\./)).toBeVisible();
  await place(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(place(page).getByText('Drawing was called off.')).toBeVisible();
  await place(page).getByRole('combobox', { name: 'How many' }).selectOption('10,000');
  await expect(said(page)).toBeVisible();
});

alone('a link opens on the same futures in another browser', async ({ page, browser }) => {
  const app = new Foresheet(page);
  await app.open();
  await draw(app);
  const opened = await said(page).textContent();
  await place(page).getByRole('combobox', { name: 'Trend growth' }).first().selectOption('normal');
  await expect(said(page)).not.toHaveText(opened ?? '');
  const normal = await quantiles(page).textContent();
  await place(page).getByRole('textbox', { name: 'Seed' }).fill('77');
  await page.keyboard.press('Enter');
  await expect(quantiles(page)).not.toHaveText(normal ?? '');
  await expect(said(page)).toBeVisible();
  const mine = await quantiles(page).textContent();
  const chance = await said(page).textContent();
  await app.button('Share').click();
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Link' });
  await expect(field).toHaveValue(/#2\./);
  const link = await field.inputValue();
  const other = new Foresheet(await (await browser.newContext()).newPage());
  await other.open(link);
  await expect(said(other.page)).toHaveText(chance ?? '');
  await other.button('What if').click();
  await expect(quantiles(other.page)).toHaveText(mine ?? '');
  await other.page.context().close();
});

test('every future goes out as a row of a CSV: as many reach the target as the answer says', async ({ app, page }) => {
  await draw(app);
  const told = Number(/ranges ([\d.]+) %/.exec((await said(page).textContent()) ?? '')?.[1]);
  await place(page).getByRole('button', { name: 'Export' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'As CSV of every run' }).click();
  const rows = readFileSync(await (await coming).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows).toHaveLength(10_001);
  expect(rows[0]).toMatch(/^Run,/);
  const reached = rows.slice(1).filter((row) => Number(row.split(',').at(-1)) >= 300);
  expect(reached.length / 100).toBeCloseTo(told, 1);
  // Those to which the other browsers are held.
  expect(rows.slice(0, 101)).toEqual(readFileSync('test/fixtures/futures.csv', 'utf8').trim().split('\n'));
});

test('futures go out as a library of the SIPmath standard, whose result reaches the target as often', async ({
  app,
  page,
}) => {
  await draw(app);
  const told = Number(/ranges ([\d.]+) %/.exec((await said(page).textContent()) ?? '')?.[1]);
  await place(page).getByRole('button', { name: 'Export' }).click();
  const { name, bytes } = await downloaded(page, () =>
    page.getByRole('menuitem', { name: 'As JSON of the SIPmath standard 3.0' }).click(),
  );
  expect(name).toMatch(/\.SIPmath\.json$/);
  const { libraryType, sips } = JSON.parse(bytes.toString('utf8'));
  expect(libraryType).toBe('SIPmath_3_0');
  const result = sips.find((sip: { readonly name: string }) => sip.name === 'gd_scale_2025');
  expect(result.metadata).toMatchObject({ label: 'Industry scale, 2025', unit: 'bn yuan', count: 10_000 });
  const reached = result.arguments.value.filter((value: number) => value >= 300);
  expect(reached.length / 100).toBeCloseTo(told, 1);
  expect(sips.some((sip: { readonly name: string }) => sip.name === 'gd_growth')).toBe(true);
});

test('a workbook for Excel says which inputs are uncertain', async ({ app, page }) => {
  await draw(app);
  const { sheets } = await readXlsx(await bytesOf(await handedOver(page, 'Export Excel')));
  const rows = sheets.find(({ name }) => name === 'Uncertain inputs')?.rows ?? [];
  const growth = rows.find(([input]) => input === 'Trend growth');
  expect(growth?.slice(3, 7)).toEqual(['15.3%', 'PERT', '5%', '40%']);
  expect(growth?.at(-1)).toBe('PERT between 5% and 40%, most likely what the cell holds.');
});
