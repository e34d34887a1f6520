import { leaningLines, periodSteps, valuesBy } from '../../document/periods.ts';
import { restepSteps } from '../../document/restep.ts';
import { VALUE_COLUMN } from '../../model/address.ts';
import type { Periods } from '../../model/model.ts';
import type { Step } from '../../model/periods.ts';
import { buildAhead } from '../document/ahead.ts';
import { readScenarios } from '../document/everyScenario.ts';
import { inSlices, turn } from '../ranges/slices.ts';
import type { WithEditor } from '../sheet/editor.ts';

/** Other years, once what is being typed is taken. @throws EngineStopped where the numbers that have to be kept can't be read. */
export async function changePeriods(app: WithEditor, periods: Periods): Promise<void> {
  const { workspace, editor } = app;
  if (!editor.commit()) return;
  const { opened } = workspace;
  const sheet = workspace.openModel;
  const { document } = sheet;
  const leaning = leaningLines(sheet, periods);
  const ids = document.scenarios.map(({ id }) => id);
  const values = await readScenarios(
    workspace,
    ids,
    leaning.map(({ id }) => id),
  );
  const read = valuesBy(document.scenarios, leaning, values);
  const change = await inSlices(periodSteps(sheet, periods, read));
  const scenarios = (change?.kind === 'structure' && change.parts.scenarios) || document.scenarios;
  await inSlices(buildAhead(scenarios, periods));
  if (!change || workspace.opened !== opened) return;
  if (!workspace.dispatch(change, { start: document })) {
    // An edit that was made meanwhile counts as well.
    if (workspace.document() !== document) await changePeriods(app, periods);
    return;
  }
  editor.select(editor.selection().active);
  // What comes after it, as the end of a dialog, is not drawn in one task with it.
  await turn();
}

/** Periods of another length, once what is being typed is taken. */
export async function changeStep(app: WithEditor, step: Step): Promise<void> {
  const { workspace, editor } = app;
  if (!editor.commit()) return;
  const { opened } = workspace;
  const sheet = workspace.openModel;
  const { change } = await inSlices(restepSteps(sheet, step));
  if (change.kind !== 'structure' || !change.parts.periods) return;
  await inSlices(buildAhead(change.parts.scenarios ?? sheet.document.scenarios, change.parts.periods));
  if (workspace.opened !== opened) return;
  if (!workspace.dispatch(change, { start: sheet.document })) {
    // An edit that was made meanwhile counts as well.
    if (workspace.document() !== sheet.document) await changeStep(app, step);
    return;
  }
  editor.select({ line: editor.selection().active.line, column: VALUE_COLUMN });
  await turn();
}
