import { type CellRef, type Content, sameContent } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import type { Periods } from '../model/model.ts';
import { stepOf } from '../model/periods.ts';
import type { OpenModel, Scenario } from './document.ts';
import { colourAt } from './looks.ts';

/** One thing in which an older state of a document differs from a newer one. */
export type Difference =
  | { readonly kind: 'linesAdded' | 'linesGone' | 'linesChanged'; readonly lines: readonly Line[] }
  | { readonly kind: 'linesMoved' | 'figures' | 'charts' | 'whatIf' }
  | { readonly kind: 'periods'; readonly was: Periods; readonly is: Periods }
  /** The last actual period. */
  | { readonly kind: 'boundary'; readonly was: number; readonly is: number }
  | { readonly kind: 'scenariosAdded' | 'scenariosGone'; readonly scenarios: readonly Scenario[] }
  | { readonly kind: 'scenarioRenamed' | 'scenarioNotes'; readonly was: Scenario; readonly is: Scenario }
  /** `line`: as it is now, else as it was. */
  | {
      readonly kind: 'cell';
      readonly scenario: Scenario;
      readonly line: Line;
      readonly slot: CellRef['slot'];
      readonly was: Content | undefined;
      readonly is: Content | undefined;
    }
  | { readonly kind: 'cells'; readonly scenario: Scenario; readonly line: Line; readonly count: number };

/** Cells of one line and scenario that are named one by one; more of them are counted. */
const ONE_BY_ONE = 3;

/** Whether two values hold the same data, whatever the order of their keys. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [mine, others] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    mine.length === others.size && mine.every(([key, value]) => others.has(key) && sameData(value, others.get(key)))
  );
}

/** What two lists of things with ids have in common and not. */
function compare<T extends { readonly id: string }>(then: readonly T[], now: readonly T[]) {
  const [before, after] = [new Map(then.map((one) => [one.id, one])), new Map(now.map((one) => [one.id, one]))];
  return {
    added: now.filter(({ id }) => !before.has(id)),
    gone: then.filter(({ id }) => !after.has(id)),
    both: then.flatMap((old): [T, T][] => {
      const one = after.get(old.id);
      return one ? [[old, one]] : [];
    }),
  };
}

function lineDifferences(then: OpenModel, now: OpenModel): Difference[] {
  const { added, gone, both } = compare(then.model.lines, now.model.lines);
  const changed = both.filter(([old, line]) => old !== line && !sameData(old, line)).map(([, line]) => line);
  const stayed = new Set(both.map(([{ id }]) => id));
  const order = now.model.lines.filter(({ id }) => stayed.has(id));
  const isMoved = both.some(([old], i) => order[i]?.id !== old.id);
  return [
    ...(added.length > 0 ? [{ kind: 'linesAdded' as const, lines: added }] : []),
    ...(gone.length > 0 ? [{ kind: 'linesGone' as const, lines: gone }] : []),
    ...(changed.length > 0 ? [{ kind: 'linesChanged' as const, lines: changed }] : []),
    ...(isMoved ? [{ kind: 'linesMoved' as const }] : []),
  ];
}

function cellDifferences(then: Scenario, now: Scenario, find: LineOf): Difference[] {
  const ids = [...new Set([...Object.keys(then.overrides), ...Object.keys(now.overrides)])];
  return ids.flatMap((id): Difference[] => {
    const line = find(id);
    const [old, own] = [then.overrides[id] ?? {}, now.overrides[id] ?? {}];
    if (!line || old === own) return [];
    const slots = [...new Set([...Object.keys(old), ...Object.keys(own)])].filter(
      (slot) => !sameContent(old[slot], own[slot]),
    );
    if (slots.length > ONE_BY_ONE) return [{ kind: 'cells', scenario: now, line, count: slots.length }];
    return slots.map((slot) => ({
      kind: 'cell',
      scenario: now,
      line,
      slot: slot === 'value' ? slot : Number(slot),
      was: old[slot],
      is: own[slot],
    }));
  });
}

type LineOf = (id: string) => Line | undefined;

const lineOf = (...sheets: readonly OpenModel[]): LineOf => {
  const lines = new Map(sheets.flatMap(({ model }) => model.lines.map((line) => [line.id, line])));
  return (id) => lines.get(id);
};

function withinScenario(old: Scenario, scenario: Scenario, find: LineOf): Difference[] {
  const notes = ({ note, colour, reasons }: Scenario) => [note, colour, reasons ?? {}];
  return [
    ...(sameData(old.name, scenario.name) ? [] : [{ kind: 'scenarioRenamed' as const, was: old, is: scenario }]),
    ...(sameData(notes(old), notes(scenario)) ? [] : [{ kind: 'scenarioNotes' as const, was: old, is: scenario }]),
    ...cellDifferences(old, scenario, find),
  ];
}

/** An older state of a scenario in the words of the newer one for a colour that is the same: one names it, the other has that of its place. */
function inItsWords(now: Scenario, old: Scenario, isSameColour: boolean): Scenario {
  if (!isSameColour || old.colour === now.colour) return old;
  const { colour: _, ...rest } = old;
  return now.colour === undefined ? rest : { ...rest, colour: now.colour };
}

function scenarioDifferences(then: OpenModel, now: OpenModel): Difference[] {
  const { added, gone, both } = compare(then.document.scenarios, now.document.scenarios);
  const find = lineOf(then, now);
  const [before, after] = [then, now].map(
    ({ document }) => new Map(document.scenarios.map((one, place) => [one.id, colourAt(one, place)])),
  );
  return [
    ...(added.length > 0 ? [{ kind: 'scenariosAdded' as const, scenarios: added }] : []),
    ...(gone.length > 0 ? [{ kind: 'scenariosGone' as const, scenarios: gone }] : []),
    ...both.flatMap(([old, scenario]) => {
      const isSameColour = before?.get(old.id) === after?.get(old.id);
      return withinScenario(inItsWords(scenario, old, isSameColour), scenario, find);
    }),
  ];
}

/** A scenario of the same name and look that holds nothing, and so inherits all. */
export const emptied = (scenario: Scenario): Scenario => ({ ...scenario, note: '', overrides: {}, reasons: {} });

/** What new scenarios of a sheet bring: in what each differs from one that holds nothing. */
export function bringing(sheet: OpenModel): (scenario: Scenario) => Difference[] {
  const find = lineOf(sheet);
  return (scenario) => withinScenario(emptied(scenario), scenario, find);
}

/** In what an older state of a document differs from a newer one, the cells last. What is looked at is no difference. */
export function differences(then: OpenModel, now: OpenModel): Difference[] {
  const [before, after] = [then.model.periods, now.model.periods];
  const [was, is] = [then.model.observedUntil, now.model.observedUntil];
  const own = ({ document: { figures, sources } }: OpenModel) => [figures ?? [], sources ?? []];
  return [
    ...lineDifferences(then, now),
    ...(sameData(before, after) ? [] : [{ kind: 'periods' as const, was: before, is: after }]),
    ...(was === is || stepOf(before) !== stepOf(after) ? [] : [{ kind: 'boundary' as const, was, is }]),
    ...(sameData(own(then), own(now)) ? [] : [{ kind: 'figures' as const }]),
    ...(sameData(then.document.charts ?? [], now.document.charts ?? []) ? [] : [{ kind: 'charts' as const }]),
    ...(sameData(then.document.whatIf ?? {}, now.document.whatIf ?? {}) ? [] : [{ kind: 'whatIf' as const }]),
    ...scenarioDifferences(then, now),
  ];
}
