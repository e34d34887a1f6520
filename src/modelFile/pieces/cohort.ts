import { PER_YEAR, stepOf } from '../../model/periods.ts';
import type { BuiltIn } from './piece.ts';

/**
 * Those who are left of all who came up to here: of each cohort all in the period in which it comes, a share `first` in the
 * one after it, and of these a share `later` in each one further:
 * n(t) = a(t) + Σₖ a(t − k) · first · later^(k − 1), k ≥ 1. Geometric retention with a first period of its own (Fader and
 * Hardie, “How to project customer retention”, Journal of Interactive Marketing 21, 2007).
 */
export const cohort: BuiltIn = {
  says: 'Those left of all who came, from a line of who comes by period, the share that stays one period, and that of each later one (above 0).',
  called: 'line, first, later',
  of: (count, periods) => {
    const part = stepOf(periods);
    const { yearStart = 1 } = periods;
    const at = (which: string) => {
      if (part === 'year') return `{year${which}}`;
      // Months are those of the calendar, and the year may begin in another one.
      const place = part === 'month' && yearStart > 1 ? `MOD({month${which}}-${yearStart},12)` : `{${part}${which}}`;
      return `({year${which}}*${PER_YEAR[part]}+${place})`;
    };
    const old = `SUMPRODUCT(<line@..>,<later>^(${at('')}-${at('@..')}))`;
    return count === 3
      ? { takes: ['line', 'first', 'later'], formula: `<line>+(${old}-<line>)*<first>/<later>` }
      : undefined;
  },
};
