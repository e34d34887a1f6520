import { type Accessor, createMemo } from 'solid-js';
import { editableNumber, parseEntry, shownDecimals } from '../../../document/entry.ts';
import { amountInUnit, isGrouped, toldUnit, unitBehind, withUnit } from '../../../i18n/amounts.ts';
import { isCompact } from '../../../i18n/compact.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { axisLabel, type Money, moneyFactor } from '../../../i18n/money.ts';
import type { Lang } from '../../../model/text.ts';
import { type Unit, unitSpec } from '../../../model/units.ts';
import type { App } from '../../../state/app.ts';
import { createExchange } from '../../../state/insight/answer.ts';

export interface ReaderUnits {
  readonly lang: Lang;
  readonly money: Money;
  /** NaN where it is unknown: money stays in yuan. */
  readonly yuanPerDollar: number;
}

/** How chart and answer are read now; the rate is asked for only where it is needed. */
export function createReader(app: App): Accessor<ReaderUnits> {
  const { lang, preferences } = app;
  const exchange = createExchange(app);
  return createMemo(() => {
    const money = preferences.money();
    return { lang: lang(), money, yuanPerDollar: money === 'bn US$' ? exchange() : Number.NaN };
  });
}

/** How values of a line are read and typed in words: amounts in the money of chart and answer, shares in percent. */
export interface LineUnits {
  /** What stands behind a number; empty for counts without a name. */
  readonly unit: string;
  readonly decimals: number;
  /** By how many places the point moves to the right where a stored value is shown; undefined where it is converted. */
  readonly places: number | undefined;
  /** Without the unit, with always as many decimals or from `atLeast` up to as many. */
  readonly number: (stored: number, decimals?: number, atLeast?: number) => string;
  /** With the unit: "230.00 bn yuan", "15.3 %", 2299.2亿元. */
  readonly say: (stored: number, decimals?: number, atLeast?: number) => string;
  /** As it is edited, and what was typed as it is stored; undefined where that is no number. */
  readonly edit: (stored: number) => string;
  readonly parse: (text: string) => number | undefined;
}

/** `exactly`: where digits are counted, money is not converted to dollars. */
export function measureOf(
  line: { readonly unit: Unit; readonly decimals?: number },
  { lang, money, yuanPerDollar }: ReaderUnits,
  exactly = false,
): LineUnits {
  const { unit } = line;
  const spec = unitSpec(unit);
  const dollars = money === 'bn US$' && (exactly || !(yuanPerDollar > 0));
  const shownMoney = dollars ? 'bn yuan' : money;
  const isMoney = unit === 'bn yuan';
  const told = toldUnit(unit, lang);
  const moves = isMoney ? Math.log10(moneyFactor(shownMoney, lang, 1)) : told.places;
  const factor = isMoney ? moneyFactor(shownMoney, lang, yuanPerDollar) : spec.form === 'plain' ? 10 ** moves : 100;
  const decimals = Math.max(0, shownDecimals(line) - moves);
  const converted = isMoney && shownMoney === 'bn US$';
  const name = isMoney ? axisLabel(shownMoney, lang) : spec.form === 'share' ? '%' : told.label;
  const label = unitBehind(unit, lang) === '' ? '' : name;
  const number = (stored: number, most = decimals, atLeast = most) =>
    // Fifteen digits: the sixteenth is the noise of the multiplication.
    formatNumber(
      Number((stored * factor).toPrecision(15)),
      lang,
      most,
      spec.grouping && isGrouped(label, lang),
      atLeast,
    );
  return {
    unit: label,
    decimals,
    places: converted ? undefined : Math.round(Math.log10(factor)),
    number,
    say: (stored, most, atLeast) =>
      most === undefined && isCompact(stored, unit, lang)
        ? amountInUnit(stored, unit, lang)
        : withUnit(number(stored, most, atLeast), label, lang),
    edit: (stored) =>
      isMoney || moves > 0
        ? String(Number((stored * factor).toPrecision(12)))
        : editableNumber(Number(stored.toPrecision(12)), unit),
    parse: (text) => {
      const content = parseEntry(text, unit);
      if (typeof content !== 'number') return undefined;
      return isMoney || moves > 0 ? Number((content / factor).toPrecision(15)) : content;
    },
  };
}

/** A number with its sign: what is added or taken away. */
export const signed = (text: string, value: number): string => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text);
