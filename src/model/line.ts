import type { LongerStep } from './periods.ts';
import type { Text } from './text.ts';
import type { Unit } from './units.ts';

interface Named {
  /** ASCII, given once, never derived from the label. */
  readonly id: string;
  readonly label: Text;
  /** What a reader should know about the line's definition. */
  readonly note?: Text;
}

export interface Heading extends Named {
  readonly kind: 'heading';
}

/** What a year holds of its periods: their sum, the last one, their mean, growth compounded, or nothing. */
export const ROLLUPS = ['sum', 'last', 'mean', 'compound', 'none'] as const;
export type Rollup = (typeof ROLLUPS)[number];

interface Measured extends Named {
  readonly unit: Unit;
  /** Decimals shown; the unit's own if left out. */
  readonly decimals?: number;
  readonly rollup?: Rollup;
  /** The step of its own periods where it is longer than that of the model, as of a budget by years among months. */
  readonly step?: LongerStep;
}

/** A judgement with its range. Low, high and step are in the stored unit (fractions for percent). */
export interface InputRange {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  /** On what the default rests; a judgement is called one. */
  readonly rationale: Text;
  /** Figures of `seeds/` on which the default rests. */
  readonly basis?: readonly string[];
}

/**
 * A line whose content is typed in: an assumption where it has a `range`, else a fact.
 * Its value is given, or taken from a figure of `seeds/` (or from that figure's year).
 */
export interface Input extends Measured {
  readonly kind: 'input';
  readonly value?: number;
  readonly figure?: string;
  /** Which part of the figure: its value (the default) or the year of its period. */
  readonly take?: 'value' | 'year';
  readonly range?: InputRange;
  /** `true`: one value for each period, all with the default above; else one scalar. */
  readonly perPeriod?: boolean;
}

/** One formula for all periods, or `first` for the first and `formula` for the rest. */
export interface Series extends Measured {
  readonly kind: 'series';
  readonly first?: string;
  readonly formula: string;
  /** What is typed in single periods in place of the formula, by their ordinals: an actual part beside a forecast. */
  readonly values?: Readonly<Record<string, number | { readonly text: string }>>;
  /** The same of periods behind the boundary, where the formula counts: kept until the boundary passes them. */
  readonly later?: Series['values'];
  /** Periods in which what the base holds is the line's own content, as a workbook brought it, and no edit of it. */
  readonly exceptions?: readonly number[];
  /** The period in which it begins, where the periods reach further back: its cells before are empty. */
  readonly start?: number;
}

/** One formula in the scalar column. */
export interface Result extends Measured {
  readonly kind: 'result';
  readonly formula: string;
}

/** A line that holds values, in its unit. */
export type MeasuredLine = Input | Series | Result;
export type Line = Heading | MeasuredLine;
export type LineKind = Line['kind'];

export const isScalar = (line: Line): boolean => line.kind === 'result' || (line.kind === 'input' && !line.perPeriod);
export const hasPeriods = (line: Line): boolean =>
  line.kind === 'series' || (line.kind === 'input' && !!line.perPeriod);

/** The id of a line that nobody gave one: it tells a reader nothing. */
export const numbered = (n: number): string => `own_${n}`;
/** The number of such an id; undefined for any other. */
export function numberOf(id: string): number | undefined {
  const [, digits] = /^own_(\d+)$/.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
