import { PER_YEAR, type Step } from '../../model/periods.ts';
import { type Axis, axesIn } from './axes.ts';
import type { View } from './view.ts';

/** A table with time along one of its sides: its heads, and the lines and positions that belong to it. */
export interface TimeTable {
  readonly view: View;
  /** Lines that hold periods, the one that counts among them. */
  readonly heads: readonly number[];
  readonly axes: readonly Axis[];
  /** Lines with values: above the heads too, where these are of one piece with them. */
  readonly lines: readonly number[];
  /** Positions before the periods, which say what the lines are. */
  readonly labels: readonly [from: number, to: number];
  /** The last position of the table. */
  readonly until: number;
  /** What heads its labels, where others stand beside it; `above`: the place of the lone text over all of it. */
  readonly title: string;
  readonly above?: readonly [line: number, position: number];
}

/** Lines of heads one below the other, with the axes of the one that counts. */
interface Zone {
  readonly heads: number[];
  axes: readonly Axis[];
}

const FINER: Readonly<Record<Step, number>> = PER_YEAR;
const score = (axes: readonly Axis[]): number =>
  Math.max(...axes.map(({ isCalendar, step, at }) => (isCalendar ? 100_000 : 0) + FINER[step] * 2_000 + at.size));

const overlaps = (a: readonly Axis[], b: readonly Axis[]): boolean =>
  a.some((one) => b.some((other) => one.first <= other.last && other.first <= one.last));

/** Whether a line is another way to say the periods of a zone, or holds numbers that only look so. */
function isData(view: View, line: number, axes: readonly Axis[], zone: Zone): boolean {
  const within = axes.every((axis) => zone.axes.some(({ first, last }) => axis.first >= first && axis.last <= last));
  if (!within) return false;
  const isSame = axes.every((axis) =>
    [...axis.at].every(([position, at]) =>
      zone.axes.some((one) => one.step === axis.step && one.at.get(position) === at),
    ),
  );
  if (isSame && axes.every(({ isCalendar }) => isCalendar)) return false;
  const isBare = axes.every((axis) =>
    [...axis.at.keys()].every(
      (position) => typeof view.value(line, position) === 'number' && view.time(line, position)?.kind !== 'day',
    ),
  );
  return isBare || axes.every(({ isCalendar }) => !isCalendar && zone.axes.every((one) => one.isCalendar));
}

/** How many years a plain number may lie from the period that it is another name of: one year of accounts spans two. */
const APART = 1;

/**
 * Whether numbers below the heads of a zone are amounts that look like years, as 1500 and 1800: they are years of other periods,
 * or do not go on as these do. Further down they may head another table, unless they go up by different steps.
 */
function areAmounts(view: View, line: number, axes: readonly Axis[], zone: Zone): boolean {
  return axes.some((axis) => {
    const positions = [...axis.at.keys()];
    const isBare = positions.every(
      (position) => typeof view.value(line, position) === 'number' && view.time(line, position)?.kind === 'period',
    );
    if (!isBare || axis.step !== 'year') return false;
    const apart = zone.axes.flatMap((over) => {
      const by = [...over.at].flatMap(([position, at]) => {
        const own = axis.at.get(position);
        return own === undefined ? [] : [own - Math.floor(at / FINER[over.step])];
      });
      return by.map((one) => (over.isCalendar ? one : one - (by[0] ?? 0)));
    });
    const years = [...axis.at.values()];
    const steps = new Set(years.slice(1).map((year, i) => year - (years[i] ?? 0)));
    const isBelow = line - (zone.heads.at(-1) ?? 0) === 1;
    return (isBelow || steps.size > 1) && apart.some((one) => Math.abs(one) > APART);
  });
}

/** Places that another table holds. */
export type Claimed = (line: number, position: number) => boolean;

