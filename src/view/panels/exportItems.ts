import type { Dictionary } from '../../i18n/index.ts';
import type { App } from '../../state/app.ts';

/** A way to hand the document out: what the menu calls it, and what it does. What it needs is loaded when it is chosen. */
export type ExportItem = readonly [label: (t: Dictionary) => string, run: (app: App) => unknown];

const load = () => import('./handOver.ts');
/** The menu is open: what makes a picture is there when it is chosen, so that it shows what is on the screen then. */
export const prepare = (): void => {
  load()
    .then(({ loadPicture }) => loadPicture())
    .catch(() => {});
};
const handOver = (what: 'exportExcel' | 'exportPicture' | 'printReport') => (app: App) =>
  load().then((part) => part[what](app));

/** The clipboard is asked at once, while the click still counts; the picture comes when it is drawn. */
function copyPicture(app: App): Promise<void> {
  const png = load().then((part) => part.pngOf(app));
  const write = async () => navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
  const done = Promise.allSettled([png, write()]);
  return load().then(async (part) => part.tellCopied(app, await done));
}

export const EXPORT_ITEMS: readonly ExportItem[] = [
  [(t) => t.header.exportAs('CSV'), ({ dialogs }) => dialogs.show({ name: 'exportCsv' })],
  [(t) => t.header.exportAs('Excel'), handOver('exportExcel')],
  [(t) => t.header.exportAs('PNG'), handOver('exportPicture')],
  [(t) => t.header.copyPicture, copyPicture],
  [(t) => t.header.printReport, handOver('printReport')],
  [
    (t) => t.header.exportAs('JSON'),
    (app) => import('../../state/exporting/handOut.ts').then((part) => part.handOutJson(app)),
  ],
  [
    (t) => t.header.exportModel,
    (app) => import('../../state/exporting/modelFile.ts').then((part) => part.handOutModel(app)),
  ],
];
