import type { RowRef, Values } from './port.ts';
import { type Row, rowsIn } from './rowValues.ts';

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
export function lookUpRows(refs: readonly RowRef[], values: Pick<Values, 'values' | 'notes'>): RowLookup {
  const places = placesOf(refs);
  const row = rowsIn(values, refs.length);
  return (scenario, line) => {
    const i = places.get(scenario)?.get(line);
    return i === undefined ? undefined : row(i);
  };
}
