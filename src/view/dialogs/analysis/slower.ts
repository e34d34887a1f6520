import type { Without } from '../../../engine/port.ts';
import { DIALOG_TEXTS } from '../../../i18n/dialogs.ts';
import type { App } from '../../../state/app.ts';
import { lineName } from '../../../state/insight/cells.ts';

/** How the name of a function begins what a tape can't hold. */
const FUNCTION = /^[A-Z][A-Z0-9.]+/;

/** Why something takes longer than on a tape: the function, where it is one, and the line in whose formula it stands. */
export function slowerText(app: App, why: Without | undefined): string | undefined {
  const { without = '', in: line } = why ?? {};
  if (line === undefined) return undefined;
  return DIALOG_TEXTS[app.lang()].running.slower(lineName(app, line), FUNCTION.exec(without)?.[0]);
}
