import { PER_YEAR, type Periods, stepOf } from '../../model/periods.ts';

/**
 * A formula with a name, in which `<name>` stands for what it is called with. `<now>` is the time of a period in years, and
 * `<step>` the length of a period in years: so one formula holds for years and for months. `<since>` is how long it is since
 * the period before, which is the same unless the axis leaves some out.
 */
export interface Piece {
  /** The names of what it is called with, in their order. */
  readonly takes: readonly string[];
  readonly formula: string;
}

/** A piece that comes with the app. */
export interface BuiltIn {
  /** What it gives, for the reference, and how it is called where `takes` alone does not say. */
  readonly says: string;
  readonly called: string;
  /** The piece for so many arguments; undefined where it does not take so many. */
  readonly of: (count: number, periods: Periods) => Piece | undefined;
}

/** A piece of one formula. */
export const fixed = (takes: readonly string[], formula: string, says: string): BuiltIn => ({
  says,
  called: takes.join(', '),
  of: (count) => (count === takes.length ? { takes, formula } : undefined),
});

/** The time and the length of a period in years, as formulas. */
export function clock(periods: Periods): { readonly now: string; readonly step: string; readonly since: string } {
  const { now, step } = timeOf(periods);
  const before = now.replace(/\{(\w+)\}/g, '{$1@prev}');
  return { now, step, since: periods.list ? `(${now}-${before})` : step };
}

function timeOf(periods: Periods): { readonly now: string; readonly step: string } {
  const { yearStart = 1 } = periods;
  const part = stepOf(periods);
  if (part === 'year') return { now: '{year}', step: '1' };
  const count = PER_YEAR[part];
  // Months are those of the calendar, and the year may begin in another one.
  const place = part === 'month' && yearStart > 1 ? `MOD({month}-${yearStart},12)` : `({${part}}-1)`;
  return { now: `({year}+${place}/${count})`, step: `1/${count}` };
}
