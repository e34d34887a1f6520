import type { WORKBOOK_IMPORT } from '../../i18n/workbookImport.ts';
import type { LeftOut, LeftOutWhy, LiveBook } from '../../io/workbook/live.ts';
import { guessedRange } from '../../model/guess.ts';
import type { Line } from '../../model/line.ts';
import type { Comparison } from './comparing.ts';

type Texts = (typeof WORKBOOK_IMPORT)['en'];

/** How many formulas compute. */
export const liveCount = ({ placed }: Pick<LiveBook, 'placed'>): number =>
  placed.filter(({ kind }) => kind === 'formula').length;

/** Whether a formula of it computes, or a value of it is known. */
export const holdsAnything = ({ placed }: Pick<LiveBook, 'placed'>): boolean =>
  placed.some(({ kind, stored }) => kind === 'formula' || (stored !== undefined && stored !== ''));

/** How many formulas compute, and what is known of their values, in a sentence. `comparison`: undefined while it is made, or where it could not be (`isStuck`). */
export function headline(
  t: Texts['headline'],
  book: LiveBook,
  comparison: Comparison | undefined,
  isStuck = false,
): string {
  const { kept, names } = book;
  const formulas = formulasOf(book);
  if (formulas === 0) return t.none;
  const live = liveCount(book);
  const left = formulas - live - kept.length - names.length;
  return [
    t.live(live, formulas),
    live > 0 && comparison ? found(t, live, comparison) : '',
    kept.length > 0 ? t.kept(kept.length) : '',
    names.length > 0 ? t.names(names.length) : '',
    left > 0 ? t.left(left) : '',
    comparison || isStuck ? t.end : t.comparing,
  ].join('');
}

/** Formulas of the sheets that were taken, and of those that were left without anybody saying so. */
const formulasOf = ({ formulas, left }: Pick<LiveBook, 'formulas' | 'left'>): number =>
  left.reduce((sum, one) => sum + (one.why === 'hiddenSheet' ? one.formulas : 0), formulas);

function found(t: Texts['headline'], live: number, { differences, unstored }: Comparison): string {
  if (differences.length > 0) return t.differ(differences.length);
  if (unstored === 0) return t.equal;
  return unstored === live ? t.recalculated : t.equalWhereStored(unstored);
}

/** Whether an input has a slider: one value, about which a range is known or can be guessed. */
export const hasSlider = (line: Line): boolean =>
  line.kind === 'input' &&
  !line.perPeriod &&
  (line.range !== undefined || (line.value !== undefined && guessedRange(line.value, line.unit) !== undefined));

/** What is left out, by why. */
export function leftByReason(left: readonly LeftOut[]): readonly (readonly [LeftOutWhy, readonly LeftOut[]])[] {
  const groups = new Map<LeftOutWhy, LeftOut[]>();
  for (const one of left) groups.set(one.why, [...(groups.get(one.why) ?? []), one]);
  return [...groups];
}
