import type { BrowserContext, Page } from '@playwright/test';
import { expect, Foresheet, test as fresh } from './foresheet.ts';

/** A page that tests take one after another, as long as each leaves it as it was opened. */
interface Shelf {
  page: Page | undefined;
  /** What the context was made with. */
  options: string;
  /** What the page shows as it is opened, and what is chosen then. */
  opened: string;
  choices: readonly string[];
}

/** Steps that are taken back before a page is given up. */
const MOST_STEPS = 20;
/** Looks, of two frames each, before a page is given up. */
const MOST_LOOKS = 8;

/** What a person sees of the page and what it remembers, without what tells of the time before. */
async function looks(): Promise<string> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (const scroller of document.querySelectorAll('.grid-scroll')) scroller.scrollTo(0, 0);
  await frame();
  await frame();
  const seen: unknown[] = [location.hash, innerWidth, innerHeight];
  // Which document was open, and choices that can be seen.
  seen.push(Object.entries(localStorage).filter(([key]) => !/^foresheet\.(open$|preferences$|rescued )/.test(key)));
  // A unit that was chosen stays in another language, where none was it follows the language.
  seen.push(JSON.parse(localStorage.getItem('foresheet.preferences') ?? '{}').money);
  for (const element of document.body.querySelectorAll('*')) {
    // Whether the last change is saved, what it was, and that it can be done again.
    if (element.closest('.document-state, .undone, canvas') || element.ariaLabel === 'Redo') continue;
    const { tagName, ariaLabel, ariaSelected, ariaExpanded, ariaPressed } = element;
    const own = [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
    const { value } = element as HTMLInputElement;
    seen.push(tagName, [...element.classList].sort(), ariaLabel, ariaSelected, ariaExpanded, ariaPressed, own, value);
  }
  return JSON.stringify(seen);
}

/** What was chosen in the header: language, model, date of knowledge, unit. */
const choicesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [
    document.documentElement.lang,
    ...[...document.querySelectorAll<HTMLSelectElement>('.header select')].map(({ value }) => value),
  ]);

/** As a person would tidy up: what is open closed, what was done taken back, the first sheet and its first cell in view. */
async function tidy({ page }: Foresheet, [lang, ...chosen]: readonly string[]): Promise<void> {
  await page.unrouteAll();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const [langNow] = await choicesOf(page);
  if (langNow !== lang) await page.locator('.segment[aria-pressed="false"]').first().click();
  const [, ...chosenNow] = await choicesOf(page);
  for (const [i, value] of chosen.entries())
    if (value !== chosenNow[i]) await page.locator('.header select').nth(i).selectOption(value);
  const undo = page.locator('[aria-label="Undo"], [aria-label="撤销"]');
  await page.locator('.cell-input').focus();
  for (let i = 0; i < MOST_STEPS && (await undo.isEnabled()); i++) await page.keyboard.press('Control+z');
  const isElsewhere = () =>
    document.querySelector('[role="tab"]')?.ariaSelected !== 'true' || document.querySelector('.compare:not(.away)');
  if (await page.evaluate(isElsewhere)) await page.getByRole('tab').first().click();
  if (await page.locator('.grid.formulas').count()) await page.keyboard.press('Control+`');
  const extras = [
    '.chart-name[aria-pressed="true"]',
    '.notice .button:last-child',
    '.icon-button[aria-expanded="true"]',
  ];
  for (const extra of extras) {
    const buttons = page.locator(extra);
    for (let i = await buttons.count(); i > 0; i--) await buttons.first().click();
  }
  await page.locator('.cell-input').focus();
  await page.keyboard.press('Control+Home');
}

/** Whether the page looks as it was opened, by now or a few frames later. */
async function looksAs(page: Page, opened: string): Promise<boolean> {
  for (let i = 0; i < MOST_LOOKS; i++) if ((await page.evaluate(looks)) === opened) return true;
  return false;
}

/**
 * Tests of the sheet as it ships share a page, since to open it takes longer than what they do on it. A page that does
 * not look as it was opened, after what was done is taken back, is not used again.
 */
export const test = fresh.extend<{ context: BrowserContext; page: Page; app: Foresheet }, { shelf: Shelf }>({
  shelf: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is wanted here.
    async ({}, use) => {
      const shelf: Shelf = { page: undefined, options: '', opened: '', choices: [] };
      await use(shelf);
      await shelf.page?.context().close();
    },
    { scope: 'worker' },
  ],
  context: async ({ browser, shelf, viewport, permissions, hasTouch, contextOptions, colorScheme, locale }, use) => {
    const options = JSON.stringify([viewport, permissions, hasTouch, contextOptions, colorScheme, locale]);
    if (shelf.page && shelf.options !== options) {
      await shelf.page.context().close();
      shelf.page = undefined;
    }
    shelf.options = options;
    const context = shelf.page?.context() ?? (await browser.newContext());
    await use(context);
    if (!shelf.page) await context.close();
  },
  page: async ({ context, shelf }, use) => {
    await use(shelf.page ?? (await context.newPage()));
  },
  app: async ({ page, shelf }, use, info) => {
    const app = new Foresheet(page);
    if (!shelf.page) {
      await app.open();
      shelf.choices = await choicesOf(page);
      await tidy(app, shelf.choices);
      shelf.opened = await page.evaluate(looks);
      shelf.page = page;
    }
    await use(app);
    const isGood = info.status === info.expectedStatus && app.complaints.length === 0;
    if (isGood) await tidy(app, shelf.choices);
    if (!isGood || !(await looksAs(page, shelf.opened))) shelf.page = undefined;
    app.leave();
    expect(app.complaints).toEqual([]);
  },
});

export { expect, Foresheet };
