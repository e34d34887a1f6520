import { type Accessor, createMemo } from 'solid-js';
import type { Warning } from '../../model/model.ts';
import type { App } from '../app.ts';
import { watchRows } from './answer.ts';
import { numberIn } from './cells.ts';

/** The warnings of the model that apply in the scenario in view, of one line or of all. */
function createWarnings(app: App, wanted: Accessor<readonly Warning[]>): Accessor<readonly Warning[]> {
  const scenario = createMemo(() => app.workspace.scenarioId);
  const row = watchRows(app, () => wanted().map(({ check }) => ({ scenario: scenario(), line: check })));
  return createMemo(() => wanted().filter(({ check }) => (numberIn(row(scenario(), check), 0) ?? 0) !== 0), [], {
    equals: (a, b) => a.length === b.length && a.every((warning, i) => warning === b[i]),
  });
}

export const lineWarnings = (app: App, line: Accessor<string | undefined>): Accessor<readonly Warning[]> =>
  createWarnings(
    app,
    createMemo(() => app.workspace.model().warnings.filter(({ at }) => at === line())),
  );

export const allWarnings = (app: App): Accessor<readonly Warning[]> =>
  createWarnings(app, () => app.workspace.model().warnings);
