import { inputsFeeding } from '../../analysis/feeds.ts';
import { MOST_FOLLOWED } from '../../engine/port.ts';
import { FUTURES, runsText } from '../../i18n/futures.ts';
import type { App } from '../../state/app.ts';
import { cellName, lineName } from '../../state/insight/cells.ts';
import type { Reason } from '../../state/whatIf/apart.ts';
import type { FuturesState } from '../../state/whatIf/futures.ts';
import { measureOf, type ReaderUnits } from '../dialogs/analysis/measure.ts';

/** Inputs that are named with what was drawn of them. */
const NAMED = 4;

/** In how many futures a result is no number, why, and with what drawn; undefined where it always is one. */
export function failedText(app: App, futures: FuturesState, reader: ReaderUnits): string | undefined {
  const found = futures.found();
  const asked = found?.drawn.question.results[found.drawn.question.focus];
  const count = found?.futures.failed[found.drawn.question.focus] ?? 0;
  if (!found || !asked || count === 0) return undefined;
  const [t, lang] = [FUTURES[app.lang()], app.lang()];
  const runs = runsText(found.futures.runs, lang);
  const feeding = new Set(inputsFeeding(found.drawn.spec, asked).map(({ line }) => line));
  const part = (some: number) => (some === found.futures.runs ? t.inAll(runs) : t.inSome(runsText(some, lang), runs));
  const as = (drawn: Float64Array): string => {
    const told = found.drawn.question.drawn.map(({ cell }, i) => {
      const line = app.workspace.line(cell.line);
      if (line?.kind !== 'input' || !feeding.has(cell.line)) return '';
      return `${lineName(app, cell.line)} ${measureOf(line, reader, true).say(drawn[i] ?? Number.NaN)}`;
    });
    return [...new Set(told)].filter(Boolean).slice(0, NAMED).join(t.separator);
  };
  const why = ({ note }: Reason): string => {
    const where = cellName(app, (note?.kind === 'error' && note.root) || asked);
    return t.failing(where, note?.kind === 'error' ? kindOf(note.code) : note ? 'text' : 'empty');
  };
  const reasons = futures.reasons() ?? [];
  // Of so many the reasons are not counted.
  if (reasons.length === 0 || count > MOST_FOLLOWED) {
    const [first] = found.futures.failures;
    const known = reasons.map(why).join(t.separator);
    return t.failed(part(count), known, first ? as(first.drawn) : '');
  }
  return reasons
    .map((reason) => t.failedAs(part(reason.runs), why(reason), as(reason.drawn)))
    .join(lang === 'zh' ? '' : ' ');
}

const kindOf = (code: string): 'div0' | 'num' | 'na' | 'value' | 'other' =>
  code === 'div0' || code === 'num' || code === 'na' || code === 'value' ? code : 'other';
