import { any, define, fail, many, number, optional, type Range, type Result, range, rowsOf, whole } from './define.ts';

/** A block of a range, 0-based rows and columns, both ends included. */
function block(area: Range, top: number, left: number, bottom: number, right: number): Result {
  if (Math.min(top, left) < 0 || bottom >= area.height() || right >= area.width()) return fail.outside();
  return many(
    rowsOf(area)
      .slice(top, bottom + 1)
      .map((row) => row.slice(left, right + 1)),
  );
}

/** What `withSpans` lays formulas out as. Nobody types them. */
export const SPANS = [
  define({
    name: 'SPAN',
    summary: 'The block from a cell to one that INDEX finds, both within `hull`.',
    source: 'https://support.microsoft.com/office/index-function-a5dcf0dd-996d-40a4-a822-b56b061328bd',
    parameters: [
      range('hull'),
      number('start_row'),
      number('start_column'),
      number('list_row'),
      number('list_column'),
      range('list'),
      whole('row_num'),
      whole('column_num', optional),
    ],
    calculate: (
      hull: Range,
      row: number,
      column: number,
      top: number,
      left: number,
      list: Range,
      r: number,
      c?: number,
    ) => {
      const isRow = list.height() === 1 && c === undefined;
      const [down, across] = isRow ? [1, r] : [r, c ?? 1];
      if (down < 1 || across < 1) return fail.value();
      if (down > list.height() || across > list.width()) return fail.outside();
      const [y, x] = [top + down - 1, left + across - 1];
      return block(hull, Math.min(row, y), Math.min(column, x), Math.max(row, y), Math.max(column, x));
    },
  }),
  define({
    name: 'REACH',
    summary: 'A block that is moved and sized by what is computed, within `hull`.',
    source: 'https://support.microsoft.com/office/offset-function-c8de19ae-dd79-4b9b-a14e-b4d906d11b66',
    parameters: [
      range('hull'),
      number('row'),
      number('column'),
      number('own_height'),
      number('own_width'),
      whole('rows', { defaultValue: 0, emptyAsDefault: true }),
      whole('columns', { defaultValue: 0, emptyAsDefault: true }),
      any('height', optional),
      any('width', optional),
    ],
    calculate: (hull: Range, row: number, column: number, tall: number, wide: number, ...far: unknown[]) => {
      const [rows, columns] = far as [number, number];
      const sized = (given: unknown, own: number) => (typeof given === 'number' ? Math.trunc(given) : own);
      const [height, width] = [sized(far[2], tall), sized(far[3], wide)];
      if (height === 0 || width === 0) return fail.ref();
      const [y, x] = [row + rows, column + columns];
      const [top, left] = [height < 0 ? y + height + 1 : y, width < 0 ? x + width + 1 : x];
      return block(hull, top, left, top + Math.abs(height) - 1, left + Math.abs(width) - 1);
    },
  }),
];
