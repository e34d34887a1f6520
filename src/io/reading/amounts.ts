import { isKnownUnit, isScaled, type Unit, unitSpec } from '../../model/units.ts';
import { isCurrency, type Measure as Meaning, measuresOf, powerOf, sameBases } from '../../units/measure.ts';
import { type Currency, type Decimal, type DecimalSign, numberOf, plainText, readNumber } from './numbers.ts';
import { findPower, findUnit, powerOfUnit } from './units.ts';

/** How the numbers of a block are read, where one of them alone does not say it. */
export interface BlockReading {
  readonly sign: DecimalSign;
  /** Shares without a percent sign are fractions: 0.5 is 50%. Else they are percent: 0.5 is 0.5%. */
  readonly fractions: boolean;
  /** 元 behind an amount is what it is counted in: 400元 is 0.0000004 bn yuan. Else it only names the currency. */
  readonly ones: boolean;
  /** An amount with the sign of another currency than its line's is taken as it is; else it is none. */
  readonly foreign: boolean;
}

/** What stands behind a number: a unit of ours with its shift, a power of ten alone, or nothing. */
type Measure = { readonly unit: Unit; readonly shift: number } | { readonly power: number };

/** A number with what stands behind it. */
export interface Amount {
  readonly number: Decimal;
  readonly measure?: Measure;
}

/** Longer texts are no numbers. */
const LONGEST = 60;
const BEHIND = /^(.*\d\)?) ?(\D+)$/;

/** A scale as one letter, as amounts are shown: 1.23 M, 5K, 1.2B. Small letters are units: 5 m are metres. */
const LETTERS: Readonly<Record<string, string>> = { M: 'mn', K: 'k', B: 'bn' };
const spelled = (behind: string): string => behind.replace(/^[MKB](?= |$)/, (letter) => LETTERS[letter] ?? letter);

/** Measures by what is written: a column has few of them, and to find one takes some thirty patterns. */
const known = new Map<string, Measure | undefined>();

function measureOf(text: string): Measure | undefined {
  if (known.has(text)) return known.get(text);
  const power = findPower(spelled(text));
  const found = power === undefined ? findUnit(spelled(text)) : { power };
  if (known.size > 1000) known.clear();
  known.set(text, found);
  return found;
}

const MONEY: Readonly<Partial<Record<Currency, Unit>>> = { yuan: 'bn yuan', dollar: 'bn US$' };

/** ¥5亿, US$1.2 bn: the currency and the power make the unit. Undefined where the two do not go together. */
function withCurrency(measure: Measure, currency: Currency): Measure | undefined {
  const unit = MONEY[currency];
  if (!unit) return undefined;
  if ('power' in measure) return { unit, shift: measure.power - 9 };
  return measure.unit === unit ? measure : undefined;
}

/** A text as a number and the unit behind it; undefined where it is none, or what stands behind it is not known. */
export function readAmount(text: string, sign: DecimalSign): Amount | undefined {
  const number = readNumber(text, sign);
  if (number) return { number };
  if (text.length > LONGEST) return undefined;
  const [, written, behind] = BEHIND.exec(plainText(text)) ?? [];
  const found = written && behind ? readNumber(written, sign) : undefined;
  const measure = found && !found.percent && behind ? measureOf(behind.trim()) : undefined;
  if (!found || !measure) return undefined;
  const whole = found.currency ? withCurrency(measure, found.currency) : measure;
  return whole && { number: found, measure: whole };
}

/** Whether a text would be read as a number somewhere, whatever the numbers beside it are. */
export const isAmount = (text: string): boolean =>
  readAmount(text, '.') !== undefined || readAmount(text, ',') !== undefined;

/** The currency of a line of money. */
export const currencyOf = (unit: Unit): Currency | undefined =>
  unit === 'bn yuan' || unit === 'mn yuan per firm' ? 'yuan' : unit === 'bn US$' ? 'dollar' : undefined;

/** Whether an amount is counted in ones of its currency: 400元. */
export const isInOnes = ({ measure }: Amount): boolean =>
  measure !== undefined && 'unit' in measure && currencyOf(measure.unit) !== undefined && measure.shift === -9;

/** Whether an amount bears the sign of another currency than that of its line. */
export const isForeign = ({ number, measure }: Amount, unit: Unit): boolean => {
  const own = currencyOf(unit);
  return own !== undefined && measure === undefined && number.currency !== undefined && number.currency !== own;
};

