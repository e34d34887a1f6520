import {
  any,
  type CellError,
  define,
  EmptyValue,
  fail,
  isError,
  isOmitted,
  logical,
  many,
  number,
  type OwnFunction,
  optional,
  page,
  type Range,
  type Result,
  type Rows,
  range,
  rowsOf,
  type Scalar,
  scalar,
  turned,
  valuesOf,
  whole,
} from './define.ts';
import { truthOf } from './truth.ts';

const array = range('array');
const padding = scalar('pad_with', optional);

/** A number of rows or columns; undefined where it is left out. */
function countOf(held: Scalar | undefined): number | undefined | CellError {
  if (isOmitted(held)) return undefined;
  if (isError(held)) return held;
  return typeof held === 'number' ? Math.trunc(held) : fail.value();
}

/** The first of many, or, for a negative count, the last. */
const firsts = <T>(list: readonly T[], count: number | undefined): readonly T[] =>
  count === undefined ? list : count < 0 ? list.slice(count) : list.slice(0, count);
const without = <T>(list: readonly T[], count: number | undefined): readonly T[] =>
  count === undefined ? list : count < 0 ? list.slice(0, count) : list.slice(count);

type Part = <T>(list: readonly T[], count: number | undefined) => readonly T[];
const partOf = (name: string, id: string, summary: string, part: Part) =>
  define({
    name,
    summary,
    source: page(name, id),
    parameters: [array, scalar('rows', optional), scalar('columns', optional)],
    gives: 'many',
    calculate: (area: Range, rows?: Scalar, columns?: Scalar) => {
      const [down, across] = [countOf(rows), countOf(columns)];
      if (isError(down)) return down;
      if (isError(across)) return across;
      if (rows === undefined) return fail.arguments();
      if (name === 'TAKE' && (down === 0 || across === 0)) return fail.value();
      return many(part(rowsOf(area), down).map((row) => part(row, across)));
    },
  });

const chosen = (name: string, id: string, what: string, lines: (rows: Rows) => Rows, back: (rows: Rows) => Rows) =>
  define({
    name,
    summary: `Some ${what === 'col' ? 'columns' : 'rows'} of an array, in any order.`,
    source: page(name, id),
    parameters: [array, any(`${what}_num1`)],
    repeats: 1,
    gives: 'many',
    calculate: (area: Range, ...places: Result[]) => {
      const all = lines(rowsOf(area));
      const found: (readonly Scalar[])[] = [];
      for (const place of places.flatMap(valuesOf)) {
        if (isError(place)) return place;
        const own = typeof place === 'number' ? Math.trunc(place) : 0;
        const line = own > 0 ? all[own - 1] : own < 0 ? all[all.length + own] : undefined;
        if (!line) return fail.value();
        found.push(line);
      }
      return many(back(found));
    },
  });
const same = (rows: Rows): Rows => rows;

/** Values that are to be left out: 1 empty cells, 2 errors, 3 both. */
const isLeftOut = (held: Scalar, ignored: number): boolean =>
  (held === EmptyValue && ignored % 2 === 1) || (isError(held) && ignored >= 2);

const inLine = (name: string, id: string, what: string, shape: (values: readonly Scalar[]) => Rows) =>
  define({
    name,
    summary: `The values of an array in one ${what}.`,
    source: page(name, id),
    parameters: [
      array,
      whole('ignore', { defaultValue: 0, emptyAsDefault: true }),
      logical('scan_by_column', { defaultValue: false }),
    ],
    gives: 'many',
    calculate: (area: Range, ignored: number, byColumn: boolean) => {
      if (ignored < 0 || ignored > 3) return fail.value();
      const rows = rowsOf(area);
      const values = (byColumn ? turned(rows) : rows).flat().filter((held) => !isLeftOut(held, ignored));
      return values.length === 0 ? fail.value() : many(shape(values));
    },
  });

const wrapped = (name: string, id: string, what: string, shape: (rows: Rows) => Rows) =>
  define({
    name,
    summary: `A row or column of values in ${what}s of so many.`,
    source: page(name, id),
    parameters: [range('vector'), number('wrap_count'), padding],
    gives: 'many',
    calculate: (area: Range, count: number, filler: Scalar = fail.na()) => {
      const size = Math.trunc(count);
      if (area.width() > 1 && area.height() > 1) return fail.value();
      if (size < 1) return fail.num();
      const values = valuesOf(area);
      const lines = Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
        Array.from({ length: size }, (__, j) => values[i * size + j] ?? filler),
      );
      return many(shape(lines));
    },
  });

function filtered(area: Range, include: Range, missing?: Scalar): Result {
  const isColumn = include.width() === 1 && include.height() === area.height();
  if (!isColumn && !(include.height() === 1 && include.width() === area.width())) return fail.value();
  const kept: boolean[] = [];
  for (const held of valuesOf(include)) {
    const truth = truthOf(held);
    if (isError(truth)) return truth;
    kept.push(truth);
  }
  const rows = rowsOf(area);
  const lines = (isColumn ? rows : turned(rows)).filter((_, i) => kept[i]);
  if (lines.length === 0) return isOmitted(missing) ? fail.na() : missing;
  return many(isColumn ? lines : turned(lines));
}

export const ARRAYS: readonly OwnFunction[] = [
  partOf('TAKE', '25382ff1-5da1-4f78-ab43-f33bd2e4e003', 'The first or last rows and columns.', firsts),
  partOf('DROP', '1cb4e151-9e17-4838-abe5-9ba48d8c6a34', 'All but the first or last rows and columns.', without),
  chosen('CHOOSECOLS', 'bf117976-2722-4466-9b9a-1c01ed9aebff', 'col', turned, turned),
  chosen('CHOOSEROWS', '51ace882-9bab-4a44-9625-7274ef7507a3', 'row', same, same),
  inLine('TOCOL', '22839d9b-0b55-4fc1-b4e6-2761f8f122ed', 'column', (values) => values.map((one) => [one])),
  inLine('TOROW', 'b90d0964-a7d9-44b7-816b-ffa5c2fe2289', 'row', (values) => [values]),
  wrapped('WRAPROWS', '796825f3-975a-4cee-9c84-1bbddf60ade0', 'row', same),
  wrapped('WRAPCOLS', 'd038b05a-57b7-4ee0-be94-ded0792511e2', 'column', turned),
  define({
    name: 'EXPAND',
    summary: 'An array of so many rows and columns.',
    source: page('expand', '7433fba5-4ad1-41da-a904-d5d95808bc38'),
    parameters: [array, scalar('rows', optional), scalar('columns', optional), padding],
    gives: 'many',
    calculate: (area: Range, rows?: Scalar, columns?: Scalar, filler: Scalar = fail.na()) => {
      const [down = area.height(), across = area.width()] = [countOf(rows), countOf(columns)];
      if (isError(down)) return down;
      if (isError(across)) return across;
      if (rows === undefined) return fail.arguments();
      if (down < area.height() || across < area.width()) return fail.value();
      const own = rowsOf(area);
      return many(
        Array.from({ length: down }, (_, r) => Array.from({ length: across }, (__, c) => own[r]?.[c] ?? filler)),
      );
    },
  }),
  define({
    name: 'FILTER',
    summary: 'The rows or columns of an array that meet a condition.',
    source: page('filter', 'f4f7cb66-82eb-4767-8f7c-4877ad80c759'),
    parameters: [array, range('include'), scalar('if_empty', optional)],
    gives: 'many',
    calculate: filtered,
  }),
];
