import type { CellRef } from '../../model/content.ts';

/** What is being typed, and where it began: arrows commit after typing (`enter`) and move the caret after F2 (`edit`). */
export interface Draft {
  readonly text: string;
  readonly mode: 'enter' | 'edit';
  readonly cell: CellRef;
}
