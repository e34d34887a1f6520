import type { Page } from '@playwright/test';
import { expect, Foresheet, test } from './foresheet.ts';

/**
 * Within the page: what is cut off or stands over its neighbour in header, answer, assumptions, bars and dialogs. What
 * gives way by design is told whole elsewhere: what the model is about, and the sources under the chart.
 */
function faults(): readonly string[] {
  const givesWay = '.skip, .answer-note > [title], .chart-credits, .visually-hidden, .visually-hidden *, select *';
  const looked =
    '.header, .header *, .answer *, .assumptions *, .panel-title *, .formula-bar *, .sheet-foot *, dialog[open] *';
  const name = (element: Element) => `${element.className || element.tagName} “${element.textContent?.slice(0, 20)}”`;
  const cut = [...document.querySelectorAll<HTMLElement>(looked)].filter((element) => {
    if (!element.checkVisibility() || element.matches(givesWay) || element.closest('svg, canvas')) return false;
    if (element.matches('input, textarea, select') || element.clientWidth === 0) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    const scrolls = (overflow: string) => /auto|scroll/.test(overflow);
    const isWide = element.scrollWidth > element.clientWidth + 1 && !scrolls(overflowX);
    return isWide || (element.scrollHeight > element.clientHeight + 2 && !scrolls(overflowY));
  });
  const rows = [...document.querySelectorAll('.header, .panel-title, .formula-bar, .sheet-foot')];
  const over = rows.flatMap((row) => {
    const boxes = [...row.children]
      .filter((child) => child.checkVisibility() && !child.matches('.skip, dialog'))
      .map((child) => ({ child, box: child.getBoundingClientRect() }));
    return boxes.flatMap(({ child, box }, i) =>
      boxes
        .slice(i + 1)
        .filter(
          ({ box: other }) =>
            box.right > other.left + 1 &&
            other.right > box.left + 1 &&
            box.bottom > other.top + 1 &&
            other.bottom > box.top + 1,
        )
        .map((other) => `${name(child)} and ${name(other.child)}`),
    );
  });
  const isSideways = document.documentElement.scrollWidth > innerWidth;
  return [...cut.map(name), ...over, ...(isSideways ? ['the page is wider than the window'] : [])];
}

/** As WCAG 1.4.12 has it. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

const space = (page: Page) =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, SPACING);

/** px, as a reader chooses it in the settings of the browser. */
async function setText(page: Page, standard: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.enable');
  await cdp.send('Page.setFontSizes', { fontSizes: { standard, fixed: (standard * 13) / 16 } });
}

async function expectWhole(app: Foresheet, page: Page): Promise<void> {
  expect(await page.evaluate(faults)).toEqual([]);
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await page.evaluate(faults), 'keys').toEqual([]);
  await page.keyboard.press('Escape');
  await (await app.fromHeader('Help')).click();
  await page.getByRole('menuitem', { name: /^Methods/ }).click();
  await expect(page.getByRole('dialog', { name: 'Methods' })).toBeVisible();
  expect(await page.evaluate(faults), 'methods').toEqual([]);
  await page.keyboard.press('Escape');
  await app.button('Figures').click();
  await app.button('Add a figure').click();
  expect(await page.evaluate(faults), 'a form').toEqual([]);
}

test('with text of twice the size nothing is cut, and rows, columns and the letters of the chart grow with it', async ({
  page,
}) => {
  const app = new Foresheet(page);
  await app.open();
  const sizes = async () => ({
    row: await app.at('D4').evaluate((cell) => cell.clientHeight),
    column: await app.at('D4').evaluate((cell) => cell.clientWidth),
    name: await page.locator('.chart-frame').evaluate((frame) => Number.parseFloat(getComputedStyle(frame).fontSize)),
  });
  const before = await sizes();
  await setText(page, 32);
  await page.reload();
  await expect(app.answer).toContainText('2025');
  const { row, column, name } = await sizes();
  expect(row).toBeGreaterThan(1.9 * before.row);
  // As on a phone, where columns are narrower.
  expect(column).toBeGreaterThan(1.7 * before.column);
  expect(name).toBe(2 * before.name);
  await expectWhole(app, page);
});

test('with letters, words and lines apart nothing is cut', async ({ page }) => {
  const app = new Foresheet(page);
  await app.open();
  await space(page);
  await expectWhole(app, page);
});
