import type { Slot } from './content.ts';
import type { Lang } from './text.ts';

/** How long a period is. */
export type Step = 'year' | 'half' | 'quarter' | 'month';

export const STEPS: readonly Step[] = ['year', 'half', 'quarter', 'month'];

/** Steps that periods of a model can be parts of. */
export const LONGER = ['year', 'half', 'quarter'] as const;
export type LongerStep = (typeof LONGER)[number];

/** Periods of one year. */
export const PER_YEAR: Readonly<Record<Step, number>> = { year: 1, half: 2, quarter: 4, month: 12 };

/** Years in which a calendar of four digits has sense. Within them no ordinal of one step is one of another. */
export const FIRST_YEAR = 1200;
export const LAST_YEAR = 2200;

/** The step of an ordinal; undefined for a number that is none. */
export const stepOfOrdinal = (ordinal: number): Step | undefined =>
  Number.isInteger(ordinal)
    ? STEPS.find((step) => ordinal >= PER_YEAR[step] * FIRST_YEAR && ordinal < PER_YEAR[step] * (LAST_YEAR + 1))
    : undefined;

/**
 * The periods of a model, which follow one another, or leave some out. A period is its ordinal, the count of such steps
 * since the year 0: a year is itself, the third quarter of 2026 is 4 * 2026 + 2.
 */
export interface Periods {
  readonly first: number;
  readonly last: number;
  /** All of them, ascending, the first and the last included, where some between these are left out. */
  readonly list?: readonly number[];
  /** A year if left out. */
  readonly step?: Step;
  /**
   * The month in which the year begins, 1 if left out. A year is named by the calendar year in which it ends: with 4, the
   * year 2026 goes from April 2025 to March 2026. Halves and quarters are those of that year; months stay months.
   */
  readonly yearStart?: number;
}

export const stepOf = ({ step }: Pick<Periods, 'step'>): Step => step ?? 'year';

/** How many periods there are. */
export const countOf = ({ first, last, list }: Periods): number => list?.length ?? last - first + 1;

/** The ordinals of all periods. */
export const periodsOf = (periods: Periods): number[] =>
  Array.from(periods.list ?? { length: countOf(periods) }, (period, i) => period ?? periods.first + i);

/** The periods from one to another. */
export const periodsBeside = (from: number, to: number, periods: Periods): number[] =>
  periodsOf(periods).filter((period) => period >= from && period <= to);

/** The place of a period among all of them, from 0; of what is none of them no place that they have. */
export const placeOf = (period: number, { first, list }: Periods): number =>
  list ? (list.indexOf(period) + 1 || Number.NaN) - 1 : period - first;

/** The period at a place; undefined where there is none. */
export function periodAt(place: number, { first, last, list }: Periods): number | undefined {
  if (list) return list[place];
  return place >= 0 && first + place <= last ? first + place : undefined;
}

/** Whether an ordinal is one of the periods. */
export const isOneOf = (period: number, { first, last, list }: Periods): boolean =>
  list ? list.includes(period) : period >= first && period <= last;

/**
 * The period by so many further on, or back; where they end before it, one that is none of them. From one that is left out
 * it goes on to the period behind it, or back to the one before it.
 */
export function shifted(period: number, by: number, { first, last, list }: Periods): number {
  if (!list || by === 0) return period + by;
  const ahead = list.filter((one) => (by < 0 ? one < period : one > period));
  return ahead.at(by < 0 ? by : by - 1) ?? (by < 0 ? first - 1 : last + 1);
}

/** Whether two axes are the same, so that the same places are the same periods. */
export const samePeriods = (a: Periods, b: Periods): boolean =>
  a.first === b.first && a.last === b.last && `${a.list}` === `${b.list}`;

/** The ordinal of a year's part, which is counted from 1. */
export const ordinalOf = (year: number, part: number, step: Step): number => PER_YEAR[step] * year + part - 1;

