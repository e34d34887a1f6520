import { ownOrdinal, ownPeriods } from '../model/coarse.ts';
import type { MeasuredLine } from '../model/line.ts';
import { PER_YEAR, type Periods, periodName, periodsBeside, stepOf } from '../model/periods.ts';
import { rollupOf } from '../model/rollup.ts';
import type { Lang } from '../model/text.ts';
import { partialYears, type RolledYear } from '../model/years.ts';
import { BY_YEAR } from './byYear.ts';

/** Why a year has no value, in a sentence; `isError`: what it lacks is an error. */
export function whyNone(
  { year, first, last, gap }: RolledYear,
  periods: Periods,
  lang: Lang,
  isError: boolean,
): string {
  const { facts, steps } = BY_YEAR[lang];
  const step = stepOf(periods);
  const [there, whole] = [periodsBeside(first, last, periods).length, PER_YEAR[step]];
  if (gap === 'none') return facts.none;
  if (typeof gap === 'number') return (isError ? facts.error : facts.empty)(periodName(gap, step, lang));
  return gap === 'partial' ? facts.partial(`${year}`, there, whole, steps[step]) : '';
}

/** How a year of a line is made of its periods: "Sum of 12 months". */
export function howMade(line: MeasuredLine, { first, last }: RolledYear, periods: Periods, lang: Lang): string {
  const { facts, steps } = BY_YEAR[lang];
  if (line.step === 'year') return facts.own;
  const own = ownPeriods(line, periods);
  const step = stepOf(own);
  const [from, to] = [first, last].map((period) => ownOrdinal(line, period, periods)) as [number, number];
  return facts.how[rollupOf(line).by](periodsBeside(from, to, own).length, steps[step], periodName(to, step, lang));
}

/** How the years of a line are made of their periods, and which are left out; nothing of a line that has years of its own. */
export function yearNote(line: MeasuredLine, periods: Periods, lang: Lang): string {
  const t = BY_YEAR[lang];
  if (line.step === 'year') return '';
  const { by, isGuess } = rollupOf(line);
  const partial = partialYears(periods, by, line).map(String);
  const said = isGuess ? t.assumed(t.how[by]) : t.given(t.how[by]);
  return partial.length > 0 ? `${said}${lang === 'zh' ? '' : ' '}${t.partial(partial)}` : said;
}
