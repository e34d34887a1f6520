import { test as alone } from './foresheet.ts';
import { expect, Foresheet, test } from './together.ts';

test('the first screen says whether the target is reached, at what growth, and by how much', async ({ app }) => {
  await expect(app.answer).toHaveText(
    'As known in November 2023: at 15.3 % a year Guangdong reaches 230 bn yuan in 2025, 70 bn (23.4 %) short of its 300 bn target; it needs 26.0 % a year from 150 bn in 2022. Reported since: over 300 bn. “Trend growth” rests on what was published in February 2024.',
  );
  await expect(await app.go('gd_scale@2025')).toHaveText('229.92');
  await expect(await app.go('gd_required_growth')).toHaveText(/^26\.0%$|^25\.99%$/);
});

test('each number of the answer leads to where it comes from', async ({ app, page }) => {
  // The growth is the assumption's own, and that it was published later than the date of knowledge is told at once.
  await expect(app.answer).toContainText('“Trend growth” rests on what was published in February 2024.');
  await app.answer.getByRole('button', { name: '15.3 %' }).click();
  await expect(app.inspector.getByRole('heading')).toHaveText('Trend growth');
  await expect(app.inspector).toContainText('provincial industry association, published in February 2024');
  await app.answer.getByRole('button', { name: '300 bn' }).click();
  await expect(app.inspector).toContainText('Target');
  await expect(app.inspector).toContainText('Global Times');
  await expect(app.inspector).toContainText('B, established press citing an official');
  await app.answer.getByRole('button', { name: '230 bn yuan' }).click();
  await expect(app.nameBox).toHaveValue(/^G\d+$/);
  await expect(app.inspector).toContainText('Derived');
  await expect(page.locator(':focus')).toHaveAttribute('aria-activedescendant', /^cell-1-/);
  await expect(app.answer.getByRole('link', { name: 'over 300 bn' })).toHaveAttribute('title', /2026/);
});

test('a fact shows its value as the source put it, its definition, date, grade and a safe link', async ({ app }) => {
  await app.go('gd_scale_2022');
  await expect(app.inspector).toContainText('Fact');
  await expect(app.inspector).toContainText('core industry');
  await expect(app.inspector).toContainText('November 13, 2023');
  const link = app.inspector.getByRole('link');
  await expect(link).toHaveAttribute('href', /^https?:/);
  await expect(link).toHaveAttribute('rel', /noreferrer/);
});

test('the date of knowledge decides which figures count as known', async ({ app, page }) => {
  await expect(app.chartData).toContainText('reported later');
  await page.getByRole('combobox', { name: 'Known as of' }).selectOption({ label: 'Latest' });
  await expect(app.answer).toContainText('With everything reported so far');
  await expect(app.answer).not.toContainText('Reported since');
  await expect(app.chartData).not.toContainText('reported later');
});

test('each model answers in its own words', async ({ app }) => {
  for (const [label, sentence] of [
    ['China’s AI industry', /reaches 780 bn yuan in 2025 \(768 bn if growth saturates\)/],
    ['Regions compared', /Beijing reaches 30[23] bn.* and Guangdong 230 bn/],
    ['Shanghai’s eleven measures', /581 bn/],
  ] as const)
    await test.step(`the model "${label}" answers in its own words`, async () => {
      await app.openModel(label);
      await expect(app.answer).toContainText(sentence);
      await expect(app.chartData.getByRole('row')).not.toHaveCount(0);
    });
});

test('the licence is told in the about box, which gives the focus back', async ({ app, page }) => {
  await app.help('About');
  const dialog = page.getByRole('dialog', { name: 'About Foresheet' });
  await expect(dialog).toContainText('version 3 only');
  await expect(dialog.getByRole('link', { name: 'Source code' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(app.button('Help')).toBeFocused();
});

test('the equations stand with source and limits on a page that a link can cite', async ({ app, page }) => {
  await app.help('Methods');
  const dialog = page.getByRole('dialog', { name: 'Methods' });
  await expect(dialog).toContainText('Verhulst');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await page.goto('./#methods/logistic');
  await page.reload();
  await expect(dialog.getByRole('heading', { name: /Logistic growth/ })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/$/);
  await expect(app.answer).toContainText('230 bn yuan');
});

alone('who reads the answer waits for nothing else; chart and answer follow the chosen unit', async ({ page }) => {
  const app = new Foresheet(page);
  await alone.step('all other parts are asked for after the answer', async () => {
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!/2025/.test(document.querySelector('[role="status"]')?.textContent ?? '')) return;
        observer.disconnect();
        performance.mark('answered');
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await app.open();
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /CellFacts-/.test(name)),
    );
    const before = await page.evaluate(() => {
      const [answered] = performance.getEntriesByName('answered');
      const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
      return scripts.filter(({ startTime }) => startTime < (answered?.startTime ?? 0)).map(({ name }) => name);
    });
    expect(before.map((name) => /assets\/(\w+)-/.exec(name)?.[1]).sort()).toEqual(['index', 'worker']);
  });
  await alone.step('chart and answer follow the chosen unit, the sheet keeps its own', async () => {
    await page.getByRole('combobox', { name: 'Units' }).selectOption('bn US$');
    await expect(app.answer).toContainText('US$31.5 bn');
    await expect(app.chartData).toContainText('31.5');
    await expect(await app.go('gd_scale@2025')).toHaveText('229.92');
  });
  expect(app.complaints).toEqual([]);
});

test('an answer of as many letters that takes a line more is written smaller, and moves nothing', async ({
  app,
  page,
}) => {
  await app.speak('中文');
  await app.tab('政策全面发力').click();
  await expect(app.answer).toContainText('政策全面发力');
  const top = () => page.locator('.chart-panel').evaluate((panel) => panel.getBoundingClientRect().top);
  const before = await top();
  await app.enter('gd_growth', '4%');
  await expect(app.answer).toContainText('1935亿元');
  await expect.poll(top).toBe(before);
  await expect(page.locator('.answer-sentence')).toHaveAttribute('data-size', '1');
  await app.button('撤销').click();
  await app.speak('English');
});
