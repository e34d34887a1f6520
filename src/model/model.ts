import type { Content, Slot } from './content.ts';
import type { Line } from './line.ts';
import type { At } from './notation.ts';
import {
  countOf,
  isOneOf,
  PER_YEAR,
  type Periods,
  periodsOf,
  periodsOfYear,
  shifted,
  stepOf,
  yearOf,
} from './periods.ts';
import type { Text } from './text.ts';

export type { Periods };

/** What a scenario holds against the base: by line, then by slot (`value` or a year). */
export type Overrides = Readonly<Record<string, Readonly<Record<string, Content>>>>;

export interface ShippedScenario {
  readonly id: string;
  readonly name: Text;
  /** What the scenario supposes, in a sentence. */
  readonly note: Text;
  readonly overrides: Overrides;
}

/** A line that can be charted, with the observed figures and targets that belong beside it. */
export interface ChartSpec {
  readonly line: string;
  /** Figures drawn with the line: same region and variable; `definition` says which are comparable. */
  readonly figures?: { readonly region: string; readonly variable: string; readonly definition: string };
  /** Lines drawn thin beside it in the scenario in view, say the path that a target requires. */
  readonly beside?: readonly string[];
  /** How they are drawn; as lines if left out. */
  readonly as?: 'lines' | 'bars' | 'areas' | 'share';
  /** Whether each year or each period is drawn. */
  readonly by?: 'year' | 'period';
}

/**
 * How a value in the answer is written. `amount` names the currency ("230 bn yuan"), `short` leaves it to the reader
 * ("70 bn"); in Chinese both are 亿元. `share` is a percentage.
 */
export type AnswerFormat = 'amount' | 'short' | 'share' | 'count' | 'year' | 'times';

/**
 * A value that the answer speaks of: a cell of the scenario in view as `id` or `id@2025`,
 * or a figure of `seeds/`.
 */
export type AnswerTerm =
  | { readonly cell: string; readonly format: AnswerFormat; readonly abs?: boolean }
  | { readonly figure: string; readonly format: AnswerFormat };

/** When a clause is said. All conditions must hold. `id@2025` names a cell of the scenario in view. */
export interface AnswerCondition {
  readonly cell?: string;
  /** Compares the cell with 0; `number` holds for any number, `none` where it holds none. */
  readonly is?: '<0' | '>=0' | '>0' | 'number' | 'none';
  /** Holds when the figure was reported after the date of knowledge (or, `known`, by then). */
  readonly figure?: string;
  readonly reported?: 'later' | 'known';
}

/**
 * One clause of the answer; `{name}` stands for a term. `{known}` is a phrase of its own ("As known in November 2023",
 * 按2023年11月已知数据), `{scenario}` is empty in the base, else it names the scenario (` in “Decoupling”`, 在“外部冲击”情景下，).
 */
export interface AnswerClause {
  readonly when?: readonly AnswerCondition[];
  readonly text: Text;
}

export interface AnswerSpec {
  readonly line: string;
  readonly target?: string;
  readonly terms: Readonly<Record<string, AnswerTerm>>;
  readonly clauses: readonly AnswerClause[];
}

/** A check that the model makes of itself: `check` is a result line that is 1 where the warning applies. */
export interface Warning {
  readonly check: string;
  /** The line beside which it is shown. */
  readonly at: string;
  readonly severity: 'warning' | 'error';
  readonly text: Text;
}

export interface Model {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  /** What is counted and how, in a sentence. */
  readonly about: Text;
  readonly periods: Periods;
  /** The last year that the base takes as observed; the years after it are projected. */
  readonly observedUntil: number;
  readonly lines: readonly Line[];
  /** The first one is the base. */
  readonly scenarios: readonly ShippedScenario[];
  readonly charts: readonly ChartSpec[];
  readonly answer: AnswerSpec;
  readonly warnings: readonly Warning[];
  /** Dates of knowledge to choose from (`2023-11`); the first is the one it opens with. */
  readonly known: readonly string[];
  /** The input that converts yuan to dollars. */
  readonly exchange: string;
  /** The currency of its amounts, where it names one. */
  readonly currency?: string;
  /** What a model of a person's own is called in files, and the text of the file from which it was opened. */
  readonly slug?: string;
  readonly source?: string;
}

/** The first period in which a line has a value of its own: the first of all, or the one in which a series begins. */
export function firstPeriod(line: Line | undefined, { first, list }: Periods): number {
  const start = line?.kind === 'series' ? Math.max(first, line.start ?? first) : first;
  return list?.find((period) => period >= start) ?? start;
}

/** How many places a line has: its scalar, and its periods. */
export const slotCount = (periods: Periods): number => countOf(periods) + 1;

/** By how many periods a reference is counted from its cell's own: 0 for the same, and for those that are not counted. */
export const lagOf = (at: At, periods: Periods): number =>
  at.kind === 'lag' ? at.by : at.kind === 'years' ? at.by * PER_YEAR[stepOf(periods)] : 0;

/** The period to which a reference leads that is counted from a cell's own; it may be none of them. */
export const leadsTo = (at: At, here: number, periods: Periods): number =>
  at.kind === 'years' ? here + lagOf(at, periods) : shifted(here, lagOf(at, periods), periods);

const inside = (period: number, periods: Periods): number[] => (isOneOf(period, periods) ? [period] : []);

/**
 * The periods, of a line or of the header, to which a reference leads from a cell; all where a scalar chooses one, none
 * where the cell is in no period from which it could be counted, or where it is written in another step.
 */
export function periodsAt(at: At, here: Slot, periods: Periods, line?: Line): number[] {
  switch (at.kind) {
    case 'same':
    case 'row':
    case 'lag':
    case 'years':
      return here === 'value' ? [] : inside(leadsTo(at, here, periods), periods);
    case 'first':
      return [firstPeriod(line, periods)];
    case 'last':
      return [periods.last];
    case 'period':
      return at.step === stepOf(periods) ? inside(at.period, periods) : [];
    case 'upto':
      return here === 'value' ? [] : periodsOf(periods).filter((period) => period <= here);
    case 'ofYear': {
      const span = here === 'value' ? undefined : periodsOfYear(yearOf(here, periods), periods);
      return span ? periodsOf(span) : [];
    }
    case 'all':
    case 'input':
      return periodsOf(periods);
  }
}
