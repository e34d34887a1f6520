import { define, fail, number, page, type Result, whole } from './define.ts';

/*
 * Bessel functions of whole order to about 14 digits, as LibreOffice gives them; Excel's own help has 8 or 9.
 * J and I fall with the order, so that the recurrence is run from a far order down, by J. C. P. Miller; Y and K rise,
 * and are run from 0 and 1 up. The series are those of NIST's Digital Library of Mathematical Functions, https://dlmf.nist.gov/10
 */

/** Beyond it a recurrence would take seconds. */
const LARGEST = 1e6;
const EULER = 0.5772156649015329;

/**
 * J (`sign` 1) or I (-1) of all orders up to some that is far beyond the one asked for, at x > 0; I without its growth,
 * by e^x. DLMF 10.6.1, 10.29.1; their sum is known: 10.12.4, 10.35.4.
 */
function allOrders(x: number, order: number, sign: 1 | -1): number[] {
  const size = Math.max(order, x);
  const from = 2 * Math.ceil((size + 30 + 12 * Math.cbrt(size)) / 2);
  const values = new Array<number>(from + 2).fill(0);
  let sum = 0;
  values[from] = 1e-300;
  for (let k = from; k > 0; k--) {
    let before = ((2 * k) / x) * (values[k] as number) - sign * (values[k + 1] as number);
    if (Math.abs(before) > 1e200) {
      for (let i = k; i <= from && values[i] !== 0; i++) values[i] = (values[i] as number) * 1e-250;
      before *= 1e-250;
      sum *= 1e-250;
    }
    values[k - 1] = before;
    if (sign < 0 || k % 2 === 1) sum += k === 1 ? before : 2 * before;
  }
  return values.map((value) => value / sum);
}

/** Of a negative number the sign is that of the order. */
const turned = (x: number, order: number, value: number): number => (x < 0 && order % 2 === 1 ? -value : value);

function besselJ(x: number, order: number): number {
  if (x === 0) return order === 0 ? 1 : 0;
  return turned(x, order, allOrders(Math.abs(x), order, 1)[order] ?? 0);
}
function besselI(x: number, order: number): number {
  if (x === 0) return order === 0 ? 1 : 0;
  return turned(x, order, (allOrders(Math.abs(x), order, -1)[order] ?? 0) * Math.exp(Math.abs(x)));
}

/** Up to an order from those of 0 and 1. */
function upwards(x: number, order: number, first: number, second: number, sign: 1 | -1): number {
  let [one, other] = [first, second];
  for (let k = 1; k <= order; k++) [one, other] = [other, ((2 * k) / x) * other - sign * one];
  return one;
}

/** Y0 as a sum of J, M. Abramowitz, I. Stegun, Handbook, 9.1.89, and Y1 as the slope of that. */
function besselY(x: number, order: number): number {
  const j = allOrders(x, 1, 1);
  const log = Math.log(x / 2) + EULER;
  let [even, odd] = [0, 0];
  for (let k = 1; 2 * k + 1 < j.length; k++) {
    const sign = k % 2 === 0 ? 1 : -1;
    even += (sign * (j[2 * k] as number)) / k;
    odd += (sign * (2 * k + 1) * (j[2 * k + 1] as number)) / (k * (k + 1));
  }
  const zeroth = (2 * log * (j[0] as number) - 4 * even) / Math.PI;
  const first = (2 / Math.PI) * ((log - 1) * (j[1] as number) - (j[0] as number) / x - odd);
  return upwards(x, order, zeroth, first, 1);
}

/** DLMF 10.32.9 by a plain sum, which is exact to all digits: what it integrates falls off twice exponentially. */
function besselK(x: number, order: number): number {
  const step = Math.min(0.125, 0.6 / Math.sqrt(x));
  let [zeroth, first] = [0, 0];
  for (let t = 0, part = Math.exp(-x) / 2; part > 0; t += step, part = Math.exp(-x * Math.cosh(t))) {
    zeroth += part;
    first += part * Math.cosh(t);
  }
  return upwards(x, order, zeroth * step, first * step, -1);
}

const bessel = (
  name: string,
  id: string,
  kind: string,
  of: (x: number, order: number) => number,
  isPositive: boolean,
) =>
  define({
    name,
    summary: `The ${kind} Bessel function of a whole order.`,
    source: page(name, id),
    parameters: [number('x'), whole('n')],
    calculate: (x: number, order: number): Result => {
      if (order < 0 || order > LARGEST || Math.abs(x) > LARGEST || (isPositive && x <= 0)) return fail.num();
      const value = of(x, order);
      return Number.isFinite(value) ? value + 0 : fail.num();
    },
  });

export const BESSEL = [
  bessel('BESSELI', '8d33855c-9a8d-444b-98e0-852267b1c0df', 'modified', besselI, false),
  bessel('BESSELJ', '839cb181-48de-408b-9d80-bd02982d94f7', 'first', besselJ, false),
  bessel('BESSELK', '606d11bc-06d3-4d53-9ecb-2803e2b90b70', 'modified second', besselK, true),
  bessel('BESSELY', 'f3a356b3-da89-42c3-8974-2da54d6353a2', 'second', besselY, true),
];
