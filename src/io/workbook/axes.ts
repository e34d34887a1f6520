import { ordinalOf, PER_YEAR, type Step } from '../../model/periods.ts';
import { stepNamed } from '../reading/stepWords.ts';
import type { BookCell } from '../xlsx/cells.ts';
import type { Doubled } from './doubles.ts';
import { isPeriodWord, periodsOfDays, type TimeCell } from './periodCells.ts';
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
  /** Positions that name the same period as one of it. */
  readonly doubled?: readonly Doubled[];
}

/** The positions of an axis that are left out, since others that name the same periods are taken. */
export const droppedOf = ({ doubled = [] }: Axis): readonly number[] =>
  doubled.flatMap(({ positions, taken }) =>
    taken === 'all' ? [] : positions.filter((position) => position !== taken),
  );

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

/** Finds what becomes of positions that name the same period. */
type Settle = (groups: readonly (readonly number[])[]) => readonly Doubled[];

interface Run<T> {
  readonly of: readonly T[];
  readonly doubled?: readonly Doubled[];
}

/** Stretches that ascend, of which some may name a period twice, side by side: then one of the two is taken, or both apart. */
function settled<T extends { readonly position: number }>(
  list: readonly T[],
  value: (one: T) => number,
  settle: Settle,
): Run<T>[] {
  const stretches: T[][][] = [];
  for (const one of list) {
    const groups = stretches.at(-1);
    const before = groups?.at(-1)?.[0];
    if (groups && before && value(one) === value(before)) groups.at(-1)?.push(one);
    else if (groups && before && value(one) > value(before)) groups.push([one]);
    else stretches.push([[one]]);
  }
  return stretches.flatMap((groups): Run<T>[] => {
    const several = groups.filter((group) => group.length > 1);
    // A period that stands alone, however often, is no axis.
    if (several.length === 0 || groups.length < 2) return ascending(groups.flat(), value).map((of) => ({ of }));
    const doubled = settle(several.map((group) => group.map(({ position }) => position)));
    if (doubled.every(({ taken }) => taken !== 'all')) {
      const dropped = new Set(doubled.flatMap(({ positions, taken }) => positions.filter((one) => one !== taken)));
      return [{ of: groups.flat().filter(({ position }) => !dropped.has(position)), doubled }];
    }
    // Pairs of columns a period make an axis each; one that stands twice parts what is before it from what is behind.
    const layers = Math.max(...groups.map(({ length }) => length));
    const runs =
      several.length > 1
        ? Array.from({ length: layers }, (_, i) => groups.flatMap((group) => group[i] ?? []))
        : ascending(groups.flat(), value);
    return runs.map((of, i) => (i === 0 ? { of, doubled } : { of }));
  });
}

/** Whether numbers that say nothing else can be years: evenly apart, or as far apart as milestones. */
function areYears(values: readonly number[]): boolean {
  const gaps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  const isEven = gaps.every((gap) => gap === gaps[0]);
  if (values.length === 2) return gaps[0] === 1;
  return isEven || values.slice(1).every((value) => value % 5 === 0);
}

/** Axes of named periods, a step each; what follows in descending order begins another. */
function named(line: number, found: readonly Found[], settle: Settle): Axis[] {
  const steps = new Map<Step, Found[]>();
  for (const one of found) {
    if (one.time.kind !== 'period') continue;
    steps.set(one.time.step, [...(steps.get(one.time.step) ?? []), one]);
  }
  return [...steps].flatMap(([step, all]) =>
    settled(all, ({ time }) => time.at, settle)
      .filter(({ of }) => of.length >= 2 || (steps.size > 1 && !of.some(isBare) && found.length > 4))
      .filter(({ of }) => !of.every(isBare) || areYears(of.map(({ time }) => time.at)))
      .map(({ of, doubled }) =>
        axisOf(
          line,
          step,
          of.map(({ position, time }) => [position, time.at]),
          doubled ? { doubled } : {},
        ),
      ),
  );
}

function ofDays(line: number, found: readonly Found[], settle: Settle): Axis[] {
  const days = found.flatMap(({ position, time }) => (time.kind === 'day' ? [{ position, time }] : []));
  return settled(days, ({ time }) => time.at, settle).flatMap(({ of: run, doubled }) => {
    const periods = run.length > 1 ? periodsOfDays(run.map(({ time }) => time)) : undefined;
    return periods
      ? [
          axisOf(
            line,
            periods.step,
            run.map(({ position }, i) => [position, periods.at[i] ?? 0]),
            doubled ? { doubled } : {},
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
  const settle: Settle = (groups) => view.doubles.settle(view.isAcross, line, groups);
  const calendars = [...named(line, found, settle), ...ofDays(line, found, settle)];
  const parts = ofParts(line, found, yearBefore);
  if (calendars.length > 0 || parts.some(({ isCalendar }) => isCalendar))
    return [...calendars, ...parts.filter(({ isCalendar }) => isCalendar)];
  const counts = counted(line, found, word);
  return counts.length > 0 ? counts : parts;
}
