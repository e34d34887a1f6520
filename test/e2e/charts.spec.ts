import { test as alone } from './foresheet.ts';
import { handedOver, noteTexts, print } from './handOut.ts';
import { expect, test } from './together.ts';

test('charts are tabs: found by keys, named in place, added, put elsewhere, and removed with a way back', async ({
  app,
  page,
}) => {
  const tabs = page.getByRole('tablist', { name: 'Charts' }).getByRole('tab');
  const field = page.getByRole('textbox', { name: 'Name of the chart' });
  const count = await tabs.count();
  await app.chart('Industry scale').focus();
  await page.keyboard.press('ArrowRight');
  await expect(app.chart('Enterprises')).toBeFocused();
  await expect(page.getByRole('slider', { name: /^Enterprises, / })).toBeVisible();
  await page.keyboard.press('F2');
  await field.fill('Firms');
  await page.keyboard.press('Enter');
  await expect(app.chart('Firms')).toBeFocused();
  await app.chart('Firms').dblclick();
  await field.fill('All firms');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(tabs.first()).toHaveText('Firms');
  await expect(app.chart('Firms')).toBeFocused();

  await app.button('New chart').click();
  const dialog = page.getByRole('dialog', { name: 'New chart' });
  await dialog.getByLabel('First line').selectOption({ label: 'Industry scale (bn yuan)' });
  await dialog.getByLabel('What is drawn').selectOption('index');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Index');
  await dialog.getByRole('button', { name: 'Draw' }).click();
  await expect(app.chart('Index')).toHaveAttribute('aria-selected', 'true');
  await expect(app.chartData.getByRole('row', { name: /^2022 100/ })).toHaveCount(1);
  await expect(tabs).toHaveCount(count + 1);

  await page.getByRole('button', { name: 'Chart menu' }).click();
  await page.getByRole('menuitem', { name: 'Remove the chart' }).click();
  await expect(tabs).toHaveCount(count);
  await app.notice('The chart “Index” was removed.').getByRole('button', { name: 'Undo' }).click();
  await expect(app.chart('Index')).toHaveAttribute('aria-selected', 'true');
});

alone(
  'a chart is added before anything else of the page was touched, and nothing moves for what comes then',
  async ({ app, page }) => {
    const add = app.button('New chart');
    const before = await add.boundingBox();
    await add.click();
    await expect(page.getByRole('dialog', { name: 'New chart' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Chart menu' })).toBeVisible();
    expect(await add.boundingBox()).toEqual(before);
  },
);

test('a chart of two lines tells the figures and targets of both: on the screen, in its picture, and in print', async ({
  app,
  page,
}) => {
  await app.button('New chart').click();
  const dialog = page.getByRole('dialog', { name: 'New chart' });
  await dialog.getByLabel('First line').selectOption({ label: 'Enterprises (firms)' });
  await dialog.getByLabel('Lines with it').selectOption({ label: 'Industry scale (bn yuan)' });
  await dialog.getByLabel('Kind').selectOption('curves');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Both');
  await dialog.getByRole('button', { name: 'Draw' }).click();
  await expect(app.chart('Both')).toHaveAttribute('aria-selected', 'true');
  const told = ['Enterprises, target 2,000, 2025', 'Industry scale, target 300, 2025'];
  for (const words of told) await expect(app.chartData.getByRole('cell', { name: words })).toHaveCount(1);
  await expect(page.locator('.chart-legend')).toContainText('(in the colours of their lines)');
  await expect(page.locator('.chart-credits')).toContainText('Definition: core enterprises; core industry.');
  const texts = await noteTexts(page);
  await handedOver(page, 'Export PNG');
  const drawn = await texts();
  for (const words of [...told, '(in the colours of their lines)']) expect(drawn).toContain(words);
  await print(page, 'Print report');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const facts = page.locator('.report .facts');
  await expect(facts).toContainText('Enterprises');
  await expect(
    facts.getByRole('row', { includeHidden: true }).filter({ hasText: 'Industry scale' }).first(),
  ).toBeAttached();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
});

test('a number of the chart leads to its cell: at the end of a line, at a point, and by keys', async ({
  app,
  page,
}) => {
  await page.getByRole('button', { name: /^All levers on [\d.]+: show in the sheet$/ }).click();
  await expect(app.tab('All levers on')).toHaveAttribute('aria-selected', 'true');
  await expect(app.nameBox).toHaveValue('J3');
  await app.tab('Base').click();
  const plot = page.getByRole('slider', { name: /^Industry scale, / });
  await plot.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(app.nameBox).toHaveValue('E3');
  await expect(app.inspector).toContainText('Industry scale, 2023');
});
