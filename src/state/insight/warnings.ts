import { type Accessor, createMemo } from 'solid-js';
import type { Warning } from '../../model/model.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import { watchRows } from './answer.ts';
import { numberIn } from './cells.ts';

/** The warnings of the model that apply in the scenario in view, of one line or of all. */
function createWarnings(
  { workspace }: WithWorkspace,
  wanted: Accessor<readonly Warning[]>,
): Accessor<readonly Warning[]> {
  const scenario = createMemo(() => workspace.scenarioId);
  const row = watchRows(workspace, () => wanted().map(({ check }) => ({ scenario: scenario(), line: check })));
  return createMemo(() => wanted().filter(({ check }) => (numberIn(row(scenario(), check), 0) ?? 0) !== 0), [], {
    equals: (a, b) => a.length === b.length && a.every((warning, i) => warning === b[i]),
  });
}

export function lineWarnings(app: WithWorkspace, line: Accessor<string | undefined>): Accessor<readonly Warning[]> {
  const wanted = createMemo(() => app.workspace.model().warnings.filter(({ at }) => at === line()));
  return createWarnings(app, wanted);
}

export const allWarnings = (app: WithWorkspace): Accessor<readonly Warning[]> =>
  createWarnings(app, () => app.workspace.model().warnings);
