import type { AxisReading } from '../reading/axis.ts';
import type { Gathering } from './gather.ts';
import type { Parts, Within } from './parts.ts';

/** How a table lies in its file. */
export interface Shape {
  /** The first record of it, 0-based, and the one behind its last; the end of the file if left out. */
  readonly from: number;
  readonly until?: number;
  /** Whether the record below the header holds the units of the columns. */
  readonly units: boolean;
  /**
   * Periods go down: how the cells of their column are read, and what parts of them columns hold, where years go down and
   * months across, or another column says, where a month stands beside its year.
   */
  readonly down?: { readonly reading: AxisReading; readonly parts?: Parts; readonly within?: Within };
  /** Several days of one month: how their values become one. */
  readonly gather?: Gathering;
  /** From this record on nobody has looked whether another table begins; nobody is to if left out. */
  readonly seen?: number;
  /** Columns of flags, each with the column of the numbers of which they are. */
  readonly flags?: Readonly<Record<number, number>>;
}
