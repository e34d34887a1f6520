import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, test } from './together.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** px that a finger needs at least, and within a sentence, whose lines are no higher. */
const FINGER = 32;
const IN_SENTENCE = 24;

/**
 * Within the page: controls in sight where a finger has less than it needs, with the room that they have. The names
 * at the ends of lines are as near as the lines; edges are drawn, not tapped.
 */
function tooSmall([finger, sentence]: readonly [number, number]): readonly string[] {
  const controls = 'a[href], button, select, input, textarea, summary, [role="tab"], [role="gridcell"]';
  const reach = (control: Element, x: number, y: number, [dx, dy]: readonly [number, number]): number => {
    let px = 0;
    for (; px < finger; px++) {
      const hit = document.elementFromPoint(x + dx * px, y + dy * px);
      const isOwn = hit && (control.contains(hit) || hit.closest('label')?.control === control);
      if (!isOwn) break;
    }
    return px;
  };
  const top = document.querySelector('dialog[open]') ?? document.body;
  return [...top.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
    if (!control.checkVisibility() || control.matches('.cell-input, .chart-name, .visually-hidden *')) return [];
    const least = control.matches('.answer-number, dd .link') ? sentence : finger;
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    // In sight whole, and not under something else.
    if (left < 0 || right > innerWidth || top < 0 || bottom > innerHeight) return [];
    const edges = [y, top + 1, bottom - 1].map((at) => [x, at] as const);
    if (edges.some(([atX, atY]) => reach(control, atX, atY, [0, 0]) === 0)) return [];
    const width = reach(control, x, y, [-1, 0]) + reach(control, x, y, [1, 0]);
    const height = reach(control, x, y, [0, -1]) + reach(control, x, y, [0, 1]);
    const name = control.ariaLabel ?? control.textContent ?? '';
    return Math.min(width, height) < least - 1 ? [`${control.className} “${name}”: ${width} × ${height}`] : [];
  });
}

const screens = (page: Page) => page.evaluate(() => Math.ceil(document.documentElement.scrollHeight / innerHeight));

test('whatever is in sight is large enough for a finger, down the whole page and over it', async ({ app, page }) => {
  expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
  for (let i = 0; i < (await screens(page)); i++) {
    await page.evaluate((at) => scrollTo(0, at * innerHeight), i);
    expect(await page.evaluate(tooSmall, [FINGER, IN_SENTENCE] as const), `screen ${i + 1}`).toEqual([]);
  }
  await app.at('D8').tap();
  await expect(app.inspector.getByRole('dialog')).toBeVisible();
  expect(await page.evaluate(tooSmall, [FINGER, IN_SENTENCE] as const), 'the inspector').toEqual([]);
  await app.inspector.getByRole('button', { name: 'Close' }).tap();
  await app.button('More').tap();
  await expect(page.getByRole('dialog', { name: 'More' })).toBeVisible();
  expect(await page.evaluate(tooSmall, [FINGER, IN_SENTENCE] as const), 'the menu').toEqual([]);
  await page.keyboard.press('Escape');
});

test('the header is one row that is seen whole, and its menu holds the rest', async ({ app, page }) => {
  const cut = () =>
    page.locator('.header').evaluate((header) =>
      [...header.children].flatMap((child) => {
        const { left, right } = child.getBoundingClientRect();
        return left < 0 || right > innerWidth ? [child.className] : [];
      }),
    );
  await expect(page.locator('.header')).toHaveJSProperty('scrollWidth', 390);
  expect(await cut()).toEqual([]);
  expect(await page.locator('.header').evaluate((header) => header.clientHeight)).toBeLessThanOrEqual(50);
  const more = app.button('More');
  const sheet = page.getByRole('dialog', { name: 'More' });
  await more.tap();
  await sheet.getByRole('combobox', { name: 'Units' }).selectOption('bn US$');
  await expect(app.answer).toContainText('US$');
  await sheet.getByRole('combobox', { name: 'Units' }).selectOption('bn yuan');
  expect(await findings(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Share' }).tap();
  await expect(page.getByRole('dialog', { name: 'Share' }).getByRole('textbox')).toHaveValue(/#1\./);
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await more.tap();
  await app.openModel('Shanghai’s eleven measures');
  await expect(sheet).toBeHidden();
  await expect(app.answer).toContainText('Shanghai');
  await more.tap();
  await app.openModel('Guangdong AI hub');
  await expect(app.answer).toContainText('Guangdong');
});

test('where a number comes from is told over the page, which stays in sight, and goes as it came', async ({
  app,
  page,
}) => {
  const sheet = app.inspector.getByRole('dialog');
  await test.step('of the answer: the answer is seen above it, the focus goes back to it', async () => {
    const number = app.answer.getByRole('button', { name: '230 bn yuan' });
    await number.tap();
    await expect(sheet).toContainText('229.92');
    await expect(number).toBeInViewport({ ratio: 1 });
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
  });
  const cell = app.at('D12');
  await test.step('of a cell, which it does not cover; it is drawn down', async () => {
    await cell.tap();
    await expect(sheet).toContainText('20.56');
    const [above, below] = [await cell.boundingBox(), await sheet.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    const { x, y } = (await sheet.boundingBox()) ?? { x: 0, y: 0 };
    const cdp = await page.context().newCDPSession(page);
    const finger = (by: number) => [{ x: x + 150, y: y + 16 + by }];
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: finger(0) });
    for (const by of [30, 60, 90])
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: finger(by) });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Cell content' })).toBeFocused();
  });
  await test.step('a double tap edits, and nothing stands before it', async () => {
    const { x, y } = await cell.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x, y);
    await expect(page.locator('.cell-input.editing')).toBeVisible();
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press('Escape');
  });
});

test('a link is handed on by the system’s own sheet where there is one, and copied where that refuses', async ({
  app,
  page,
}) => {
  await page.evaluate(() => {
    const given: string[] = [];
    Object.assign(window, { given });
    Object.defineProperty(navigator, 'share', {
      configurable: true,
      value: async ({ url }: ShareData) => {
        given.push(url ?? '');
        if (given.length > 1) throw new DOMException('', 'NotAllowedError');
      },
    });
  });
  await (await app.fromHeader('Share')).tap();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const link = await dialog.getByRole('textbox').inputValue();
  await dialog.getByRole('button', { name: 'Send…' }).tap();
  expect(await page.evaluate(() => (window as unknown as { given: string[] }).given)).toEqual([link]);
  await dialog.getByRole('button', { name: 'Send…' }).tap();
  await expect(dialog.getByRole('status')).toHaveText(/Copied|did not let/);
  await page.keyboard.press('Escape');
  await page.evaluate(() => Reflect.deleteProperty(navigator, 'share'));
});
