import { kept } from './kept.ts';
import type { BuiltIn } from './piece.ts';
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