function zonesOf(view: View, isClaimed: Claimed): Zone[] {
  const zones: Zone[] = [];
  const { tables } = view.grid.sheet;
  for (const line of view.lines()) {
    // Within a table of records no row heads the others.
    if (tables.some(({ area, headerRows }) => line >= area.row + headerRows && line <= area.lastRow)) continue;
    const axes = axesIn(view, line).filter(({ first, last }) => !isClaimed(line, first) && !isClaimed(line, last));
    if (axes.length === 0) continue;
    const before = zones.findLast((zone) => overlaps(zone.axes, axes));
    const last = before?.heads.at(-1) ?? -9;
    if (before && areAmounts(view, line, axes, before)) continue;
    if (before && line - last === 1) {
      before.heads.push(line);
      if (score(axes) > score(before.axes)) before.axes = axes;
    } else if (!before || !isData(view, line, axes, before)) zones.push({ heads: [line], axes });
  }
  return zones;
}

/** Lines that are looked at to tell labels from numbers. */
const LOOKED_AT = 40;

/** An axis in parts, where labels of another table stand between its periods. */
function split(axis: Axis, hasLabels: (position: number) => boolean): Axis[] {
  const parts: (readonly [number, number])[][] = [];
  let last: number | undefined;
  for (const one of [...axis.at].sort(([a], [b]) => a - b)) {
    let isOther = last === undefined;
    for (let between = (last ?? one[0]) + 1; between < one[0] && !isOther; between++) isOther = hasLabels(between);
    if (isOther) parts.push([]);
    parts.at(-1)?.push(one);
    last = one[0];
  }
  if (parts.length < 2) return [axis];
  return parts.map((part) => ({
    ...axis,
    at: new Map(part),
    first: part[0]?.[0] ?? axis.first,
    last: part.at(-1)?.[0] ?? axis.last,
  }));
}

/** Axes that share the labels before them: between others stands a column of texts. */
function bandsOf(view: View, { axes, heads }: Zone): { axes: Axis[]; labels: number }[] {
  const from = (heads.at(-1) ?? 0) + 1;
  const hasLabels = (position: number): boolean => {
    let [texts, numbers] = [0, 0];
    for (let line = from; line < from + LOOKED_AT; line++) {
      if (view.text(line, position) !== '') texts++;
      else if (view.isNumeric(line, position)) numbers++;
    }
    return texts >= 2 && texts > numbers;
  };
  const bands: { axes: Axis[]; labels: number; until: number }[] = [];
  for (const axis of axes.flatMap((one) => split(one, hasLabels)).sort((a, b) => a.first - b.first)) {
    const band = bands.at(-1);
    let labels: number | undefined;
    for (let position = (band?.until ?? 0) + 1; band && position < axis.first; position++)
      if (hasLabels(position)) {
        labels = position;
        break;
      }
    if (band && labels === undefined) {
      band.axes.push(axis);
      band.until = Math.max(band.until, axis.last);
    } else bands.push({ axes: [axis], labels: labels ?? 0, until: axis.last });
  }
  return bands;
}

/** Whether a line heads another table: several texts, none twice, and no number, over the periods. */
function isOtherHead(view: View, line: number, axes: readonly Axis[], isNeeded: Claimed): boolean {
  const texts: string[] = [];
  for (const axis of axes)
    for (const position of axis.at.keys()) {
      const cell = view.cell(line, position);
      if (!cell) continue;
      const text = view.text(line, position);
      if (text === '' || cell.formula !== undefined || isNeeded(line, position)) return false;
      texts.push(text);
    }
  return texts.length >= 2 && new Set(texts).size === texts.length;
}

const isFilled = (view: View, line: number, axes: readonly Axis[]): boolean =>
  axes.some(({ at }) => {
    const filled = [...at.keys()].filter((position) => view.cell(line, position) !== undefined);
    return filled.length >= Math.max(2, at.size * 0.6);
  });

