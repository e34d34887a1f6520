import { type Accessor, createMemo, createSignal } from 'solid-js';
import { ANNOUNCING } from '../../i18n/announcing.ts';
import type { CellRef } from '../../model/content.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { WithPreferences } from '../page/preferences.ts';
import type { Words } from '../page/words.ts';
import { watchRows } from './answer.ts';
import { cellName, cellProblem, problemSentence } from './cells.ts';

/** Cells of one edit that are looked at: nobody listens to a list of hundreds. */
const LOOKED_AT = 500;

/**
 * What is wrong with what the last edit put into cells: the first of them in a sentence, the others counted; empty where
 * all is well. It is told once the values of the edit are there, since those of before may be wrong where these are not.
 */
export function createTroubles(app: WithWorkspace & WithPreferences & Words): Accessor<string> {
  const { workspace } = app;
  const [edited, setEdited] = createSignal<{ readonly cells: readonly CellRef[]; readonly after: number }>();
  workspace.gateway.listen(({ event, change }) => {
    if (event === 'look') return;
    const edits = event === 'edit' && change?.kind === 'cells' ? change.edits : [];
    const cells = edits.filter(({ content }) => content !== undefined).slice(0, LOOKED_AT);
    setEdited(cells.length > 0 ? { cells, after: workspace.rows.revision() } : undefined);
  });
  const row = watchRows(workspace, () => edited()?.cells ?? []);
  return createMemo(() => {
    const now = edited();
    if (!now || workspace.rows.revision() === now.after) return '';
    const said = ANNOUNCING[app.lang()];
    let first = '';
    let count = 0;
    for (const cell of now.cells) {
      const line = workspace.line(cell.line);
      const problem = line && cellProblem(workspace, cell, row(cell.scenario, cell.line));
      if (!problem) continue;
      count++;
      if (count === 1) first = said.problem(cellName(app, cell), problemSentence(app, problem, line));
    }
    return count > 1 ? `${first} ${said.more(count - 1)}` : first;
  });
}
