import { PER_YEAR, stepOf } from '../../model/periods.ts';
import type { BuiltIn } from './piece.ts';

/**
 * The index of a part of the year, scaled so that the mean of a year is 1: s(i) = n wᵢ / Σ w. The seasonal component of
 * classical multiplicative decomposition (Hyndman and Athanasopoulos, “Forecasting: Principles and Practice”, 3.4).
 */
export const seasonal: BuiltIn = {
  says: 'The index of the half, quarter or month, from a weight for each of them in the calendar; their mean is made 1.',
  called: 'weight of the first, …, of the last',
  of: (count, periods) => {
    const part = stepOf(periods);
    if (part === 'year' || count !== PER_YEAR[part]) return undefined;
    const takes = Array.from({ length: count }, (_, i) => `w${i + 1}`);
    const weights = takes.map((name) => `<${name}>`).join(',');
    return { takes, formula: `${count}*CHOOSE({${part}},${weights})/SUM(${weights})` };
  },
};
