import { hasCell } from '../model/coarse.ts';
import { type CellRef, type Content, isFormula, type Slot } from '../model/content.ts';
import { hasPeriods, type Line, type Series } from '../model/line.ts';
import { firstPeriod, type Overrides, type Periods } from '../model/model.ts';
import { isOneOf } from '../model/periods.ts';

/** Reads the override of a scenario's cell. */
export type OverrideLookup = (scenario: string, line: string, slot: Slot) => Content | undefined;

/** Whether a slot is a period in which a line of longer ones has no cell. */
export const isBetween = (line: Line, slot: Slot, periods: Periods): boolean =>
  slot !== 'value' && 'step' in line && hasPeriods(line) && isOneOf(slot, periods) && !hasCell(line, slot, periods);

/** The line's own content in a slot, before any override; undefined where it has none. */
export function ownContent(line: Line, slot: Slot, periods: Periods): Content | undefined {
  if (isBetween(line, slot, periods)) return undefined;
  switch (line.kind) {
    case 'heading':
      return undefined;
    case 'input':
      return (slot === 'value') === !line.perPeriod ? line.value : undefined;
    case 'result':
      return slot === 'value' && line.formula !== '' ? { formula: line.formula } : undefined;
    case 'series':
      if (slot === 'value') return undefined;
      return line.values?.[slot] ?? seriesContent(line, slot, firstPeriod(line, periods));
  }
}

/**
 * Whether a line is what is typed in it: an input without a value, as a table brings it. What the base holds there
 * replaces nothing, and is no departure from the line.
 */
export const isFilledIn = (line: Line | undefined): boolean => line?.kind === 'input' && line.value === undefined;

/** Whether a series has cells of which the base holds its own content. */
export const hasExceptions = (line: Line | undefined): line is Series & Required<Pick<Series, 'exceptions'>> =>
  line?.kind === 'series' && line.exceptions !== undefined;

/** Whether what the base holds in a cell is the line's own content. */
export const isOwnIn = (line: Line | undefined, slot: Slot): boolean =>
  isFilledIn(line) || (hasExceptions(line) && slot !== 'value' && line.exceptions.includes(slot));

/** What of that which the base holds in a line departs from it; the same object where all of it does. */
export function departing(line: Line | undefined, held: Overrides[string] = {}): Overrides[string] {
  if (isFilledIn(line)) return {};
  if (!hasExceptions(line) || !line.exceptions.some((slot) => held[slot] !== undefined)) return held;
  return Object.fromEntries(Object.entries(held).filter(([slot]) => !isOwnIn(line, Number(slot))));
}

/** A series of a person's own has no formula before it is given one. */
function seriesContent(line: Series, year: number, start: number): Content | undefined {
  const formula = year === start ? (line.first ?? line.formula) : line.formula;
  return year < start || formula === '' ? undefined : { formula };
}

/** Where a cell's content comes from. */
export interface Effective {
  readonly content: Content | undefined;
  /** `override`: its own; `base`: the base's override; `line`: the line's own. */
  readonly from: 'override' | 'base' | 'line';
}

/** The scenario's override, else the base's, else the line's own; `model` gives the cell back to its line. */
export function effective(
  lookUp: OverrideLookup,
  base: string,
  line: Line,
  { scenario, slot }: Pick<CellRef, 'scenario' | 'slot'>,
  periods: Periods,
): Effective {
  if (isBetween(line, slot, periods)) return { content: undefined, from: 'line' };
  const own = lookUp(scenario, line.id, slot);
  if (own === 'model') return { content: ownContent(line, slot, periods), from: 'override' };
  if (own !== undefined) return { content: own, from: 'override' };
  const inherited = scenario === base ? undefined : lookUp(base, line.id, slot);
  if (inherited !== undefined && inherited !== 'model') return { content: inherited, from: 'base' };
  return { content: ownContent(line, slot, periods), from: 'line' };
}

/** Whether a scenario shows the base's value by reference (`=Base!C5`): it inherits a typed value. */
export const inheritsByReference = (e: Effective, scenario: string, base: string): boolean =>
  scenario !== base && e.from !== 'override' && e.content !== undefined && !isFormula(e.content);
