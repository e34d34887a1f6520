import { columnIndex, columnName } from '../model/address.ts';

export interface Corner {
  readonly column: number;
  readonly row: number;
}
/** A block of cells, with what stands before its address: its sheet. */
export interface Area {
  readonly sheet: string;
  readonly from: Corner;
  readonly to: Corner;
}

const CELL = /^((?:'(?:[^']|'')*'|[^'!]+)!)?\$?([A-Za-z]+)\$?(\d+)$/;

export const cornerOf = (image: string): (Corner & { readonly sheet: string }) | undefined => {
  const [, sheet = '', letters, digits] = CELL.exec(image.trim()) ?? [];
  return letters && digits ? { sheet, column: columnIndex(letters), row: Number(digits) - 1 } : undefined;
};

/** A cell or a range, written out; undefined for all else. */
export function areaOf(text: string): Area | undefined {
  const [first = '', second, ...more] = text.split(/:(?=(?:[^']*'[^']*')*[^']*$)/);
  const from = cornerOf(first);
  const to = second === undefined ? from : cornerOf(second);
  if (!from || !to || more.length > 0) return undefined;
  return {
    sheet: from.sheet,
    from: { column: Math.min(from.column, to.column), row: Math.min(from.row, to.row) },
    to: { column: Math.max(from.column, to.column), row: Math.max(from.row, to.row) },
  };
}

const at = ({ column, row }: Corner): string => `$${columnName(column)}$${row + 1}`;
export const written = ({ sheet, from, to }: Area): string => `${sheet}${at(from)}:${at(to)}`;

/** What two blocks of a sheet share. */
export function shared(a: Area, b: Area): Area | undefined {
  const from = { column: Math.max(a.from.column, b.from.column), row: Math.max(a.from.row, b.from.row) };
  const to = { column: Math.min(a.to.column, b.to.column), row: Math.min(a.to.row, b.to.row) };
  return a.sheet !== b.sheet || from.column > to.column || from.row > to.row ? undefined : { sheet: a.sheet, from, to };
}

/** The block that holds two. */
export const around = (a: Area, b: Area): Area => ({
  sheet: a.sheet,
  from: { column: Math.min(a.from.column, b.from.column), row: Math.min(a.from.row, b.from.row) },
  to: { column: Math.max(a.to.column, b.to.column), row: Math.max(a.to.row, b.to.row) },
});
