import { ordinalOf, PER_YEAR, STEPS, type Step } from '../../model/periods.ts';
import { type Day, type PeriodCell, periodNames } from './periodCells.ts';

/** How the cells of one axis name its periods. `start`: the ordinal of what is counted as 0, where they only count. */
export interface AxisReading {
  readonly step: Step;
  readonly as: PeriodCell['kind'];
  /** The step in which they are written: months, of which every third makes a quarter. */
  readonly written: Step;
  readonly dayFirst: boolean;
  /** The first period, and the count or the part of a year by which it is called; undefined where no start is needed. */
  readonly start?: { readonly period: number; readonly count: number };
}

/** Periods along a row or down a column. */
export interface Axis {
  readonly reading: AxisReading;
  readonly step: Step;
  /** By the place of each cell: ordinals of `step`; undefined for what is no period of it. */
  readonly periods: readonly (number | undefined)[];
  /** Cells that say it in other words, by their places. */
  readonly interpreted: readonly number[];
  /** Places of periods of another step, and of those that an earlier cell names already. */
  readonly others: readonly number[];
  /** Whether they go one way, up or down, each once. */
  readonly isOrdered: boolean;
  /** What only a person knows: which period the first one is. Until it is said, one is suggested. */
  readonly start?: { readonly written: string; readonly place: number; readonly period: number };
}

/** What is known beside the cells. */
export interface AxisHints {
  /** The period that the first cell means, where it only counts. */
  readonly start?: number | undefined;
  /** The year that is suggested for it; this one if left out. */
  readonly year?: number | undefined;
  /** Years that stand above parts of them, each over the cells up to the next one. */
  readonly above?: readonly string[];
}

/** Cells of one kind and step, of which an axis may be. */
interface Family {
  readonly as: PeriodCell['kind'];
  readonly step: Step;
  readonly cells: readonly { readonly place: number; readonly cell: PeriodCell }[];
}

const stepOfCell = (cell: PeriodCell): Step =>
  cell.kind === 'day' ? 'month' : cell.kind === 'count' ? (cell.step ?? 'year') : cell.step;

/** The kinds and steps that cells speak of, those of most cells first; periods that need no start before the others. */
function familiesOf(cells: readonly string[]): readonly Family[] {
  const found = new Map<string, { as: PeriodCell['kind']; step: Step; cells: { place: number; cell: PeriodCell }[] }>();
  for (const [place, text] of cells.entries())
    for (const cell of text === '' ? [] : periodNames(text)) {
      // A day and a month are of one axis only where it is written so throughout.
      const step = stepOfCell(cell);
      const key = `${cell.kind} ${step}`;
      const family = found.get(key) ?? { as: cell.kind, step, cells: [] };
      family.cells.push({ place, cell });
      found.set(key, family);
    }
  const rank = ({ as, step }: Family) => ['period', 'day', 'part', 'count'].indexOf(as) * 10 + STEPS.indexOf(step);
  return [...found.values()].sort((a, b) => b.cells.length - a.cells.length || rank(a) - rank(b));
}

/** Ordinals without those that stood before, in their order. */
const distinct = (periods: readonly (number | undefined)[]): number[] => [
  ...new Set(periods.filter((period) => period !== undefined)),
];

const gaps = (periods: readonly number[]): number[] => periods.slice(1).map((now, i) => now - (periods[i] ?? now));
const isOneWay = (periods: readonly number[]): boolean => {
  const by = gaps(periods);
  return by.every((gap) => gap > 0) || by.every((gap) => gap < 0);
};

const monthOf = ({ year, month }: Day): number => ordinalOf(year, month, 'month');

/** Whether the day stands before the month, where both can: by which they are of months that differ, in order. */
function isDayFirst(cells: Family['cells']): boolean {
  const days = cells.flatMap(({ cell }) => (cell.kind === 'day' ? [cell.days] : []));
  const by = (place: number) => distinct(days.map((two) => monthOf(two[Math.min(place, two.length - 1)] as Day)));
  const [first, second] = [by(0), by(1)];
  if (isOneWay(first) !== isOneWay(second)) return isOneWay(first);
  return first.length >= second.length;
}

