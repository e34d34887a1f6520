import { compareTexts, textMatcher } from './criteria.ts';
import {
  define,
  EmptyValue,
  fail,
  isError,
  isOmitted,
  logical,
  many,
  number,
  optional,
  page,
  type Range,
  type Result,
  range,
  rowsOf,
  type Scalar,
  scalar,
  turned,
  value,
  valuesOf,
  whole,
} from './define.ts';
import { at15 } from './numberText.ts';

const RANK: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

/** Which of two values stands first: numbers before texts before truths; undefined for errors and empty cells. */
export function compare(a: Scalar, b: Scalar): number | undefined {
  const [rankA, rankB] = [RANK[typeof a], RANK[typeof b]];
  if (rankA === undefined || rankB === undefined) return undefined;
  if (rankA !== rankB) return rankA - rankB;
  if (typeof a === 'string') return compareTexts(a, b as string);
  return at15(Number(a)) - at15(Number(b));
}

/** The place of a value, 0-based; `isPattern`: a text may hold wildcards. */
function exactly(values: readonly Scalar[], wanted: Scalar, isPattern: boolean, fromEnd = false): number {
  const matches = typeof wanted === 'string' && isPattern ? textMatcher(wanted) : undefined;
  const isSame = (held: Scalar) =>
    matches ? typeof held === 'string' && matches(held) : typeof held === typeof wanted && compare(held, wanted) === 0;
  if (fromEnd) return values.findLastIndex(isSame);
  return values.findIndex(isSame);
}

/** The last of ascending values that is no larger, by halving, as Excel looks: in what is not sorted it may miss. */
function lastUpTo(values: readonly Scalar[], wanted: Scalar): number {
  const kept = values
    .map((held, i) => [held, i] as const)
    .filter(([held]) => RANK[typeof held] === RANK[typeof wanted]);
  let [low, high] = [0, kept.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((compare(kept[middle]?.[0] as Scalar, wanted) ?? 1) <= 0) low = middle + 1;
    else high = middle - 1;
  }
  return kept[high]?.[1] ?? -1;
}

/** The nearest smaller (-1) or larger (1) value, whatever the order. */
function nearest(values: readonly Scalar[], wanted: Scalar, side: 1 | -1, fromEnd: boolean): number {
  let best = -1;
  for (const [i, held] of values.entries()) {
    if (typeof held !== typeof wanted) continue;
    const order = compare(held, wanted);
    if (order === undefined || order * side < 0) continue;
    const before = best < 0 ? undefined : compare(held, values[best] as Scalar);
    if (before === undefined || before * side < 0 || (before === 0 && fromEnd)) best = i;
  }
  return best;
}

const orZero = (wanted: Scalar): Scalar => (wanted === EmptyValue ? 0 : wanted);
/** What is found may be blank: shown it is 0, and joined to a text it is none. */
const found = (held: Scalar | undefined): Scalar => held ?? EmptyValue;
const isLine = (area: Range): boolean => area.width() === 1 || area.height() === 1;

/** A value looked up in the first column, or row, of a table. */
function inTable(name: string, id: string, rows: (table: Range) => Scalar[][]) {
  return define({
    name,
    summary: `Looks a value up in the first ${name === 'VLOOKUP' ? 'column' : 'row'} of a table.`,
    source: page(name, id),
    parameters: [
      value('lookup_value'),
      range('table'),
      whole('index'),
      logical('range_lookup', { defaultValue: true }),
    ],
    calculate: (asked: Scalar, table: Range, index: number, isSorted: boolean) => {
      const lines = rows(table);
      if (index < 1) return fail.value();
      if (index > lines.length) return fail.outside();
      const [keys = []] = lines;
      const wanted = orZero(asked);
      const at = isSorted ? lastUpTo(keys, wanted) : exactly(keys, wanted, true);
      return at < 0 ? fail.na() : found(lines[index - 1]?.[at]);
    },
  });
}

const columnsOf = (table: Range): Scalar[][] => turned(rowsOf(table));

/** What XLOOKUP and XMATCH look for, and how. */
function find(asked: Scalar, values: readonly Scalar[], matchMode: number, searchMode: number): number | Result {
  if (![0, -1, 1, 2].includes(matchMode) || ![1, -1, 2, -2].includes(searchMode)) return fail.value();
  const fromEnd = searchMode === -1;
  const at = exactly(values, asked, matchMode === 2, fromEnd);
  if (at >= 0 || matchMode === 0 || matchMode === 2) return at;
  return nearest(values, asked, matchMode as 1 | -1, fromEnd);
}

/** LOOKUP in an array: in its longer side, its first row or column, and from the last one. */
function lookedUp(wanted: Scalar, area: Range, results?: Range): Result {
  const rows = rowsOf(area);
  const lines = area.width() > area.height() ? rows : turned(rows);
  const at = lastUpTo(lines[0] ?? [], orZero(wanted));
  const from = results ? valuesOf(results) : (lines[lines.length - 1] ?? []);
  return at < 0 || at >= from.length ? fail.na() : found(from[at]);
}

