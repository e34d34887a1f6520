import { cellPeriods } from '../../model/coarse.ts';
import type { Slot } from '../../model/content.ts';
import { LONGER, type LongerStep, PER_YEAR, type Periods, periodsOf, stepOf } from '../../model/periods.ts';
import type { Lang } from '../../model/text.ts';
import { plainText } from '../reading/numbers.ts';

/** How long the periods of a line are, as a table of ours says it. */
export const STEP_WORDS: Readonly<Record<Lang, Readonly<Record<LongerStep, string>>>> = {
  en: { year: 'years', half: 'half-years', quarter: 'quarters' },
  zh: { year: '年', half: '半年', quarter: '季' },
};

/** The step that a cell names; undefined where it names none. */
export function longerStep(cell: string): LongerStep | undefined {
  const text = plainText(cell).toLowerCase();
  return text === '' ? undefined : LONGER.find((step) => [STEP_WORDS.en[step], STEP_WORDS.zh[step]].includes(text));
}

/** Fewer values than this tell nothing of how long their periods are. */
const ENOUGH = 2;

/**
 * The step of which values are that stand in every column in which such a period ends and in no other: a budget by year
 * among months.
 */
export function stepOfFilled(filled: ReadonlySet<Slot>, periods: Periods): LongerStep | undefined {
  return LONGER.find((step) => {
    if (PER_YEAR[step] >= PER_YEAR[stepOf(periods)]) return false;
    const cells = cellPeriods({ step }, periods);
    const isLonger = cells.length >= ENOUGH && cells.length < periodsOf(periods).length;
    return isLonger && filled.size === cells.length && cells.every((cell) => filled.has(cell));
  });
}
