import { columnIndex, columnName } from '../../model/address.ts';

/** Texts and sheets in quotes, and functions, which look like addresses (`LOG10(`); or an address. */
const TOKEN =
  /"[^"]*"|'[^']*'|[A-Za-z_.\d]+\s*\(|(?<![A-Za-z_.\d])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![A-Za-z_.\d(])/g;

/** A formula that cells share, as the cell so many rows and columns further has it: its relative addresses move along. */
export function shiftShared(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (whole, fixedColumn?: string, column?: string, fixedRow?: string, row?: string) => {
    if (column === undefined || row === undefined) return whole;
    const to = fixedColumn ? columnIndex(column) : columnIndex(column) + columns;
    const line = fixedRow ? Number(row) : Number(row) + rows;
    return to < 0 || line < 1 ? '#REF!' : `${fixedColumn}${columnName(to)}${fixedRow}${line}`;
  });
}

/** A formula as people write it: without the prefixes that a file gives to functions of later years and to names in them. */
export const asWritten = (formula: string): string => `=${formula.replace(/_xlfn\.(?:_xlws\.)?|_xl(?:ws|pm)\./g, '')}`;
