import { lastUpTo } from '../model/axis.ts';
import { cellOf, coarseStep } from '../model/coarse.ts';
import type { Line, Series } from '../model/line.ts';
import { countOf, isOneOf, type Periods, placeOf, stepOfOrdinal } from '../model/periods.ts';
import type { Change } from './change.ts';
import { lineIn, scenarioIn } from './coarseCells.ts';
import type { OpenModel, Scenario } from './document.ts';
import type { Steps } from './steps.ts';

/** The most periods that a sheet may have. */
export const MOST_PERIODS = 600;

/** Whether ordinals make periods. */
export const arePeriods = (periods: Periods): boolean => {
  const { first, last, list, step = 'year' } = periods;
  const isInOrder = (all: readonly number[]) =>
    all[0] === first &&
    all.at(-1) === last &&
    all.every((one, i) => Number.isInteger(one) && (i === 0 || one > (all[i - 1] as number)));
  return (
    stepOfOrdinal(first) === step &&
    stepOfOrdinal(last) === step &&
    first <= last &&
    countOf(periods) <= MOST_PERIODS &&
    (!list || isInOrder(list))
  );
};

/** A computed number; undefined where the cell holds none. */
export type ReadValue = (scenario: string, line: string, year: number) => number | undefined;

/** Looks up values that were read by scenario and then by line, in rows of a scalar and the periods. */
export function valuesBy(
  scenarios: readonly Pick<Scenario, 'id'>[],
  lines: readonly Pick<Line, 'id'>[],
  { periods, values }: { readonly periods: Periods; readonly values: Float64Array },
): ReadValue {
  const [across, down] = [places(scenarios), places(lines)];
  const width = values.length / Math.max(1, scenarios.length * lines.length);
  return (scenario, line, year) => {
    const row = (across.get(scenario) ?? Number.NaN) * lines.length + (down.get(line) ?? Number.NaN);
    const value = values[row * width + 1 + placeOf(year, periods)];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
}

const places = (list: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(list.map(({ id }, i) => [id, i]));

/** Whether a series leans on years before its own: on its `first`, or on a lag. */
export const leans = (line: Line): line is Series =>
  line.kind === 'series' && (line.first !== undefined || /@(prev|-\d|\.\.)/.test(line.formula));

/** A series begins where it began, however far back the periods reach now. */
function begun(lines: readonly Line[], first: number): readonly Line[] {
  return lines.map((line) =>
    line.kind === 'series' && line.formula !== '' && line.start === undefined ? { ...line, start: first } : line,
  );
}

/** A scenario with the computed numbers of a year as typed ones, in the lines that can no longer compute them. */
function* frozen(
  scenario: Scenario,
  lines: readonly Line[],
  year: number,
  read: ReadValue,
  before: Periods,
): Steps<Scenario> {
  const overrides = { ...scenario.overrides };
  for (const line of lines) {
    const cell = cellOf(line, year, before) ?? year;
    const value = read(scenario.id, line.id, cell);
    if (value !== undefined) overrides[line.id] = { ...overrides[line.id], [cell]: value };
    yield;
  }
  return { ...scenario, overrides };
}

/** The series whose numbers of a new first year have to be kept as typed ones, since the years before it go. */
export const leaningLines = ({ model }: OpenModel, periods: Periods): readonly Line[] =>
  periods.first > model.periods.first
    ? model.lines.filter((line) => leans(line) && (line.start ?? model.periods.first) < periods.first)
    : [];

/**
 * Other first and last years. Further on, every series goes on by its formula. Further back, series begin where they
 * began and their cells before are empty. Later than before, series that lean on the years that go keep their computed
 * number of the new first year as a typed one, in each scenario. What the scenarios hold in years that go is kept, and
 * is there again when the years are. In steps of a line.
 * @param read the computed values of `leaningLines` in the new first year
 */
export function* periodSteps(sheet: OpenModel, periods: Periods, read: ReadValue): Steps<Change> {
  const { document, model } = sheet;
  const leaning = leaningLines(sheet, periods);
  const begin = periods.first < model.periods.first ? begun(model.lines, model.periods.first) : model.lines;
  const lines = begin.map((line) => lineIn(line, periods));
  const longer = lines.filter((line) => coarseStep(line, periods));
  const scenarios: Scenario[] = [];
  for (const scenario of document.scenarios) {
    const held = leaning.length > 0 ? yield* frozen(scenario, leaning, periods.first, read, model.periods) : scenario;
    scenarios.push(scenarioIn(held, longer, periods));
    yield;
  }
  return {
    kind: 'structure',
    parts: {
      periods,
      // The boundary lies behind a period that is there.
      ...(periods.list && !isOneOf(model.observedUntil, periods)
        ? { observedUntil: lastUpTo(model.observedUntil, periods) }
        : {}),
      ...(lines.some((line, i) => line !== model.lines[i]) ? { lines } : {}),
      ...(scenarios.some((one, i) => one !== document.scenarios[i]) ? { scenarios } : {}),
    },
  };
}
