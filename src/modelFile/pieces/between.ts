import type { BuiltIn } from './piece.ts';

/**
 * Straight lines between given years, level before the first and after the last:
 * x(t) = xᵢ + (xᵢ₊₁ − xᵢ) (t − tᵢ) / (tᵢ₊₁ − tᵢ). Linear interpolation, by its definition.
 */
export const between: BuiltIn = {
  says: 'What lies on straight lines between given years; the first value before them, the last one after them.',
  called: 'year, value, year, value, …',
  of: (count) => {
    const points = count / 2;
    if (!Number.isInteger(points) || points < 2) return undefined;
    const takes = Array.from({ length: count }, (_, i) => `${i % 2 === 0 ? 't' : 'x'}${Math.floor(i / 2)}`);
    const legs = Array.from({ length: points - 1 }, (_, i) => {
      const [t, x, u, y] = [`<t${i}>`, `<x${i}>`, `<t${i + 1}>`, `<x${i + 1}>`];
      return `IF(<now><=${u},${x}+(${y}-${x})*(<now>-${t})/(${u}-${t}),`;
    });
    const last = `<x${points - 1}>`;
    return { takes, formula: `IF(<now><=<t0>,<x0>,${legs.join('')}${last}${')'.repeat(points)}` };
  },
};
