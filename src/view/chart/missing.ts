import { CEILING } from '../../engine/size.ts';
import { formatNumber } from '../../i18n/format.ts';
import { GROWING } from '../../i18n/growing.ts';
import type { App } from '../../state/app.ts';
import { scenarioName } from '../../state/insight/cells.ts';

/** Which scenarios the chart does not draw: those still being calculated, or without room beside the others; empty for none. */
export function missingText(app: App): string {
  const { rows } = app.workspace;
  const t = GROWING[app.lang()];
  const names = rows.without().map((id) => scenarioName(app, id));
  if (names.length === 0) return '';
  return rows.growth() ? t.awaited(names) : t.left(names, formatNumber(CEILING.formulas, app.lang(), 0));
}
