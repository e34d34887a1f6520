import { define, fail, number, type Result } from './define.ts';
import { at15 } from './numberText.ts';

/**
 * Rounding goes by the decimal number that is seen, at 15 significant digits, and not by its binary fraction:
 * 1.005 is 1.01 to two places. Excel and LibreOffice round so.
 * https://support.microsoft.com/office/round-function-c018c5d8-40fb-4053-90b1-b3e7f61a213c
 */

type Way = (x: number) => number;
export const halfUp: Way = (x) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5);
const awayFromZero: Way = (x) => Math.sign(x) * Math.ceil(Math.abs(x));

/** `way` at so many decimals. The decimal point is moved in the text of the number, which costs no digit. */
export function atDecimals(x: number, decimals: number, way: Way): number {
  const places = Math.trunc(decimals);
  // A whole number stays as it is, also one of more than 15 digits.
  if (places > 20 || x === 0 || (places >= 0 && Number.isInteger(x))) return x;
  if (places < -308) return 0;
  if (places >= 0 && places <= 15) {
    // Far from what the last digit could decide, the binary number rounds as the decimal one does, ten times as fast.
    const power = 10 ** places;
    const scaled = x * power;
    const rest = Math.abs(scaled) % 0.5;
    const noise = 1e-9 + Math.abs(scaled) * 1e-14;
    if (Math.abs(scaled) < 1e13 && rest > noise && rest < 0.5 - noise) return way(scaled) / power + 0;
  }
  const [mantissa = '', power = '0'] = x.toPrecision(15).split('e');
  const moved = Number(`${mantissa}e${Number(power) + places}`);
  if (!Number.isFinite(moved)) return x;
  const [digits = '', exponent = '0'] = String(way(moved)).split('e');
  return Number(`${digits}e${Number(exponent) - places}`) + 0;
}

/** `way` to a multiple of a number. */
const toMultiple = (x: number, of: number, way: Way): number => {
  const times = x / of;
  // Beyond that a count of 15 digits would be another one.
  return at15(way(Math.abs(times) < 1e13 ? at15(times) : times) * of) + 0;
};

const rounder = (name: string, summary: string, way: Way) =>
  define({
    name,
    summary,
    parameters: [number('number'), number('num_digits', { defaultValue: 0 })],
    calculate: (x: number, decimals: number) => atDecimals(x, decimals, way),
  });

const whole = (name: string, summary: string, calculate: (x: number) => number) =>
  define({ name, summary, parameters: [number('number')], calculate });

/** CEILING and FLOOR of Excel 2010 on: a negative step turns a negative number the other way, a positive one has none. */
const byStep = (name: string, summary: string, way: Way, atZero: () => Result) =>
  define({
    name,
    summary,
    // https://support.microsoft.com/office/ceiling-function-0a5cd7c8-0720-4f0a-bd2c-c943e510899f
    parameters: [number('number'), number('significance')],
    calculate: (x: number, step: number) => {
      if (x === 0) return 0;
      if (step === 0) return atZero();
      return x > 0 && step < 0 ? fail.num() : toMultiple(x, step, way);
    },
  });

/** `mode`: negative numbers are rounded as their size is, and not towards their own side. */
const byMath = (name: string, summary: string, way: Way) =>
  define({
    name,
    summary,
    // https://support.microsoft.com/office/ceiling-math-function-80f95d2f-b499-4eee-9f16-f795a8e306c8
    parameters: [number('number'), number('significance', { defaultValue: 1 }), number('mode', { defaultValue: 0 })],
    calculate: (x: number, step: number, mode: number) => {
      if (step === 0) return 0;
      const size = Math.abs(step);
      return toMultiple(x, x < 0 && mode !== 0 ? -size : size, way);
    },
  });

const precise = (name: string, aliases: readonly string[], summary: string, way: Way) =>
  define({
    name,
    aliases,
    summary,
    // https://support.microsoft.com/office/ceiling-precise-function-f366a774-527a-4c92-ba49-af0a196e66cb
    parameters: [number('number'), number('significance', { defaultValue: 1 })],
    calculate: (x: number, step: number) => (step === 0 ? 0 : toMultiple(x, Math.abs(step), way)),
  });

const toEven = (x: number) => Math.sign(x) * 2 * Math.ceil(at15(Math.abs(x)) / 2) + 0;
const toOdd = (x: number) => (x < 0 ? -1 : 1) * (2 * Math.ceil((Math.max(1, at15(Math.abs(x))) - 1) / 2) + 1);

export const ROUNDING = [
  rounder('ROUND', 'Rounds a number to so many decimals.', halfUp),
  rounder('ROUNDUP', 'Rounds a number away from zero, to so many decimals.', awayFromZero),
  rounder('ROUNDDOWN', 'Rounds a number towards zero, to so many decimals.', Math.trunc),
  rounder('TRUNC', 'Cuts a number off after so many decimals.', Math.trunc),
  whole('INT', 'Rounds a number down to a whole one.', (x) => (Number.isInteger(x) ? x : Math.floor(at15(x)))),
  whole('EVEN', 'Rounds a number away from zero to an even one.', toEven),
  whole('ODD', 'Rounds a number away from zero to an odd one.', toOdd),
  byStep('CEILING', 'Rounds a number up to a multiple.', Math.ceil, () => 0),
  byStep('FLOOR', 'Rounds a number down to a multiple.', Math.floor, fail.div0),
  byMath('CEILING.MATH', 'Rounds a number up to a multiple.', Math.ceil),
  byMath('FLOOR.MATH', 'Rounds a number down to a multiple.', Math.floor),
  precise('CEILING.PRECISE', ['ISO.CEILING'], 'Rounds a number up to a multiple, whatever its sign.', Math.ceil),
  precise('FLOOR.PRECISE', [], 'Rounds a number down to a multiple, whatever its sign.', Math.floor),
  define({
    name: 'MROUND',
    summary: 'Rounds a number to the nearest multiple.',
    // https://support.microsoft.com/office/mround-function-c299c3b0-15a5-426d-aa4b-d2d5b3baf427
    parameters: [number('number'), number('multiple')],
    calculate: (x: number, step: number) => {
      if (step === 0 || x === 0) return 0;
      return x * step < 0 ? fail.num() : toMultiple(x, step, halfUp);
    },
  }),
];
