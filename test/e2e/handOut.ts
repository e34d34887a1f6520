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
