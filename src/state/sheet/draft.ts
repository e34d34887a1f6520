import type { Place } from '../../document/selection.ts';
import type { CellRef } from '../../model/content.ts';

/** What is being typed, and where it began: arrows commit after typing (`enter`) and move the caret after F2 (`edit`). */
export interface Draft {
  readonly text: string;
  readonly mode: 'enter' | 'edit';
  readonly place: Place;
  /** The cell whose content it is; a name and a unit are of no cell. */
  readonly cell: CellRef | undefined;
}
