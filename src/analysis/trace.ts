import { columnSlot, slotColumn } from '../model/address.ts';
import { childrenOf } from '../model/check.ts';
import { cellPeriods } from '../model/coarse.ts';
import type { CellRef, Slot } from '../model/content.ts';
import { cellKey } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import { type Periods, periodsAt } from '../model/model.ts';
import { type FormulaPart, type Reference, tryParse } from '../model/notation.ts';

/** The sheet in which cells are traced. */
export interface TracedSheet {
  readonly lines: readonly Line[];
  readonly line: (id: string) => Line | undefined;
  readonly periods: Periods;
  readonly scenarios: readonly string[];
  /** The formula by line ids that a cell holds, inherited ones included; undefined for values and empty places. */
  readonly formula: (cell: CellRef) => string | undefined;
  /** Whether a cell shows the base's typed value by reference. */
  readonly inherits: (cell: CellRef) => boolean;
  /** Whether a scenario, itself or by inheritance, holds a formula of its own in a line. */
  readonly overridden: (scenario: string, line: string) => boolean;
}

/** A line's formula is read for each of its periods. */
const parsed = new Map<string, readonly FormulaPart[]>();

/** The parts of a formula; one that does not follow the notation has none. */
export function formulaParts(formula: string): readonly FormulaPart[] {
  const known = parsed.get(formula);
  if (known) return known;
  if (parsed.size > 10_000) parsed.clear();
  const parts = tryParse(formula);
  if (parts) parsed.set(formula, parts);
  return parts ?? [];
}

/** The cells that a reference in a formula of `cell` names, in the order of the sheet. */
export function referredCells(sheet: TracedSheet, ref: Reference, cell: CellRef): CellRef[] {
  if (ref.kind === 'calendar' || ref.kind === 'lost') return [];
  const scenario = ref.scenario ?? cell.scenario;
  const one = sheet.line(ref.id);
  const named = ref.kind === 'children' ? (childrenOf(sheet.lines, ref.id) ?? []) : one ? [one] : [];
  return named.flatMap((line): CellRef[] => {
    if (line.kind === 'heading') return [];
    if (isScalar(line)) return [{ scenario, line: line.id, slot: 'value' }];
    return periodsAt(ref.at, cell.slot, sheet.periods, { line, from: sheet.line(cell.line) }).map((slot) => ({
      scenario,
      line: line.id,
      slot,
    }));
  });
}

/** The reference with which a range begins that ends with the part at `i`, as in `{growth}:{extra}`. */
function beginningOfRange(parts: readonly FormulaPart[], i: number): Reference | undefined {
  const [from, sign] = [parts[i - 2], parts[i - 1]];
  return sign && 'text' in sign && sign.text.trim() === ':' && from && 'ref' in from ? from.ref : undefined;
}

/** The cells of the block that two ends of a range span, in the order of the sheet. */
function block(sheet: TracedSheet, ends: readonly CellRef[]): CellRef[] {
  const [first] = ends;
  if (!first) return [];
  const rows = ends.map(({ line }) => sheet.lines.findIndex(({ id }) => id === line));
  const columns = ends.map(({ slot }) => slotColumn(slot, sheet.periods));
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const slots = Array.from({ length: right - left + 1 }, (_, i) => columnSlot(left + i, sheet.periods));
  return sheet.lines.slice(Math.min(...rows), Math.max(...rows) + 1).flatMap((line) =>
    slots
      .filter((slot) => slot !== undefined)
      .filter((slot) => (slot === 'value' ? isScalar(line) : hasPeriods(line)))
      .map((slot) => ({ scenario: first.scenario, line: line.id, slot })),
  );
}

/** The cells of the range that ends with the part at `i`; undefined where none does. */
export function rangeEndingAt(
  sheet: TracedSheet,
  parts: readonly FormulaPart[],
  i: number,
  cell: CellRef,
): CellRef[] | undefined {
  const [from, to] = [beginningOfRange(parts, i), parts[i]];
  if (!from || !to || !('ref' in to)) return undefined;
  return block(sheet, [...referredCells(sheet, from, cell), ...referredCells(sheet, to.ref, cell)]);
}

/** What the formula of a cell names, by its parts and in their order, some of it more than once. */
export const namedCells = (sheet: TracedSheet, parts: readonly FormulaPart[], cell: CellRef): CellRef[] =>
  parts.flatMap((part, i): CellRef[] => {
    if (!('ref' in part)) return [];
    const { ref } = part;
    const named = rangeEndingAt(sheet, parts, i, cell) ?? referredCells(sheet, ref, cell);
    if (!('at' in ref) || ref.at.kind !== 'input') return named;
    return [{ scenario: cell.scenario, line: ref.at.id, slot: 'value' }, ...named];
  });

/** The cells from which a cell is computed, each once, in the order in which its formula names them. */
export function precedents(sheet: TracedSheet, cell: CellRef): CellRef[] {
  const [base = ''] = sheet.scenarios;
  if (sheet.inherits(cell)) return [{ ...cell, scenario: base }];
  const formula = sheet.formula(cell);
  if (formula === undefined) return [];
  const named = namedCells(sheet, formulaParts(formula), cell);
  return [...new Map(named.map((one) => [cellKey(one), one])).values()];
}

/**
 * The cells that are computed from a cell, a line at a time, in the order of the scenarios and the sheet. One after the
 * other, since an input may feed every cell of a large sheet and nobody wants to see them all.
 */
export function* dependents(sheet: TracedSheet, cell: CellRef): Generator<CellRef[]> {
  const wanted = cellKey(cell);
  // Most lines name none of it: their own formulas are read once, and not cell by cell.
  const naming = new Set(sheet.lines.filter((line) => line.id === cell.line || mentions(sheet, line, cell.line)));
  // Whether a formula names a scalar is the same in each period.
  const known = new Map<string, boolean>();
  const names = (one: CellRef): boolean => {
    const formula = cell.slot === 'value' && !sheet.inherits(one) ? `${one.scenario} ${sheet.formula(one)}` : undefined;
    const found = known.get(formula ?? '') ?? precedents(sheet, one).some((from) => cellKey(from) === wanted);
    if (formula !== undefined) known.set(formula, found);
    return found;
  };
  for (const scenario of sheet.scenarios)
    for (const line of sheet.lines) {
      if (line.kind === 'heading') continue;
      if (!naming.has(line) && !sheet.overridden(scenario, line.id)) continue;
      const slots: readonly Slot[] = hasPeriods(line) ? cellPeriods(line, sheet.periods) : ['value'];
      const found = slots.map((slot) => ({ scenario, line: line.id, slot })).filter(names);
      if (found.length > 0) yield found;
    }
}

/** Whether a line's own formulas name another line, all lines under a heading, or a range that it is in. */
function mentions({ lines }: TracedSheet, line: Line, id: string): boolean {
  if (line.kind === 'input' || line.kind === 'heading') return false;
  const formulas = line.kind === 'series' ? `${line.first ?? ''}${line.formula}` : line.formula;
  if (formulas.includes(id) || formulas.includes('/*')) return true;
  const row = (one: string | undefined) => lines.findIndex((other) => other.id === one);
  for (const [, from, to] of formulas.matchAll(RANGE)) {
    const ends = [row(from), row(to)];
    const at = row(id);
    if (at >= Math.min(...ends) && at <= Math.max(...ends)) return true;
  }
  return false;
}

/** The lines at the ends of a range: `{a}:{c@prev}`, `{fast!a}:{c}`. */
const RANGE = /([a-z]\w*)(?:@[^}]*)?\}\s*:\s*\{(?:[^}!]*!)?([a-z]\w*)/g;
