import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';

const EXPORT = /^(Export|导出)$/;

/** Chooses an entry of the Export menu. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: EXPORT }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** Chooses an entry that hands over a file. */
export async function handedOver(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, name)]);
  return download;
}

export const bytesOf = async (download: Download): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(await download.path()));

/** Prints by the menu; what the browser would open is a dialog that no test can close. */
export async function print(page: Page, item: string): Promise<void> {
  const asked = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.print = () => resolve();
      }),
  );
  await choose(page, item);
  await asked;
}

/** Notes each text that is drawn on a canvas from now on, so that what a picture says can be read. */
export async function noteTexts(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const noted: string[] = [];
    Object.assign(globalThis, { noted });
    const { prototype } = CanvasRenderingContext2D;
    const { fillText } = prototype;
    prototype.fillText = function (this: CanvasRenderingContext2D, ...args: Parameters<typeof fillText>) {
      noted.push(args[0]);
      fillText.apply(this, args);
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted.join(' '));
}
