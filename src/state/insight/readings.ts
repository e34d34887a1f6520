import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { RowRef } from '../../engine/port.ts';
import { lookUpRows, type RowLookup } from '../../engine/rowLookup.ts';
import { slotCount } from '../../model/model.ts';
import type { WithWorkspace } from '../document/workspace.ts';

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
        const { periods } = workspace.model();
        // Values of before a rebuild belong to other years.
        const fits = values.first === periods.first && values.values.length === refs.length * slotCount(periods);
        if (!gone && fits) setReading(() => lookUpRows(refs, values));
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
