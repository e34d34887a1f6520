import { formatNumber, shareInWords } from '../../i18n/format.ts';
import { FUTURES, runsText } from '../../i18n/futures.ts';
import { slotInText } from '../../model/periods.ts';
import type { App } from '../../state/app.ts';
import type { FuturesState } from '../../state/whatIf/futures.ts';
import { measureOf, type ReaderUnits } from '../dialogs/analysis/measure.ts';

/** How sure a target is, in words; undefined where nothing is to be reached. */
export interface ChanceText {
  /** "12.3 % ± 0.3 reach 300 bn yuan" */
  readonly short: string;
  /** In a sentence that stands by itself. */
  readonly said: string;
}

/** How a share of runs and its standard error read. */
export function shareWithError(
  { share, error }: { readonly share: number; readonly error: number },
  lang: ReaderUnits['lang'],
): readonly [string, string] {
  const points = formatNumber(100 * error, lang, error < 0.0005 ? 2 : 1);
  return [shareInWords(share, lang), lang === 'zh' ? `${points}个百分点` : points];
}

export function chanceText(app: App, futures: FuturesState, reader: ReaderUnits): ChanceText | undefined {
  const [chance, cell] = [futures.chance(), futures.result()];
  const line = app.workspace.line(cell?.line ?? '');
  if (!chance || !cell || !line || line.kind === 'heading') return undefined;
  const t = FUTURES[app.lang()];
  const runs = runsText(chance.runs, app.lang());
  const measure = measureOf(line, reader);
  const least = measure.say(chance.atLeast, measure.decimals, 0);
  const period = cell.slot === 'value' ? '' : t.said.in(slotInText(cell.slot, app.lang()));
  const found = futures.found();
  const failed = found?.futures.failed[found.drawn.question.focus] ?? 0;
  const without = failed > 0 ? t.said.failed(runsText(failed, app.lang())) : '';
  const text = (short: string, said: string): ChanceText => ({ short, said: said + without });
  if (chance.share === 0) return text(t.noneReach(runs, least), t.said.none(runs, least, period));
  if (chance.share === 1) return text(t.allReach(runs, least), t.said.all(runs, least, period));
  const [share, error] = shareWithError(chance, app.lang());
  return text(t.reached(share, error, least), t.said.some(runs, share, error, least, period));
}
