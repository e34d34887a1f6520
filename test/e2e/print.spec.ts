import { test as alone } from './foresheet.ts';
import { print } from './handOut.ts';
import { expect, test } from './together.ts';

/** The pages of a print. Each is an object of its own in the file. */
const pagesOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

test('what is printed is a report, and not the screen', async ({ app, page }) => {
  await app.tab('All levers on').click();
  await expect(app.answer).toContainText('All levers on');
  const answer = (await app.answer.innerText()).replace(/\s+/g, ' ');
  await print(page, 'Print report');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const report = page.locator('.report');
  await expect(report.getByRole('heading', { level: 1 })).toHaveText(answer);
  await expect(page.getByRole('grid')).toBeHidden();
  await expect(page.getByRole('banner').getByRole('combobox').first()).toBeHidden();
  for (const words of [
    'Known as of November 2023',
    'Definition: core industry.',
    'Lever: Computing power 4.0 instead of 0.0 points',
    'instead of 0.0',
    'Judgement: every four years growth loses half of its distance from the terminal growth.',
    'Shanghai Securities News (repost), November 13, 2023, grade C',
    'http://game.yantai119.com/news/18027.html',
    page.url(),
  ])
    await expect(report).toContainText(words);
  await expect(report.getByRole('img', { name: 'Industry scale, Guangdong AI hub' })).toBeVisible();
  await expect(page).toHaveTitle('Guangdong AI hub');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(report).toHaveCount(0);
  await expect(app.grid).toBeVisible();
  await expect(page).toHaveTitle('Foresheet');
});

test('a page in the dark is printed dark on white, its chart too', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveCSS('color', 'rgb(232, 236, 242)');
  await print(page, 'Print report');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.report')).toHaveCSS('color', 'rgb(20, 24, 31)');
  // The ink of its letters is that of light.
  const isLight = await page.locator('.report-chart').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const ink = [20, 24, 31];
    for (let i = 0; i < data.length; i += 4) if (ink.every((part, j) => data[i + j] === part)) return true;
    return false;
  });
  expect(isLight).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
  await expect(page.locator('.report')).toHaveCount(0);
  await expect(app.grid).toBeVisible();
});

alone('the browser’s own command prints the report, with the last edit', async ({ app, page }) => {
  // What prints is loaded when nobody waits for anything any more, for somebody who has the page in hand.
  const coming = page.waitForResponse(/watch-/);
  await page.mouse.move(100, 100);
  await coming;
  await app.enter('gd_growth', '26%');
  await expect(app.answer).toContainText('300 bn yuan');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const report = page.locator('.report');
  await expect(report.getByRole('heading', { level: 1 })).toContainText('300 bn yuan');
  await expect(report.getByRole('row', { name: /^Trend growth 26\.0% instead of 15\.3% / })).toHaveCount(1);
  await expect(app.answer).toBeHidden();
});

for (const [language, item, words] of [
  ['English', 'Print report', /As known in|At \d|With everything|Among/],
  ['中文', '打印报告', /按2023年|若年均增长|按核心产业口径|按最新/],
] as const) {
  test(`the report of each model takes one to three pages: ${language}`, async ({ app, page }) => {
    await app.button(language).click();
    await print(page, item);
    const chooser = page.getByRole('combobox', { name: /^(Model|模型)$/ });
    for (const label of await chooser.locator('option').allTextContents()) {
      const before = await app.answer.innerText();
      const isOpen = (await chooser.locator('option:checked').textContent()) === label;
      await chooser.selectOption({ label });
      if (!isOpen) await expect(app.answer).not.toHaveText(before);
      await expect(app.answer).toHaveText(words);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const pages = pagesOf(pdf);
      expect([label, pages >= 1 && pages <= 3, pages]).toEqual([label, true, pages]);
    }
  });
}
