import type { Swing, Tornado } from '../../analysis/tornado.ts';
import { WHAT_IF } from '../../i18n/whatIf.ts';
import type { CellRef } from '../../model/content.ts';
import type { Input } from '../../model/line.ts';
import type { App } from '../../state/app.ts';
import { cellName, lineName } from '../../state/insight/cells.ts';
import { type LineUnits, measureOf, type ReaderUnits } from '../dialogs/analysis/measure.ts';

/** Lines that are named in a sentence before it is only said how many more there are. */
const NAMED = 8;

/** The inputs that have a bar: what changes nothing, without an error on its way, is named below. */
export const barred = ({ swings }: Tornado): readonly Swing[] =>
  swings.filter(({ way, errors }) => way !== 'flat' || errors > 0);

/** How a tornado is told: its numbers in words, and what has to be said of each input. */
export function tellTornado(app: App, found: Tornado, result: CellRef, reader: ReaderUnits) {
  const { now, swings, fixed, noNumber } = found;
  const { workspace, lang } = app;
  const t = WHAT_IF[lang()].tornado;
  const line = workspace.line(result.line);
  const measure = measureOf(line?.kind === 'heading' || !line ? { unit: 'index' } : line, reader);
  const inputMeasure = (id: string): LineUnits =>
    measureOf((workspace.line(id) as Input | undefined) ?? { unit: 'index' }, reader, true);
  /** A place of an input: the digits that tell it from its neighbours. */
  const digits = (id: string, x: number) => {
    const { decimals } = inputMeasure(id);
    return [Number(x.toPrecision(6)), decimals + 2, Math.min(decimals, 1)] as const;
  };
  const inputText = (id: string, x: number): string => inputMeasure(id).say(...digits(id, x));
  const y = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? '–' : measure.number(value);
  /** What has to be said of an input, in a word each; the first is the most important. */
  const remarks = ({ input, way, inside, side, least, greatest, errors, looked }: Swing): string[] => {
    const at = (x: number) => inputText(input.line, x);
    const isOut = input.now < input.low || input.now > input.high;
    return [
      errors > 0 && t.errors(errors, looked),
      way === 'flat' && errors < looked && t.flat,
      way === 'turning' && t.turning,
      (inside === 'greatest' || inside === 'both') && greatest && t.greatest(at(greatest.x), y(greatest.y)),
      (inside === 'least' || inside === 'both') && least && t.least(at(least.x), y(least.y)),
      side && t[side],
      isOut && t.outside,
      input.basis === 'guess' && t.guess,
      input.basis === 'quantiles' && t.quantiles,
    ].filter((said) => typeof said === 'string');
  };
  const list = (lines: readonly string[]): string => {
    const named = lines.slice(0, NAMED).map((id) => lineName(app, id));
    if (lines.length > NAMED) named.push(t.more(lines.length - NAMED));
    return named.join(lang() === 'zh' ? '、' : ', ');
  };
  const turning = swings.filter(({ way }) => way === 'turning').map(({ input }) => input.line);
  const bars = new Set(barred(found));
  const idle = swings.filter((swing) => !bars.has(swing)).map(({ input }) => input.line);
  const name = cellName(app, result);
  return {
    name,
    measure,
    y,
    swing: (value: number) => measure.number(value),
    inputText,
    range: ({ line: id, low, high }: Swing['input']) =>
      `${inputMeasure(id).number(...digits(id, low))} – ${inputText(id, high)}`,
    held: ({ line: id, now: mean, cells }: Swing['input']) =>
      cells.length > 1 ? t.mean(inputText(id, mean)) : t.held(inputText(id, mean)),
    remarks,
    /** What stands below the bars. */
    notes: [
      Number.isNaN(now) ? t.error(name) : '',
      turning.length > 0 ? t.turningAll(list(turning)) : '',
      idle.length > 0 ? t.idle(list(idle)) : '',
      noNumber.length > 0 ? t.noNumber(list(noNumber)) : '',
      fixed.length > 0 ? t.fixed(list(fixed)) : '',
    ].filter(Boolean),
  };
}

export type TornadoTexts = ReturnType<typeof tellTornado>;

/** From the lowest to the highest result of all: where a value lies between them, in percent. */
export function tornadoScale({ now, swings }: Tornado): (value: number) => number {
  const values = swings.flatMap(({ least, greatest }) => [least?.y ?? Number.NaN, greatest?.y ?? Number.NaN]);
  const known = [...values, now].filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const width = high - low || 1;
  return (value) => (100 * (value - low)) / width;
}
