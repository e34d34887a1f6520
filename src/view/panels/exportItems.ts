import type { Dictionary } from '../../i18n/index.ts';
import type { App } from '../../state/app.ts';

/** A way to hand the document out: what the menu calls it, and what it does. What it needs is loaded when it is chosen. */
export type ExportItem = readonly [label: (t: Dictionary) => string, run: (app: App) => unknown];

export const EXPORT_ITEMS: readonly ExportItem[] = [
  [(t) => t.header.exportAs('CSV'), ({ dialogs }) => dialogs.show({ name: 'exportCsv' })],
  [(t) => t.header.exportAs('JSON'), (app) => import('../../state/handOut.ts').then((part) => part.handOutJson(app))],
];
