import type { Model } from './model.ts';
import {
  type Periods,
  parsePeriod,
  periodIn,
  periodsOf,
  periodText,
  type Step,
  spanName,
  spanText,
  stepOf,
} from './periods.ts';
import type { Lang } from './text.ts';

/** An axis as it is written: `2022..2035`, or, where it leaves some out, its periods and spans: `2015, 2020..2025, 2030`. */

/** Periods of which all are given, at least one and ascending: a list only where some are left out. */
export function periodsFrom(all: readonly number[], { step, yearStart }: Pick<Periods, 'step' | 'yearStart'>): Periods {
  const [first = 0, last = first] = [all[0], all.at(-1)];
  return {
    first,
    last,
    ...(all.length > last - first ? {} : { list: all }),
    ...(step === undefined || step === 'year' ? {} : { step }),
    ...(yearStart === undefined ? {} : { yearStart }),
  };
}

/** The first period of the forecast; where all is actual, the last one. */
export const firstForecast = ({ periods, observedUntil }: Pick<Model, 'periods' | 'observedUntil'>): number =>
  periodsOf(periods).find((period) => period > observedUntil) ?? periods.last;

/** The last of the periods up to an ordinal; the one before the first of all where none is. */
export const lastUpTo = (ordinal: number, periods: Periods): number =>
  periodsOf(periods).findLast((period) => period <= ordinal) ?? periods.first - 1;

type ReadOrdinal = (text: string) => number | undefined;

/** The ordinals of `2026Q1`, or of `2026Q1..2026Q4`; undefined for any other text. */
function spanIn(text: string, read: ReadOrdinal): readonly number[] | undefined {
  const ends = text.split('..').map((one) => read(one.trim()));
  const [first, last = first] = ends;
  if (first === undefined || last === undefined || ends.includes(undefined) || ends.length > 2) return undefined;
  return last < first ? undefined : periodsOf({ first, last });
}

/** What is wrong with an axis: the item at `index` is no period of its step, or does not come behind the one before it. */
export interface AxisFault {
  readonly kind: 'period' | 'order';
  readonly index: number;
}

/** The ordinals of an axis by its items, ascending and at least one. `read`: the ordinal of a period as it is written. */
export function readAxis(items: readonly string[], read: ReadOrdinal): readonly number[] | AxisFault {
  const all: number[] = [];
  for (const [index, item] of items.entries()) {
    const span = spanIn(item, read);
    if (!span) return { kind: 'period', index };
    if ((span[0] as number) <= (all.at(-1) ?? Number.NEGATIVE_INFINITY)) return { kind: 'order', index };
    all.push(...span);
  }
  return all.length > 0 ? all : { kind: 'period', index: 0 };
}

/** Where people put a sign between periods, and from one to another. */
const BETWEEN = /[,，、;；]/;
const TO = /\s*(?:\.\.+|…|[–—~～至])\s*/g;

/** The same as people type it: `2015, 2020–2025, 2030`. */
export const readTypedAxis = (typed: string, read: ReadOrdinal): readonly number[] | AxisFault =>
  readAxis(
    typed
      .replace(TO, '..')
      .split(BETWEEN)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
    read,
  );

/** The step of the periods that a file writes, by the first of them. */
export const stepIn = (text: string): Step | undefined => parsePeriod(text.split('..')[0]?.trim() ?? '')?.step;

/** Reads periods of a step as they are written. */
export const writtenIn =
  (step: Step): ReadOrdinal =>
  (text) =>
    periodIn(text, step);

/** From how many on periods that follow one another are written as a span. */
const SPAN = 3;

/** The items of an axis as they are written; periods that follow one another are a span. */
export function axisItems(periods: Periods, to = '..'): string[] {
  const step = stepOf(periods);
  const runs: [first: number, last: number][] = [];
  for (const period of periodsOf(periods)) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === period) run[1] = period;
    else runs.push([period, period]);
  }
  return runs.flatMap(([first, last]) =>
    last - first + 1 < SPAN
      ? periodsOf({ first, last }).map((period) => periodText(period, step))
      : [`${periodText(first, step)}${to}${periodText(last, step)}`],
  );
}

/** Items of an axis that are told before the others are left out. */
const TOLD = 8;

/** All periods as they are told: `2022–2035`, or `2015, 2020–2025, 2030`. */
export function periodsText(periods: Periods): string {
  if (!periods.list) return spanText(periods.first, periods.last, stepOf(periods));
  const items = axisItems(periods, '–');
  const told = items.length > TOLD ? [...items.slice(0, TOLD - 1), '…', items.at(-1)] : items;
  return told.join(', ');
}

/** The same in running text: 2022—2035年, or 2015、2020—2025、2030年. */
export function periodsInText(periods: Periods, lang: Lang): string {
  if (lang === 'en') return periodsText(periods);
  const step = stepOf(periods);
  if (!periods.list) return spanName(periods.first, periods.last, step, lang);
  const text = periodsText(periods).replaceAll('–', '—').replaceAll(', ', '、');
  return step === 'year' ? `${text}年` : text;
}
