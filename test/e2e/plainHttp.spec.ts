import type { Page } from '@playwright/test';
import { test as base, expect, Foresheet } from './foresheet.ts';
import { choose } from './handOut.ts';
import { Host } from './host.ts';
import { given, Importing } from './importing.ts';

/** A name that is not this machine's own, which browsers would trust without https. */
const NAME = 'foresheet.test';

/** The build on plain http, as by an address in the local network. */
const test = base.extend<{ app: Foresheet }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${NAME} 127.0.0.1`];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
  app: async ({ page }, use) => {
    const host = new Host();
    await host.open();
    const app = new Foresheet(page, NAME);
    await app.open(`http://${NAME}:${host.port}/`);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await use(app);
    host.close();
    expect(app.complaints).toEqual([]);
  },
});

/** What is on the clipboard, as a paste brings it. */
async function pasted(page: Page): Promise<string> {
  // It listens before the key is pressed.
  const text = await page.evaluateHandle(() => {
    const coming = new Promise<string>((resolve) => {
      const take = (event: ClipboardEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        resolve(event.clipboardData?.getData('text/plain') ?? '');
      };
      addEventListener('paste', take, { capture: true, once: true });
    });
    return { coming };
  });
  await page.keyboard.press('Control+v');
  return text.evaluate(({ coming }) => coming);
}

test('the page works on plain http: it keeps, copies, shares and imports', async ({ app, page }) => {
  await test.step('cells are copied by keyboard and by menu, and more of them than are in sight', async () => {
    await app.go('gd_growth');
    await page.keyboard.press('Control+c');
    await expect.poll(() => pasted(page)).toBe('15.3%');
    await (await app.go('gd_scale_2022')).click({ button: 'right' });
    await app.item('Copy').first().click();
    await expect.poll(() => pasted(page)).toBe('150');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await expect.poll(async () => (await pasted(page)).split('\n').length).toBeGreaterThan(90);
    await expect(app.message).toBeHidden();
  });
  await test.step('what the page may not do with the clipboard is told, with another way', async () => {
    await choose(page, 'Copy picture');
    await expect(app.notice('This browser copies pictures only on pages that are opened over https')).toBeVisible();
    await (await app.go('E6')).click({ button: 'right' });
    await app.item('Paste').first().click();
    await expect(app.message).toContainText('Paste by the keyboard');
  });
  await test.step('what is typed is kept, and a link is copied', async () => {
    await app.enter('gd_growth', '26%');
    await expect(app.saving).toHaveText('Saved');
    await page.reload();
    await expect(app.answer).toContainText('at 26.0 % a year');
    await app.button('Share').click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByRole('textbox', { name: 'Link' });
    await expect(field).toHaveValue(/#1\./);
    const link = await field.inputValue();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(dialog.getByRole('status')).toHaveText('Copied');
    await page.keyboard.press('Escape');
    await app.go('gd_growth');
    expect(await pasted(page)).toBe(link);
  });
  await test.step('a table becomes a model of its own', async () => {
    const importing = new Importing(app);
    await importing.choose(given('chips.csv', 'Line,Unit,2022,2023\nChips,bn yuan,1,2\n'));
    await importing.button('Continue').click();
    await importing.dialog.getByRole('radio', { name: 'Make a new model' }).check();
    await importing.button('Make the model').click();
    await expect(app.models).toHaveText(/chips$/);
    await expect(app.at('E2')).toHaveText('2.00');
  });
});
