import type { CellEdit } from '../document/change.ts';
import { type Effective, effective, inheritsByReference, type OverrideLookup } from '../document/contents.ts';
import type { Content, Slot } from '../model/content.ts';
import { isFormula } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import type { Periods } from '../model/model.ts';

/** How many cells a workbook holds, those that it computes and those that hold what was typed, and in how many lines. */
export interface Size {
  readonly formulas: number;
  readonly typed: number;
  readonly lines: number;
  /** Where scenarios are computed one after another, those that are not there yet: their formulas are not counted. */
  readonly without?: readonly string[];
}

/** What has a ceiling of its own. */
export type Counted = Exclude<keyof Size, 'without'>;

/** How much may be in a workbook. */
export interface Limits {
  readonly ceiling: Size;
  /** Formulas of all scenarios up to which they are computed together, at once. */
  readonly atOnce: number;
  /** ms of a stretch of filling in a large one: an edit that comes meanwhile waits no longer, or for one line. */
  readonly stretch: number;
}

/**
 * The most of each. Formulas are those that are computed at a time: 216,000 of them, a scenario of 450 lines of 480 months,
 * take 3 s. A typed value costs 1 to 2 microseconds and 150 bytes: 1,000,000 of them, of all scenarios, build in 2.5 s and
 * take 250 MB (Node 20, two cores). Lines end with the engine's sheet.
 */
export const CEILING: Size = { formulas: 500_000, typed: 1_000_000, lines: 11_999 };

/** 100,000 formulas are there in a second or two, which nobody has to be told of. */
export const LIMITS: Limits = { ceiling: CEILING, atOnce: 100_000, stretch: 12 };

/** Which of its ceilings a workbook of a size passes; undefined where it passes none. */
export function passes(size: Size, ceiling = CEILING): Counted | undefined {
  return (['lines', 'formulas', 'typed'] as const).find((of) => size[of] > ceiling[of]);
}

/** Where the contents of a workbook's cells come from. The first of the scenarios is the base. */
export interface SizedContents {
  readonly lines: readonly Line[];
  readonly periods: Periods;
  readonly scenarios: readonly string[];
  readonly lookUp: OverrideLookup;
  /** Whether a scenario overrides any cell of a line. */
  readonly touches: (scenario: string, line: string) => boolean;
}

/** As what a cell of a scenario counts; an inherited typed value is a reference to the base, which is computed. */
export function kindOf(found: Effective, scenario: string, base: string): 'formulas' | 'typed' | undefined {
  if (found.content === undefined || found.content === 'model') return undefined;
  const isComputed = isFormula(found.content) || inheritsByReference(found, scenario, base);
  return isComputed ? 'formulas' : 'typed';
}

export function kindAt({ scenarios, lookUp, periods }: SizedContents, line: Line, scenario: string, slot: Slot) {
  const [base = ''] = scenarios;
  return kindOf(effective(lookUp, base, line, { scenario, slot }, periods), scenario, base);
}

/**
 * By how much edits make a workbook larger, or smaller, in steps of a cell. A cell that is edited twice counts as the
 * last edit has it.
 */
export function* growthOf(
  held: SizedContents,
  edits: readonly CellEdit[],
  lineOf: (id: string) => Line | undefined,
): Generator<undefined, Size> {
  // By scenario and line: with a key of text for each cell 520,000 edits took 6 s.
  const made = new Map<string, Map<string, Map<Slot, Content | undefined>>>();
  for (const { scenario, line, slot, content } of edits) {
    const lines = made.get(scenario) ?? new Map<string, Map<Slot, Content | undefined>>();
    const slots = lines.get(line) ?? new Map<Slot, Content | undefined>();
    made.set(scenario, lines.set(line, slots.set(slot, content)));
    yield;
  }
  const lookUp: OverrideLookup = (scenario, line, slot) => {
    const slots = made.get(scenario)?.get(line);
    return slots?.has(slot) ? slots.get(slot) : held.lookUp(scenario, line, slot);
  };
  const after = { ...held, lookUp };
  const size = { formulas: 0, typed: 0, lines: 0 };
  const [base = ''] = held.scenarios;
  for (const [scenario, lines] of made) {
    const isHeir = scenario !== base && held.scenarios.includes(scenario);
    const heirs = scenario === base ? held.scenarios : [scenario];
    for (const [id, slots] of lines) {
      const line = lineOf(id);
      if (!line) continue;
      // What the base has too is counted with that.
      const counted = isHeir ? made.get(base)?.get(id) : undefined;
      for (const slot of slots.keys()) {
        for (const heir of counted?.has(slot) ? [] : heirs) {
          const [was, is] = [kindAt(held, line, heir, slot), kindAt(after, line, heir, slot)];
          if (was) size[was]--;
          if (is) size[is]++;
        }
        yield;
      }
    }
  }
  return size;
}
