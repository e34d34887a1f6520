import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { seal } from '../../src/io/link/pack.ts';
import { findings } from './axe.ts';
import { test as alone } from './foresheet.ts';
import { expect, Foresheet, test } from './together.ts';

const CLIPBOARD = ['clipboard-read', 'clipboard-write'];

const keptLink = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../fixtures/links/${name}.json`, import.meta.url), 'utf8')).link;

const dialog = (page: Page) => page.getByRole('dialog');
const preview = (page: Page) => page.getByRole('region', { name: /^(Link preview|链接预览)$/ });
const problem = (page: Page) => page.getByRole('alert').filter({ hasText: /This link|链接/ });
/** What stands behind the address. */
const hash = (page: Page) => page.evaluate(() => location.hash);

/** Presses Share and reads the link; the dialog is closed again. */
async function shared(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^(Share|分享)$/ }).click();
  const field = dialog(page).getByRole('textbox', { name: /^(Link|链接)$/ });
  await expect(field).toHaveValue(/#1\./);
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  return link;
}

/** Somebody else follows a link, in a browser of their own. */
async function follow(browser: Browser, link: string): Promise<Foresheet> {
  const context = await browser.newContext();
  const app = new Foresheet(await context.newPage());
  await app.open(link);
  await expect(preview(app.page)).toBeVisible();
  return app;
}

/** The values of the whole sheet with all the digits that the clipboard takes. */
async function copied(app: Foresheet): Promise<string> {
  await app.page.evaluate(() => navigator.clipboard.writeText(''));
  await app.go('gd_scale@2025');
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.press('Control+c');
  const text = () => app.page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(async () => (await text()).split('\n').length).toBeGreaterThan(90);
  return text();
}

test('a link is looked at beside one’s own work, which discarding brings back with its history', async ({
  app,
  page,
}) => {
  /** What the cell of trend growth shows. */
  const growth = async (text: string) => expect(await app.go('gd_growth')).toHaveText(text);
  const link = page.url() + keptLink('1-plain');
  await app.enter('gd_growth', '22%');
  await app.enter('gd_growth', '30%');
  const length = await page.evaluate(() => history.length);
  await page.goto(link);
  await expect(preview(page)).toContainText('in 3 inputs.');
  await expect(app.tab('Decoupling')).toHaveAttribute('aria-selected', 'true');
  await growth('26.0%');
  await expect(app.button('Undo')).toBeDisabled();
  // What is tried meanwhile is gone with the link.
  await app.enter('gd_growth', '5%');
  await growth('5.0%');
  await preview(page).getByRole('button', { name: 'Discard' }).click();
  await expect(preview(page)).toBeHidden();
  await expect(app.tab('Base')).toHaveAttribute('aria-selected', 'true');
  await growth('30.0%');
  await expect.poll(() => hash(page)).toBe('');
  await app.button('Undo').click();
  await growth('22.0%');
  await app.button('Redo').click();
  await growth('30.0%');
  // The browser's own entry for the address that was followed is the only one.
  expect(await page.evaluate(() => history.length)).toBe(length + 1);
});

test('the link is copied; Share alone writes the address, and makes no entry in the browser’s history', async ({
  app,
  page,
  context,
}) => {
  await test.step('the link is copied, by keyboard too, and its length is told', async () => {
    await context.grantPermissions(CLIPBOARD);
    await app.button('Share').press('Enter');
    const field = dialog(page).getByRole('textbox', { name: 'Link' });
    await expect(field).toHaveValue(/#1\.p\./);
    const link = await field.inputValue();
    await expect(dialog(page)).toContainText(`${link.length} characters`);
    await expect(dialog(page).getByRole('meter', { name: 'Length of the link' })).toHaveAttribute(
      'value',
      `${link.length}`,
    );
    await dialog(page).getByRole('button', { name: 'Copy' }).press('Enter');
    await expect(dialog(page).getByRole('status')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await page.keyboard.press('Escape');
    await expect(app.button('Share')).toBeFocused();
    await context.clearPermissions();
  });
  await test.step('Share alone writes the address, and makes no entry in the browser’s history', async () => {
    const length = await page.evaluate(() => history.length);
    await app.enter('gd_growth', '26%');
    await expect.poll(() => hash(page)).toBe('');
    const link = await shared(page);
    expect(page.url()).toBe(link);
    await app.tab('Decoupling').click();
    expect(page.url()).toBe(link);
    // What is changed then is not what the link holds.
    await app.enter('gd_growth', '27%');
    await expect.poll(() => hash(page)).toBe('');
    expect(await page.evaluate(() => history.length)).toBe(length);
  });
});

test('a long link is warned of, and for one that is too long a file is offered', async ({ app, page }) => {
  /** Text that nothing makes shorter. */
  const noise = (length: number) =>
    Array.from({ length }, (_, i) => String.fromCharCode(33 + (((i * i * 7919 + i * 104729) % 9973) % 90))).join('');
  await app.go('gd_growth');
  await app.formulaBar.fill(noise(2_500));
  await app.formulaBar.press('Enter');
  await app.button('Share').click();
  await expect(dialog(page)).toContainText('chat programs may cut it');
  await expect(dialog(page).getByRole('textbox', { name: 'Link' })).toHaveValue(/#1\./);
  await page.keyboard.press('Escape');
  await app.go('gd_growth');
  await app.formulaBar.fill(noise(15_000));
  await app.formulaBar.press('Enter');
  await app.button('Share').click();
  await expect(dialog(page).getByRole('alert')).toContainText('Share the document as a file');
  await expect(dialog(page).getByRole('textbox')).toHaveCount(0);
  const download = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Download as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Guangdong AI hub.json');
  const saved = JSON.parse(readFileSync(await file.path(), 'utf8'));
  expect(saved.scenarios[0].overrides.gd_growth.value.text).toHaveLength(15_000);
  await expect.poll(() => hash(page)).toBe('');
});

test('a link that is damaged is told, and what was open is untouched', async ({ app, page }) => {
  const growth = await app.enter('gd_growth', '26%');
  for (const [what, link] of [
    ['cut', keptLink('1-deflated').slice(0, -9)],
    ['changed', keptLink('1-plain').replace('AQ', 'AR')],
    // How soon it is stopped is measured in `test/io/linkHostile.test.ts`.
    ['a bomb of 45 MB', seal('d', deflateRawSync(new Uint8Array(45e6)))],
    // It is told also where other words stand behind what is left of it.
    ['cut by one letter, within a sentence', `${keptLink('1-plain').slice(0, -1)}，请查收`],
  ] as const)
    await test.step(`a link that is ${what} is told, and what was open is untouched`, async () => {
      await page.goto(`./${link}`);
      await expect(problem(page)).toContainText('This link is damaged');
      await expect(growth).toHaveText('26.0%');
      await expect(app.button('Undo')).toBeEnabled();
      await problem(page).getByRole('button', { name: 'Dismiss' }).click();
      await expect(problem(page)).toBeHidden();
      await expect.poll(() => hash(page)).toBe('');
    });
});

test('lines and markup of somebody else show as text, and nothing of it runs', async ({ app, page }) => {
  await page.goto(`./${keptLink('1-lines')}`);
  await expect(preview(page)).toContainText('differs from Shanghai’s eleven measures in');
  await expect(app.tab('<img src=x onerror=alert(1)>')).toHaveAttribute('aria-selected', 'true');
  await expect(await app.go('own_4@2040')).toHaveText('109.335');
  await preview(page).getByText('What differs').click();
  await expect(preview(page)).toContainText('New line: Chips <b>of</b> ours');
  await expect(preview(page)).toContainText('New scenario: <img src=x onerror=alert(1)>');
  await expect(preview(page)).toContainText('Periods: 2022–2035 → 2022–2040');
  await expect(page.locator('img:not(.brand img)')).toHaveCount(0);
  await preview(page).getByRole('button', { name: 'Discard' }).click();
});

test('another model that is chosen ends the preview', async ({ app, page }) => {
  await page.goto(`./${keptLink('1-deflated')}`);
  await expect(preview(page)).toBeVisible();
  await app.openModel('Shanghai’s eleven measures');
  await expect(preview(page)).toBeHidden();
  await expect(app.answer).toContainText('Shanghai reaches 581 bn');
  await expect.poll(() => hash(page)).toBe('');
});

test('a model of somebody’s own opens from its link', async ({ app, page }) => {
  await page.goto(`./${keptLink('1-own')}`);
  await expect(preview(page)).toContainText('a model of its maker’s own, “Chips”');
  await expect(await app.go('own_3@2030')).toHaveText('931.32');
  await preview(page).getByRole('button', { name: 'Discard' }).click();
});

alone.describe('where the clipboard may be read', () => {
  alone.use({ permissions: CLIPBOARD });

  alone(
    'a link as it ships needs no decision; one of what was changed opens elsewhere on the same numbers',
    async ({ page, browser }) => {
      const app = new Foresheet(page);
      await alone.step('a link to the first model as it ships needs no decision', async () => {
        await app.open(`./${seal('p', Uint8Array.of(1, 1, 0, 0, 0))}`);
        await expect(app.answer).toContainText('Guangdong reaches 230 bn yuan');
        await expect(preview(page)).toBeHidden();
        await expect.poll(() => hash(page)).toBe('');
      });
      await alone.step(
        'a link opens elsewhere on the same numbers, in one engine to the last digit, in the same scenario and unit',
        async () => {
          await app.enter('gd_growth', '15.345678901234566%');
          await app.enter('gd_scale_2022', '149.99999999999997');
          await app.tab('All levers on').click();
          await app.enter('gd_scale@2030', '=1000/3');
          await page.getByRole('combobox', { name: 'Units' }).selectOption('bn US$');
          await expect(app.answer).toContainText('US$');
          const [values, answer] = [await copied(app), await app.answer.textContent()];
          const other = await follow(browser, await shared(page));
          await expect(preview(other.page)).toContainText(
            'This link differs from Guangdong AI hub in 2 inputs and 1 calculated cell.',
          );
          await expect(other.tab('All levers on')).toHaveAttribute('aria-selected', 'true');
          await expect(other.answer).toHaveText(answer ?? '');
          expect(await copied(other)).toBe(values);
          await other.go('gd_scale@2030');
          await expect(other.formulaBar).toHaveValue('=1000/3');
          await other.tab('Base').click();
          await other.go('gd_growth');
          await expect(other.formulaBar).toHaveValue('15.345678901234566%');
          await preview(other.page).getByText('What differs').click();
          await expect(preview(other.page)).toContainText('Base: Trend growth: 15.3% → 15.345678901234566%');
          expect(other.complaints).toEqual([]);
          await other.page.context().close();
        },
      );
      expect(app.complaints).toEqual([]);
    },
  );

  alone.describe('a reader of Chinese', () => {
    alone.use({ locale: 'zh-CN' });

    alone('reads a link in their language, with the unit of its maker, until they choose another', async ({ page }) => {
      const app = new Foresheet(page);
      await app.open(`./${keptLink('1-plain')}`);
      await expect(preview(page)).toContainText('此链接与“广东人工智能产业”相比，有以下不同：3处输入值。');
      await expect(app.answer).toContainText('亿美元');
      await page.getByRole('combobox', { name: '单位' }).selectOption('yi yuan');
      await expect(app.answer).not.toContainText('亿美元');
      await preview(page).getByRole('button', { name: '放弃' }).click();
      await expect(app.answer).toContainText('约2299亿元');
      await page.getByRole('button', { name: '分享' }).click();
      await expect(dialog(page).getByRole('textbox', { name: '链接' })).toHaveValue(/#1\.p\./);
      await dialog(page).getByRole('button', { name: '复制' }).click();
      await expect(dialog(page).getByRole('status')).toHaveText('已复制');
      expect(await findings(page)).toEqual([]);
      expect(app.complaints).toEqual([]);
    });
  });
});

alone(
  'a link that can’t be opened is told from the start; one that is kept takes the place of what was open',
  async ({ page }) => {
    const app = new Foresheet(page);
    await alone.step(
      'a damaged link as the first address opens the first model; one of a newer version is refused politely',
      async () => {
        await app.open('./#1.d.abc.AAAAA');
        await expect(problem(page)).toContainText('This link is damaged');
        await expect(app.answer).toContainText('Guangdong reaches 230 bn yuan');
        await page.goto('./#3.whatever');
        await expect(problem(page)).toContainText('newer version of Foresheet');
        await expect(app.answer).toContainText('Guangdong reaches 230 bn yuan');
        await problem(page).getByRole('button', { name: 'Dismiss' }).click();
      },
    );
    await alone.step('a link that is kept takes the place of what was open, with what was tried in it', async () => {
      await page.goto(`./${keptLink('1-plain')}`);
      await expect(preview(page)).toBeVisible();
      await app.tab('Base').click();
      const growth = await app.enter('gd_growth', '20%');
      await preview(page).getByRole('button', { name: 'Keep' }).click();
      await expect(preview(page)).toBeHidden();
      await expect.poll(() => hash(page)).toBe('');
      await expect(growth).toHaveText('20.0%');
      await expect(app.answer).toContainText('US$');
      await app.button('Undo').click();
      await expect(growth).toHaveText('26.0%');
      await expect(app.button('Undo')).toBeDisabled();
      // The same link again holds nothing that is not open.
      await page.goto(`./${keptLink('1-plain')}`);
      await expect.poll(() => hash(page)).toBe('');
      await expect(preview(page)).toBeHidden();
    });
    expect(app.complaints).toEqual([]);
  },
);
