import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readXlsx } from '../../src/io/xlsx/read.ts';
import { fixture } from '../fixtures/xlsx/parts.ts';
import { findings } from './axe.ts';
import { expect, Foresheet, test } from './foresheet.ts';
import { bytesOf, handedOver, print } from './handOut.ts';
import { given, Importing } from './importing.ts';

/** Browsers in which something is missing, and pages that come without a part. */

const DEFLATED: string = JSON.parse(
  readFileSync(new URL('../fixtures/links/1-deflated.json', import.meta.url), 'utf8'),
).link;
const workbook = given('book.xlsx', Buffer.from(fixture('written-by-libreoffice.xlsx')));

/** Takes things away from the page and its workers, before they need them. */
async function without(page: Page, ...names: string[]): Promise<void> {
  await page.addInitScript((gone) => {
    for (const name of gone) Reflect.deleteProperty(globalThis, name);
  }, names);
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    const gone = names.map((name) => `delete globalThis.${name};\n`).join('');
    await route.fulfill({ response, body: gone + (await response.text()) });
  });
}

test('without compression links and workbooks are made all the same, and what can’t be unpacked is not called damaged', async ({
  page,
}) => {
  await without(page, 'CompressionStream', 'DecompressionStream');
  const app = new Foresheet(page);
  await test.step('a link or a workbook that can’t be unpacked is not called damaged', async () => {
    await app.open(`./${DEFLATED}`);
    const problem = page.getByRole('alert').filter({ hasText: 'This browser can’t unpack the link.' });
    await expect(problem).toBeVisible();
    await problem.getByRole('button', { name: 'Dismiss' }).click();
    const importing = new Importing(app);
    await importing.choose(workbook);
    await expect(importing.refusal).toContainText('This browser can’t unpack book.xlsx.');
    await page.keyboard.press('Escape');
    await expect(importing.dialog).toBeHidden();
  });
  await test.step('a link is made, longer than others, and a workbook too', async () => {
    await app.go('gd_growth');
    await app.formulaBar.fill('a note that is said again and again, '.repeat(20));
    await app.formulaBar.press('Enter');
    await app.button('Share').click();
    const link = page.getByRole('dialog').getByRole('textbox', { name: 'Link' });
    await expect(link).toHaveValue(/#1\.p\.[\w-]{900}/);
    await page.keyboard.press('Escape');
    const { sheets } = await readXlsx(await bytesOf(await handedOver(page, 'Export Excel')));
    expect(sheets[0]?.rows[2]?.slice(0, 4)).toEqual(['Industry scale', 'bn yuan', '', '150']);
  });
  await test.step('a link that can’t be made at all is told, with another way', async () => {
    await page.evaluate(() => Object.assign(globalThis, { btoa: undefined }));
    await app.button('Share').click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('alert')).toContainText('The link could not be made.');
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download as a file' }).click();
    expect((await download).suggestedFilename()).toBe('Guangdong AI hub.json');
    await page.keyboard.press('Escape');
  });
  await test.step('a report is printed without it, with the page’s own address', async () => {
    await print(page, 'Print report');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.report')).toContainText(page.url().replace(/#.*/, ''));
  });
  expect(app.complaints).toEqual([]);
});

