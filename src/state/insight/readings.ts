import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { CellNote, RowRef, Values } from '../../engine/port.ts';
import type { Row } from '../document/rows.ts';
import type { WithWorkspace } from '../document/workspace.ts';

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

const NONE: ReadonlyMap<number, CellNote> = new Map();

/** Each row is made when it is first looked at. */
function readingOf(refs: readonly RowRef[], { values, notes }: Values): RowLookup {
  const width = values.length / Math.max(1, refs.length);
  const places = placesOf(refs);
  const noted = new Map<number, Map<number, CellNote>>();
  for (const [place, note] of notes) {
    const row = Math.floor(place / width);
    noted.set(row, (noted.get(row) ?? new Map<number, CellNote>()).set(place % width, note));
  }
  const rows: (Row | undefined)[] = [];
  return (scenario, line) => {
    const i = places.get(scenario)?.get(line);
    if (i === undefined) return undefined;
    rows[i] ??= { values: values.subarray(i * width, (i + 1) * width), notes: noted.get(i) ?? NONE };
    return rows[i];
  };
}

/**
 * The values of rows, read once and again after every edit. While one reading is under way no other begins; the last one
 * stands until the next has come. Nothing is read while nothing is wanted.
 */
export function createReadings(
  { workspace }: WithWorkspace,
  wanted: Accessor<readonly RowRef[]>,
): Accessor<RowLookup | undefined> {
  const [reading, setReading] = createSignal<RowLookup>();
  let waiting: readonly RowRef[] | undefined;
  let busy = false;
  let gone = false;
  onCleanup(() => {
    gone = true;
  });
  const read = async () => {
    if (busy) return;
    busy = true;
    while (waiting && !gone) {
      const refs = waiting;
      waiting = undefined;
      try {
        const values = await workspace.engine.read(refs);
        const { first, last } = workspace.model().periods;
        // Values of before a rebuild belong to other years.
        const fits = values.first === first && values.values.length === refs.length * (last - first + 2);
        if (!gone && fits) setReading(() => readingOf(refs, values));
      } catch {
        // A stopped engine is built again, and then there are new values to read.
      }
    }
    busy = false;
  };
  createEffect(() => {
    workspace.rows.revision();
    const refs = wanted();
    if (refs.length === 0) return;
    waiting = refs;
    void read();
  });
  return reading;
}