/** The power of ten by which a measured amount becomes one of a line; undefined where the two do not go together. */
function shiftOfMeasure(amount: Amount, measure: Measure, unit: Unit, { ones }: BlockReading): number | undefined {
  const own = powerOfUnit(unit);
  // There are no ten thousands of years, in which the digits are not grouped.
  if ('power' in measure)
    return unitSpec(unit).form === 'plain' && unitSpec(unit).grouping ? measure.power - (own ?? 0) : undefined;
  if (unitSpec(unit).form !== 'plain') return unitSpec(measure.unit).form === 'plain' ? undefined : measure.shift;
  if (isInOnes(amount)) {
    const line = currencyOf(unit);
    // A line that is no money has no currency that it could be of.
    if (line === undefined) return unit === 'index' || unit === 'yuan per US$' ? 0 : undefined;
    if (line !== currencyOf(measure.unit)) return undefined;
    return ones ? -(own ?? 0) : 0;
  }
  if (measure.unit === unit) return measure.shift;
  // Who writes the money of a firm leaves out of whom it is.
  if (measure.unit === 'bn yuan' && unit === 'mn yuan per firm') return measure.shift + 9 - (own ?? 0);
  // 2024年 is a year in a line of them; 5年 are five of them nowhere else but in a line that counts them.
  return measure.unit === 'years' && unit === 'year' && /^\d{4}$/.test(amount.number.digits) ? 0 : undefined;
}

function shiftOf(amount: Amount, unit: Unit, how: BlockReading): number | undefined {
  const { number, measure } = amount;
  if (measure) return shiftOfMeasure(amount, measure, unit, how);
  const { form } = unitSpec(unit);
  if (number.percent || form === 'points') return -2;
  if (form === 'share') return number.currency ? undefined : how.fractions ? 0 : -2;
  return isForeign(amount, unit) && !how.foreign ? undefined : 0;
}

/** What stands before a number, its digits, and what stands behind it. */
const AROUND = /^([-+(]?) ?(\D*?) ?([\d.,' ’]*\d[.,]?(?:e[-+]?\d{1,3})?) ?([^\d)]*)(\)?)$/i;

/** What a unit means, and the scale that it names itself: 6 of mn EUR, none of tonnes. */
interface Scaled extends Meaning {
  readonly scale: number;
}

/** What is written before the number alone only names a currency, as € does in a line of thousands of them. */
function shiftTo(given: Meaning, wanted: Scaled, isBefore: boolean, { ones }: BlockReading): number | undefined {
  if (given.bases.size === 0) return given.power > 0 ? given.power - wanted.scale : undefined;
  if (!sameBases(given, wanted)) return undefined;
  const isName = given.power === 0 && [...given.bases.keys()].every(isCurrency);
  return isName && (isBefore || !ones) ? 0 : given.power - wanted.power;
}

/** The signs by which a currency is shown in either language: ¥ is also that of the yen. */
function signsOf(code: string): readonly string[] {
  if (!/^[A-Z]{3}$/.test(code)) return [];
  return ['en', 'zh-CN'].flatMap((locale) => {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency: code }).formatToParts(0);
    return parts.filter(({ type }) => type === 'currency').map(({ value }) => plainText(value));
  });
}

/** A number of a line whose unit has no name of ours: €49, 1,200 customers, 3万人. */
function readOwn(text: string, unit: Unit, how: BlockReading): number | undefined {
  const bare = readNumber(text, how.sign);
  if (bare && !bare.currency) return numberOf(bare, bare.percent ? -2 : 0);
  if (text.length > LONGEST) return undefined;
  const [, sign = '', before = '', digits, behind = '', close = ''] = AROUND.exec(plainText(text)) ?? [];
  const number = digits === undefined ? undefined : readNumber(`${sign}${digits}${close}`, how.sign);
  if (!number) return undefined;
  // Also where it looks like a scale: 300 K of kelvin.
  if (before === '' && behind === unit) return numberOf(number, 0);
  const [power, rest] = powerOf(spelled(behind).toLowerCase());
  if (before === '' && power > 0 && rest.trim() === unit.toLowerCase()) return numberOf(number, power);
  // Who writes the money of a customer leaves out of whom it is.
  const [whole = ''] = unit.split(/ per |\s*\/\s*|每/i);
  const named = whole !== '' && signsOf(whole).includes(before) ? `${whole} ` : before;
  for (const given of measuresOf(`${named}${spelled(behind)}`.trim()))
    for (const wanted of [unit, whole].flatMap(measuresOf)) {
      const scale = isScaled(unit) ? wanted.power : 0;
      const shift = shiftTo(given, { ...wanted, scale }, behind === '', how);
      if (shift !== undefined) return numberOf(number, shift);
    }
  return undefined;
}

/** A text as the number that a line of a unit stores; undefined where it is none. */
export function readInUnit(text: string, unit: Unit, how: BlockReading): number | undefined {
  if (unit !== '' && !isKnownUnit(unit) && unitSpec(unit).form === 'plain') return readOwn(text, unit, how);
  const amount = readAmount(text, how.sign);
  if (!amount) return undefined;
  const shift = shiftOf(amount, unit, how);
  return shift === undefined ? undefined : numberOf(amount.number, shift);
}

/** A text as it is typed in one cell, where what it comes to is in sight. */
export const readTyped = (text: string, unit: Unit): number | undefined =>
  readInUnit(text, unit, { sign: '.', fractions: false, ones: true, foreign: false });
