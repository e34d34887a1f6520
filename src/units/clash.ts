import type { Unit } from '../model/units.ts';
import type { Measure } from './measure.ts';

/**
 * What a part of a formula counts.
 * - `any`: nothing is known of it, so that it clashes with nothing.
 * - `free`: a literal, which takes the unit of what stands beside it.
 * - `date`: a year as a date.
 * - `one of`: readings of which one has to fit.
 */
export type Value = { readonly kind: 'any' | 'free' | 'date' } | Readings;

interface Readings {
  readonly kind: 'one of';
  readonly measures: readonly Measure[];
  /** Percentage points, which are summed over what they are of. */
  readonly points?: boolean;
  /** A share, which may make another thing of what it is of: orders of visits. */
  readonly share?: boolean;
}

/** One side of a clash: its stretch of the formula, and what it counts. */
export interface Side {
  readonly from: number;
  readonly to: number;
  /** The line that it names, where it names one alone. */
  readonly line?: string;
  readonly value: Value;
}

/** Where units clash in a formula, and the smallest mend that was found. */
export type Clash = {
  readonly mend?: Mend;
} /** Two sides that are added, compared, or are alternatives. `by`: the sign or the function. */ & (
  | { readonly kind: 'sides'; readonly by: string; readonly left: Side; readonly right: Side }
  /** What takes a number is given something else: an exponent, EXP, LN. */
  | { readonly kind: 'exponent'; readonly by: string; readonly left: Side }
  /** The whole is not in the unit of its line. */
  | { readonly kind: 'result'; readonly unit: Unit; readonly left: Side }
);

/** The smallest change after which units fit. `unit`: of the line of the formula, with which it fits too. `side`: what it is done to, the whole formula where it is left out. */
export type Mend = { readonly unit?: Unit } & (
  | { readonly kind: 'factor'; readonly by: number; readonly divides: boolean; readonly side?: Side }
  /** A line whose unit is missing in between. */
  | { readonly kind: 'line'; readonly line: string; readonly divides: boolean; readonly side?: Side }
  /** A rate that is added where it grows the other side. */
  | { readonly kind: 'rate'; readonly of: Side; readonly rate: Side }
  /** A line whose unit leaves out of what each it is: the price of a customer. `unit` is that of the line. */
  | { readonly kind: 'each'; readonly line: string }
  | { readonly kind: 'unit' }
);