/** The longer step in which months are written by their last one, or a day in it; months themselves else. */
function stepOfMonths(months: readonly number[], as: PeriodCell['kind']): Step {
  const by = gaps(months).map(Math.abs);
  const every = (length: number) => by.length > 0 && by.every((gap) => gap % length === 0 && gap > 0);
  const inYear = new Set(months.map((month) => month % 12));
  const last = (length: number) => [...inYear].every((month) => month % length === length - 1);
  if (every(12) && (as === 'day' || last(12))) return 'year';
  if (months.length > 2 && every(6) && inYear.size > 1 && (as === 'day' || last(6))) return 'half';
  return months.length > 2 && every(3) && inYear.size > 2 && (as === 'day' || last(3)) ? 'quarter' : 'month';
}

const inLonger = (month: number, step: Step): number => Math.floor((month * PER_YEAR[step]) / PER_YEAR.month);

/** The ordinal that a cell names in a reading; undefined where it names none. */
export function periodBy(text: string, reading: AxisReading): number | undefined {
  const cell = periodNames(text).find((one) => one.kind === reading.as && stepOfCell(one) === reading.written);
  return cell && ordinalBy(cell, reading);
}

/** The day that a cell names in a reading, as a number that is higher for later ones; NaN where it names none. */
export function dayBy(text: string, { dayFirst }: AxisReading): number {
  const cell = periodNames(text).find((one) => one.kind === 'day');
  const day = cell?.kind === 'day' ? (dayFirst ? cell.days[0] : cell.days.at(-1)) : undefined;
  return day ? (day.year * 12 + day.month) * 31 + day.day : Number.NaN;
}

function ordinalBy(cell: PeriodCell, { step, dayFirst, start, written }: AxisReading): number | undefined {
  switch (cell.kind) {
    case 'period':
      return written === step ? cell.period : inLonger(cell.period, step);
    case 'day': {
      const day = dayFirst ? cell.days[0] : cell.days.at(-1);
      return day && inLonger(monthOf(day), step);
    }
    case 'count':
      return start && start.period + cell.count - start.count;
    case 'part': {
      if (!start) return undefined;
      // What comes before the first part is of the next year.
      const ahead = cell.part - start.count;
      return start.period + ahead + (ahead < 0 ? PER_YEAR[step] : 0);
    }
  }
}

/** The years that stand above each place, carried on to the next one. */
function carried(above: readonly string[], length: number): readonly (number | undefined)[] {
  let year: number | undefined;
  return Array.from({ length }, (_, i) => {
    const named = periodNames(above[i] ?? '').find((cell) => cell.kind === 'period' && cell.step === 'year');
    if (named?.kind === 'period') year = named.period;
    return year;
  });
}

/** Counts by one letter may be other things: M1 to M3 are of money, P10 and P90 of a spread. */
const FEWEST_LETTERS = 3;

/** What says its period whole does so alone; what only counts, or names a part of a year, does among others. */
function isSound({ as, cells }: Family, texts: readonly string[]): boolean {
  if (as === 'period' || as === 'day') return true;
  const counts = [
    ...new Set(cells.flatMap(({ cell }) => ('count' in cell ? [cell.count] : 'part' in cell ? [cell.part] : []))),
  ];
  if (as === 'part') return counts.length > 1;
  const isLetter = cells.every(({ place }) => /^\s*[a-z]\d+\s*$/i.test(texts[place] ?? ''));
  const fewest = isLetter ? FEWEST_LETTERS : 2;
  return counts.length >= fewest && gaps(counts.sort((a, b) => a - b)).every((gap) => gap === 1);
}

/** Parts of a year one after another: from one year into the next where they begin anew. */
function unrolled(cells: Family['cells'], start: number): number[] {
  let period = start;
  let before: number | undefined;
  return cells.map(({ cell }) => {
    if (cell.kind !== 'part') return period;
    const per = PER_YEAR[cell.step];
    if (before !== undefined) period += (((cell.part - before) % per) + per) % per || per;
    before = cell.part;
    return period;
  });
}

