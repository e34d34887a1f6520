import { newDocument, type Scenario } from '../../document/document.ts';
import { ownModel } from '../../document/kept.ts';
import type { OwnModel } from '../../document/schema.ts';
import { NEW_MODEL } from '../../i18n/newModel.ts';
import { freshKey } from '../../io/freshKey.ts';
import { ordinalOf, PER_YEAR, type Periods, stepOf } from '../../model/periods.ts';
import type { Text } from '../../model/text.ts';
import type { Workspace } from '../document/workspace.ts';
import type { WithEditor } from '../sheet/editor.ts';

const both = (text: string): Text => ({ en: text, zh: text });

/** An id for a model of a person's own, as `OWN_MODEL` has it. */
export const freshModelId = (): string => `own-${freshKey().slice(0, 12)}`;

/** The period before today's, up to which a plan is taken as observed; none of it where it begins later. */
export function observedBefore(periods: Periods, today: Date): number {
  const step = stepOf(periods);
  const part = Math.floor((today.getMonth() * PER_YEAR[step]) / 12) + 1;
  const now = ordinalOf(today.getFullYear(), part, step);
  return Math.min(periods.last, Math.max(periods.first - 1, now - 1));
}

function show(workspace: Workspace, kept: OwnModel, scenarios: readonly Scenario[]): void {
  const model = ownModel(freshModelId(), kept, scenarios);
  workspace.show(model, { ...newDocument(model), scenarios, own: model });
}

/** Opens a model of a person's own without a line, with the cursor where its first name goes. */
export function openBlank({ workspace, editor }: WithEditor, name: string, periods: Periods, today: Date): void {
  const base: Scenario = {
    id: 'base',
    name: { en: NEW_MODEL.en.base, zh: NEW_MODEL.zh.base },
    note: both(''),
    overrides: {},
  };
  const observedUntil = observedBefore(periods, today);
  show(workspace, { name: both(name), about: both(''), periods, observedUntil, lines: [], charts: [] }, [base]);
  editor.select({ line: 0, column: 0 });
  editor.focus();
}
