import type { Box, Place } from '../../document/selection.ts';
import type { Block, Summary } from '../../engine/port.ts';
import type { Draft } from './draft.ts';

/**
 * The years in whose columns the periods stand while the sheet is looked at by year. The columns of a year's periods keep
 * their letters and stand as one, that of the last of them: a year is its periods, folded, as a group of columns in Excel.
 */
export interface Fold {
  /** The first and the last column of those that stand as one with a column; of one that is folded with none, itself. */
  readonly first: (column: number) => number;
  readonly last: (column: number) => number;
  /** The year of a column. */
  readonly year: (column: number) => number;
  /** The letters of its columns: `D:O`. */
  readonly letters: (column: number) => string;
  /** The cells of a year at a place: `D5:O5`. */
  readonly address: (place: Place) => string;
  /** What a year at a place is as a formula: `=SUM(D5:O5)`. Empty where it has no value. */
  readonly source: (place: Place) => string;
  /** Goes to the periods of a year, and selects them. @returns false where its line has none */
  readonly open: (place: Place) => boolean;
  /** Somebody begins to edit a year, or to type in it: its periods are shown, or it is told that they hold what it is of. */
  readonly begin: (place: Place, mode: Draft['mode']) => boolean;
  /** Ends the look by year. */
  readonly leave: () => void;
  /** What the status bar tells of a block, of its years as they are shown. @throws EngineStopped */
  readonly summarise: (block: Block) => Promise<Summary>;
  /** Whether places hold years, in which nothing can be written, which is told then. */
  readonly refuses: (boxes: readonly Box[]) => boolean;
}
