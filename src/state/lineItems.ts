import { LINES } from '../i18n/lines.ts';
import type { App } from './app.ts';
import { deleteSelected, duplicateSelected, moveSelected, selectedLines } from './lines.ts';
import { boxOf } from './selection.ts';

/** What can be done with the selected lines, for a menu; a group is apart from the next. */
export function lineItems(app: App) {
  const { editor, dialogs, workspace, lang } = app;
  const t = LINES[lang()];
  const { top, bottom } = boxOf(editor.selection().range);
  const [id] = selectedLines(app);
  const last = workspace.model().lines.length - 1;
  return [
    [
      { label: t.above, run: () => dialogs.ask({ kind: 'line', at: top }) },
      { label: t.below, run: () => dialogs.ask({ kind: 'line', at: bottom + 1 }) },
      { label: t.duplicate, run: () => duplicateSelected(app) },
    ],
    [
      { label: `${t.edit}…`, run: () => id && dialogs.ask({ kind: 'line', line: id }) },
      { label: t.up, run: () => moveSelected(app, -1), disabled: top === 0 },
      { label: t.down, run: () => moveSelected(app, 1), disabled: bottom >= last },
      { label: t.remove, run: () => deleteSelected(app) },
    ],
    [{ label: t.editYears, run: () => dialogs.ask({ kind: 'periods' }) }],
  ] as const;
}