/** Which part of its year a period is, from 1. */
export const partOf = (ordinal: number, step: Step): number => (ordinal % PER_YEAR[step]) + 1;

/** The year in whose name a period stands: of months the calendar year. */
export const calendarYear = (ordinal: number, step: Step): number => Math.floor(ordinal / PER_YEAR[step]);

/** The year to which a period belongs, which of months is the one that begins in `yearStart`. */
export function yearOf(ordinal: number, { step = 'year', yearStart = 1 }: Pick<Periods, 'step' | 'yearStart'>): number {
  const year = calendarYear(ordinal, step);
  return step === 'month' && yearStart > 1 && partOf(ordinal, step) >= yearStart ? year + 1 : year;
}

/** The year of periods that the written one of them ends, as what is the last of a year is that year's; undefined otherwise. */
export function yearEnding(text: string, periods: Pick<Periods, 'step' | 'yearStart'>): number | undefined {
  const found = readPeriod(text);
  if (found?.step !== (periods.step ?? 'year')) return undefined;
  const year = yearOf(found.ordinal, periods);
  return yearOf(found.ordinal + 1, periods) === year ? undefined : year;
}

/** The periods of a year that are among those given; undefined where there are none. */
export function periodsOfYear(year: number, periods: Periods): Periods | undefined {
  const { step = 'year', yearStart = 1 } = periods;
  const begin = PER_YEAR[step] * year + (step === 'month' && yearStart > 1 ? yearStart - 13 : 0);
  const first = Math.max(periods.first, begin);
  const last = Math.min(periods.last, begin + PER_YEAR[step] - 1);
  if (periods.list) {
    const list = periods.list.filter((one) => one >= first && one <= last);
    const [begins, ends] = [list[0], list.at(-1)];
    return begins === undefined || ends === undefined ? undefined : { first: begins, last: ends, list };
  }
  return first <= last ? { first, last } : undefined;
}

/**
 * The number of the year, half, quarter or month in which a period ends; undefined for a part that is shorter than the
 * period. Halves and quarters of months are those of the year that begins in `yearStart`.
 */
export function calendarNumber(part: Step, ordinal: number, periods: Periods): number | undefined {
  const { step = 'year', yearStart = 1 } = periods;
  if (part === 'year') return yearOf(ordinal, periods);
  if (PER_YEAR[part] > PER_YEAR[step]) return undefined;
  const own = partOf(ordinal, step);
  if (part === step) return own;
  const place = step === 'month' ? (own - yearStart + 12) % 12 : own - 1;
  return Math.floor((place * PER_YEAR[part]) / PER_YEAR[step]) + 1;
}

