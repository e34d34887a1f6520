import { dependents, precedents, type TracedSheet } from '../../analysis/trace.ts';
import { formulaLines } from '../../document/ownFormulas.ts';
import { isFormula } from '../../model/content.ts';
import type { Workspace } from '../document/workspace.ts';
import type { Editor } from '../sheet/editor.ts';

/** The sheet of the workspace as it stands, for tracing. */
export function tracedSheet(workspace: Workspace): TracedSheet {
  const { scenarios } = workspace.document();
  // Looked up when the first of its dependents is asked for.
  let own: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  const linesOf = (scenario: string) => {
    own ??= new Map(scenarios.map(({ id, overrides }) => [id, formulaLines(overrides)]));
    return own.get(scenario);
  };
  const base = workspace.base.id;
  return {
    lines: workspace.model().lines,
    line: (id) => workspace.line(id),
    periods: workspace.model().periods,
    scenarios: scenarios.map(({ id }) => id),
    formula: (cell) => {
      const { content } = workspace.effective(cell);
      return isFormula(content) ? content.formula : undefined;
    },
    inherits: (cell) => workspace.inheritsByReference(cell),
    overridden: (scenario, line) => (linesOf(base)?.has(line) || linesOf(scenario)?.has(line)) ?? false,
  };
}

/** Leads the cursor to the first cell that feeds the one under it, or that it feeds. @returns whether there is one */
export function walk(editor: Editor, along: 'precedents' | 'dependents'): boolean {
  const { cell, workspace } = editor;
  if (!cell) return false;
  const sheet = tracedSheet(workspace);
  const [first] = along === 'precedents' ? precedents(sheet, cell) : (dependents(sheet, cell).next().value ?? []);
  if (first) editor.show(first);
  return first !== undefined;
}
