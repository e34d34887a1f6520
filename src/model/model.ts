import {
  beginningOf,
  cellAtPeriod,
  cellBy,
  cellOf,
  cellOfOrdinal,
  cellsBetween,
  coarser,
  coarseStep,
  hasCell,
  ownOrdinal,
  type Stepped,
} from './coarse.ts';
import type { Content, Slot } from './content.ts';
import type { Line } from './line.ts';
import type { At } from './notation.ts';
import {
  countOf,
  isOneOf,
  type LongerStep,
  PER_YEAR,
  type Periods,
  periodsBeside,
  periodsOf,
  type Step,
  shifted,
  stepOf,
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

/** The periods of a chart that are looked at: up to the last target and a little further, up to a round year, or all. */
export type ChartSpan = 'targets' | 'round' | 'all';

/**
 * How a chart of several lines is drawn: one line with the others thin beside it, each as a curve of its own, as bars beside
 * each other, and stacked: as bars, as areas, as shares of their sum.
 */
export const CHART_KINDS = ['lines', 'curves', 'grouped', 'bars', 'areas', 'share'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const CHART_SPLITS = ['scenarios', 'lines'] as const;
export type ChartSplit = (typeof CHART_SPLITS)[number];

/** A line that can be charted, with the observed figures and targets that belong beside it. */
export interface ChartSpec {
  /** By which it is told from another chart that the same line leads. */
  readonly id?: string;
  readonly line: string;
  /** Figures drawn with the line: same region and variable; `definition` says which are comparable. */
  readonly figures?: { readonly region: string; readonly variable: string; readonly definition: string };
  /** Lines drawn thin beside it in the scenario in view, say the path that a target requires. */
  readonly beside?: readonly string[];
  /** How they are drawn; as lines if left out. */
  readonly as?: ChartKind;
  /** What of their values is drawn: an index of 100 in the first period, or the change on the year before, in percent. */
  readonly show?: 'index' | 'change';
  /** The axis of values is logarithmic. */
  readonly log?: true;
  /** Small charts with the same axes in place of one: for each scenario, or for each line. */
  readonly split?: ChartSplit;
  readonly span?: ChartSpan;
  /** In place of the names of its lines; and what is said below it. */
  readonly title?: Text;
  readonly note?: Text;
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
 * 据2023年11月已知数据), `{scenario}` is empty in the base, else it names the scenario (` in “Decoupling”`, 在“外部冲击”情景下，).
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
export function firstPeriod(line: Stepped, periods: Periods): number {
  const { first, list } = periods;
  const start = line && 'start' in line ? Math.max(first, line.start ?? first) : first;
  const begin = list?.find((period) => period >= start) ?? start;
  return cellOf(line, begin, periods) ?? begin;
}

/** How many places a line has: its scalar, and its periods. */
export const slotCount = (periods: Periods): number => countOf(periods) + 1;

/** By how many periods a reference is counted from its cell's own: 0 for the same, and for those that are not counted. */
export const lagOf = (at: At, periods: Periods): number =>
  at.kind === 'lag' || at.kind === 'end' ? at.by : at.kind === 'years' ? at.by * PER_YEAR[stepOf(periods)] : 0;

/**
 * The period to which a reference leads that is counted from a cell's own; it may be none of them.
 * `step`: in which it is counted, where that is longer than the model's.
 */
export const leadsTo = (at: At, here: number, periods: Periods, step?: Step): number =>
  at.kind === 'end'
    ? shifted(here, at.by, periods)
    : cellBy(here, at.kind === 'lag' || at.kind === 'years' ? at.by : 0, step, periods, at.kind === 'years');

/** The lines between which a reference goes: the one that is named, undefined for the header, and that of its cell. */
export interface Between {
  readonly line?: Stepped;
  readonly from?: Stepped;
}

/**
 * The step in which a reference looks at a line, where it is longer than the model's: in a line of years all lines are
 * looked at by year.
 */
export const stepBetween = ({ line, from }: Between, periods: Periods): Step | undefined =>
  coarser(coarseStep(line, periods), coarseStep(from, periods));

/** The periods of a part of the calendar in which a period lies. */
function periodsWithin(part: LongerStep, here: number, periods: Periods): number[] {
  const cell = cellAtPeriod(here, part, periods);
  return cell === undefined ? [] : periodsBeside(beginningOf(cell, part, periods), cell, periods);
}

/**
 * The periods, of a line or of the header, to which a reference leads from a cell; all where a scalar chooses one, none
 * where the cell is in no period from which it could be counted, or where it is written in another step. Of a line that a
 * line of longer periods looks at, all that make the longer period.
 */
export function periodsAt(at: At, here: Slot, periods: Periods, between: Between = {}): number[] {
  const { line } = between;
  const own = coarseStep(line, periods);
  const cells = (some: readonly number[]) =>
    own ? some.filter((period) => hasCell(line, period, periods)) : [...some];
  const one = (period: number): number[] => {
    const cell = cellOf(line, period, periods);
    return cell === undefined ? [] : [cell];
  };
  switch (at.kind) {
    case 'same':
    case 'row':
    case 'lag':
    case 'years': {
      if (here === 'value') return [];
      const step = stepBetween(between, periods);
      const to = leadsTo(at, here, periods, step);
      if (!isOneOf(to, periods)) return [];
      return line && step && step !== own ? cells(periodsBeside(beginningOf(to, step, periods), to, periods)) : one(to);
    }
    case 'end':
      return here === 'value' ? [] : one(leadsTo(at, here, periods));
    case 'first':
      return [firstPeriod(line, periods)];
    case 'last':
      return [periods.last];
    case 'period': {
      if (at.step === stepOf(periods)) return one(at.period);
      const cell = at.step === own ? cellOfOrdinal(at.period, own, periods) : undefined;
      return cell === undefined ? [] : [cell];
    }
    case 'upto':
      return here === 'value' ? [] : cells(periodsBeside(periods.first, one(here)[0] ?? here, periods));
    case 'within':
      // Of a part that is shorter than the line's own periods, the one in which it lies.
      if (here === 'value' || PER_YEAR[at.part] > PER_YEAR[stepOf(periods)]) return [];
      return own && PER_YEAR[at.part] > PER_YEAR[own] ? one(here) : cells(periodsWithin(at.part, here, periods));
    case 'all':
    case 'input':
      return cells(periodsOf(periods));
  }
}

/** How a cell names a period of a line by its distance from its own, so that `periodsAt` leads there. */
export function countedAt(between: Between, here: number, to: number, periods: Periods): At {
  const step = stepBetween(between, periods);
  const isOwn = step === coarseStep(between.line, periods);
  const by = cellsBetween(here, to, isOwn ? step : undefined, periods);
  if (!isOwn) return { kind: 'end', by };
  return by === 0 ? { kind: 'same' } : { kind: 'lag', by };
}

/** How it names one that stays the same in copies: as the line's own periods are written. */
export const fixedAt = (line: Stepped, period: number, periods: Periods): At => ({
  kind: 'period',
  period: ownOrdinal(line, period, periods),
  step: coarseStep(line, periods) ?? stepOf(periods),
});