/** How a period is written: `2026`, `2026H1`, `2026Q3`, `2026-07`. */
export function periodText(ordinal: number, step: Step): string {
  const year = `${calendarYear(ordinal, step)}`;
  const part = partOf(ordinal, step);
  if (step === 'year') return year;
  if (step === 'month') return `${year}-${`${part}`.padStart(2, '0')}`;
  return `${year}${step === 'half' ? 'H' : 'Q'}${part}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How a period is read aloud, and stands where there is room: `Jul 2026`, 2026年7月. */
export function periodName(ordinal: number, step: Step, lang: Lang): string {
  const year = calendarYear(ordinal, step);
  const part = partOf(ordinal, step);
  if (lang === 'zh') {
    if (step === 'year') return `${year}年`;
    if (step === 'half') return `${year}年${part === 1 ? '上' : '下'}半年`;
    return step === 'quarter' ? `${year}年${'一二三四'[part - 1]}季度` : `${year}年${part}月`;
  }
  if (step === 'month') return `${MONTHS[part - 1]} ${year}`;
  return step === 'year' ? `${year}` : `${step === 'half' ? 'H' : 'Q'}${part} ${year}`;
}

const PERIOD = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/;

/** A period as it is written, with its step; undefined for any other text. */
export function parsePeriod(text: string): { readonly step: Step; readonly ordinal: number } | undefined {
  const match = PERIOD.exec(text);
  if (!match) return undefined;
  const [, year = '', half, quarter, month] = match;
  const step = half ? 'half' : quarter ? 'quarter' : month ? 'month' : 'year';
  return { step, ordinal: ordinalOf(Number(year), Number(half ?? quarter ?? month ?? 1), step) };
}

/** The same of a text in which its letters are small, or its parts stand apart: `2026 q3`, as figures and people write it. */
export const readPeriod = (text: string): ReturnType<typeof parsePeriod> =>
  parsePeriod(text.replace(/ /g, '').toUpperCase());

/** The ordinal of a period that is written in a step; undefined for any other text. */
export function periodIn(text: string, step: Step): number | undefined {
  const found = parsePeriod(text);
  return found?.step === step ? found.ordinal : undefined;
}

/**
 * Where a point of the axis of years, on which a year's value stands on the year and its end in it, lies on that of
 * periods.
 */
export const pointIn = (position: number, step: Step): number => (position + 1) * PER_YEAR[step] - 1;

/** The period of another step in which a period ends, where the year begins in January. */
export const inStep = (ordinal: number, from: Step, to: Step): number =>
  Math.ceil(((ordinal + 1) * PER_YEAR[to]) / PER_YEAR[from]) - 1;

/**
 * The same for periods of a model: months are those of the calendar, and all longer periods those of the year that begins
 * in `yearStart`.
 */
export function inOtherStep(
  ordinal: number,
  { step = 'year', yearStart = 1 }: Pick<Periods, 'step' | 'yearStart'>,
  to: Step,
) {
  const ahead = yearStart > 1 ? 13 - yearStart : 0;
  if (step === to) return ordinal;
  return inStep(ordinal + (step === 'month' ? ahead : 0), step, to) - (to === 'month' ? ahead : 0);
}

/** The last period of another step that lies wholly before the end of a period. */
export const boundaryIn = (ordinal: number, periods: Pick<Periods, 'step' | 'yearStart'>, to: Step): number =>
  inOtherStep(ordinal + 1, periods, to) - Math.max(1, PER_YEAR[to] / PER_YEAR[stepOf(periods)]);

/** The first and the last of several periods as they are written: `2023–2025`. */
export const spanText = (first: number, last: number, step: Step): string =>
  first === last ? periodText(first, step) : `${periodText(first, step)}–${periodText(last, step)}`;

/** The same as it is read aloud: 2023—2025年. */
export function spanName(first: number, last: number, step: Step, lang: Lang): string {
  if (first === last) return periodName(first, step, lang);
  if (lang === 'en') return `${periodName(first, step, lang)}–${periodName(last, step, lang)}`;
  // What both have in common is said once: 2023—2025年, 2026年3—7月.
  const year = `${calendarYear(last, step)}年`;
  if (step === 'year') return `${first}—${year}`;
  const [from, to] = [periodName(first, step, lang), periodName(last, step, lang)];
  if (!from.startsWith(year)) return `${from}至${to}`;
  return step === 'month' ? `${from.slice(0, -1)}—${to.slice(year.length)}` : `${from}至${to.slice(year.length)}`;
}

/** How the column of a slot is written, in its own step; nothing for the scalar. */
export const slotText = (slot: Slot): string =>
  slot === 'value' ? '' : periodText(slot, stepOfOrdinal(slot) ?? 'year');

/** The same in running text: in English as it is written, in Chinese as it is read aloud. */
export const slotInText = (slot: Slot, lang: Lang): string => (lang === 'zh' ? slotName(slot, lang) : slotText(slot));

/** The same of the first and the last of several. */
export const spanInText = (first: number, last: number, step: Step, lang: Lang): string =>
  lang === 'zh' ? spanName(first, last, step, lang) : spanText(first, last, step);

/** How the column of a slot is read aloud. */
export const slotName = (slot: Slot, lang: Lang): string =>
  slot === 'value' ? '' : periodName(slot, stepOfOrdinal(slot) ?? 'year', lang);
