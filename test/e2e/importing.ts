import { readFileSync } from 'node:fs';
import { type Download, expect, type Locator, type Page } from '@playwright/test';
import type { Foresheet } from './foresheet.ts';

export const fixture = (name: string): string => new URL(`../fixtures/csv/${name}`, import.meta.url).pathname;

/** A file as it is handed to a file chooser, or dropped. */
export interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
export const given = (name: string, content: string | Buffer, mimeType = 'text/csv'): Given => ({
  name,
  mimeType,
  buffer: typeof content === 'string' ? Buffer.from(content) : content,
});

/** The import as a person finds it. */
export class Importing {
  constructor(readonly app: Foresheet) {}

  get page(): Page {
    return this.app.page;
  }
  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: /^(Import|导入)/ });
  }
  get refusal(): Locator {
    return this.dialog.getByRole('alert');
  }
  get preview(): Locator {
    return this.dialog.getByRole('region', { name: /^(The first rows of the table|表格前几行)$/ });
  }
  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  /** Chooses a file by the button and the browser's own chooser. */
  async choose(file: string | Given): Promise<void> {
    if (!(await this.dialog.isVisible())) await (await this.app.fromHeader(/^(Import|导入)$/)).click();
    const chooser = this.page.waitForEvent('filechooser');
    await this.dialog.getByRole('button', { name: /^(Choose a file|选择文件)$/ }).click();
    await (await chooser).setFiles(file);
  }

  /** Drags a file over the page; `drop` lets it go. */
  async drag({ name, mimeType, buffer }: Given): Promise<{ drop: () => Promise<void> }> {
    const data = await this.page.evaluateHandle(
      ([text, type, called]) => {
        const bytes = Uint8Array.from(atob(text ?? ''), (char) => char.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], called ?? '', { type: type ?? '' }));
        return transfer;
      },
      [buffer.toString('base64'), mimeType, name],
    );
    await this.page.dispatchEvent('body', 'dragover', { dataTransfer: data });
    return { drop: () => this.page.dispatchEvent('body', 'drop', { dataTransfer: data }) };
  }

  /** The row of the table of changes that is of a line of the file. */
  change(line: number): Locator {
    return this.dialog
      .getByRole('row')
      .filter({ has: this.page.getByRole('checkbox', { name: new RegExp(`row ${line},`) }) });
  }
}

/** The bytes of what a step hands out as a download. */
export async function downloaded(page: Page, step: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await step();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Chooses an entry of the export menu. */
export async function exportBy(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^(Export|导出)$/ }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** Exports the sheet in view, or what else `extent` and `cells` name, and gives its text. */
export async function exportCsv(page: Page, extent: string, cells?: string): Promise<{ name: string; text: string }> {
  await exportBy(page, 'Export CSV');
  const dialog = page.getByRole('dialog', { name: 'Export CSV' });
  await dialog.getByRole('radio', { name: new RegExp(`^${extent}`) }).check();
  if (cells) await dialog.getByRole('radio', { name: new RegExp(`^${cells}`) }).check();
  const { name, bytes } = await downloaded(page, () => dialog.getByRole('button', { name: 'Export' }).click());
  await expect(dialog).toBeHidden();
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return { name, text: bytes.subarray(3).toString('utf8') };
}
