import { cellOfOrdinal, coarseStep } from '../model/coarse.ts';
import { hasPeriods, type Line } from '../model/line.ts';
import { type FormulaPart, NotationError, parseFormula, type Reference } from '../model/notation.ts';
import { isOneOf, periodText, stepOf } from '../model/periods.ts';
import type { Path } from './comments.ts';
import { type Context, outside } from './context.ts';
import { brief, type Fault } from './problems.ts';

/** A formula with where it stands in the file. */
export interface Placed {
  readonly path: Path;
  readonly formula: string;
  /** How many letters the file has less than the formula: its sign, which it may do without. */
  readonly added: number;
}

/** What formulas may name. */
export interface Named {
  readonly lines: ReadonlyMap<string, Line>;
  readonly scenarios: ReadonlySet<string>;
}

/** Signs that a Chinese keyboard types where a formula takes others. */
const WIDE = /"[^"]*"|[\uFF5B\uFF5D\uFF08\uFF09\uFF0C\uFF0B\uFF0D\uFF0A\uFF0F\uFF1C\uFF1E\uFF1D\uFF05\uFF1A]/g;

/** Where a formula has one of them, outside of its texts. */
function wideSign(formula: string): number | undefined {
  for (const { 0: found, index } of formula.matchAll(WIDE)) if (found[0] !== '"') return index;
  return undefined;
}

/** Tells what is wrong with a formula: a reference that is none, or to what is not there. @returns its references */
export function checkFormula(context: Context, named: Named, { path, formula, added }: Placed): readonly Reference[] {
  const tell = (fault: Fault, offset: number) =>
    context.parsed.at(path, fault, 'value', context.formulas.writtenAt(path, Math.max(0, offset - added)));
  let parts: readonly FormulaPart[];
  try {
    parts = parseFormula(formula);
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    tell({ kind: 'notation', text: brief(formula.slice(error.offset)) }, error.offset);
    return [];
  }
  const wide = wideSign(formula);
  if (wide !== undefined) {
    const text = formula[wide] ?? '';
    tell({ kind: 'wide', text, other: text.normalize('NFKC') }, wide);
  }
  const references: Reference[] = [];
  for (const part of parts) {
    if (!('ref' in part)) continue;
    const fault = goneIn(context, named, part.ref);
    if (fault) tell(fault, part.offset);
    else references.push(part.ref);
  }
  return references;
}

/** What a reference names that is not there; undefined where all of it is. */
export function goneIn(
  { periods }: Pick<Context, 'periods'>,
  { lines, scenarios }: Named,
  ref: Reference,
): Fault | undefined {
  if (ref.kind === 'lost' || ref.kind === 'calendar') return undefined;
  const line = lines.get(ref.id);
  if (ref.kind === 'children') {
    if (line?.kind !== 'heading') return { kind: 'noHeading', id: ref.id };
  } else if (!line) return { kind: 'noLine', id: ref.id };
  else if (line.kind === 'heading') return { kind: 'isHeading', id: ref.id };
  if (ref.scenario !== undefined && !scenarios.has(ref.scenario))
    return { kind: 'noScenario', id: brief(ref.scenario) };
  if (ref.at.kind === 'input' && !lines.has(ref.at.id)) return { kind: 'noLine', id: ref.at.id };
  if (ref.at.kind !== 'period') return undefined;
  const { period, step } = ref.at;
  if (step === stepOf(periods) && isOneOf(period, periods)) return undefined;
  if (step === coarseStep(line, periods) && cellOfOrdinal(period, step, periods) !== undefined) return undefined;
  return outside(periodText(period, step), periods);
}

/** What the last period of a line needs of the last period of others, where nothing is set in its place. */
const NEEDS_LAST = new Set(['same', 'row', 'all', 'upto', 'last', 'within', 'end']);

/**
 * Lines that need each other in one and the same period, the last one, in their order; undefined where none do. What only
 * leans on other periods is no cycle, and what is one in another period only is an error of its cells.
 */
export function findCycle(
  lines: readonly Line[],
  references: ReadonlyMap<string, readonly Reference[]>,
): readonly string[] | undefined {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const under = new Map<string, string[]>();
  let block: string[] = [];
  for (const line of lines) {
    if (line.kind === 'heading') {
      block = [];
      under.set(line.id, block);
    } else block.push(line.id);
  }
  const needs = (id: string): string[] =>
    (references.get(id) ?? []).flatMap((ref) => {
      if (ref.kind === 'lost' || ref.kind === 'calendar' || ref.scenario !== undefined) return [];
      const named = ref.kind === 'children' ? (under.get(ref.id) ?? []) : [ref.id];
      return named.filter((one) => {
        const line = byId.get(one);
        return line !== undefined && (!hasPeriods(line) || NEEDS_LAST.has(ref.at.kind));
      });
    });
  // Depth first by a stack of its own: a chain of 20,000 lines is deeper than the calls that a browser allows.
  const done = new Set<string>();
  for (const { id } of lines) {
    if (done.has(id)) continue;
    const way: { readonly id: string; readonly left: string[] }[] = [{ id, left: needs(id) }];
    const open = new Set([id]);
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const next = top.left.pop();
      if (next === undefined) {
        way.pop();
        open.delete(top.id);
        done.add(top.id);
      } else if (open.has(next)) {
        const ids = way.map((one) => one.id);
        return ids.slice(ids.indexOf(next));
      } else if (!done.has(next)) {
        way.push({ id: next, left: needs(next) });
        open.add(next);
      }
    }
  }
  return undefined;
}
