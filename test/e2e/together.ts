import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { expect, Foresheet, test as fresh } from './foresheet.ts';

type Desk = Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>;

/** The window in which a page that is shared is opened. */
const AS_OPENED = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' } as const;

/** Steps that are taken back before a page is given up. */
const MOST_STEPS = 20;
/** Looks, of two frames each, before a page is given up: a busy machine calculates for a second what was taken back. */
const MOST_LOOKS = 40;

/**
 * What a person sees of the page and what it remembers, without what tells of the time before, as a number. `wanted`: it
 * is looked again until that is seen, at most so many times.
 */
async function looks({ wanted, most }: { wanted: number | undefined; most: number }): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const hash = () => {
    // FNV-1a over UTF-16 units.
    let sum = 0x811c9dc5;
    const see = (seen: unknown) => {
      const text = typeof seen === 'string' ? seen : (JSON.stringify(seen) ?? '');
      for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
      sum = Math.imul(sum ^ 0xffff, 0x01000193);
    };
    see([location.hash, innerWidth, innerHeight]);
    // Which document was open, and choices that can be seen; a list without anything is as good as none.
    const isPast = ([key, value]: [string, string]) =>
      value === '[]' || /^foresheet\.(open$|preferences$|rescued |widths$)/.test(key);
    see(Object.entries(localStorage).filter((entry) => !isPast(entry)));
    // Years are drawn back to the width that they have everywhere; the other columns have theirs by the window.
    const drawn: object[] = Object.values(JSON.parse(localStorage.getItem('foresheet.widths') ?? '{}'));
    see(drawn.flatMap((columns) => Object.entries(columns)).filter(([column]) => !/^\d+$/.test(column)));
    // A unit that was chosen stays in another language, where none was it follows the language.
    see(JSON.parse(localStorage.getItem('foresheet.preferences') ?? '{}').money);
    const model = document.querySelector('.model-select')?.textContent ?? '';
    const visit = (element: Element) => {
      // Whether the last change is saved, what it was, was said of it, and can be done again, tells of the time before;
      // so does the way to another name.
      const past = '.document-state, .document-rename, .undone, canvas, .visually-hidden[role="status"]';
      if (element.matches(past) || element.ariaLabel === 'Redo') return;
      // What was looked at and put away, such as the comparison, stays within the page.
      if (!element.checkVisibility() && !element.closest('select')) return;
      if (element.role === 'columnheader') see((element as HTMLElement).offsetWidth);
      const { tagName, ariaLabel, ariaSelected, ariaExpanded, ariaPressed, classList } = element;
      const own = [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
      const { value } = element as HTMLInputElement;
      // A document is called as its model from its first change on.
      if (element.matches('.document-name') && [model, 'Documents', '文档'].includes(own)) return;
      see([tagName, [...classList].sort(), ariaLabel, ariaSelected, ariaExpanded, ariaPressed, own, value]);
      for (const child of element.children) visit(child);
    };
    for (const child of document.body.children) visit(child);
    return sum >>> 0;
  };
  for (let i = 1; ; i++) {
    for (const scroller of document.querySelectorAll('.grid-scroll')) scroller.scrollTo(0, 0);
    await frame();
    await frame();
    const seen = hash();
    if (wanted === undefined || seen === wanted || i >= most) return seen;
  }
}

const CHOICES = '.header select, .chart-panel .panel-title select';

/** What is chosen on the page: language, model, date of knowledge, unit, charted line. */
const choicesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(seen, CHOICES).then(({ choices }) => choices);

/** Within the page: what is chosen; and whether the sheet has the keys, with nothing over it that Escape would close. */
function seen(choices: string): { choices: readonly string[]; hasKeys: boolean } {
  return {
    choices: [
      document.documentElement.lang,
      document.querySelector('.model-select')?.textContent ?? '',
      ...[...document.querySelectorAll<HTMLSelectElement>(choices)].map(({ value }) => value),
    ],
    hasKeys:
      document.activeElement?.matches('.cell-input:not(.editing)') === true &&
      document.querySelector('dialog[open], .menu') === null,
  };
}

/**
 * Within the page: takes back what was done, brings the first sheet into view, closes what was opened and gives the sheet
 * the keys. @returns what is left to do by keys, and what is chosen in the lists, which depends on what was done
 */
function clear([most, choices]: readonly [number, string]): { formulas: boolean; finding: boolean; chosen: string[] } {
  const undo = document.querySelector<HTMLButtonElement>('[aria-label="Undo"], [aria-label="撤销"]');
  for (let i = 0; i < most && undo && !undo.disabled; i++) undo.click();
  // The address is that of a link where the document was shared.
  if (location.hash) history.replaceState(null, '', location.pathname);
  document.querySelector<HTMLElement>('.chart-tab')?.click();
  const [tab] = document.querySelectorAll<HTMLElement>('.tabs [role="tab"]');
  if (tab?.ariaSelected !== 'true' || document.querySelector('.compare:not(.away), .what-if:not(.away)')) tab?.click();
  const extras =
    '.chart-name[aria-pressed="true"], .notice .button:last-child, .icon-button[aria-expanded="true"]:not(:has(+ .find-bar))';
  for (const extra of document.querySelectorAll<HTMLElement>(extras)) extra.click();
  document.querySelector<HTMLElement>('.cell-input')?.focus();
  return {
    chosen: [...document.querySelectorAll<HTMLSelectElement>(choices)].map(({ value }) => value),
    formulas: document.querySelector('.grid.formulas') !== null,
    finding: document.querySelector('.find-bar') !== null,
  };
}

