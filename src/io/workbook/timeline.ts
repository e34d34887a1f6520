import { MOST_PERIODS } from '../../document/periods.ts';
import { periodsFrom } from '../../model/axis.ts';
import {
  FIRST_YEAR,
  inStep,
  isOneOf,
  LAST_YEAR,
  ordinalOf,
  PER_YEAR,
  type Periods,
  type Step,
} from '../../model/periods.ts';
import type { Axis } from './axes.ts';
import type { AxisSlots, Draft } from './draft.ts';
import type { SheetCut } from './sheetCut.ts';
import type { LiveChoices, Question, Source } from './types.ts';
import type { View } from './view.ts';
import type { TimeTable } from './zones.ts';

/** The periods of the model, and where each axis stands among them. */
export interface Timeline {
  readonly periods: Periods;
  readonly slots: AxisSlots;
  readonly questions: readonly Question[];
  /** Axes of coarser steps, with where they begin. */
  readonly coarser: readonly Source[];
}

interface Used {
  readonly axis: Axis;
  readonly at: Source;
  readonly written: string;
  readonly view: View;
  readonly table: TimeTable;
}

/** The axes along which lines run, in the order of the sheets. */
function usedAxes(cuts: readonly (SheetCut | undefined)[]): Used[] {
  const used: Used[] = [];
  const seen = new Set<Axis>();
  for (const cut of cuts)
    for (const table of cut?.tables ?? []) {
      const { axes, view } = table;
      for (const axis of axes) {
        if (seen.has(axis) || !cut?.drafts.some((draft: Draft) => draft.axis === axis)) continue;
        seen.add(axis);
        const [row, column] = view.place(axis.line, axis.first);
        const value = view.value(axis.line, axis.first);
        used.push({ axis, at: { sheet: view.grid.place, row, column }, written: String(value ?? ''), view, table });
      }
    }
  return used;
}

/** What is asked of heads of an axis that name the same period; once a line of heads. */
function doubledIn({ axis, view }: Used, asked: readonly Question[]): Question[] {
  const [first] = axis.doubled ?? [];
  if (!first || asked.some((one) => one.kind === 'doubled' && one.block === first.block)) return [];
  const heads = first.positions.map((position) => {
    const [row, column] = view.place(axis.line, position);
    return { at: { sheet: view.grid.place, row, column }, written: shownHead(view, axis, position) };
  });
  const taken = first.taken === 'all' ? 'all' : first.positions.indexOf(first.taken);
  return [{ kind: 'doubled', block: first.block, heads, taken }];
}

/** A head as it is shown: a day is its period. */
function shownHead(view: View, axis: Axis, position: number): string {
  const time = view.time(axis.line, position);
  if (time?.kind !== 'day') return String(view.value(axis.line, position) ?? '');
  return `${time.year}-${String(time.month).padStart(2, '0')}`;
}

const finest = (steps: readonly Step[]): Step =>
  steps.reduce((found, step) => (PER_YEAR[step] > PER_YEAR[found] ? step : found), 'year' as Step);

export function timelineOf(
  cuts: readonly (SheetCut | undefined)[],
  choices: LiveChoices,
  names: readonly string[],
): Timeline {
  const used = usedAxes(cuts);
  const step = finest(used.map(({ axis }) => axis.step));
  const calendars = used.filter(({ axis }) => axis.isCalendar);
  const firstYear = Math.min(
    ...calendars.map(({ axis }) => Math.floor(Math.min(...axis.at.values()) / PER_YEAR[axis.step])),
  );
  const questions: Question[] = [];
  for (const one of used) questions.push(...doubledIn(one, questions));
  const slots = new Map<Axis, ReadonlyMap<number, number>>();
  for (const one of used) {
    const { axis } = one;
    const own = axis.isCalendar ? 0 : startOf(one);
    slots.set(
      axis,
      new Map([...axis.at].map(([position, ordinal]) => [position, inStep(ordinal + own, axis.step, step)])),
    );
  }
  /** Where periods begin of which none says its year; one answer counts for all that are written alike. */
  function startOf({ axis, at, written, view, table }: Used): number {
    const block = `${axis.step} ${written}`;
    const known = questions.find((one) => one.kind === 'start' && one.block === block);
    if (known?.kind === 'start') return choices.starts?.[block] ?? known.suggested;
    const same = calendars.find((one) => one.axis.step === axis.step);
    const year = yearIn(view, table) ?? (Number.isFinite(firstYear) ? firstYear : new Date().getUTCFullYear());
    const suggested =
      dayBeside(axis, table) ??
      (same && !axis.isPart ? Math.min(...same.axis.at.values()) : ordinalOf(year, 1 + axis.offset, axis.step));
    questions.push({ kind: 'start', block, at, written, step: axis.step, suggested });
    const chosen = choices.starts?.[block];
    const isLegal =
      chosen !== undefined && chosen >= FIRST_YEAR * PER_YEAR[axis.step] && chosen < LAST_YEAR * PER_YEAR[axis.step];
    return isLegal ? chosen : suggested;
  }
  const coarser = used.filter(({ axis }) => axis.step !== step);
  if (coarser.length > 0)
    questions.push({
      kind: 'steps',
      finest: step,
      coarser: coarser.map(({ axis, at }) => ({
        block: `${names[at.sheet] ?? at.sheet}!${at.row}:${at.column}`,
        at,
        step: axis.step,
      })),
    });
  const all = new Set([...slots.values()].flatMap((of) => [...of.values()]));
  if (all.size === 0) all.add(new Date().getUTCFullYear());
  const periods = periodsFrom([...all].sort((a, b) => a - b).slice(0, MOST_PERIODS), { step });
  const kept = new Map(
    [...slots].map(([axis, of]) => [axis, new Map([...of].filter(([, slot]) => isOneOf(slot, periods)))]),
  );
  return { periods, slots: kept, questions, coarser: coarser.map(({ at }) => at) };
}

/** The period of a day that stands beside the first of what is only counted: when a payment is due. */
function dayBeside({ first, step }: Axis, { view, lines }: TimeTable): number | undefined {
  for (const line of lines) {
    const time = view.time(line, first);
    if (time?.kind === 'day') return ordinalOf(time.year, Math.ceil((time.month * PER_YEAR[step]) / 12), step);
  }
  return undefined;
}

/** A year that is named over a table, or by its sheet: `Budget 2026`. */
function yearIn(view: View, { heads }: TimeTable): number | undefined {
  const texts = [view.grid.sheet.name];
  if (view.isAcross)
    for (let line = (heads[0] ?? 0) - 1; line >= 0; line--)
      for (const position of view.positions(line).slice(0, 3)) texts.unshift(String(view.value(line, position) ?? ''));
  const [found] = texts.reverse().flatMap((text) => /(?<!\d)(?:19|20|21)\d\d(?!\d)/.exec(text)?.[0] ?? []);
  return found === undefined ? undefined : Number(found);
}

/** Whether months or quarters without a year are periods: where nothing else says what time is, or says it in their step. */
export function partsArePeriods(cuts: readonly (SheetCut | undefined)[]): boolean {
  const axes = usedAxes(cuts).map(({ axis }) => axis);
  const calendars = axes.filter(({ isCalendar }) => isCalendar);
  return axes.every(
    ({ isPart, step }) => !isPart || calendars.length === 0 || calendars.some((one) => one.step === step),
  );
}
