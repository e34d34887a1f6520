import { days360, monthsOn } from './dates.ts';
import { dayNumber, dayOf, daysIn } from './days.ts';

/** How days are counted: 30/360 of the United States, actual, actual/360, actual/365, 30/360 of Europe. */
export type Basis = 0 | 1 | 2 | 3 | 4;

/** Days from one day to another. */
export const daysBetween = (from: number, to: number, basis: Basis): number =>
  basis === 0 || basis === 4 ? days360(dayOf(from), dayOf(to), basis === 4) : to - from;

const isLeap = (year: number): boolean => daysIn(year, 2) === 29;
const newYear = (year: number): number => dayNumber(year, 1, 1) ?? Number.NaN;

/** Days of a year of actual days: of up to a year 366 where a 29 February lies in it, of more the mean of the years. */
function yearOf(from: number, to: number): number {
  const [a, b] = [dayOf(from), dayOf(to)];
  const isShort = a.year === b.year || (a.year + 1 === b.year && (a.month - b.month || a.day - b.day) >= 0);
  if (!isShort) return (newYear(b.year + 1) - newYear(a.year)) / (b.year - a.year + 1);
  if (a.year === b.year) return isLeap(a.year) ? 366 : 365;
  const isIn = [a.year, b.year].some((year) => {
    const day = isLeap(year) ? (dayNumber(year, 2, 29) ?? 0) : 0;
    return from <= day && day <= to;
  });
  return isIn ? 366 : 365;
}

/** The part of a year, as YEARFRAC counts it. */
export function yearFraction(from: number, to: number, basis: Basis): number {
  const days = daysBetween(from, to, basis);
  return days / (basis === 1 ? yearOf(from, to) : basis === 3 ? 365 : 360);
}

/** The coupons of a bond around its settlement. */
export interface Coupons {
  readonly previous: number;
  readonly next: number;
  /** Those that are paid from the settlement to the maturity. */
  readonly count: number;
  /** Days of the period in which the settlement is, of those the ones that went by, and those that are left. */
  readonly days: number;
  readonly passed: number;
  readonly left: number;
}

/** The day so many coupons before another; from the last day of a month it is one of its own month. */
export function couponDay(from: number, count: number, frequency: number): number {
  const { year, month, day } = dayOf(from);
  return monthsOn(from, (-12 / frequency) * count, day === daysIn(year, month));
}

/** Days of a period of coupons. */
export const periodDays = (from: number, to: number, frequency: number, basis: Basis): number =>
  basis === 1 ? to - from : (basis === 3 ? 365 : 360) / frequency;

/** Coupons fall on the day of the maturity; the settlement is before that. */
export function couponsOf(settlement: number, maturity: number, frequency: number, basis: Basis): Coupons {
  const [a, b] = [dayOf(settlement), dayOf(maturity)];
  let count = Math.max(1, Math.floor((((b.year - a.year) * 12 + b.month - a.month) * frequency) / 12) - 1);
  while (couponDay(maturity, count, frequency) > settlement) count++;
  const previous = couponDay(maturity, count, frequency);
  const next = couponDay(maturity, count - 1, frequency);
  const days = periodDays(previous, next, frequency, basis);
  const passed = daysBetween(previous, settlement, basis);
  const left = basis === 0 || basis === 4 ? days - passed : next - settlement;
  return { previous, next, count, days, passed, left };
}
