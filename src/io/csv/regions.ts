import { readAxis } from '../reading/axis.ts';
import { findHeader, isNumber, namedRole, readPeriod } from './header.ts';

type Records = readonly (readonly string[])[];

/** One of the tables of a sheet. */
export interface Region {
  /** The first record of it, 0-based, and the one behind its last; the end of the file if left out. */
  readonly from: number;
  readonly until?: number;
  /** Its first and last column, 0-based. */
  readonly columns: readonly [number, number];
  /** 0-based among all records; -1 for none. */
  readonly header: number;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Stretches of places that are not blank. */
function stretches(isEmpty: readonly boolean[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const [i, empty] of isEmpty.entries()) {
    if (empty) continue;
    const last = found.at(-1);
    if (last && last[1] === i - 1) last[1] = i;
    else found.push([i, i]);
  }
  return found;
}

/** Records with the cells of some columns alone. */
const within = (records: Records, [first, last]: readonly [number, number]): Records =>
  records.map((cells) => cells.map((cell, i) => (i >= first && i <= last ? cell : '')));

/** Records of a table in which its header is sought. */
const LOOKED_AT = 50;

/** Whether records are a table of their own: a header that names periods, or a column of them, and rows below it with values. */
function isTable(all: Records): boolean {
  const records = all.slice(0, LOOKED_AT);
  const header = findHeader(records);
  const head = records[header];
  if (!head) return false;
  const below = records.slice(header + 1).filter((cells) => !isBlank(cells));
  const namesTime =
    head.some((cell) => namedRole(cell) === 'time') || below.some((cells) => readPeriod(cells.find(Boolean) ?? ''));
  const isTimed = readAxis(head) !== undefined || namesTime;
  return isTimed && below.some((cells) => cells.some(isNumber));
}

/** Whether some column names rows: a table beside another has its own. */
function namesRows(records: Records, [first, last]: readonly [number, number]): boolean {
  const header = findHeader(records.slice(0, LOOKED_AT));
  const rows = records.slice(header + 1).filter((cells) => !isBlank(cells));
  for (let column = first; column <= last; column++) {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
    if (cells.length > 0 && cells.filter((cell) => !isNumber(cell)).length > cells.length / 2) return true;
    if (cells.length > 1 && namedRole(records[header]?.[column] ?? '') === 'time') return true;
  }
  return false;
}

/** Stretches of columns of which each is a table; what is none goes with the one before it. */
function besides(records: Records, width: number): [number, number][] {
  const blank = Array.from({ length: width }, (_, i) => records.every((cells) => (cells[i] ?? '').trim() === ''));
  const found: [number, number][] = [];
  for (const columns of stretches(blank)) {
    const before = found.at(-1);
    const some = before ? within(records, columns) : [];
    if (before && !(columns[1] > columns[0] && isTable(some) && namesRows(some, columns))) before[1] = columns[1];
    else found.push(columns);
  }
  // What stands before the first table is no table either.
  const [first, second] = found;
  if (first && second && !isTable(within(records, first))) found.splice(0, 2, [first[0], second[1]]);
  return found;
}

/** Stretches of records of which each is a table; what is none goes with the one before it, at the top with the first. */
function below(records: Records): number[] {
  const starts: number[] = [];
  let heads: readonly string[] | undefined;
  const parts = stretches(records.map(isBlank));
  if (parts.length < 2) return [0];
  for (const [first, last] of parts) {
    const some = records.slice(first, last + 1);
    const head = isTable(some) ? some[findHeader(some)] : undefined;
    if (!head) continue;
    // Tables that were printed on several pages repeat their header.
    if (heads?.join('\u0001') === head.join('\u0001')) continue;
    starts.push(heads === undefined ? 0 : first);
    heads = head;
  }
  return starts;
}

/** The tables that stand in a sheet, parted by empty columns and rows; at least one. */
export function findRegions(records: Records): readonly Region[] {
  const width = records.reduce((most, cells) => Math.max(most, cells.length), 0);
  const groups = besides(records, width);
  const found = groups.flatMap((columns): Region[] => {
    const some = groups.length > 1 ? within(records, columns) : records;
    const starts = below(some);
    if (groups.length === 1 && starts.length < 2) return [];
    return starts.map((from, i) => {
      const until = starts[i + 1];
      const header = findHeader(some.slice(from, until).slice(0, LOOKED_AT));
      return { from, ...(until === undefined ? {} : { until }), columns, header: header < 0 ? -1 : from + header };
    });
  });
  return found.length > 1 ? found : [{ from: 0, columns: [0, Math.max(0, width - 1)], header: -1 }];
}
