import { FIRST_YEAR } from '../../model/periods.ts';
import { plainText } from './numbers.ts';

const BEFORE_CHRIST = /^(?:\d{1,5} ?b\.?c\.?(?:e\.?)?|公元前\d{1,5}年?)$/i;
const EARLY = /^-?\d{1,5}(?: ?(?:c\.?e\.?|a\.?d\.?))?$/i;

/** A year that lies before those of a model: -500, 500 BC, 800. */
export function isFarYear(cell: string): boolean {
  const text = plainText(cell);
  if (BEFORE_CHRIST.test(text)) return true;
  const year = Number.parseInt(text, 10);
  return EARLY.test(text) && year < FIRST_YEAR && year >= -20_000;
}

/** Whether a text says by itself that it is such a year: one before the year 0. */
export const isBeforeChrist = (cell: string): boolean => {
  const text = plainText(cell);
  return BEFORE_CHRIST.test(text) || (/^-\d{2,5}$/.test(text) && isFarYear(cell));
};

/** Columns whose heads are years that lie too far back: they go one way, at least one of them before the year 0 unless others are years. */
export function farYears(head: readonly string[], hasYears: boolean): readonly number[] {
  const places = head.flatMap((cell, i) => (isFarYear(cell) ? [i] : []));
  if (places.length === 0 || (places.length < 2 && !hasYears)) return [];
  const isTold = hasYears || places.some((place) => isBeforeChrist(head[place] ?? ''));
  const signed = places.map((place) => {
    const text = plainText(head[place] ?? '');
    const year = Math.abs(Number.parseInt(text.replace('公元前', ''), 10));
    return isBeforeChrist(text) ? -year : year;
  });
  const isOneWay =
    signed.every((year, i) => i === 0 || year > (signed[i - 1] ?? 0)) ||
    signed.every((year, i) => i === 0 || year < (signed[i - 1] ?? 0));
  return isTold && isOneWay ? places : [];
}