/** The tables of a view, from the top. */
export function timeTables(view: View, isClaimed: Claimed, isNeeded: Claimed): TimeTable[] {
  const zones = zonesOf(view, isClaimed);
  const last = Math.max(-1, ...view.lines());
  const taken = new Set<number>();
  return zones.flatMap((zone, i) => {
    const [top, bottom] = [zone.heads[0] ?? 0, zone.heads.at(-1) ?? 0];
    const earlier = zones.slice(0, i).some((other) => overlaps(other.axes, zone.axes));
    const above: number[] = [];
    for (let line = top - 1; line >= 0 && isFilled(view, line, zone.axes) && !taken.has(line); line--)
      above.unshift(line);
    // Of one piece with what stands above, they are its own.
    const isOwn = !earlier || view.positions((above[0] ?? top) - 1).length === 0;
    const next = zones.slice(i + 1).find((other) => overlaps(other.axes, zone.axes));
    const end = next ? (next.heads[0] ?? last) - 1 : last;
    const bands = bandsOf(view, zone);
    return bands.map(({ axes, labels }, place): TimeTable => {
      const begin = Math.min(...axes.map((axis) => axis.first));
      const until = (bands[place + 1]?.labels ?? Number.POSITIVE_INFINITY) - 1;
      const lines: number[] = [];
      for (let line = bottom + 1; line <= end; line++) {
        if (axes.some(({ first }) => isClaimed(line, first))) break;
        if (line > bottom + 1 && isOtherHead(view, line, axes, isNeeded)) break;
        lines.push(line);
      }
      for (const line of lines) taken.add(line);
      const over = view
        .positions(top - 1)
        .filter((at) => at >= labels && at <= until && view.value(top - 1, at) !== '');
      const [only] = bands.length > 1 && over.length === 1 ? over : [];
      const name = only === undefined ? '' : view.text(top - 1, only);
      return {
        view,
        heads: zone.heads,
        axes,
        lines: [...(isOwn ? above : []), ...lines],
        labels: [labels, begin - 1],
        until,
        title: name || (bands.length > 1 ? view.text(bottom, labels) : ''),
        ...(only !== undefined && name !== '' ? { above: [top - 1, only] as const } : {}),
      };
    });
  });
}

/** Fewer periods down a column could be anything. */
const LEAST_DOWN = 4;

/** Tables whose time runs down a column, told by a head above it and numbers beside it. */
export function downTables(view: View, across: View): TimeTable[] {
  const tables: TimeTable[] = [];
  const isTaken = (line: number, position: number) =>
    tables.some(
      ({ heads, until, axes, lines }) =>
        (line === heads[0] || lines.includes(line)) && position >= (axes[0]?.first ?? 0) - 1 && position <= until,
    );
  for (const line of view.lines())
    for (const axis of axesIn(view, line)) {
      if (axis.at.size < LEAST_DOWN || axis.last - axis.first !== axis.at.size - 1 || axis.isPart) continue;
      if (isTaken(line, axis.first)) continue;
      const head = axis.first - 1;
      const lines: number[] = [];
      for (let beside = line + 1; ; beside++) {
        let numbers = 0;
        for (let at = axis.first; at <= axis.last; at++) if (view.isNumeric(beside, at)) numbers++;
        if (numbers * 2 < axis.at.size) break;
        lines.push(beside);
      }
      const hasHeads = lines.some((beside) => view.text(beside, head) !== '' || view.text(beside, head - 1) !== '');
      if (lines.length === 0 || !hasHeads) continue;
      // A table with time across that has years among its labels.
      const isAcross = [head, head - 1, head - 2].some(
        (row) =>
          row >= 0 && axesIn(across, row).some(({ last, first }) => last > line && first <= (lines.at(-1) ?? line)),
      );
      if (isAcross) continue;
      let from = head;
      while (from > 0 && lines.some((beside) => view.text(beside, from - 1) !== '') && head - from < 2) from--;
      tables.push({ view, heads: [line], axes: [axis], lines, labels: [from, head], until: axis.last, title: '' });
    }
  return tables;
}
