import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { save } from '../../src/document/saved.ts';
import { writeDocument } from '../../src/io/json.ts';
import { expect, type Foresheet, test } from '../e2e/foresheet.ts';
import { given, Importing } from '../e2e/importing.ts';
import { GUANGDONG, type Lines, openers } from '../e2e/openers.ts';
import { subscriptions } from '../fixtures/subscriptions.ts';
import { FOLDER } from './folder.ts';
import { blank, pages, steps } from './shown.ts';

interface Subject {
  readonly name: string;
  readonly lines: Lines;
  /** A formula that adds what is counted in other units. */
  readonly clash: string;
  /** Its table, as a file that is brought in. */
  readonly open: (app: Foresheet) => Promise<unknown>;
}

/** The shipped model that everybody meets first, and a model of one's own by months. */
const SUBJECTS: readonly Subject[] = [
  { name: 'guangdong', lines: GUANGDONG, clash: '=F3+F9', open: async () => {} },
  {
    name: 'subscriptions',
    lines: { typed: 'churn', wanted: 'revenue@2028-12' },
    clash: '=E8+E9',
    open: async (app) => {
      const { document, model } = subscriptions();
      const text = writeDocument(save(document, model));
      const file = given('subscriptions.foresheet.json', Buffer.from(text), 'application/json');
      await new Importing(app).choose(file);
      await expect(app.page.getByRole('columnheader', { name: '2026-01' })).toBeAttached();
    },
  },
];

const WIDE = [
  [1280, 800],
  [1440, 900],
  [1920, 1080],
] as const;
const PHONES = [
  [390, 844],
  [360, 640],
] as const;
const THEMES = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced', { colorScheme: 'dark', forcedColors: 'active' }],
] as const;

/** One screen at every size of a device, in all colours. What is below the edge of a phone is in the picture too. */
async function picture(page: Page, folder: string, sizes: readonly (readonly [number, number])[], fullPage: boolean) {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    // What stays in place as the page scrolls would lie over the middle of a picture of all of it.
    if (fullPage) await page.evaluate(() => scrollTo(0, 0));
    for (const [theme, media] of THEMES) {
      await page.emulateMedia(media);
      const path = join(folder, `${width}-${theme}.png`);
      expect((await page.screenshot({ path, fullPage, animations: 'disabled' })).length).toBeGreaterThan(2000);
    }
  }
}

for (const [device, sizes, options] of [
  ['wide', WIDE, { viewport: { width: 1280, height: 800 } }],
  ['phone', PHONES, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const)
  for (const [lang, locale] of [
    ['en', 'en-GB'],
    ['zh', 'zh-CN'],
  ] as const)
    test.describe(() => {
      test.use({ ...options, locale });
      for (const { name, lines, clash, open } of SUBJECTS) {
        const dialogs = new Set(openers(lines).map(([screen]) => screen));
        for (const [screen, show] of [...pages(lines, clash), ...openers(lines), ...steps])
          test(`${name}, ${lang}, ${device}: ${screen}`, async ({ app, page }) => {
            await open(app);
            await show(app, page);
            // A dialog is loaded as it is asked for.
            if (dialogs.has(screen)) await expect(page.locator('dialog[open]')).toBeVisible();
            const isPage = (await page.locator('dialog[open], [role="menu"]').count()) === 0;
            await picture(page, join(FOLDER, `${name}-${lang}`, screen), sizes, device === 'phone' && isPage);
          });
      }

      test(`blank, ${lang}, ${device}: page`, async ({ app, page }) => {
        await blank(app);
        await picture(page, join(FOLDER, `blank-${lang}`, 'page'), sizes, device === 'phone');
      });
    });
