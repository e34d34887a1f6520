import type { CellNote, RowRef, Values } from './port.ts';

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

/** The values of many rows as they stood together. */
export type RowLookup = (scenario: string, line: string) => Row | undefined;

type Places = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The same rows are read again after every edit. */
const known = new WeakMap<readonly RowRef[], Places>();

/** Where rows stand among many, by scenario and line. */
function placesOf(refs: readonly RowRef[]): Places {
  const before = known.get(refs);
  if (before) return before;
  const places = new Map<string, Map<string, number>>();
  refs.forEach(({ scenario, line }, i) => {
    const lines = places.get(scenario) ?? new Map<string, number>();
    places.set(scenario, lines.set(line, i));
  });
  known.set(refs, places);
  return places;
}

/** The rows by what they are of. */
export function lookUpRows(refs: readonly RowRef[], values: Decoded): RowLookup {
  const places = placesOf(refs);
  const row = rowsIn(values, refs.length);
  return (scenario, line) => {
    const i = places.get(scenario)?.get(line);
    return i === undefined ? undefined : row(i);
  };
}
