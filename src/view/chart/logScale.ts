import type { AxisExtent } from './scale.ts';

const MOST_LINES = 5;
const SLACK = 1e-9;
/** Digits of which the ends of a logarithmic axis are, and its gridlines where there are few of them. */
const DIGITS = [1, 2, 5];

/** A logarithmic axis: heights are powers of ten. Every value is above 0. */
export const logScale = {
  to: Math.log10,
  from: (height: number): number => Number((10 ** height).toPrecision(12)),
  axis(values: readonly number[]): AxisExtent {
    const fit = values.filter((value) => value > 0 && Number.isFinite(value));
    const [low, high] = fit.length > 0 ? [Math.min(...fit), Math.max(...fit)] : [1, 10];
    const powers = Array.from(
      { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
      (_, i) => Math.floor(Math.log10(low)) + i,
    );
    const round = powers.flatMap((power) => DIGITS.map((digit) => power + Math.log10(digit)));
    const min = round.findLast((at) => at <= Math.log10(low) + SLACK) ?? 0;
    const max = round.find((at) => at >= Math.log10(high) - SLACK && at > min) ?? min + 1;
    const within = round.filter((at) => at >= min && at <= max);
    const tens = within.filter((at) => Number.isInteger(at));
    const every = Math.max(1, Math.ceil(tens.length / MOST_LINES));
    return { min, max, ticks: within.length <= MOST_LINES ? within : tens.filter((_, i) => i % every === 0) };
  },
};
