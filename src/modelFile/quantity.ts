import { unitSpec } from '../model/units.ts';

/** A number as it is written in a file, with its unit where it has one. The number keeps its digits. */
export interface Quantity {
  readonly digits: string;
  readonly unit: string | undefined;
}

/** As a number is written in a file. */
export const NUMBER = '[-+\u2212]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,3})?';
const QUANTITY = new RegExp(`^(${NUMBER})(?:\\s*(%.*)|\\s+(\\S[^]*))?$`);
/** With commas, spaces, apostrophes or underscores. */
const GROUPED =
  /^[-+\u2212]?\d{1,3}(?:([,\uFF0C'\u2019_])\d{3}(?:\1\d{3})*|([ \u00A0\u2009\u202F])\d{3}(?:\2\d{3})*)(?=[^\d]|$)/;
const RANGE = new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})(?:\\s+by\\s+(${NUMBER}))?$`);

/** Units of shares and points by their names in a file. */
const IN_FILE: Readonly<Record<string, string>> = { percent: '%', 'percent a year': '% a year' };
const FROM_FILE: Readonly<Record<string, string>> = { '%': 'percent', '% a year': 'percent a year' };

/** A unit as a file names it, and back. */
export const unitInFile = (unit: string): string => (Object.hasOwn(IN_FILE, unit) ? (IN_FILE[unit] as string) : unit);
export const unitFromFile = (text: string): string =>
  Object.hasOwn(FROM_FILE, text) ? (FROM_FILE[text] as string) : text;

/** Whether a unit is stored as a fraction and told times 100. */
export const isFraction = (unit: string): boolean => unitSpec(unit).form !== 'plain';

/** By which a bare number beside the value of a line is shifted to be stored: it is in the unit in which that is written. */
export const powerIn = (unit: string, value: Quantity | undefined): number =>
  isFraction(unit) && (value === undefined || value.unit !== undefined) ? -2 : 0;

/** `49 EUR per customer`, `2.1 %`, `1200`. Undefined for any other text. */
export function parseQuantity(text: string | number): Quantity | undefined {
  const match = QUANTITY.exec(String(text).trim());
  if (!match) return undefined;
  const [, digits = '', percent, rest] = match;
  const unit = (percent ?? rest)?.trim();
  const quantity = { digits: digits.replace('\u2212', '-'), unit: unit === undefined ? undefined : unitFromFile(unit) };
  return Number.isFinite(Number(quantity.digits)) ? quantity : undefined;
}

/** Whether the digits of a number stand in groups, which YAML or a reader would cut or misread. */
export const isGrouped = (text: string | number): boolean => GROUPED.test(String(text).trim());

/** Whether a text that can be a formula is a quantity all the same: a number, and a unit that begins as one. */
export const isPlainQuantity = (text: string | number): boolean => {
  const quantity = parseQuantity(text);
  return quantity !== undefined && /^[\p{L}\p{Sc}%°][^{}=*+^&<>"()]*$/u.test(quantity.unit ?? '%');
};

/** `0.5..6 by 0.1`: low, high and step as they are written. */
export function parseRange(text: string): { low: string; high: string; step: string | undefined } | undefined {
  const match = RANGE.exec(text.trim());
  if (!match) return undefined;
  const [low, high, step] = match.slice(1).map((part) => part?.replace('\u2212', '-'));
  return { low: low ?? '', high: high ?? '', step };
}

/** The number that is nearest to digits times ten to a power: 0.7 with -2 is 0.007 and nothing beside it. */
export function shifted(digits: string, power: number): number {
  const [mantissa = '', exponent = '0'] = digits.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) + power}`);
}

/** The digits of a number with its point moved, none of them lost: the inverse of `shifted`. */
export function movedPoint(value: number, power: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent !== undefined) return `${mantissa}e${Number(exponent) + power}`;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const left = whole + fraction.padEnd(power, '0').slice(0, power);
  const right = fraction.slice(power);
  return `${sign}${left.replace(/^0+(?=\d)/, '')}${right === '' ? '' : `.${right}`}`;
}

/** A round step of about a hundredth of a range. */
export function roundStep(low: number, high: number): number {
  const power = Math.floor(Math.log10((high - low) / 100));
  const lead = (high - low) / 100 / 10 ** power;
  return Number(`${lead >= 5 ? 5 : lead >= 2 ? 2 : 1}e${power}`);
}
