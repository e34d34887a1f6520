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

/**
 * The same, period by period: f(t) = end + (f(t − 1) − end) · 2^(−step / half_life), so that what is typed over one period
 * carries on. Where the axis leaves periods out, by the time since the one before, as far as it lies behind `until`.
 */
export const fading: BuiltIn = {
  says: 'The same from the period before, {x@prev}, so that what is typed over one period carries on; the line needs a `first`.',
  called: 'value, before, end, until, half_life',
  of: (count, { list }) => {
    const passed = list ? 'MIN(<since>,<now>-<until>)' : '<step>';
    const formula = `IF(<now><=<until>,<value>,<end>+(<before>-<end>)*2^(-${passed}/<half_life>))`;
    return count === 5 ? { takes: ['value', 'before', 'end', 'until', 'half_life'], formula } : undefined;
  },
};
