import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { newDocument, type Scenario } from '../../src/document/document.ts';
import { encodeLink } from '../../src/io/link/link.ts';
import type { Model } from '../../src/model/model.ts';
import { findings } from './axe.ts';
import { test as alone } from './foresheet.ts';
import { expect, Foresheet, test } from './together.ts';

/** Trend growth of 26 % and two more inputs. */
const LINK: string = JSON.parse(readFileSync(new URL('../fixtures/links/1-plain.json', import.meta.url), 'utf8')).link;

const preview = (page: Page) => page.getByRole('region', { name: /^(Link preview|链接预览)$/ });
const dialog = (page: Page) => page.getByRole('dialog');
/** What stands behind the host. */
const address = (page: Page) => page.evaluate(() => location.href.slice(location.origin.length));

/** Opens an address as the first one of a page, which holds the link. */
async function arrive(page: Page, first: string): Promise<Foresheet> {
  const app = new Foresheet(page);
  await app.open(first);
  await expect(preview(page)).toContainText('in 3 inputs.');
  await expect(await app.go('gd_growth')).toHaveText('26.0%');
  return app;
}

/** Discards the link, of which only `left` stays in the address. */
async function discard(page: Page, left: string): Promise<void> {
  await preview(page).getByRole('button', { name: 'Discard' }).click();
  await expect(preview(page)).toBeHidden();
  await expect.poll(() => address(page)).toBe(left);
}

alone(
  'a link opens with what a mailing adds before it and a Chinese chat behind it, and leaves nothing of it in the address',
  async ({ page }) => {
    const app = await arrive(page, `./?utm_source=mail&page=2&utm_campaign=a.b${LINK}，请查收`);
    await alone.step(
      'a link that is shared does not go on with what trackers added to the address of the page',
      async () => {
        // It still says who opens it.
        await expect.poll(() => address(page)).toContain('utm_source=mail&page=2');
        await app.button('Share').click();
        const field = dialog(page).getByRole('textbox', { name: 'Link' });
        await expect(field).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/\?page=2#1\.p\./);
        await expect.poll(() => address(page)).toMatch(/^\/\?page=2#1\.p\./);
        await page.keyboard.press('Escape');
      },
    );
    await discard(page, '/?page=2');
    expect(app.complaints).toEqual([]);
  },
);

alone(
  'a link opens with its # encoded in the query, and leaves nothing of it in the address; so does one that is typed',
  async ({ page }) => {
    const app = await arrive(page, `./?utm_source=chat%23${LINK.slice(1)}&fbclid=IwAR0`);
    await discard(page, '/');
    await alone.step(
      'a link that is typed into the open page opens as it was quoted, and is not opened again for other words behind it',
      async () => {
        const url = page.url();
        const growth = await app.enter('gd_growth', '22%');
        await page.goto(`${url}${LINK}，请查收`);
        await expect(preview(page)).toContainText('in 3 inputs.');
        await app.tab('Base').click();
        await app.enter('gd_growth', '5%');
        // What is tried in it would be gone with a second opening.
        await page.goto(`${url}#<${LINK.slice(1)}>`);
        await expect.poll(() => address(page)).toContain('#%3C1.p');
        await expect(growth).toHaveText('5.0%');
        await expect(preview(page)).toBeVisible();
        await preview(page).getByRole('button', { name: 'Keep' }).click();
        await expect.poll(() => address(page)).toBe('/');
        await expect(growth).toHaveText('5.0%');
      },
    );
    expect(app.complaints).toEqual([]);
  },
);

test('a link opens in the open page, whatever chat and mail have done to it', async ({ app, page }) => {
  const letters = LINK.slice(1);
  for (const quoted of [
    `%20${letters.slice(0, 20)}%0D%0A${letters.slice(20, -3)}=%0A${letters.slice(-3)}%22%3E** look at this`,
    `${letters.slice(0, 9)}\u200b${letters.slice(9, 30)}\u00ad${letters.slice(30)}\u2060）。`,
  ]) {
    await page.goto(`./#${quoted}`);
    await expect(preview(page), quoted).toContainText('in 3 inputs.');
    await discard(page, '/');
  }
  await expect(app.tab('Base')).toHaveAttribute('aria-selected', 'true');
});

/** A link with a scenario that somebody has thought about. */
async function thought(): Promise<string> {
  const model: Model = JSON.parse(
    readFileSync(new URL('../../models/frozen/guangdong-1.json', import.meta.url), 'utf8'),
  );
  const fresh = newDocument(model);
  const [base, ...others] = fresh.scenarios as [Scenario, ...Scenario[]];
  const slower: Scenario = {
    id: 's1',
    name: 'Slower exports',
    note: 'Exports are held up for two years.',
    overrides: { gd_growth: { value: 0.12 }, gd_firms_growth: { value: 0.08 } },
    reasons: { gd_growth: { value: 'Customs data, <b>October</b>.' } },
  };
  const changed = {
    ...base,
    overrides: { gd_growth: { value: 0.18 } },
    reasons: { gd_growth: { value: 'As in the third quarter.' } },
  };
  return encodeLink({ ...fresh, scenarios: [changed, ...others, slower] }, model, {});
}

test('a new scenario is told with its inputs, its note and the reasons of its maker, also on a phone in Chinese', async ({
  app,
  page,
}) => {
  await page.goto(`./${await thought()}`);
  await expect(preview(page)).toBeVisible();
  for (const [language, width, colorScheme, says, rows] of [
    [
      'English',
      1280,
      'light',
      'in 1 input and 1 new scenario with 2 inputs.',
      [
        'New scenario: Slower exports',
        'Slower exports: note: “Exports are held up for two years.”',
        'Slower exports: Trend growth: 18% → 12%. Reason: “Customs data, <b>October</b>.”',
        'Slower exports: Growth of enterprises: 12% → 8%',
        'Base: Trend growth: 15.3% → 18%. Reason: “As in the third quarter.”',
      ],
    ],
    [
      '中文',
      360,
      'dark',
      '有以下不同：1处输入值、1个新增情景（含2处输入值）。',
      [
        '新增情景：Slower exports',
        'Slower exports：说明：“Exports are held up for two years.”',
        'Slower exports：趋势增速：18% → 12%。理由：“Customs data, <b>October</b>.”',
        'Slower exports：企业数量增速：12% → 8%',
        '基准情景：趋势增速：15.3% → 18%。理由：“As in the third quarter.”',
      ],
    ],
  ] as const)
    await test.step(`${language}, ${colorScheme}, ${width} px wide`, async () => {
      /** That nothing is to be seen which somebody could not read or reach. */
      const isClear = async () => {
        expect(await findings(page)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        ).toBe(0);
      };
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await app.speak(language);
      await expect(preview(page)).toContainText(says);
      if (!(await preview(page).getByRole('list').isVisible())) await preview(page).locator('summary').click();
      await expect(preview(page).getByRole('listitem')).toHaveText([...rows]);
      for (const item of await preview(page).getByRole('listitem').all())
        expect(await item.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
      await isClear();
      await (await app.fromHeader(/^(Share|分享)$/)).click();
      await expect(dialog(page).getByRole('textbox', { name: /^(Link|链接)$/ })).toHaveValue(/#1\./);
      await isClear();
      await page.keyboard.press('Escape');
      await expect(dialog(page)).toBeHidden();
    });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await preview(page).getByRole('button', { name: '放弃' }).click();
  await expect(preview(page)).toBeHidden();
  // What was shared leaves the address with the next change.
  await app.enter('gd_growth', '26%');
  await expect.poll(() => address(page)).toBe('/');
});
