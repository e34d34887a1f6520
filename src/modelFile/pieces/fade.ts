import { kept } from './kept.ts';
import { type BuiltIn, fixed } from './piece.ts';
import { toward } from './toward.ts';

const TAKES = ['value', 'end', 'until', 'half_life'];

/**
 * Holds until a year, then its distance from a terminal value halves every half-life:
 * f(t) = end + (value − end) · 2^(−(t − until) / half_life). Exponential decay, as in `kept`.
 */
export const fade: BuiltIn = {
  says: 'A value that holds until then, and whose distance from its end halves every half-life (in years) afterwards.',
  called: TAKES.join(', '),
  of: (count, periods) => {
    const formula = toward.of(3, periods)?.formula.replace('<share>', kept.of(2, periods)?.formula ?? '');
    return count === TAKES.length && formula ? { takes: TAKES, formula } : undefined;
  },
};

/**
 * The same, period by period: f(t) = end + (f(t − 1) − end) · 2^(−step / half_life), so that what is typed over one period
 * carries on.
 */
export const fading = fixed(
  ['value', 'before', 'end', 'until', 'half_life'],
  'IF(<now><=<until>,<value>,<end>+(<before>-<end>)*2^(-<step>/<half_life>))',
  'The same from the period before, {x@prev}, so that what is typed over one period carries on; the line needs a `first`.',
);
