import { fixed } from './piece.ts';

/**
 * 1 while it holds, then halved every half-life: k(t) = 2^(−(t − until) / half_life). Exponential decay, by its half-life
 * (Rutherford, “A radio-active substance emitted from thorium compounds”, 1900).
 */
export const kept = fixed(
  ['until', 'half_life'],
  'IF(<now><=<until>,1,2^(-(<now>-<until>)/<half_life>))',
  'The share that is left: 1 until then, afterwards half as much every half-life (in years).',
);
