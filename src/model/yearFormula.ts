import { a1 } from './address.ts';
import type { Rollup } from './line.ts';

/**
 * How a year is made of its periods as a formula of a spreadsheet, without `=`: by addresses of the line's row, and by
 * functions that need no array. Undefined for a line that has no values by year.
 * @param columns those that hold a value, ascending
 * @param sheet what stands before each address: `Base!`, or nothing in the sheet itself
 */
export function yearFormula(by: Rollup, lineIndex: number, columns: readonly number[], sheet = ''): string | undefined {
  const [first = 0, last = first] = [columns[0], columns.at(-1)];
  const cell = (column: number) => `${sheet}${a1(column, lineIndex)}`;
  const all = first === last ? cell(first) : `${cell(first)}:${a1(last, lineIndex)}`;
  switch (by) {
    case 'sum':
      return `SUM(${all})`;
    case 'mean':
      return `AVERAGE(${all})`;
    case 'last':
      return cell(last);
    case 'compound':
      return `${columns.map((column) => `(1+${cell(column)})`).join('*')}-1`;
    case 'none':
      return undefined;
  }
}
