import { expect, test } from './together.ts';

test('a derived cell tells its formula in words and with its values, leads along them, and in the language chosen meanwhile', async ({
  app,
}) => {
  await app.go('gd_scale@2025');
  await expect(app.inspector).toContainText('Industry scale, 2024 × (1 + Effective growth, 2025)');
  await expect(app.inspector).toContainText('199.41 × (1 + 15.3%) × 1.000 / 1.000 = 229.92');
  await app.inspector.getByRole('button', { name: 'Industry scale, 2024' }).first().click();
  await expect(app.nameBox).toHaveValue('F3');
  await expect(app.inspector).toContainText('172.95 × (1 + 15.3%)');
  await app.inspector.getByRole('button', { name: 'Industry scale, 2025', exact: true }).click();
  await expect(app.nameBox).toHaveValue('G3');
  await app.speak('中文');
  // The sheet counts as its formulas do, and the inspector says how.
  await expect(app.page.locator('.inspector')).toContainText('表中显示229.92（单位：10亿元');
  await expect(app.page.getByRole('region', { name: '单元格说明' })).toContainText(
    '2024年产业规模 × (1 + 2025年综合增速)',
  );
});

test('an assumption tells what it feeds, in every scenario that inherits it', async ({ app }) => {
  await app.go('gd_growth');
  await expect(app.inspector).toContainText('Feeds');
  await app.inspector.getByRole('button', { name: 'Trend growth (All levers on)' }).click();
  await expect(app.tab('All levers on')).toHaveAttribute('aria-selected', 'true');
  await expect(app.inspector).toContainText('Inherited from the base');
});

test('the source line under the chart follows the model and the language', async ({ app, page }) => {
  const chart = page.getByRole('region', { name: /^(Chart|图表)$/ });
  await expect(chart).toContainText('Definition: core industry. Source: ');
  await app.openModel('Shanghai’s eleven measures');
  await expect(chart).toContainText('Definition: enterprises above designated size.');
  await app.button('中文').click();
  await expect(chart).toContainText('口径：规模以上企业。来源：');
});

test('Ctrl+[ and Ctrl+] walk along what feeds a cell and what it feeds', async ({ app, page }) => {
  await app.go('gd_scale@2025');
  await page.keyboard.press('Control+[');
  await expect(app.nameBox).toHaveValue('F3');
  await page.keyboard.press('Control+]');
  await expect(app.nameBox).toHaveValue('G3');
});
