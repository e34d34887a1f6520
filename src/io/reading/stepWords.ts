import type { Step } from '../../model/periods.ts';

const STEP_WORDS: readonly (readonly [RegExp, Step])[] = [
  [/^(?:years?|yrs?\.?|y|fy|年|第?年份?|年度|annual)$/i, 'year'],
  [/^(?:half[- ]?years?|h|半年)$/i, 'half'],
  [/^(?:quarters?|qtrs?\.?|q|季度?)$/i, 'quarter'],
  [/^(?:months?|mths?\.?|mo\.?|m|个?月份?|payment|pmt|payment no\.?|期数?)$/i, 'month'],
];

/** The step that a word names: Year, 季度. */
export const stepNamed = (word: string): Step | undefined =>
  STEP_WORDS.find(([form]) => form.test(word.replace(/\s*(?:no\.?|number|#|index|编号)$/i, '').trim()))?.[1];
