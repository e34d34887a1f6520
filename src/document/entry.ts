import type { Content } from '../model/content.ts';
import { dateNumber, dateText, isDateUnit } from '../model/dates.ts';
import type { MeasuredLine } from '../model/line.ts';
import { isKnownUnit, type Unit, unitSpec } from '../model/units.ts';

/** A number as people type it: sign, digits with or without grouping, decimals, exponent, percent sign. */
const NUMBER = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[-+]?\d{1,3})?\s*(%?)$/i;

/** Full-width digits and signs, the minus sign and non-breaking spaces, as the keyboard's own. */
const normalise = (text: string): string =>
  (/[^ -~]/.test(text) ? text.normalize('NFKC').replace(/\u2212/g, '-') : text).trim();

/** A typed number as a decimal, so that percent can be taken without the noise of binary fractions. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
  readonly percent: boolean;
}

function readDecimal(text: string): Decimal | undefined {
  const match = NUMBER.exec(normalise(text));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = 'e0', percent] = match;
  if (whole === '' && fraction.length < 2) return undefined;
  const digits = `${sign}${whole.replaceAll(',', '') || '0'}${fraction}`;
  const decimal = { digits, exponent: Number(exponent.slice(1)), percent: percent === '%' };
  return Number.isFinite(numberOf(decimal)) ? decimal : undefined;
}

/** The number that is nearest to a decimal times ten to the power of `shift`. */
const numberOf = ({ digits, exponent }: Decimal, shift = 0): number => Number(`${digits}e${exponent + shift}`);

/**
 * What a person typed in a cell of a unit. Empty resets the cell (`undefined`), a leading `'` makes text, `=` a formula,
 * and what is no number is kept as text. A share takes `18%`, `18` and `0.18` alike, as Excel's percent cells do;
 * percentage points take `4` and `4%` for 0.04.
 */
export function parseEntry(typed: string, unit: Unit): Content | undefined {
  const trimmed = typed.trim();
  if (trimmed === '') return undefined;
  if (trimmed.startsWith("'")) return { text: trimmed.slice(1) };
  if (/^[=＝]/.test(trimmed)) return { formula: `=${trimmed.slice(1)}` };
  const number = readDecimal(trimmed);
  if (!number) return (isDateUnit(unit) && dateNumber(normalise(trimmed))) || { text: typed };
  const { form } = unitSpec(unit);
  const hundredths = number.percent || form === 'points' || (form === 'share' && Math.abs(numberOf(number)) >= 1);
  return numberOf(number, hundredths ? -2 : 0);
}

/** The digits of a number with the decimal point moved two places to the right, none of them lost. */
function timesHundred(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent !== undefined) return `${mantissa}e${Number(exponent) + 2}`;
  const [whole = '', fraction = ''] = mantissa.split('.');
  const shifted = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return fraction.length > 2 ? `${shifted}.${fraction.slice(2)}` : shifted;
}

/** A stored number as it is edited: with all its digits, a share as percent, points times 100, a date as one. */
export function editableNumber(value: number, unit: Unit): string {
  if (isDateUnit(unit)) return (Number.isInteger(value) && dateText(value)) || String(value);
  const { form } = unitSpec(unit);
  if (form === 'plain') return String(value);
  return form === 'share' ? `${timesHundred(value)}%` : timesHundred(value);
}

/** Decimals that a stored number has when it is shown in its unit. */
export const decimalsOf = (value: number, unit: Unit): number =>
  /^[^e]*\.(\d+)/.exec(editableNumber(value, unit))?.[1]?.length ?? 0;

/** More decimals than this say nothing to a reader, and stem from a formula. */
export const MOST_DECIMALS = 6;

/**
 * Decimals with which a line is shown: those that it was given, else those of its unit, and in a unit of a person's own no
 * fewer than what was typed there has: 49.99 EUR is never 50.
 */
export function shownDecimals(line: Pick<MeasuredLine, 'unit' | 'decimals'>, ...typed: readonly unknown[]): number {
  const usual = line.decimals ?? unitSpec(line.unit).decimals;
  if (line.decimals !== undefined || isKnownUnit(line.unit)) return usual;
  let most = usual;
  for (const value of 'value' in line ? [line.value, ...typed] : typed) {
    const needed = typeof value === 'number' && !Number.isNaN(value) ? decimalsOf(value, line.unit) : 0;
    if (needed > most && needed <= MOST_DECIMALS) most = needed;
  }
  return most;
}
