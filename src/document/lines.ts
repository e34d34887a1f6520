import { isFormula } from '../model/content.ts';
import { type Line, numbered } from '../model/line.ts';
import type { Overrides } from '../model/model.ts';
import { printReference, type Reference, tryParse } from '../model/notation.ts';
import type { Change, Parts } from './change.ts';
import type { OpenModel, Scenario } from './document.ts';
import { knownFrom } from './knownFrom.ts';
import { lastNumber } from './lineIds.ts';
import { ownFormulas } from './ownFormulas.ts';
import { rangesIn, rearranged } from './ranges.ts';
import { holding, keptReasons } from './reasons.ts';

const structure = (parts: Parts): Change => ({ kind: 'structure', parts });

/** Puts lines in at a 0-based place. */
export function insertLines({ model }: OpenModel, at: number, added: readonly Line[]): Change {
  return structure({ lines: [...model.lines.slice(0, at), ...added, ...model.lines.slice(at)] });
}

/** A formula in which a line stands for another. A range over other lines as well keeps the lines that it has. */
function renamed(formula: string, from: string, to: string): string {
  const parts = tryParse(formula);
  if (!parts) return formula;
  const isIt = (ref: Reference) => ref.kind === 'line' && ref.id === from;
  const isHere = (ref: Reference) => isIt(ref) && !('scenario' in ref);
  const kept = rangesIn(parts).filter(({ ends: [one, other] }) => !isHere(one) || !isIt(other));
  const inKept = new Set(kept.flatMap(({ at }) => [at, at + 2]));
  return parts
    .map((part, i) => {
      if ('text' in part) return part.text;
      const { ref } = part;
      return isHere(ref) && !inKept.has(i) ? printReference({ ...ref, id: to } as Reference) : part.source;
    })
    .join('');
}

function copyOf(line: Line, id: string, label: Line['label']): Line {
  const named = { ...line, id, label };
  switch (named.kind) {
    case 'series':
      return {
        ...named,
        formula: renamed(named.formula, line.id, id),
        ...(named.first === undefined ? {} : { first: renamed(named.first, line.id, id) }),
      };
    case 'result':
      return { ...named, formula: renamed(named.formula, line.id, id) };
    default:
      return named;
  }
}

/** What a scenario holds in lines, given to others as well. `copies`: the new line of each. */
function withCopied(scenario: Scenario, copies: ReadonlyMap<string, string>): Scenario {
  const overrides: Record<string, Overrides[string]> = { ...scenario.overrides };
  let isCopied = false;
  for (const [from, to] of copies) {
    const slots = scenario.overrides[from];
    if (!slots) continue;
    isCopied = true;
    const own = Object.entries(slots).map(([slot, content]) => [
      slot,
      isFormula(content) ? { formula: renamed(content.formula, from, to) } : content,
    ]);
    overrides[to] = Object.fromEntries(own);
  }
  return isCopied ? { ...scenario, overrides } : scenario;
}

/**
 * Lines once more, each below itself, with what every scenario holds in it. What referred to the line itself (its own
 * period before) refers to the copy. `label`: how a copy is called.
 */
export function duplicateLines(
  { document, model }: OpenModel,
  ids: readonly string[],
  label: (line: Line) => Line['label'],
): Change | undefined {
  const wanted = new Set(ids);
  const copies = new Map<string, string>();
  let last = lastNumber(model.lines);
  const lines = model.lines.flatMap((line): Line[] => {
    if (!wanted.has(line.id)) return [line];
    const id = numbered(++last);
    copies.set(line.id, id);
    return [line, copyOf(line, id, label(line))];
  });
  if (copies.size === 0) return undefined;
  return structure({ lines, scenarios: document.scenarios.map((scenario) => withCopied(scenario, copies)) });
}

/** Lines moved together, in their order, to before the line that stands at the 0-based place `to`. */
export function moveLines(sheet: OpenModel, ids: readonly string[], to: number): Change | undefined {
  const { model } = sheet;
  const wanted = new Set(ids);
  const moved = model.lines.filter(({ id }) => wanted.has(id));
  const stay = (list: readonly Line[]) => list.filter(({ id }) => !wanted.has(id));
  const lines = [...stay(model.lines.slice(0, to)), ...moved, ...stay(model.lines.slice(to))];
  if (moved.length === 0 || lines.every((line, i) => line === model.lines[i])) return undefined;
  return structure(rearranged(sheet, lines, wanted));
}

function without(scenario: Scenario, ids: readonly string[]): Scenario {
  const overrides: Record<string, Overrides[string]> = { ...scenario.overrides };
  for (const id of ids) delete overrides[id];
  knownFrom(scenario.overrides, overrides, ids);
  return holding(scenario, overrides, keptReasons(scenario.reasons, scenario.overrides, overrides));
}

/**
 * Lines taken out, with what the scenarios hold in them. Formulas that name them become errors of their cells; ranges go
 * on with the lines that are left in them.
 */
export function deleteLines(sheet: OpenModel, ids: readonly string[]): Change | undefined {
  const gone = new Set(ids);
  const left = sheet.model.lines.filter(({ id }) => !gone.has(id));
  if (left.length === sheet.model.lines.length) return undefined;
  const { lines, scenarios = sheet.document.scenarios } = rearranged(sheet, left, new Set());
  const holds = ({ overrides }: Scenario) => ids.some((id) => overrides[id] !== undefined);
  const held = scenarios.some(holds) ? scenarios.map((s) => (holds(s) ? without(s, ids) : s)) : scenarios;
  return structure({ lines, ...(held === sheet.document.scenarios ? {} : { scenarios: held }) });
}

/** The lines whose own formulas, or formulas that a scenario holds in them, name one of these lines. */
export function usersOf({ document, model }: OpenModel, ids: readonly string[]): string[] {
  const wanted = new Set(ids);
  const names = (formula: string): boolean => {
    // Most formulas have none of them among their words, and need not be taken apart.
    if (!formula.match(WORDS)?.some((word) => wanted.has(word))) return false;
    return (tryParse(formula) ?? []).some(
      (part) =>
        'ref' in part &&
        ((part.ref.kind === 'line' && (wanted.has(part.ref.id) || isYearIn(part.ref.at, wanted))) ||
          (part.ref.kind === 'children' && wanted.has(part.ref.id))),
    );
  };
  const own = (line: Line): string[] => {
    if (line.kind === 'series') return [line.formula, line.first ?? ''];
    return line.kind === 'result' ? [line.formula] : [];
  };
  const held = new Set<string>();
  for (const { line, content } of ownFormulas(document))
    if (isFormula(content) && !held.has(line) && names(content.formula)) held.add(line);
  return model.lines
    .filter(({ id }) => !wanted.has(id))
    .filter((line) => held.has(line.id) || own(line).some(names))
    .map(({ id }) => id);
}

/** The words of a formula among which ids are. */
const WORDS = /[a-z][a-z0-9_]*/g;

const isYearIn = (at: { readonly kind: string; readonly id?: string }, ids: ReadonlySet<string>): boolean =>
  at.kind === 'input' && at.id !== undefined && ids.has(at.id);
