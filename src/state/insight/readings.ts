import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import { type Ceiling, CeilingError, type RowRef } from '../../engine/port.ts';
import { lookUpRows, type RowLookup } from '../../engine/rowLookup.ts';
import { samePeriods } from '../../model/periods.ts';
import type { WithWorkspace } from '../document/workspace.ts';

/**
 * The values of rows, read once and again after every edit. While one reading is under way no other begins; the last one
 * stands until the next has come. Nothing is read while nothing is wanted. `passed`: the scenarios have no room together.
 */
export function createReadings(
  { workspace }: WithWorkspace,
  wanted: Accessor<readonly RowRef[]>,
): { readonly reading: Accessor<RowLookup | undefined>; readonly passed: Accessor<Ceiling | undefined> } {
  const [passed, setPassed] = createSignal<Ceiling>();
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
        // Values of before a rebuild belong to other years.
        if (!gone && samePeriods(values.periods, workspace.model().periods)) {
          setReading(() => lookUpRows(refs, values));
          setPassed(undefined);
        }
      } catch (error) {
        if (!gone && error instanceof CeilingError) setPassed(error);
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
  return { reading, passed };
}
