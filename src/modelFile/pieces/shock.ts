import { fixed } from './piece.ts';

/**
 * A level of 1 that drops by a depth and comes back but for a part that stays, by a half-life:
 * s(t) = 1 − on · (stays + (depth − stays) · 2^(−(t − start) / half_life)) from the start on, where what stays is at most
 * the depth. Exponential recovery, as in `kept`.
 */
export const shock = fixed(
  ['on', 'start', 'depth', 'stays', 'half_life'],
  'IF(<now><<start>,1,1-<on>*(MIN(<stays>,<depth>)+(<depth>-MIN(<stays>,<depth>))*2^(-(<now>-<start>)/<half_life>)))',
  'A level of 1 that drops by a depth in the start and recovers by a half-life (in years), but for what stays. `on` is 1 or 0.',
);
