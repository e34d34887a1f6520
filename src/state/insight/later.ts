import { formatDate } from '../../i18n/format.ts';
import { isKnown } from '../../model/figure.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import type { Words } from '../page/words.ts';

/**
 * A sentence for each assumption of the scenario in view that is taken from a figure which was not known yet at the date to
 * which the answer goes back.
 */
export function laterAssumptions({ workspace, t, say, lang }: WithWorkspace & Words): readonly string[] {
  const { known, scenario } = workspace.view;
  return workspace.model().lines.flatMap((line) => {
    const figure = line.kind === 'input' && line.range && workspace.figures().get(line.figure ?? '');
    if (!figure || isKnown(figure, known)) return [];
    const { content } = workspace.effective({ scenario, line: line.id, slot: 'value' });
    if (content !== line.value) return [];
    return [t().answer.later(say(line.label), formatDate(figure.reported.slice(0, 7), lang()))];
  });
}
