import { type Moved, movedTo } from '../../document/boundary.ts';
import type { Change } from '../../document/change.ts';
import type { OpenModel } from '../../document/document.ts';
import { leaningLines, periodSteps, valuesBy } from '../../document/periods.ts';
import { restepSteps } from '../../document/restep.ts';
import { LINES } from '../../i18n/lines.ts';
import { VALUE_COLUMN } from '../../model/address.ts';
import { periodsInText } from '../../model/axis.ts';
import type { Slot } from '../../model/content.ts';
import type { Periods } from '../../model/model.ts';
import { type Step, slotInText } from '../../model/periods.ts';
import type { Lang } from '../../model/text.ts';
import { buildAhead } from '../document/ahead.ts';
import { readScenarios } from '../document/everyScenario.ts';
import type { Words } from '../page/words.ts';
import { inSlices, turn } from '../ranges/slices.ts';
import type { WithEditor } from '../sheet/editor.ts';
import { tellBoundary } from './boundary.ts';

/** Other periods, and another boundary of the actual part where one is given, once what is being typed is taken. @throws EngineStopped where the numbers that have to be kept can't be read. */
export async function changePeriods(app: WithEditor & Words, periods: Periods, until?: number): Promise<void> {
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
  const other = await inSlices(periodSteps(sheet, periods, read));
  const moved = other && until !== undefined ? movedWith(other, sheet, until) : undefined;
  const change = moved?.change ?? other;
  const scenarios = (change?.kind === 'structure' && change.parts.scenarios) || document.scenarios;
  await inSlices(buildAhead(scenarios, periods));
  if (!change || workspace.opened !== opened) return;
  if (!workspace.dispatch(change, { start: document })) {
    // An edit that was made meanwhile counts as well.
    if (workspace.document() !== document) await changePeriods(app, periods, until);
    return;
  }
  if (moved) tellBoundary(app, moved);
  editor.select(editor.selection().active);
  // What comes after it, as the end of a dialog, is not drawn in one task with it.
  await turn();
}

/** The boundary moved with another change of structure, in one step. */
function movedWith(change: Change, { document, model }: OpenModel, until: number): Moved {
  const parts = change.kind === 'structure' ? change.parts : {};
  const { lines = model.lines, periods = model.periods } = parts;
  const moved = movedTo({ document, model: { ...model, lines, periods } }, until);
  const more = moved.change.kind === 'structure' ? moved.change.parts : {};
  return { ...moved, change: { kind: 'structure', parts: { ...parts, ...more } } };
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

/** Says that a period is none of those of the sheet. */
export function refusePeriod({ workspace, editor }: WithEditor, slot: Slot): void {
  const list = (lang: Lang) => periodsInText(workspace.model().periods, lang);
  const told = (lang: Lang) => LINES[lang].notAmong(slotInText(slot, lang), list(lang));
  editor.refuse({ kind: 'said', text: { en: told('en'), zh: told('zh') } });
}
