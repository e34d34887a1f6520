import { inheritsByReference } from '../document/contents.ts';
import type { WorkbookSpec } from '../engine/port.ts';
import { periodsFrom } from '../model/axis.ts';
import { childrenOf } from '../model/check.ts';
import { cellPeriods, coarseStep } from '../model/coarse.ts';
import { type CellRef, type Content, isFormula, type Slot } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import { type Overrides, slotCount } from '../model/model.ts';
import type { FormulaPart } from '../model/notation.ts';
import { periodsBeside, placeOf } from '../model/periods.ts';
import { type HeldSheet, heldSheet } from './sheet.ts';
import { formulaParts, namedCells } from './trace.ts';

/** Functions that reach cells by their place: what they read can't be told from the lines that their formula names. */
const BY_PLACE = /\b(?:OFFSET|INDIRECT|ROWS?|SHEETS?|FORMULATEXT|SUMIF|AVERAGEIF)\s*\(|:\s*INDEX\s*\(|\)\s*:/i;

/**
 * Whether a cell is computed from another, directly or through others; undefined where that can't be told. What was seen is
 * marked by its place: a result of a large sheet is computed from 200,000 cells.
 */
function feedersOf(sheet: HeldSheet, result: CellRef): ((cell: CellRef) => boolean) | undefined {
  const { lines, periods, scenarios } = sheet;
  const [base = ''] = scenarios;
  const rows = new Map(lines.map(({ id }, i) => [id, i]));
  const width = slotCount(periods);
  const marks = new Map(scenarios.map((id) => [id, new Uint8Array(lines.length * width)]));
  const at = ({ line, slot }: CellRef): number =>
    (rows.get(line) ?? Number.NaN) * width + (slot === 'value' ? 0 : 1 + placeOf(slot, periods));
  const read = new Map<string, readonly FormulaPart[] | undefined>();
  const partsOf = (formula: string) => {
    if (!read.has(formula)) read.set(formula, BY_PLACE.test(formula) ? undefined : formulaParts(formula));
    return read.get(formula);
  };
  const open = [result];
  for (let cell = open.pop(); cell; cell = open.pop()) {
    const held = sheet.effective(cell);
    const parts = isFormula(held.content) ? partsOf(held.content.formula) : [];
    if (!parts) return undefined;
    const isBase = inheritsByReference(held, cell.scenario, base);
    for (const from of isBase ? [{ ...cell, scenario: base }] : namedCells(sheet, parts, cell)) {
      const marked = marks.get(from.scenario);
      const place = at(from);
      if (marked?.[place] !== 0) continue;
      marked[place] = 1;
      open.push(from);
    }
  }
  return (cell) => marks.get(cell.scenario)?.[at(cell)] === 1;
}

/**
 * The cells of inputs, in the result's own scenario, that feed it, in the order of the sheet; all cells of inputs where
 * formulas that reach cells by their place leave it open.
 */
export function inputsFeeding(spec: WorkbookSpec, result: CellRef): CellRef[] {
  const feeders = feedersOf(heldSheet(spec), result);
  const { scenario } = result;
  return spec.lines.flatMap((line): CellRef[] => {
    if (line.kind !== 'input') return [];
    const slots = line.perPeriod ? cellPeriods(line, spec.periods) : (['value'] as const);
    return slots.map((slot) => ({ scenario, line: line.id, slot })).filter((cell) => !feeders || feeders(cell));
  });
}

const ownFormulas = (line: Line): string[] => {
  if (line.kind === 'result') return [line.formula];
  return line.kind === 'series' ? [line.formula, ...(line.first === undefined ? [] : [line.first])] : [];
};

const formulaOf = (content: Content): string[] => (isFormula(content) ? [content.formula] : []);

/** By line, every formula that it holds of itself and in some scenarios. */
function formulasIn({ lines, scenarios }: WorkbookSpec, among: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map(lines.map((line) => [line.id, ownFormulas(line)]));
  for (const { id, overrides } of scenarios) {
    if (!among.has(id)) continue;
    for (const [line, slots] of Object.entries(overrides))
      found.get(line)?.push(...Object.values(slots).flatMap(formulaOf));
  }
  return found;
}

/** The lines that a formula reads: those that it names, those under a heading, and those between the ends of a range. */
function linesRead(lines: readonly Line[], parts: readonly FormulaPart[]): string[] {
  const at = (id: string) => lines.findIndex((line) => line.id === id);
  return parts.flatMap((part, i): string[] => {
    if (!('ref' in part) || part.ref.kind === 'calendar' || part.ref.kind === 'lost') return [];
    const { ref } = part;
    const own = ref.kind === 'children' ? (childrenOf(lines, ref.id) ?? []).map(({ id }) => id) : [ref.id];
    const read = ref.at.kind === 'input' ? [...own, ref.at.id] : own;
    const [from, sign] = [parts[i - 2], parts[i - 1]];
    if (!sign || !('text' in sign) || sign.text.trim() !== ':') return read;
    if (!from || !('ref' in from) || from.ref.kind === 'calendar' || from.ref.kind === 'lost') return read;
    const [top = 0, bottom = 0] = [at(from.ref.id), at(own.at(-1) ?? ref.id)].sort((a, b) => a - b);
    return [...read, ...lines.slice(Math.max(0, top), bottom + 1).map(({ id }) => id)];
  });
}

/** The last period that results need, their own or a later one that a formula names; undefined where that may be any. */
function lastPeriod(slots: readonly Slot[], parts: readonly FormulaPart[]): number | undefined {
  const periods = slots.filter((slot) => slot !== 'value');
  let last = periods.length < slots.length ? undefined : Math.max(...periods);
  for (const part of parts) {
    if (!('ref' in part) || !('at' in part.ref) || last === undefined) continue;
    const { at } = part.ref;
    const isAhead = (at.kind === 'lag' || at.kind === 'years' || at.kind === 'end') && at.by > 0;
    if (isAhead || at.kind === 'all' || at.kind === 'last' || at.kind === 'input' || at.kind === 'within')
      return undefined;
    if (at.kind === 'period') last = Math.max(last, at.period);
  }
  return last;
}

/** The overrides up to a period. */
const upTo = (overrides: Overrides, last: number): Overrides =>
  Object.fromEntries(
    Object.entries(overrides).map(([line, slots]) => [
      line,
      Object.fromEntries(Object.entries(slots).filter(([slot]) => slot === 'value' || Number(slot) <= last)),
    ]),
  );

/** The lines from which some lines are computed by some formulas, themselves among them, and the parts of all their formulas. */
function reach(spec: WorkbookSpec, results: readonly string[], formulas: ReadonlyMap<string, readonly string[]>) {
  const lines = new Set<string>();
  const parts: FormulaPart[] = [];
  const open = [...results];
  for (let line = open.pop(); line !== undefined; line = open.pop()) {
    if (lines.has(line)) continue;
    lines.add(line);
    for (const formula of new Set(formulas.get(line))) {
      const read = formulaParts(formula);
      open.push(...linesRead(spec.lines, read));
      parts.push(...read);
    }
  }
  return { lines, parts };
}

/**
 * The part of a workbook that results need: the lines that feed them, the periods up to their own where no formula looks
 * ahead, the base, the scenarios that are wanted and those that a formula names. Headings stay, since they bound what
 * stands under one another. The whole workbook where formulas that reach cells by their place leave it open.
 * `carried`: a scenario that need not be there, but whose contents will be put into others.
 */
export function leanSpec(
  spec: WorkbookSpec,
  results: readonly Pick<CellRef, 'line' | 'slot'>[],
  wanted: readonly string[],
  carried?: string,
): WorkbookSpec {
  const [base] = spec.scenarios;
  const kept = new Set([...wanted, ...(base ? [base.id] : [])]);
  for (;;) {
    const formulas = formulasIn(spec, carried === undefined ? kept : new Set([...kept, carried]));
    if ([...formulas.values()].flat().some((formula) => BY_PLACE.test(formula))) return spec;
    const { lines, parts } = reach(
      spec,
      results.map(({ line }) => line),
      formulas,
    );
    const before = kept.size;
    for (const part of parts)
      if ('ref' in part && 'scenario' in part.ref && part.ref.scenario !== undefined) kept.add(part.ref.scenario);
    // A scenario that is named brings its own formulas.
    if (kept.size > before) continue;
    // A longer period stands in its last one, which lies ahead of the others.
    const isLonger = spec.lines.some((line) => lines.has(line.id) && coarseStep(line, spec.periods));
    const needed = isLonger
      ? undefined
      : lastPeriod(
          results.map(({ slot }) => slot),
          parts,
        );
    const last = Math.min(spec.periods.last, needed ?? spec.periods.last);
    return {
      periods:
        last < spec.periods.last
          ? periodsFrom(periodsBeside(spec.periods.first, last, spec.periods), spec.periods)
          : spec.periods,
      lines: spec.lines.filter(({ id, kind }) => kind === 'heading' || lines.has(id)),
      scenarios: spec.scenarios
        .filter(({ id }) => kept.has(id))
        .map((scenario) => ({ ...scenario, overrides: upTo(scenario.overrides, last) })),
    };
  }
}
