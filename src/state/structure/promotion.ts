import { baseSteps } from '../../document/base.ts';
import type { Change } from '../../document/change.ts';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import { buildAhead } from '../document/ahead.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';
import { inSlices, type Steps } from '../ranges/slices.ts';

/** Another base, with what a build of the workbook asks of it. */
function* promotion({ workspace }: WithWorkspace, id: string): Steps<Change | undefined> {
  const change = yield* baseSteps(workspace.openModel, id);
  if (change?.kind === 'structure') yield* buildAhead(change.parts.scenarios ?? [], workspace.model().periods);
  return change;
}

/** Makes a scenario the base, in slices: every cell of every scenario is looked at. Says so, with the way back. */
export async function makeBase(app: WithWorkspace & Words, id: string): Promise<void> {
  const { workspace, say, lang } = app;
  const { opened } = workspace;
  const document = workspace.document();
  const nameOf = (scenario: { readonly name: Parameters<typeof say>[0] } | undefined) => say(scenario?.name ?? id);
  const change = await inSlices(promotion(app, id));
  if (!change || workspace.opened !== opened) return;
  const [old, chosen] = [workspace.base, document.scenarios.find((scenario) => scenario.id === id)];
  if (!workspace.dispatch(change, { start: document })) {
    // An edit that was made meanwhile counts as well.
    if (workspace.document() !== document) await makeBase(app, id);
    return;
  }
  workspace.say(() => SCENARIOS[lang()].madeBase(nameOf(chosen), nameOf(old)), true);
}
