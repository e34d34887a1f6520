import { unitBehind, withUnit } from '../../i18n/amounts.ts';
import { axisNumber, compactNumber, isCompact } from '../../i18n/compact.ts';
import { formatCell, formatNumber } from '../../i18n/format.ts';
import { axisLabel, moneyFactor } from '../../i18n/money.ts';
import { type Unit, unitSpec } from '../../model/units.ts';
import type { App } from '../../state/app.ts';
import { moneyOf } from '../../state/insight/answer.ts';
import type { Scale } from './data.ts';

/** How values of a unit are shown on the chart, in the money that is chosen. `exchange`: yuan a dollar. */
export function scaleFor(app: App, unit: Unit, decimals: number | undefined, exchange: number): Scale {
  const lang = app.lang();
  const spec = unitSpec(unit);
  const short = (value: number) => formatNumber(value, lang, 2, true, 0);
  if (unit === 'bn yuan') {
    const money = moneyOf(app);
    const value = (v: number) => formatNumber(v, lang, Math.abs(v) >= 1000 ? 0 : 1);
    const whole = (v: number) => formatNumber(v, lang, 2);
    const label = axisLabel(money, lang);
    const words = (v: number) =>
      lang === 'zh' ? `${formatNumber(v, lang, 1, false, 0)}${label}` : withUnit(value(v), label, lang);
    return { factor: moneyFactor(money, lang, exchange), label, tick: short, value, whole, words };
  }
  if (spec.form === 'plain') {
    const whole = (v: number) => formatCell(v, unit, lang, decimals);
    const value = (v: number) => (isCompact(v, unit, lang) ? tick(v) : whole(v));
    const tick = (v: number, largest?: number) =>
      largest === undefined ? compactNumber(v, unit, lang, 2, 0) : axisNumber(v, largest, unit, lang);
    const words = (v: number) => withUnit(value(v), unitBehind(unit, lang), lang);
    return { factor: 1, label: spec.label[lang], tick, value, whole, words };
  }
  const value = (v: number) => formatNumber(v, lang, decimals ?? spec.decimals);
  const words = (v: number) => withUnit(value(v), spec.label[lang], lang);
  return { factor: 100, label: spec.label[lang], tick: short, value, words };
}
