import { ordinalOf, PER_YEAR, type Step } from '../../model/periods.ts';
import type { BookCell } from '../xlsx/cells.ts';
import { isPeriodWord, periodsOfDays, stepNamed, type TimeCell } from './periodCells.ts';
import type { View } from './view.ts';

/** Periods along a row or down a column. */
export interface Axis {
  /** The row or column in which they stand. */
  readonly line: number;
  readonly step: Step;
  /** By position, the ordinal of each; of what is counted or has no year, counted from the first. */
  readonly at: ReadonlyMap<number, number>;
  /** Whether the calendar is said; else a person has to say where it starts. */
  readonly isCalendar: boolean;
  /** Parts of years that are not said: they could be heads of anything. */
  readonly isPart: boolean;
  /** Of parts, where in its year the first one stands, from 0; of counts 0. */
  readonly offset: number;
  readonly first: number;
  readonly last: number;
}

interface Found {
  readonly position: number;
  readonly time: TimeCell;
  readonly cell: BookCell;
}

/** Formulas that make amounts: what they give is no count and no year. */
const MAKES_AMOUNTS = /[*/^]|\b(?:SUM|AVERAGE|ROUND|PRODUCT|MAX|MIN|SUMIFS?|VLOOKUP)\s*\(/i;
const isBare = ({ cell, time }: Found): boolean => typeof cell.value === 'number' && time.kind !== 'day';

function axisOf(line: number, step: Step, at: readonly (readonly [number, number])[], how: Partial<Axis> = {}): Axis {
  return {
    line,
    step,
    at: new Map(at),
    isCalendar: true,
    isPart: false,
    offset: 0,
    first: Math.min(...at.map(([position]) => position)),
    last: Math.max(...at.map(([position]) => position)),
    ...how,
  };
}

/** Stretches of a list in which each is above the one before. */
function ascending<T>(list: readonly T[], value: (one: T) => number): T[][] {
  const runs: T[][] = [];
  for (const one of list) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before !== undefined && value(one) > value(before)) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Whether numbers that say nothing else can be years: evenly apart, or as far apart as milestones. */
function areYears(values: readonly number[]): boolean {
  const gaps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  const isEven = gaps.every((gap) => gap === gaps[0]);
  if (values.length === 2) return gaps[0] === 1;
  return isEven || values.slice(1).every((value) => value % 5 === 0);
}

/** Axes of named periods, a step each; what follows in descending order begins another. */
function named(line: number, found: readonly Found[]): Axis[] {
  const steps = new Map<Step, Found[]>();
  for (const one of found) {
    if (one.time.kind !== 'period') continue;
    steps.set(one.time.step, [...(steps.get(one.time.step) ?? []), one]);
  }
  return [...steps].flatMap(([step, all]) =>
    ascending(all, ({ time }) => time.at)
      .filter((run) => run.length >= 2 || steps.size > 1)
      .filter((run) => !run.every(isBare) || areYears(run.map(({ time }) => time.at)))
      .map((run) =>
        axisOf(
          line,
          step,
          run.map(({ position, time }) => [position, time.at]),
        ),
      ),
  );
}

function ofDays(line: number, found: readonly Found[]): Axis[] {
  const days = found.flatMap(({ position, time }) => (time.kind === 'day' ? [{ position, time }] : []));
  return ascending(days, ({ time }) => time.at).flatMap((run) => {
    const periods = run.length > 1 ? periodsOfDays(run.map(({ time }) => time)) : undefined;
    return periods
      ? [
          axisOf(
            line,
            periods.step,
            run.map(({ position }, i) => [position, periods.at[i] ?? 0]),
          ),
        ]
      : [];
  });
}

/** `Year 1`, `Year 2`; or 1, 2, 3 beside a word that says of what. */
function counted(line: number, found: readonly Found[], word: () => Step | undefined): Axis[] {
  const counts = found.flatMap(({ position, time }) => (time.kind === 'count' ? [{ position, time }] : []));
  const runs: (typeof counts)[] = [];
  for (const one of counts) {
    const before = runs.at(-1)?.at(-1);
    if (before && one.time.at === before.time.at + 1 && one.time.step === before.time.step) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (!first || run.length < 3 || (first.time.step === undefined && first.time.at > 1)) return [];
    const step = first.time.step ?? word();
    if (!step) return [];
    return [
      axisOf(
        line,
        step,
        run.map(({ position }, i) => [position, i]),
        { isCalendar: false },
      ),
    ];
  });
}

/** `Q1`, `Q2`; with the years of the line before, which stand where each begins. */
function ofParts(line: number, found: readonly Found[], yearBefore: (position: number) => number | undefined): Axis[] {
  const parts = found.flatMap(({ position, time }) => (time.kind === 'part' ? [{ position, time }] : []));
  const [first] = parts;
  if (!first || parts.length < 2) return [];
  const { step } = first.time;
  const same = parts.filter(({ time }) => time.step === step);
  const years = same.map(({ position }) => yearBefore(position));
  if (years.every((year) => year !== undefined)) {
    const at = same.map(({ position, time }, i) => [position, ordinalOf(years[i] ?? 0, time.at, step)] as const);
    return ascending(at, ([, ordinal]) => ordinal)
      .filter((run) => run.length >= 2)
      .map((run) => axisOf(line, step, run));
  }
  const runs: (typeof same)[] = [];
  for (const one of same) {
    const before = runs.at(-1)?.at(-1);
    if (before && one.time.at === (before.time.at % PER_YEAR[step]) + 1) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs
    .filter((run) => run.length >= Math.min(3, PER_YEAR[step]))
    .map((run) =>
      axisOf(
        line,
        step,
        run.map(({ position }, i) => [position, i]),
        { isCalendar: false, isPart: true, offset: (run[0]?.time.at ?? 1) - 1 },
      ),
    );
}

/** The axes that stand in a line of a view. */
export function axesIn(view: View, line: number): Axis[] {
  const found: Found[] = [];
  for (const position of view.positions(line)) {
    const cell = view.cell(line, position);
    const time = view.time(line, position);
    if (!cell || !time) continue;
    const isMade = cell.formula !== undefined && typeof cell.value !== 'string' && time.kind !== 'day';
    if (isMade && MAKES_AMOUNTS.test(cell.formula ?? '')) continue;
    found.push({ position, time, cell });
  }
  if (found.length < 2) return [];
  const begin = found[0]?.position ?? 0;
  const word = (): Step | undefined => {
    for (let position = begin - 1; position >= Math.max(0, begin - 6); position--) {
      const text = view.text(line, position);
      if (text === '') continue;
      const step = stepNamed(text);
      if (step) return step;
      if (isPeriodWord(text)) return found.length > 24 ? 'month' : 'year';
    }
    return undefined;
  };
  const yearBefore = (position: number): number | undefined => {
    for (const above of [line - 1, line - 2])
      for (let at = position; at >= Math.max(0, position - 12); at--) {
        const time = view.time(above, at);
        if (time?.kind === 'period' && time.step === 'year') return time.at;
        if (time?.kind === 'day') return time.year;
      }
    return undefined;
  };
  const calendars = [...named(line, found), ...ofDays(line, found)];
  const parts = ofParts(line, found, yearBefore);
  if (calendars.length > 0 || parts.some(({ isCalendar }) => isCalendar))
    return [...calendars, ...parts.filter(({ isCalendar }) => isCalendar)];
  const counts = counted(line, found, word);
  return counts.length > 0 ? counts : parts;
}
