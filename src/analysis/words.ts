import type { CellRef } from '../model/content.ts';
import { periodsAt } from '../model/model.ts';
import type { CalendarPart } from '../model/notation.ts';
import { calendarNumber, type Periods, periodText, stepOf } from '../model/periods.ts';
import { formulaParts, rangeEndingAt, referredCells, type TracedSheet } from './trace.ts';

/** A stretch of a formula in words: signs and functions, or what it refers to. */
export type FormulaWord =
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'cells'; readonly cells: readonly CellRef[]; readonly line: string }
  /** The block of cells between two ends in different lines. */
  | { readonly kind: 'range'; readonly cells: readonly CellRef[]; readonly first: CellRef; readonly last: CellRef }
  /** What columns say of themselves: of one, or of the first and the last of several. */
  | {
      readonly kind: 'calendar';
      readonly part: CalendarPart;
      readonly periods: readonly number[];
      readonly source: string;
    };

/** Operators as they are written on paper. */
const onPaper = (text: string): string =>
  text
    .split(/("[^"]*")/)
    .map((piece) =>
      piece.startsWith('"')
        ? piece
        : piece
            .replace(/\s+/g, ' ')
            .replace(/<=/g, ' ≤ ')
            .replace(/>=/g, ' ≥ ')
            .replace(/<>/g, ' ≠ ')
            .replace(/\*/g, ' × ')
            .replace(/([+/&<>=])/g, ' $1 ')
            // A minus between two things is spaced, a sign is not.
            .replace(/(?<=[\w)\]} ]|^)-/g, ' − ')
            .replace(/-/g, '−')
            .replace(/,\s*/g, ', ')
            .replace(/ {2,}/g, ' '),
    )
    .join('');

/**
 * A cell's formula in words: what it refers to by line and year instead of by address.
 * Undefined where the cell holds no formula.
 */
export function inWords(sheet: TracedSheet, cell: CellRef): FormulaWord[] | undefined {
  const formula = sheet.formula(cell);
  if (formula === undefined || sheet.inherits(cell)) return undefined;
  const parts = formulaParts(formula);
  const words = parts.map((part, i): FormulaWord[] => {
    if ('text' in part) {
      const text = onPaper(i === 0 ? part.text.replace(/^=/, '') : part.text);
      return text === '' ? [] : [{ kind: 'sign', text }];
    }
    const { ref } = part;
    if (ref.kind === 'calendar') {
      const periods = periodsAt(ref.at, cell.slot, sheet.periods, { from: sheet.line(cell.line) });
      return [{ kind: 'calendar', part: ref.part, periods, source: part.source }];
    }
    if (ref.kind === 'lost') return [{ kind: 'sign', text: ref.address }];
    const cells = referredCells(sheet, ref, cell);
    return [cells.length > 0 ? { kind: 'cells', cells, line: ref.id } : { kind: 'sign', text: part.source }];
  });
  for (const [i] of parts.entries()) {
    const [from, to] = [words[i - 2]?.[0], words[i]?.[0]];
    if (from?.kind !== 'cells' || to?.kind !== 'cells') continue;
    const cells = rangeEndingAt(sheet, parts, i, cell) ?? [];
    const [first, last] = [cells[0], cells.at(-1)];
    if (!first || !last) continue;
    const range: FormulaWord =
      first.line === last.line ? { kind: 'cells', cells, line: first.line } : { kind: 'range', cells, first, last };
    words.splice(i - 2, 3, [], [], [range]);
  }
  return words.flat();
}

/** What columns say of themselves, of one or from the first to the last of several; as it is written where it says nothing. */
export function calendarText(
  { part, periods, source }: Extract<FormulaWord, { kind: 'calendar' }>,
  axis: Periods,
): string {
  const told = (period: number): string | number | undefined =>
    part === 'period' ? periodText(period, stepOf(axis)) : calendarNumber(part, period, axis);
  const [first, last] = [periods[0], periods.at(-1)].map((period) => period !== undefined && told(period));
  if (first === undefined || first === false) return source;
  return periods.length > 1 ? `${first}–${last}` : `${first}`;
}
