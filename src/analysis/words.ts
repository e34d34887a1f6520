import type { CellRef } from '../model/content.ts';
import { formulaParts, rangeEndingAt, referredCells, type TracedSheet, yearsAt } from './trace.ts';

/** A stretch of a formula in words: signs and functions, or what it refers to. */
export type FormulaWord =
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'cells'; readonly cells: readonly CellRef[]; readonly line: string }
  /** The block of cells between two ends in different lines. */
  | { readonly kind: 'range'; readonly cells: readonly CellRef[]; readonly first: CellRef; readonly last: CellRef }
  | { readonly kind: 'year'; readonly year: string };

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
    if (ref.kind === 'year') {
      const named = yearsAt(ref.at, cell.slot, sheet.periods);
      const [first] = named;
      const year = named.length > 1 ? `${first}–${named.at(-1)}` : first === undefined ? part.source : String(first);
      return [{ kind: 'year', year }];
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
