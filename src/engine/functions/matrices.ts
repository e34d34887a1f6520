import {
  type CellError,
  define,
  fail,
  isError,
  many,
  number,
  page,
  type Range,
  type Result,
  range,
  rowsOf,
  whole,
} from './define.ts';

/** A pivot that is so small beside the largest number of its matrix is taken for the rounding of 0. */
const NONE = 1e-15;

/** The numbers of a square matrix. */
function squareOf(area: Range): number[][] | CellError {
  const rows = rowsOf(area);
  for (const held of rows.flat()) {
    if (isError(held)) return held;
    if (typeof held !== 'number') return fail.value();
  }
  return area.width() === area.height() ? (rows as number[][]) : fail.value();
}

/** Solves a matrix for columns beside it, by elimination with the largest pivot; the determinant, 0 where it has none. */
function eliminated(
  matrix: readonly number[][],
  beside: readonly number[][],
): { determinant: number; solved: number[][] } {
  const rows = matrix.map((row, i) => [...row, ...(beside[i] ?? [])]);
  const size = rows.length;
  const least = NONE * matrix.flat().reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  let determinant = 1;
  for (let k = 0; k < size; k++) {
    let best = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i]?.[k] ?? 0) > Math.abs(rows[best]?.[k] ?? 0)) best = i;
    const pivotRow = rows[best] as number[];
    const pivot = pivotRow[k] as number;
    if (Math.abs(pivot) <= least) return { determinant: 0, solved: [] };
    if (best !== k) {
      rows[best] = rows[k] as number[];
      rows[k] = pivotRow;
      determinant = -determinant;
    }
    determinant *= pivot;
    for (let i = k + 1; i < size; i++) {
      const row = rows[i] as number[];
      const factor = (row[k] as number) / pivot;
      if (factor !== 0)
        for (let j = k; j < row.length; j++) row[j] = (row[j] as number) - factor * (pivotRow[j] as number);
    }
  }
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k] as number[];
    for (let j = size; j < row.length; j++) {
      let rest = row[j] as number;
      for (let i = k + 1; i < size; i++) rest -= (row[i] as number) * (rows[i]?.[j] as number);
      row[j] = rest / (row[k] as number);
    }
  }
  return { determinant, solved: rows.map((row) => row.slice(size)) };
}

const unit = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));

export const MATRICES = [
  define({
    name: 'MDETERM',
    summary: 'The determinant of a matrix.',
    source: page('mdeterm', 'e7bfa857-3834-422b-b871-0ffd03717020'),
    parameters: [range('array')],
    calculate: (area: Range) => {
      const matrix = squareOf(area);
      return isError(matrix) ? matrix : eliminated(matrix, []).determinant;
    },
  }),
  define({
    name: 'MINVERSE',
    summary: 'The inverse of a matrix.',
    source: page('minverse', '11f55086-adde-4c9f-8eb9-59da2d72efc6'),
    parameters: [range('array')],
    gives: 'many',
    calculate: (area: Range): Result => {
      const matrix = squareOf(area);
      if (isError(matrix)) return matrix;
      const { determinant, solved } = eliminated(matrix, unit(matrix.length));
      return determinant === 0 ? fail.num() : many(solved);
    },
  }),
  define({
    name: 'MUNIT',
    summary: 'The unit matrix of a size.',
    source: page('munit', 'c9fe916a-dc26-4105-997d-ba22799853a3'),
    parameters: [whole('dimension', { maxValue: 256 })],
    gives: 'many',
    calculate: (size: number) => (size < 1 ? fail.value() : many(unit(size))),
  }),
  define({
    name: 'MMULT',
    summary: 'The product of two matrices.',
    source: page('mmult', '40593ed7-a3cd-4b6b-b9a3-e4ad3c7245eb'),
    parameters: [range('array1'), range('array2')],
    gives: 'many',
    calculate: (a: Range, b: Range): Result => {
      const [left, right] = [numericRows(a), numericRows(b)];
      if (!left || !right || a.width() !== b.height()) return fail.value();
      return many(
        left.map((row) => (right[0] ?? []).map((_, c) => row.reduce((sum, x, i) => sum + x * (right[i]?.[c] ?? 0), 0))),
      );
    },
  }),
  define({
    name: 'MEDIANPOOL',
    summary: 'The median of each window of a range.',
    source: 'https://hyperformula.handsontable.com/guide/built-in-functions.html',
    parameters: [range('range'), number('window_size'), number('stride', { optionalArg: true })],
    gives: 'many',
    calculate: (area: Range, size: number, given: number | undefined): Result => {
      const [rows, step] = [numericRows(area), given ?? size];
      if (!(size >= 1 && step >= 1 && Number.isInteger(size) && Number.isInteger(step))) return fail.num();
      const [down, across] = [area.height() - size, area.width() - size];
      if (!rows || down < 0 || across < 0 || down % step !== 0 || across % step !== 0) return fail.value();
      const median = (top: number, left: number) => {
        const cells = rows.slice(top, top + size).flatMap((row) => row.slice(left, left + size));
        cells.sort((a, b) => a - b);
        const middle = cells.length >> 1;
        const upper = cells[middle] ?? 0;
        return cells.length % 2 === 1 ? upper : ((cells[middle - 1] ?? 0) + upper) / 2;
      };
      return many(
        Array.from({ length: down / step + 1 }, (_, r) =>
          Array.from({ length: across / step + 1 }, (__, c) => median(r * step, c * step)),
        ),
      );
    },
  }),
];

/** The rows of a range of numbers alone. */
function numericRows(area: Range): number[][] | undefined {
  const rows = rowsOf(area);
  return rows.every((row) => row.every((held) => typeof held === 'number')) ? (rows as number[][]) : undefined;
}