/** As a person would tidy up: what is open closed, what was done taken back, the first sheet and its first cell in view. */
async function tidy(app: Foresheet, [lang, model = '', ...chosen]: readonly string[]): Promise<void> {
  const { page } = app;
  await page.unrouteAll();
  // Each call to the page costs a frame or two.
  let before = await page.evaluate(seen, CHOICES);
  if (!before.hasKeys) {
    for (let i = 0; i < 2; i++) await page.keyboard.press('Escape');
    before = await page.evaluate(seen, CHOICES);
  }
  const isOther = before.choices[0] !== lang;
  if (isOther) await page.locator('.segment[aria-pressed="false"]').first().click();
  const [, modelNow] = isOther ? await choicesOf(page) : before.choices;
  if (model !== modelNow) await app.openModel(model);
  const { formulas, finding, chosen: chosenNow } = await page.evaluate(clear, [MOST_STEPS, CHOICES] as const);
  for (const [i, value] of chosen.entries())
    if (value !== chosenNow[i]) await page.locator(CHOICES).nth(i).selectOption(value);
  if (finding) {
    await page.locator('.find-bar input').first().press('Escape');
    await page.evaluate(() => document.querySelector<HTMLElement>('.cell-input')?.focus());
  }
  if (formulas) await page.keyboard.press('Control+`');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
}

/**
 * Resizes the window and changes the theme, as at a person's desk, and waits until the page is drawn so: a tap while it is
 * resized may never be answered.
 */
async function arrange(page: Page, { viewport, colorScheme }: Desk): Promise<void> {
  const { width, height } = viewport ?? AS_OPENED.viewport;
  const now = page.viewportSize();
  await page.emulateMedia({ colorScheme: colorScheme ?? AS_OPENED.colorScheme });
  if (now?.width === width && now.height === height) return;
  await page.setViewportSize({ width, height });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Whether the page looks as it was opened, by now or a few frames later. */
const looksAs = async (page: Page, opened: number): Promise<boolean> =>
  (await page.evaluate(looks, { wanted: opened, most: MOST_LOOKS })) === opened;

/**
 * Tests of the sheet as it ships share a page, since to open it takes longer than what they do on it. A page that does
 * not look as it was opened, after what was done is taken back, is not used again.
 */
export const test = fresh.extend<{ context: BrowserContext; page: Page; app: Foresheet }>({
  context: async ({ browser, shelf, permissions, hasTouch, contextOptions, locale }, use) => {
    shelf.options = JSON.stringify([hasTouch, contextOptions, locale]);
    const context = shelf.kept.get(shelf.options)?.page.context() ?? (await browser.newContext(AS_OPENED));
    await context.clearPermissions();
    if (permissions) await context.grantPermissions(permissions);
    await use(context);
    if (!shelf.kept.has(shelf.options)) await context.close();
  },
  page: async ({ context, shelf }, use) => {
    await use(shelf.kept.get(shelf.options)?.page ?? (await context.newPage()));
  },
  app: async ({ page, shelf: { kept, options }, viewport, colorScheme }, use, info) => {
    const app = new Foresheet(page);
    let one = kept.get(options);
    if (!one) {
      await app.open();
      const choices = await choicesOf(page);
      await tidy(app, choices);
      // What comes with the first key is there.
      await expect(page.locator('.chart-names')).toBeAttached();
      await expect(page.getByRole('button', { name: /^(New chart|新建图表)$/ })).toBeVisible();
      await expect(page.getByRole('separator').first()).toBeAttached();
      await expect(page.getByRole('button', { name: /^(New scenario|新建情景)$/ })).toBeVisible();
      one = { page, choices, opened: await page.evaluate(looks, { wanted: undefined, most: 1 }) };
      kept.set(options, one);
    }
    await arrange(page, { viewport, colorScheme });
    await use(app);
    const isGood = info.status === info.expectedStatus && app.complaints.length === 0;
    await arrange(page, AS_OPENED);
    if (isGood) await tidy(app, one.choices);
    if (!isGood || !(await looksAs(page, one.opened))) {
      kept.delete(options);
      // Counted by build/test.mjs: where it is many, what a page shows after its first change is not looked past any more.
      info.annotations.push({ type: 'page not used again' });
    }
    app.leave();
    expect(app.complaints).toEqual([]);
  },
});

export { expect, Foresheet };
