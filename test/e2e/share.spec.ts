import type { BrowserContext, Page } from '@playwright/test';
import { findings } from './axe.ts';
import { expect, Foresheet, test } from './foresheet.ts';

/** Presses Share and reads the link; the dialog is closed again. */
async function shared(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^(Share|分享)$/ }).click();
  const field = page.getByRole('dialog').getByRole('textbox', { name: /^(Link|链接)$/ });
  await expect(field).toHaveValue(/#1\./);
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  return link;
}

/** Another reader, who follows a link in a browser of their own. */
async function reader(context: BrowserContext, link: string): Promise<Foresheet> {
  const app = new Foresheet(await context.newPage());
  await app.open(link);
  return app;
}

const preview = (page: Page) => page.getByRole('region', { name: /^(Link preview|链接预览)$/ });

/** The raw values of the whole sheet, as the clipboard brings them to another program. */
async function copied(app: Foresheet): Promise<string> {
  await app.go('gd_scale@2025');
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.press('Control+c');
  return app.page.evaluate(() => navigator.clipboard.readText());
}
