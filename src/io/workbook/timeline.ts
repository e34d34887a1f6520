import {
  FIRST_YEAR,
  inStep,
  LAST_YEAR,
  ordinalOf,
  PER_YEAR,
  type Periods,
  STEPS,
  type Step,
} from '../../model/periods.ts';
import type { Axis } from './axes.ts';
import type { AxisSlots, Draft } from './draft.ts';
import type { SheetCut } from './sheetCut.ts';
import type { LiveChoices, Question, Source } from './types.ts';

/** More columns the engine has no room for. */
const MOST_PERIODS = 1_000;

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
}

/** The axes along which lines run, in the order of the sheets. */
function usedAxes(cuts: readonly (SheetCut | undefined)[]): Used[] {
  const used: Used[] = [];
  const seen = new Set<Axis>();
  for (const cut of cuts)
    for (const { axes, view } of cut?.tables ?? [])
      for (const axis of axes) {
        if (seen.has(axis) || !cut?.drafts.some((draft: Draft) => draft.axis === axis)) continue;
        seen.add(axis);
        const [row, column] = view.place(axis.line, axis.first);
        const value = view.value(axis.line, axis.first);
        used.push({ axis, at: { sheet: view.grid.place, row, column }, written: String(value ?? '') });
      }
  return used;
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
  const slots = new Map<Axis, ReadonlyMap<number, number>>();
  for (const { axis, at, written } of used) {
    const own = axis.isCalendar ? 0 : startOf(axis, at, written);
    slots.set(
      axis,
      new Map([...axis.at].map(([position, ordinal]) => [position, inStep(ordinal + own, axis.step, step)])),
    );
  }
  function startOf(axis: Axis, at: Source, written: string): number {
    const block = `${names[at.sheet] ?? at.sheet}!${at.row}:${at.column}`;
    const same = calendars.find((one) => one.axis.step === axis.step);
    const year = Number.isFinite(firstYear) ? firstYear : new Date().getUTCFullYear();
    const suggested =
      same && !axis.isPart ? Math.min(...same.axis.at.values()) : ordinalOf(year, 1 + axis.offset, axis.step);
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
  const all = [...slots.values()].flatMap((of) => [...of.values()]);
  const year = new Date().getUTCFullYear();
  const first = all.length > 0 ? all.reduce((a, b) => Math.min(a, b)) : year;
  const last = all.length > 0 ? all.reduce((a, b) => Math.max(a, b)) : year;
  const until = Math.min(last, first + MOST_PERIODS - 1);
  const kept = new Map([...slots].map(([axis, of]) => [axis, new Map([...of].filter(([, slot]) => slot <= until))]));
  const periods: Periods = { first, last: until, ...(step === 'year' || !STEPS.includes(step) ? {} : { step }) };
  return { periods, slots: kept, questions, coarser: coarser.map(({ at }) => at) };
}

/** Whether months or quarters without a year are periods: where nothing else says what time is, or says it in their step. */
export function partsArePeriods(cuts: readonly (SheetCut | undefined)[]): boolean {
  const axes = usedAxes(cuts).map(({ axis }) => axis);
  const calendars = axes.filter(({ isCalendar }) => isCalendar);
  return axes.every(
    ({ isPart, step }) => !isPart || calendars.length === 0 || calendars.some((one) => one.step === step),
  );
}
