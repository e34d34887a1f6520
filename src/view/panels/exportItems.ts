import type { Dictionary } from '../../i18n/index.ts';
import type { App } from '../../state/app.ts';

/** A way to hand the document out, as the menu shows it. */
export interface ExportItem {
  readonly label: (t: Dictionary) => string;
  /** What it needs is loaded when it is chosen. @throws where that could not be loaded */
  readonly run: (app: App) => void | Promise<void>;
}

export const EXPORT_ITEMS: readonly ExportItem[] = [
  { label: (t) => t.header.exportCsv, run: ({ dialogs }) => dialogs.show({ name: 'exportCsv' }) },
  { label: (t) => t.header.exportJson, run: async (app) => (await import('../../state/handOut.ts')).handOutJson(app) },
];
