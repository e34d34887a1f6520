import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { CellNote, RowRef, Values } from '../engine/port.ts';
import type { App } from './app.ts';
import type { Row } from './rows.ts';

/** The values of many rows as they stood together. */
export type Reading = (scenario: string, line: string) => Row | undefined;

const keyOf = ({ scenario, line }: RowRef): string => `${scenario}\n${line}`;

function readingOf(refs: readonly RowRef[], { values, notes }: Values): Reading {
  const width = values.length / Math.max(1, refs.length);
  const rows = new Map<string, { values: Float64Array; notes: Map<number, CellNote> }>();
  const found = refs.map((ref, i) => {
    const row = { values: values.subarray(i * width, (i + 1) * width), notes: new Map<number, CellNote>() };
    rows.set(keyOf(ref), row);
    return row;
  });
  for (const [place, note] of notes) found[Math.floor(place / width)]?.notes.set(place % width, note);
  return (scenario, line) => rows.get(keyOf({ scenario, line }));
}

/**
 * The values of rows, read once and again after every edit. While one reading is under way no other begins; the last one
 * stands until the next has come. Nothing is read while nothing is wanted.
 */
export function createReadings(
  { workspace }: Pick<App, 'workspace'>,
  wanted: Accessor<readonly RowRef[]>,
): Accessor<Reading | undefined> {
  const [reading, setReading] = createSignal<Reading>();
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