test('without workers the page says what to do, and what was kept comes back with the next visit', async ({
  page,
  baseURL,
}) => {
  const app = new Foresheet(page);
  await app.open();
  await app.enter('gd_growth', '=13/50');
  await app.enter('gd_scale_2022', '160');
  await expect(app.saving).toHaveText(/^(Saved|已保存)$/);
  // The files of the page were replaced by those of a newer version.
  await page.route('**/assets/worker-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  for (const [what, language, sentence, edit] of [
    ['can’t be loaded', '中文', '计算无法启动。您输入的内容仍保留在本页，请重新加载后再试', '170'],
    ['are none', 'English', 'The calculation can’t be started. What you typed is kept on this page', '180'],
  ] as const)
    await test.step(`where workers ${what}`, async () => {
      await app.button(language).click();
      if (what === 'are none') await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
      await page.goto(baseURL ?? '');
      await expect(app.notice(sentence)).toBeVisible({ timeout: 15_000 });
      await app.enter('gd_scale_2022', edit);
      await expect(app.saving).toHaveText(/^(Saved|已保存)$/);
      await expect(app.notice(sentence)).toBeVisible();
      const importing = new Importing(app);
      await importing.choose(given('table.csv', 'Line,2023\nScale,1\n'));
      await expect(importing.refusal).toContainText(/What reads files could not be loaded|读取程序未能载入/);
      await importing.choose(workbook);
      await expect(importing.refusal).toContainText(/What reads workbooks could not be loaded|工作簿读取程序未能载入/);
      await page.keyboard.press('Escape');
      await expect(importing.dialog).toBeHidden();
    });
  app.leave();
  const later = new Foresheet(await page.context().newPage());
  await later.open();
  await later.go('gd_growth');
  await expect(later.formulaBar).toHaveValue('=13/50');
  await later.go('gd_scale_2022');
  await expect(later.formulaBar).toHaveValue('180');
});

/** What stands on the page before the program does. */
const placeholder = (page: Page) => page.locator('.before');
const NEEDED = /It needs JavaScript.*Chrome 120, Edge 120, Firefox 125, Safari 17.*浏览器不低于Chrome 120/s;

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says at once what it needs, in both languages, also on a phone in the dark', async ({ page }) => {
    for (const [width, height, colorScheme] of [
      [1280, 800, 'light'],
      [390, 844, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.goto('./');
      expect(await placeholder(page).isVisible()).toBe(true);
      await expect(placeholder(page)).toHaveText(NEEDED);
      await expect(placeholder(page)).toBeInViewport({ ratio: 1 });
    }
  });
});

test('a program that never comes is told of, and how to go on', async ({ page }) => {
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('./');
  await expect(placeholder(page)).toBeHidden();
  // Four seconds of the page's own style, which pass at once.
  const waits = await placeholder(page).evaluate((sentence) =>
    sentence.getAnimations().map((waiting) => {
      waiting.finish();
      return waiting.effect?.getComputedTiming().endTime;
    }),
  );
  expect(waits).toEqual([4_000]);
  await expect(placeholder(page)).toBeVisible();
  await expect(placeholder(page)).toHaveText(NEEDED);
  expect(await findings(page)).toEqual([]);
});

test('what is said until the program comes does not flash where it comes; a part that never comes is told of', async ({
  page,
}) => {
  const app = new Foresheet(page);
  await test.step('what is said until the program comes does not flash where it comes', async () => {
    await page.addInitScript(() => {
      const seen = { hidden: 0, early: 0 };
      Object.assign(globalThis, { seen });
      const look = (now: number) => {
        const sentence = document.querySelector('.before');
        if (sentence?.checkVisibility({ visibilityProperty: true })) seen.early += now < 4_000 ? 1 : 0;
        else if (sentence) seen.hidden += 1;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    const seen = () => page.evaluate(() => (globalThis as unknown as { seen: { hidden: number; early: number } }).seen);
    // The program comes after a few frames.
    await page.route('**/assets/index-*.js', async (route) => {
      await expect.poll(async () => (await seen()).hidden).toBeGreaterThan(2);
      await route.continue();
    });
    await app.open();
    await expect(placeholder(page)).toHaveCount(0);
    expect((await seen()).early).toBe(0);
  });
  await test.step('where the part that opens links can’t be loaded, it is said, and one’s own work goes on', async () => {
    await page.route('**/PreviewBar-*.js', (route) => route.abort());
    await app.enter('gd_growth', '26%');
    await page.goto(`./${DEFLATED}`);
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await expect(await app.go('gd_growth')).toHaveText('26.0%');
    expect(app.complaints.splice(0).join()).toContain('ERR_FAILED');
  });
  expect(app.complaints).toEqual([]);
});
