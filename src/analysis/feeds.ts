import type { WorkbookSpec } from '../engine/port.ts';
import { childrenOf } from '../model/check.ts';
import { type CellRef, type Content, cellKey, isFormula } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import { years } from '../model/model.ts';
import type { Part } from '../model/notation.ts';
import { type HeldSheet, sheetOf } from './sheet.ts';
import { partsOf, precedents } from './trace.ts';

/** Functions that reach cells by their place: what they read can't be told from the lines that their formula names. */
const BY_PLACE = /\b(?:OFFSET|ROW|SHEETS?|FORMULATEXT)\s*\(/i;

/** Every cell from which a cell is computed, directly or through others; undefined where that can't be told. */
function feedersOf(sheet: HeldSheet, result: CellRef): Map<string, CellRef> | undefined {
  const found = new Map<string, CellRef>();
  const open = [result];
  for (let cell = open.pop(); cell; cell = open.pop()) {
    if (BY_PLACE.test(sheet.formula(cell) ?? '')) return undefined;
    for (const from of precedents(sheet, cell)) {
      const key = cellKey(from);
      if (!found.has(key)) open.push(from);
      found.set(key, from);
    }
  }
  return found;
}

/**
 * The cells of inputs, in the result's own scenario, that feed it, in the order of the sheet; all cells of inputs where
 * formulas that reach cells by their place leave it open.
 */
export function inputsFeeding(spec: WorkbookSpec, result: CellRef): CellRef[] {
  const feeders = feedersOf(sheetOf(spec), result);
  const { scenario } = result;
  return spec.lines.flatMap((line): CellRef[] => {
    if (line.kind !== 'input') return [];
    const slots = line.perPeriod ? years(spec.periods) : (['value'] as const);
    return slots
      .map((slot) => ({ scenario, line: line.id, slot }))
      .filter((cell) => !feeders || feeders.has(cellKey(cell)));
  });
}

const ownFormulas = (line: Line): string[] => {
  if (line.kind === 'result') return [line.formula];
  return line.kind === 'series' ? [line.formula, ...(line.first === undefined ? [] : [line.first])] : [];
};

const formulaOf = (content: Content): string[] => (isFormula(content) ? [content.formula] : []);

/** By line, every formula that it holds in any scenario. */
function allFormulas({ lines, scenarios }: WorkbookSpec): Map<string, string[]> {
  const found = new Map(lines.map((line) => [line.id, ownFormulas(line)]));
  for (const { overrides } of scenarios)
    for (const [line, slots] of Object.entries(overrides))
      found.get(line)?.push(...Object.values(slots).flatMap(formulaOf));
  return found;
}

/** The lines that a formula reads: those that it names, those under a heading, and those between the ends of a range. */
function linesRead(lines: readonly Line[], parts: readonly Part[]): string[] {
  const at = (id: string) => lines.findIndex((line) => line.id === id);
  return parts.flatMap((part, i): string[] => {
    if (!('ref' in part) || part.ref.kind === 'year' || part.ref.kind === 'lost') return [];
    const { ref } = part;
    const own = ref.kind === 'children' ? (childrenOf(lines, ref.id) ?? []).map(({ id }) => id) : [ref.id];
    const read = ref.at.kind === 'input' ? [...own, ref.at.id] : own;
    const [from, sign] = [parts[i - 2], parts[i - 1]];
    if (!sign || !('text' in sign) || sign.text.trim() !== ':') return read;
    if (!from || !('ref' in from) || from.ref.kind === 'year' || from.ref.kind === 'lost') return read;
    const [top = 0, bottom = 0] = [at(from.ref.id), at(own.at(-1) ?? ref.id)].sort((a, b) => a - b);
    return [...read, ...lines.slice(Math.max(0, top), bottom + 1).map(({ id }) => id)];
  });
}

/**
 * The part of a workbook that a line's values need: the lines that feed it by any formula of any scenario, the base,
 * the scenarios wanted, and those that a formula names. Headings stay, since they bound what stands under one another.
 * The whole workbook where formulas that reach cells by their place leave it open.
 */
export function leanSpec(spec: WorkbookSpec, result: string, wanted: readonly string[]): WorkbookSpec {
  const formulas = allFormulas(spec);
  if ([...formulas.values()].flat().some((formula) => BY_PLACE.test(formula))) return spec;
  const [base] = spec.scenarios;
  const scenarios = new Set([...wanted, ...(base ? [base.id] : [])]);
  const kept = new Set<string>();
  const open = [result];
  for (let line = open.pop(); line !== undefined; line = open.pop()) {
    if (kept.has(line)) continue;
    kept.add(line);
    for (const formula of new Set(formulas.get(line))) {
      const parts = partsOf(formula);
      open.push(...linesRead(spec.lines, parts));
      for (const part of parts)
        if ('ref' in part && 'scenario' in part.ref && part.ref.scenario !== undefined)
          scenarios.add(part.ref.scenario);
    }
  }
  return {
    periods: spec.periods,
    lines: spec.lines.filter(({ id, kind }) => kind === 'heading' || kept.has(id)),
    scenarios: spec.scenarios.filter(({ id }) => scenarios.has(id)),
  };
}