export const LOOKUP_FUNCTIONS = [
  define({
    name: 'LOOKUP',
    summary: 'Looks a value up in a sorted row or column and returns that of another.',
    source: page('lookup', '446d94af-663b-451d-8251-369d5e3864cb'),
    parameters: [value('lookup_value'), range('lookup_vector'), range('result_vector', optional)],
    calculate: lookedUp,
  }),
  define({
    name: 'MATCH',
    summary: 'The place of a value in a row or column.',
    source: page('match', 'e8dffd45-c762-47d6-bf89-533f4a37673a'),
    parameters: [value('lookup_value'), range('lookup_array'), number('match_type', { defaultValue: 1 })],
    calculate: (asked: Scalar, area: Range, type: number) => {
      if (!isLine(area)) return fail.na();
      const values = valuesOf(area);
      const wanted = orZero(asked);
      const at = type === 0 ? exactly(values, wanted, true) : lastOrFirst(values, wanted, type);
      return at < 0 ? fail.na() : at + 1;
    },
  }),
  inTable('VLOOKUP', '0bbc8083-26fe-4963-8ab8-93a18ad188a1', columnsOf),
  inTable('HLOOKUP', 'a3034eec-b719-4ba3-bb65-e1ad662ed95f', rowsOf),
  define({
    name: 'XMATCH',
    summary: 'The place of a value in a row or column.',
    source: page('xmatch', 'd966da31-7a6b-4a13-a1c6-5a33ed6a0312'),
    parameters: [
      value('lookup_value'),
      range('lookup_array'),
      whole('match_mode', { defaultValue: 0 }),
      whole('search_mode', { defaultValue: 1 }),
    ],
    calculate: (asked: Scalar, area: Range, matchMode: number, searchMode: number) => {
      if (!isLine(area)) return fail.value();
      const at = find(orZero(asked), valuesOf(area), matchMode, searchMode);
      return typeof at === 'number' && at >= 0 ? at + 1 : typeof at === 'number' ? fail.na() : at;
    },
  }),
  define({
    name: 'XLOOKUP',
    summary: 'Looks a value up in one row or column and returns that of another.',
    source: page('xlookup', 'b7fd680e-6d10-43e6-84f9-88eae8bf5929'),
    parameters: [
      value('lookup_value'),
      range('lookup_array'),
      range('return_array'),
      scalar('if_not_found', optional),
      whole('match_mode', { defaultValue: 0 }),
      whole('search_mode', { defaultValue: 1 }),
    ],
    calculate: (
      asked: Scalar,
      area: Range,
      from: Range,
      missing: Scalar | undefined,
      match: number,
      search: number,
    ) => {
      const isColumn = area.width() === 1 && from.height() === area.height();
      if (!isColumn && !(area.height() === 1 && from.width() === area.width())) return fail.value();
      const at = find(orZero(asked), valuesOf(area), match, search);
      if (typeof at !== 'number') return at;
      if (at < 0) return isOmitted(missing) ? fail.na() : missing;
      const rows = rowsOf(from);
      return many(isColumn ? [(rows[at] ?? []).map(found)] : rows.map((row) => [found(row[at])]));
    },
  }),
  define({
    name: 'INDEX',
    summary: 'The value in a row and column of a range; of all rows or columns where one is 0.',
    source: page('index', 'a5dcf0dd-996d-40a4-a822-b56b061328bd'),
    parameters: [range('array'), whole('row_num'), whole('column_num', optional)],
    calculate: (area: Range, row: number, column: number | undefined) => {
      const isRow = area.height() === 1 && column === undefined;
      const [r, c] = isRow ? [1, row] : [row, column ?? (area.width() === 1 ? 1 : 0)];
      if (r < 0 || c < 0) return fail.value();
      if (r > area.height() || c > area.width()) return fail.outside();
      const rows = rowsOf(area);
      const taken = r === 0 ? rows : [rows[r - 1] ?? []];
      const cells = c === 0 ? taken : taken.map((cells) => [cells[c - 1] as Scalar]);
      const [[only = EmptyValue] = []] = cells;
      return cells.length === 1 && cells[0]?.length === 1 ? only : many(cells);
    },
  }),
];

/** MATCH among ascending (1) or descending (-1) values. */
function lastOrFirst(values: readonly Scalar[], wanted: Scalar, type: number): number {
  if (isError(wanted)) return -1;
  if (type > 0) return lastUpTo(values, wanted);
  // Excel reads descending values from the first on, and ends at one that is smaller.
  let found = -1;
  for (const [i, held] of values.entries()) {
    if (RANK[typeof held] !== RANK[typeof wanted]) continue;
    const order = compare(held, wanted) ?? -1;
    if (order < 0) break;
    found = i;
    if (order === 0) break;
  }
  return found;
}
