import type { Lang, Text } from '../model/text.ts';
import { formatNumber } from './format.ts';

/** In what chart and answer show money. The sheet keeps the unit of its lines. */
export type Money = 'bn yuan' | 'yi yuan' | 'bn US$';
export const MONEYS: readonly Money[] = ['bn yuan', 'yi yuan', 'bn US$'];

export const MONEY_LABELS: Readonly<Record<Money, Text>> = {
  'bn yuan': { en: 'bn yuan', zh: '亿元' },
  'yi yuan': { en: '亿元 (100 mn yuan)', zh: '亿元' },
  'bn US$': { en: 'bn US$', zh: '亿美元' },
};

/** What stands at the axis. In Chinese all money is counted in 亿. */
export const axisLabel = (money: Money, lang: Lang): string =>
  money === 'yi yuan' ? '亿元' : MONEY_LABELS[money][lang];

/** By what an amount in bn yuan is multiplied to be shown. `yuanPerDollar`: NaN where it is unknown. */
export function moneyFactor(money: Money, lang: Lang, yuanPerDollar: number): number {
  const scale = lang === 'zh' || money === 'yi yuan' ? 10 : 1;
  return money === 'bn US$' ? scale / yuanPerDollar : scale;
}

/** Digits after the point for an amount in words: whole from `whole`, one from 1, else two. */
const amountDecimals = (amount: number, whole = 9.95): number =>
  Math.abs(amount) >= whole ? 0 : Math.abs(amount) >= 0.95 ? 1 : 2;

/**
 * An amount in words: "230 bn yuan" (`short`: "230 bn"), 2299亿元, 1.2万亿元, "US$31.5 bn", 315亿美元.
 * @param bnYuan the amount in bn yuan
 */
export function amountInWords(bnYuan: number, money: Money, lang: Lang, yuanPerDollar: number, short = false): string {
  const amount = bnYuan * moneyFactor(money, lang, yuanPerDollar);
  const say = (value: number, decimals: number) => formatNumber(value, lang, decimals, lang === 'en', 0);
  // A billion dollars is seven of yuan: a tenth of it still says something.
  const words = say(amount, amountDecimals(amount, money === 'bn US$' ? 99.95 : 9.95));
  if (lang === 'zh') {
    const yuan = money === 'bn US$' ? '美元' : '元';
    if (Math.abs(amount) >= 10_000) return `${say(amount / 10_000, 2)}万亿${yuan}`;
    return `${say(amount, amountDecimals(amount))}亿${yuan}`;
  }
  if (money === 'bn US$') return `US$${words} bn`;
  if (money === 'yi yuan') return `${words} 亿元`;
  return short ? `${words} bn` : `${words} bn yuan`;
}
