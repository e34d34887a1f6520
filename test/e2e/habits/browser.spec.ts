import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../together.ts';

/** Presses Ctrl with a key. @returns whether it reached the browser, which is held back from doing it. */
async function reachesBrowser(page: Page, key: string): Promise<boolean> {
  const reached = await page.evaluateHandle((wanted) => {
    const seen = { isFree: false, stop: () => removeEventListener('keydown', listen) };
    const listen = (event: KeyboardEvent) => {
      if (event.key !== wanted) return;
      seen.isFree = !event.defaultPrevented;
      event.preventDefault();
    };
    addEventListener('keydown', listen);
    return seen;
  }, key);
  await page.keyboard.press(`Control+${key}`);
  return reached.evaluate(({ isFree, stop }) => {
    stop();
    return isFree;
  });
}

for (const key of ['f', 'p', 't', 'l', 'r'])
  test(`46 Ctrl+${key.toUpperCase()} stays the browser's${key === 'r' ? ' outside of a fill' : ''}`, async ({
    app,
    page,
  }) => {
    await app.go('E6');
    expect(await reachesBrowser(page, key)).toBe(true);
    await expect(app.formulaBar).not.toHaveValue(key);
    await page.keyboard.press('Shift+ArrowRight');
    expect(await reachesBrowser(page, key)).toBe(key !== 'r');
    // What fills comes with the first fill.
    await expect(app.button('Undo')).toBeEnabled({ enabled: key === 'r' });
  });

/** An input method as Chromium tells the page of it. */
const compose = (cdp: CDPSession, text: string) =>
  cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const key = async (cdp: CDPSession, name: string) => {
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await cdp.send('Input.dispatchKeyEvent', { type, key: name, code: name, windowsVirtualKeyCode: 229 });
};

test('47 an input method keeps its first key, and Enter that takes a candidate does not commit the cell', async ({
  app,
  page,
}) => {
  const cell = await app.go('C31');
  const address = await app.nameBox.inputValue();
  const cdp = await page.context().newCDPSession(page);
  await key(cdp, 'Process');
  await compose(cdp, 'y');
  await compose(cdp, 'yue');
  await expect(app.formulaBar).toHaveValue('yue');
  await key(cdp, 'Enter');
  await expect(app.nameBox).toHaveValue(address);
  await cdp.send('Input.insertText', { text: '约' });
  await expect(app.formulaBar).toHaveValue('约');
  await expect(app.nameBox).toHaveValue(address);
  await compose(cdp, 'er');
  await key(cdp, 'ArrowDown');
  await expect(app.nameBox).toHaveValue(address);
  await cdp.send('Input.insertText', { text: '二成' });
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('约二成');
  await expect(app.nameBox).not.toHaveValue(address);
});

test('47 full-width digits and signs are numbers', async ({ app, page }) => {
  const cell = await app.go('C31');
  const cdp = await page.context().newCDPSession(page);
  await compose(cdp, '１８％');
  await cdp.send('Input.insertText', { text: '１８％' });
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('18.0%');
});
