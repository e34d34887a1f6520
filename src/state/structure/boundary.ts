import { movedTo } from '../../document/boundary.ts';
import { boxOf } from '../../document/selection.ts';
import { settled } from '../../document/settled.ts';
import { BOUNDARY } from '../../i18n/boundary.ts';
import { columnSlot, VALUE_COLUMN } from '../../model/address.ts';
import type { CellRef } from '../../model/content.ts';
import { slotName } from '../../model/periods.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';

type BoundaryApp = WithEditor & Words;

/** Tells where the boundary stands, and what became of what is typed. */
export function tellBoundary({ workspace, lang }: BoundaryApp, { waiting, back }: { waiting: number; back: number }) {
  const { periods, observedUntil } = workspace.model();
  const period = () => (observedUntil < periods.first ? undefined : slotName(observedUntil, lang()));
  workspace.say(() => BOUNDARY[lang()].moved(period(), waiting, back), true);
}

/** Moves the boundary behind the last of the selected periods, of whole lines behind that of the active cell. */
export function actualUntilHere(app: BoundaryApp): boolean {
  const { workspace, editor } = app;
  const { active, range } = editor.selection();
  const { left, right } = boxOf(range);
  const until = columnSlot(left > VALUE_COLUMN ? right : active.column, workspace.model().periods);
  if (until === undefined || until === 'value') return false;
  const moved = movedTo(workspace.openModel, until);
  if (!workspace.dispatch(moved.change)) return false;
  tellBoundary(app, moved);
  return true;
}

/** Gives an actual value of a line back to its formula. */
export const giveBack = ({ workspace, editor }: BoundaryApp, cell: CellRef): boolean =>
  editor.commitThen(() =>
    workspace.dispatch(
      settled(workspace.openModel, [{ ...cell, scenario: workspace.base.id, content: undefined }], { clears: true }),
    ),
  );
