import { EXCEL } from '../../i18n/excel.ts';
import { PICTURE } from '../../i18n/picture.ts';
import { REPORT } from '../../i18n/report.ts';
import { download } from '../../io/download.ts';
import type { Lang } from '../../model/text.ts';
import type { App } from '../../state/app.ts';

/** What leaves the page beside tables and documents: a workbook, a picture, a print. What makes each is loaded for it. */

/** Does something, and tells in a sentence where that failed. */
async function telling(
  app: App,
  texts: Record<Lang, { readonly failed: string }>,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch {
    app.workspace.say(() => texts[app.lang()].failed);
  }
}

export const exportExcel = (app: App): Promise<void> =>
  telling(app, EXCEL, async () => {
    const { exportExcel: make, XLSX_TYPE } = await import('../../state/exporting/excel.ts');
    const { name, bytes } = await make(app);
    download(bytes, name, XLSX_TYPE);
  });

export const loadPicture = () => import('../picture/picture.ts');

/** A picture of the chart, and the name of its file. */
async function pictureOf(app: App): Promise<{ readonly name: string; readonly png: Blob }> {
  const { chartPicture } = await loadPicture();
  return chartPicture(app);
}

export const pngOf = async (app: App): Promise<Blob> => (await pictureOf(app)).png;

export const exportPicture = (app: App): Promise<void> =>
  telling(app, PICTURE, async () => {
    const { name, png } = await pictureOf(app);
    download(png, name, 'image/png');
  });

type Outcome = PromiseSettledResult<unknown>;

/** Tells whether the picture has come into the clipboard, or why not: not drawn, not let in, or no clipboard for it. */
export function tellCopied({ workspace, lang }: App, [drawn, copied]: readonly [Outcome, Outcome]): void {
  const refused = (reason: unknown) => (reason instanceof DOMException ? 'refused' : 'unable');
  const outcome =
    drawn.status === 'rejected' ? 'failed' : copied.status === 'rejected' ? refused(copied.reason) : 'copied';
  workspace.say(() => PICTURE[lang()][outcome]);
}

export const printReport = (app: App): Promise<void> =>
  telling(app, REPORT, async () => {
    const { printReport: print } = await import('../report/watch.tsx');
    await print(app);
  });
