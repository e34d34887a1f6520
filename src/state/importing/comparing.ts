import type { CellNote, Values } from '../../engine/port.ts';
import { cellIn, rowsIn } from '../../engine/rowValues.ts';
import { type LiveBook, type Placed, type StoredValue, sourceKey } from '../../io/workbook/types.ts';
import { placeOf } from '../../model/periods.ts';
import { ERROR_SIGNS } from '../insight/cells.ts';

/** A cell that computes to something else than its file holds. */
export interface Difference {
  readonly placed: Placed & { readonly stored: StoredValue };
  /** What stands in the model; undefined: nothing. */
  readonly ours: StoredValue | undefined;
}

/** What a workbook computes to as a model, beside the values of its file. */
export interface Comparison {
  /** Formulas that compute to what the file holds. */
  readonly equal: number;
  /** Formulas of which the file holds no value. */
  readonly unstored: number;
  readonly differences: readonly Difference[];
}

/** Numbers are equal within this share of the larger one. */
const NEAR = 1e-9;
/**
 * What is left of a sum that comes to nothing, as a share of the largest number of the workbook: spreadsheets show 0 where
 * binary fractions leave a trace.
 */
const TRACE = 1e-14;

/** Lines that hold values, in the order in which their rows are read. */
export const measuredLines = ({ lines }: Pick<LiveBook, 'lines'>): readonly string[] =>
  lines.flatMap(({ id, kind }) => (kind === 'heading' ? [] : [id]));

/** @param values the rows of `measuredLines`, as the engine computes them */
export function compare(book: Pick<LiveBook, 'lines' | 'periods' | 'placed' | 'kept'>, values: Values): Comparison {
  const kept = new Set(book.kept.map(({ at }) => sourceKey(at)));
  const ids = measuredLines(book);
  const places = new Map(ids.map((id, i) => [id, i]));
  const rowAt = rowsIn(values, ids.length);
  const trace = TRACE * largest(book.placed);
  let [equal, unstored] = [0, 0];
  const differences: Difference[] = [];
  for (const placed of book.placed) {
    const { stored, kind, slot } = placed;
    if (stored === undefined) {
      if (kind === 'formula') unstored++;
      continue;
    }
    const place = places.get(placed.line);
    const index = slot === 'value' ? 0 : placeOf(slot, book.periods) + 1;
    const found = place === undefined || !(index >= 0) ? undefined : cellIn(rowAt(place), index);
    const ours = plain(found, stored);
    // An error that is kept is one here too, if of another kind.
    const isKeptError = typeof ours === 'object' && typeof stored === 'object' && kept.has(sourceKey(placed.from));
    if (!isSame(stored, ours, trace) && !isKeptError) differences.push({ placed: { ...placed, stored }, ours });
    else if (kind === 'formula') equal++;
  }
  return { equal, unstored, differences };
}

function largest(placed: readonly Placed[]): number {
  let most = 0;
  for (const { stored } of placed) if (typeof stored === 'number') most = Math.max(most, Math.abs(stored));
  return most;
}

/** What a cell shows, as a file would hold it. The engine gives a truth as its word. */
function plain(found: number | CellNote | undefined, beside: StoredValue): StoredValue | undefined {
  if (typeof found !== 'object') return found;
  if (found.kind === 'error') return { error: ERROR_SIGNS[found.code] };
  const isTruth = typeof beside === 'boolean' && /^(TRUE|FALSE)$/.test(found.text);
  return isTruth ? found.text === 'TRUE' : found.text;
}

function isSame(a: StoredValue, b: StoredValue | undefined, trace: number): boolean {
  if (b === undefined) return a === '';
  if (typeof a === 'number' && typeof b === 'number') {
    const [size, apart] = [Math.max(Math.abs(a), Math.abs(b)), Math.abs(a - b)];
    return apart <= NEAR * size || ((a === 0 || b === 0) && size <= trace);
  }
  if (typeof a === 'object' && typeof b === 'object') return a.error === b.error;
  return a === b;
}
