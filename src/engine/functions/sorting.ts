import {
  any,
  define,
  EmptyValue,
  fail,
  isError,
  logical,
  many,
  type OwnFunction,
  page,
  type Range,
  type Result,
  range,
  rowsOf,
  type Scalar,
  turned,
  valuesOf,
  whole,
} from './define.ts';
import { compare } from './lookup.ts';
import { at15 } from './numberText.ts';

/** Which stands first, of which errors come after all else. */
const orderWithErrors = (a: Scalar, b: Scalar): number =>
  Number(isError(a)) - Number(isError(b)) || (compare(a, b) ?? 0);

/** The places of lines in the order of their keys; what is empty comes last, whatever the way. */
function orderOf(keys: readonly { readonly values: readonly Scalar[]; readonly way: number }[], count: number) {
  const places = Array.from({ length: count }, (_, i) => i);
  return places.sort((a, b) => {
    for (const { values, way } of keys) {
      const [one, other] = [values[a] as Scalar, values[b] as Scalar];
      if (one === other) continue;
      if (one === EmptyValue || other === EmptyValue) return one === EmptyValue ? 1 : -1;
      const order = orderWithErrors(one, other);
      if (order !== 0) return order * way;
    }
    return a - b;
  });
}

function sortedBy(area: Range, given: readonly (Range | number | undefined)[]): Result {
  const rows = rowsOf(area);
  const keys: { values: Scalar[]; way: number; isRow: boolean }[] = [];
  for (let i = 0; i < given.length; i += 2) {
    const [by, way = 1] = [given[i] as Range, given[i + 1] as number | undefined];
    const values = valuesOf(by);
    const isColumn = by.width() === 1 && by.height() === area.height();
    if (!isColumn && !(by.height() === 1 && by.width() === area.width())) return fail.value();
    if (way !== 1 && way !== -1) return fail.value();
    keys.push({ values, way, isRow: !isColumn });
  }
  const isRow = keys[0]?.isRow ?? false;
  if (keys.some((key) => key.isRow !== isRow)) return fail.value();
  const lines = isRow ? turned(rows) : rows;
  const ordered = orderOf(keys, lines.length).map((place) => lines[place] as Scalar[]);
  return many(isRow ? turned(ordered) : ordered);
}

/** Sorts rows, or columns, by some of their places. */
function sorted(area: Range, places: Result, ways: Result, byColumn: boolean): Result {
  const rows = rowsOf(area);
  const lines = byColumn ? turned(rows) : rows;
  const error = [...valuesOf(places), ...valuesOf(ways)].find(isError);
  if (error) return error;
  const given = valuesOf(ways);
  const keys: { values: Scalar[]; way: number }[] = [];
  for (const [i, place] of valuesOf(places).entries()) {
    const at = (typeof place === 'number' ? Math.trunc(place) : 0) - 1;
    const way = given.length === 1 ? given[0] : given[i];
    if (at < 0 || at >= (lines[0]?.length ?? 0) || (way !== 1 && way !== -1)) return fail.value();
    keys.push({ values: lines.map((line) => line[at] as Scalar), way });
  }
  const ordered = orderOf(keys, lines.length).map((place) => lines[place] as Scalar[]);
  return many(byColumn ? turned(ordered) : ordered);
}

/** What two values share that count as the same: texts whatever their case, numbers at 15 digits. */
const identityOf = (held: Scalar): string => {
  if (isError(held)) return `error ${held.type}`;
  if (typeof held === 'number') return `number ${at15(held)}`;
  return held === EmptyValue ? 'empty' : `${typeof held} ${String(held).toLowerCase()}`;
};

function unique(area: Range, byColumn: boolean, once: boolean): Result {
  const rows = rowsOf(area);
  const lines = byColumn ? turned(rows) : rows;
  const identities = lines.map((line) => JSON.stringify(line.map(identityOf)));
  const counts = new Map<string, number>();
  for (const one of identities) counts.set(one, (counts.get(one) ?? 0) + 1);
  const kept = lines.filter((_, i) => {
    const own = identities[i] as string;
    // The first of its kind takes the count with it.
    const count = counts.get(own);
    if (!once) counts.delete(own);
    return once ? count === 1 : count !== undefined;
  });
  return many(byColumn ? turned(kept) : kept);
}

export const SORTING: readonly OwnFunction[] = [
  define({
    name: 'SORTBY',
    summary: 'Sorts an array by the values of others.',
    source: page('sortby', 'cd2d7a62-1b93-435c-b561-d6a35134f28f'),
    parameters: [range('array'), range('by_array1'), whole('sort_order1', { defaultValue: 1, emptyAsDefault: true })],
    repeats: 2,
    gives: 'many',
    calculate: (area: Range, ...given: (Range | number | undefined)[]) => sortedBy(area, given),
  }),
  define({
    name: 'SORT',
    summary: 'Sorts the rows or columns of an array.',
    source: page('sort', '22f63bd0-ccc8-492f-953d-c20e8e44b86c'),
    parameters: [
      range('array'),
      any('sort_index', { defaultValue: 1, emptyAsDefault: true }),
      any('sort_order', { defaultValue: 1, emptyAsDefault: true }),
      logical('by_col', { defaultValue: false }),
    ],
    gives: 'many',
    calculate: sorted,
  }),
  define({
    name: 'UNIQUE',
    summary: 'The rows or columns of an array, each once.',
    source: page('unique', 'c5ab87fd-30a3-4ce9-9d1a-40204fb85e1e'),
    parameters: [
      range('array'),
      logical('by_col', { defaultValue: false, emptyAsDefault: true }),
      logical('exactly_once', { defaultValue: false }),
    ],
    gives: 'many',
    calculate: unique,
  }),
];