interface Placed {
  readonly reading: AxisReading;
  readonly periods: readonly number[];
  readonly asks: boolean;
}

/** The periods of the cells of a family. */
function placed({ as, step, cells }: Family, hints: AxisHints, width: number): Placed {
  const base = { as, written: step, dayFirst: true };
  const [first] = cells;
  if (as === 'period' || as === 'day') {
    const dayFirst = as === 'day' && isDayFirst(cells);
    const written = { ...base, step, dayFirst };
    const ordinals = cells.map(({ cell }) => ordinalBy(cell, written) ?? 0);
    const longer = step === 'month' ? stepOfMonths(distinct(ordinals), as) : step;
    const reading = { ...written, step: longer };
    return { reading, periods: cells.map(({ cell }) => ordinalBy(cell, reading) ?? 0), asks: false };
  }
  const year = hints.year ?? new Date().getUTCFullYear();
  if (first?.cell.kind === 'part') {
    const above = carried(hints.above ?? [], width);
    const dated = cells.map(({ place, cell }) => {
      const of = above[place];
      return of === undefined || cell.kind !== 'part' ? undefined : ordinalOf(of, cell.part, step);
    });
    const count = first.cell.part;
    const start = dated[0] ?? hints.start ?? ordinalOf(year, count, step);
    const reading = { ...base, step, start: { period: start, count } };
    const isDated = dated.every((one) => one !== undefined);
    return { reading, periods: isDated ? dated : unrolled(cells, start), asks: !isDated };
  }
  const count = first?.cell.kind === 'count' ? first.cell.count : 0;
  const start = hints.start ?? ordinalOf(year, 1, step);
  const reading = { ...base, step, start: { period: start, count } };
  return { reading, periods: cells.map(({ cell }) => ordinalBy(cell, reading) ?? start), asks: true };
}

/** How closely periods follow each other: the widest gap. */
const widest = (periods: readonly number[]): number => Math.max(0, ...gaps(periods).map(Math.abs));

/** The periods that cells name, in the way and the step of most of them; undefined where none names any. */
export function readAxis(cells: readonly string[], hints: AxisHints = {}): Axis | undefined {
  const families = familiesOf(cells).filter((family) => isSound(family, cells));
  const most = families[0]?.cells.length ?? 0;
  const [best] = families
    .filter((family) => family.cells.length === most)
    .map((family) => ({ family, ...placed(family, hints, cells.length) }))
    // 2010-11, 2011-12 are years of accounts: as months they would lie far apart.
    .sort((a, b) => Number(isOneWay(b.periods)) - Number(isOneWay(a.periods)) || widest(a.periods) - widest(b.periods));
  if (!best) return undefined;
  const { family, reading, asks } = best;
  const periods: (number | undefined)[] = cells.map(() => undefined);
  const interpreted: number[] = [];
  const seen = new Set<number>();
  for (const [i, { place, cell }] of family.cells.entries()) {
    const period = best.periods[i] as number;
    if (seen.has(period)) continue;
    seen.add(period);
    periods[place] = period;
    const isSaid = cell.kind === 'period' && !cell.interpreted && reading.step === reading.written;
    // A day is its month, and what is asked is told by that.
    if (!isSaid && !asks && !(cell.kind === 'day' && reading.step === 'month')) interpreted.push(place);
  }
  const [first] = family.cells;
  return {
    reading,
    step: reading.step,
    periods,
    interpreted,
    others: cells.flatMap((text, i) =>
      periods[i] === undefined && text !== '' && periodNames(text).length > 0 ? [i] : [],
    ),
    isOrdered: isOneWay(best.periods),
    ...(asks && first
      ? { start: { written: cells[first.place] ?? '', place: first.place, period: reading.start?.period ?? 0 } }
      : {}),
  };
}
