import { farYears } from '../reading/farYears.ts';
import type { SheetGrid } from './grid.ts';
import type { SheetCut } from './sheetCut.ts';
import type { Source } from './types.ts';

/** Fewer could be anything. */
const LEAST = 3;

/**
 * Heads that are years before those of a model, of which no periods can be made: evenly apart, with nothing above them and
 * numbers below.
 */
export function farHeads(grids: readonly SheetGrid[], cuts: readonly (SheetCut | undefined)[]): Source[] {
  return grids.flatMap((grid, sheet) => (cuts[sheet] ? headsIn(grid, sheet) : []));
}

function headsIn(grid: SheetGrid, sheet: number): Source[] {
  return grid.rows.flatMap(([row, columns]): Source[] => {
    const texts: string[] = [];
    for (const column of columns) {
      const { value, formula } = grid.at(row, column) ?? {};
      if (formula === undefined && (typeof value === 'number' || typeof value === 'string')) texts[column] = `${value}`;
    }
    const found = farYears(
      Array.from(texts, (text) => text ?? ''),
      false,
    );
    const years = found.map((column) => Number.parseInt(texts[column] ?? '', 10));
    const gaps = years.slice(1).map((year, i) => year - (years[i] ?? 0));
    const isHead =
      found.length >= LEAST &&
      gaps.every((gap) => Math.abs(gap) === Math.abs(gaps[0] ?? 0)) &&
      found.every((column) => grid.at(row - 1, column) === undefined) &&
      found.some((column) => grid.isNumeric(grid.at(row + 1, column)));
    return isHead ? found.map((column) => ({ sheet, row, column })) : [];
  });
}
