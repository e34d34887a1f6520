import type { CellNote, Values } from './port.ts';

/** The values of a line in a scenario: its scalar first, then its periods; NaN where a note stands or nothing. */
export interface Row {
  readonly values: Float64Array;
  readonly notes: ReadonlyMap<number, CellNote>;
}

/** Values by row, as the engine gives them: which periods they begin with does not matter here. */
type Decoded = Pick<Values, 'values' | 'notes'>;

const NO_NOTES: ReadonlyMap<number, CellNote> = new Map();

/** The rows in the order in which they were asked for, each made when it is first looked at. */
export function rowsIn({ values, notes }: Decoded, count: number): (index: number) => Row {
  const width = values.length / Math.max(1, count);
  const noted = new Map<number, Map<number, CellNote>>();
  for (const [place, note] of notes) {
    const row = Math.floor(place / width);
    noted.set(row, (noted.get(row) ?? new Map<number, CellNote>()).set(place % width, note));
  }
  const rows: (Row | undefined)[] = [];
  return (i) => {
    rows[i] ??= { values: values.subarray(i * width, (i + 1) * width), notes: noted.get(i) ?? NO_NOTES };
    return rows[i];
  };
}

/** What a cell of a row shows: its number, what stands there in its place, or undefined where it is empty. */
export function cellIn({ values, notes }: Row, index: number): number | CellNote | undefined {
  const value = values[index];
  return value === undefined || Number.isNaN(value) ? notes.get(index) : value;
}
