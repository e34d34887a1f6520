import { childrenOf } from '../model/check.ts';
import { isFormula } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import { type FormulaPart, tryParse } from '../model/notation.ts';
import type { OpenModel, Scenario } from './document.ts';
import { rangesIn } from './ranges.ts';

/** The lines that a formula names, and those between the ends of its ranges. */
export function* namedIn(
  formula: string,
  lines: readonly Line[],
  rows: ReadonlyMap<string, number>,
): Generator<string> {
  const parts: readonly FormulaPart[] = tryParse(formula) ?? [];
  for (const part of parts) {
    if (!('ref' in part)) continue;
    const { ref } = part;
    if (ref.kind === 'line' || ref.kind === 'children') yield ref.id;
    if (ref.kind === 'children') {
      yield* (childrenOf(lines, ref.id) ?? []).map(({ id }) => id);
      // The heading at which they end: without it they would go on.
      const end = lines.slice((rows.get(ref.id) ?? 0) + 1).find(({ kind }) => kind === 'heading');
      if (end) yield end.id;
    }
    if ('at' in ref && ref.at.kind === 'input') yield ref.at.id;
  }
  for (const { ends } of rangesIn(parts)) {
    const [one, other] = ends.map((end) => (end.kind === 'line' ? (rows.get(end.id) ?? -1) : 0));
    const [from, to] = [Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0)];
    for (const { id } of lines.slice(Math.max(0, from), to + 1)) yield id;
  }
}

/** Lines with all that their formulas need, in any scenario and through others, in the order of the sheet. */
export function withNeeded({ document, model }: OpenModel, ids: readonly string[]): readonly Line[] {
  const { lines } = model;
  const rows = new Map(lines.map(({ id }, row) => [id, row]));
  const needed = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const line = lines[rows.get(id) ?? -1];
    if (!line || needed.has(id)) continue;
    needed.add(id);
    const own =
      line.kind === 'series' ? [line.formula, line.first ?? ''] : line.kind === 'result' ? [line.formula] : [];
    const held = document.scenarios.flatMap(({ overrides }) =>
      Object.values(overrides[line.id] ?? {}).flatMap((content) => (isFormula(content) ? [content.formula] : [])),
    );
    for (const formula of [...own, ...held]) waiting.push(...namedIn(formula, lines, rows));
  }
  return lines.filter(({ id }) => needed.has(id));
}

/** A scenario with what it holds in some lines alone. */
export function only(scenario: Scenario, ids: ReadonlySet<string>): Scenario {
  const of = <T>(held: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(held).filter(([line]) => ids.has(line)));
  const { reasons, ...rest } = scenario;
  return { ...rest, overrides: of(scenario.overrides), ...(reasons ? { reasons: of(reasons) } : {}) };
}
