import { isFormula } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import type { Overrides } from '../model/model.ts';
import { NotationError, parseFormula, printReference } from '../model/notation.ts';
import type { Change, Parts } from './change.ts';
import type { Scenario } from './document.ts';
import type { Sheet } from './lineFormula.ts';
import { holding, keptReasons } from './reasons.ts';

const structure = (parts: Parts): Change => ({ kind: 'structure', parts });

/** An id for a line of a person's own: never derived from its label, and never one that was given before. */
export function freshId(lines: readonly Line[]): string {
  const numbers = lines.map(({ id }) => Number(/^own_(\d+)$/.exec(id)?.[1] ?? 0));
  return `own_${Math.max(0, ...numbers) + 1}`;
}

/** Puts lines in at a 0-based place. */
export function insertLines({ model }: Sheet, at: number, added: readonly Line[]): Change {
  return structure({ lines: [...model.lines.slice(0, at), ...added, ...model.lines.slice(at)] });
}

/** A formula in which a line stands for another. */
function renamed(formula: string, from: string, to: string): string {
  try {
    return parseFormula(formula)
      .map((part) => {
        if ('text' in part) return part.text;
        const { ref } = part;
        return ref.kind === 'line' && ref.id === from && ref.scenario === undefined
          ? printReference({ ...ref, id: to })
          : part.source;
      })
      .join('');
  } catch (error) {
    if (error instanceof NotationError) return formula;
    throw error;
  }
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

/** What scenarios hold in a line, given to another one as well. */
function withCopied(scenarios: readonly Scenario[], from: string, to: string): readonly Scenario[] {
  const copied = (scenario: Scenario): Scenario => {
    const slots = scenario.overrides[from];
    if (!slots) return scenario;
    const own = Object.entries(slots).map(([slot, content]) => [
      slot,
      isFormula(content) ? { formula: renamed(content.formula, from, to) } : content,
    ]);
    return { ...scenario, overrides: { ...scenario.overrides, [to]: Object.fromEntries(own) } };
  };
  return scenarios.map(copied);
}

/**
 * Lines once more, each below itself, with what every scenario holds in it. What referred to the line itself (its own
 * period before) refers to the copy. `label`: how a copy is called.
 */
export function duplicateLines(
  { document, model }: Sheet,
  ids: readonly string[],
  label: (line: Line) => Line['label'],
): Change | undefined {
  let lines: readonly Line[] = model.lines;
  let { scenarios } = document;
  for (const id of ids) {
    const at = lines.findIndex((line) => line.id === id);
    const line = lines[at];
    if (!line) continue;
    const copy = copyOf(line, freshId(lines), label(line));
    lines = [...lines.slice(0, at + 1), copy, ...lines.slice(at + 1)];
    scenarios = withCopied(scenarios, id, copy.id);
  }
  return lines === model.lines ? undefined : structure({ lines, scenarios });
}

/** Lines moved together, in their order, to before the line that stands at the 0-based place `to`. */
export function moveLines({ model }: Sheet, ids: readonly string[], to: number): Change | undefined {
  const moved = model.lines.filter(({ id }) => ids.includes(id));
  const stay = (list: readonly Line[]) => list.filter(({ id }) => !ids.includes(id));
  const lines = [...stay(model.lines.slice(0, to)), ...moved, ...stay(model.lines.slice(to))];
  return moved.length === 0 || lines.every((line, i) => line === model.lines[i]) ? undefined : structure({ lines });
}

function without(scenario: Scenario, ids: readonly string[]): Scenario {
  const rest = Object.entries(scenario.overrides).filter(([line]) => !ids.includes(line));
  const overrides: Overrides = Object.fromEntries(rest);
  return holding(scenario, overrides, keptReasons(scenario.reasons, scenario.overrides, overrides));
}

/** Lines taken out, with what the scenarios hold in them. Formulas that name them become errors of their cells. */
export function deleteLines({ document, model }: Sheet, ids: readonly string[]): Change | undefined {
  const lines = model.lines.filter(({ id }) => !ids.includes(id));
  if (lines.length === model.lines.length) return undefined;
  const holds = ({ overrides }: Scenario) => ids.some((id) => overrides[id] !== undefined);
  const scenarios = document.scenarios.some(holds)
    ? document.scenarios.map((s) => (holds(s) ? without(s, ids) : s))
    : undefined;
  return structure({ lines, ...(scenarios ? { scenarios } : {}) });
}

/** The lines whose own formulas, or formulas that a scenario holds in them, name one of these lines. */
export function usersOf({ document, model }: Sheet, ids: readonly string[]): string[] {
  const names = (formula: string): boolean => {
    try {
      return parseFormula(formula).some(
        (part) =>
          'ref' in part &&
          ((part.ref.kind === 'line' && (ids.includes(part.ref.id) || isYearIn(part.ref.at, ids))) ||
            (part.ref.kind === 'children' && ids.includes(part.ref.id))),
      );
    } catch (error) {
      if (error instanceof NotationError) return false;
      throw error;
    }
  };
  const own = (line: Line): string[] => {
    if (line.kind === 'series') return [line.formula, line.first ?? ''];
    return line.kind === 'result' ? [line.formula] : [];
  };
  const held = (id: string): string[] =>
    document.scenarios.flatMap(({ overrides }) =>
      Object.values(overrides[id] ?? {}).flatMap((content) => (isFormula(content) ? [content.formula] : [])),
    );
  return model.lines
    .filter(({ id }) => !ids.includes(id))
    .filter((line) => [...own(line), ...held(line.id)].some(names))
    .map(({ id }) => id);
}

const isYearIn = (at: { readonly kind: string; readonly id?: string }, ids: readonly string[]): boolean =>
  at.kind === 'input' && at.id !== undefined && ids.includes(at.id);
