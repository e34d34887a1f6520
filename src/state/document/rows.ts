import { type Accessor, batch, createSignal, onCleanup, type Setter, untrack } from 'solid-js';
import type { CellNote, Engine, Frame, Growth, RowRef } from '../../engine/port.ts';
import { type Row, rowsIn } from '../../engine/rowValues.ts';
import type { Periods } from '../../model/model.ts';
import { isOneOf, periodsOf, placeOf, samePeriods } from '../../model/periods.ts';
import { signal } from '../page/signal.ts';

interface Watched {
  readonly ref: RowRef;
  readonly row: Accessor<Row | undefined>;
  readonly setRow: Setter<Row | undefined>;
  users: number;
}

function sameRow(a: Row | undefined, b: Row): boolean {
  if (!a || a.values.length !== b.values.length || a.notes.size !== b.notes.size) return false;
  if (!a.values.every((value, i) => Object.is(value, b.values[i]))) return false;
  for (const [i, note] of b.notes) if (JSON.stringify(a.notes.get(i)) !== JSON.stringify(note)) return false;
  return true;
}

/** A row of other periods in the places of these: years that it has not are empty until they are computed. */
function moved(row: Row, from: Periods, to: Periods): Row {
  const places = [0, ...periodsOf(to).map((period) => (isOneOf(period, from) ? 1 + placeOf(period, from) : -1))];
  const noted = places.flatMap((place, i): [number, CellNote][] => {
    const note = row.notes.get(place);
    return note ? [[i, note]] : [];
  });
  return { values: Float64Array.from(places, (place) => row.values[place] ?? Number.NaN), notes: new Map(noted) };
}

/**
 * The rows that are on screen, each a signal. Who shows a row asks for it within a reactive owner; the engine is told
 * once a turn what is watched, and a row's signal changes only when its values do.
 */
export class Rows {
  readonly #watched = new Map<string, Watched>();
  /** The rows of the calls of `watch` whose frames may still come. */
  readonly #orders = new Map<number, readonly Watched[]>();
  #told = true;
  #withNext: (() => void) | undefined;
  #asked = 0;
  /** ms in which the values came for which something waited last. */
  took = 0;
  readonly #latest = signal(0);
  readonly #without = signal<readonly string[]>([]);
  /** How far a large workbook is, as long as more of it is wanted than is there. */
  readonly growth = signal<Growth | undefined>(undefined);
  #periods: Periods;

  constructor(
    readonly engine: Engine,
    periods: Periods,
  ) {
    this.#periods = periods;
    engine.onFrame((frame) => this.#receive(frame));
    engine.onGrowth(this.growth.set);
  }

  /** The revision of the newest values; 0 before the first. */
  get revision(): Accessor<number> {
    return this.#latest;
  }

  /** Scenarios of a large workbook that are not computed yet: nothing is known of their rows. */
  get without(): Accessor<readonly string[]> {
    return this.#without;
  }

  /** Whether the values of a scenario are not there: those of another one must not stand in their place. */
  lacks(scenario: string): boolean {
    return this.#without().includes(scenario);
  }

  /** Other periods: the values that are there stay with their years until the new ones come. */
  reshape(periods: Periods): void {
    const before = this.#periods;
    this.#periods = periods;
    if (samePeriods(before, periods)) return;
    for (const { setRow } of this.#watched.values()) setRow((row) => row && moved(row, before, periods));
  }

  /** Runs once with the next values that come, so that all of it is drawn at once. */
  withNext(run: () => void): void {
    this.#asked = performance.now();
    this.#withNext = run;
  }

  /** The values of a row that somebody watches; undefined where nobody does, or they have not come. */
  peek(scenario: string, line: string): Row | undefined {
    return untrack(() => this.#watched.get(`${scenario}\n${line}`)?.row());
  }

  /** The values of a row for as long as the owner lives; undefined until they have come. */
  watch(scenario: string, line: string): Accessor<Row | undefined> {
    const key = `${scenario}\n${line}`;
    let watched = this.#watched.get(key);
    if (!watched) {
      const [row, setRow] = createSignal<Row | undefined>(undefined);
      watched = { ref: { scenario, line }, row, setRow, users: 0 };
      this.#watched.set(key, watched);
      this.#tell();
    }
    const entry = watched;
    entry.users++;
    // A row that is let go and taken up again in one turn keeps its values.
    onCleanup(() => {
      entry.users--;
      if (entry.users === 0) this.#tell();
    });
    return entry.row;
  }

  #tell(): void {
    if (!this.#told) return;
    this.#told = false;
    queueMicrotask(() => {
      this.#told = true;
      for (const [key, { users }] of this.#watched) if (users === 0) this.#watched.delete(key);
      const order = [...this.#watched.values()];
      this.#orders.set(this.engine.watch(order.map(({ ref }) => ref)), order);
    });
  }

  #receive(frame: Frame): void {
    const order = this.#orders.get(frame.watch);
    if (!order || order.length === 0) return;
    for (const number of this.#orders.keys()) if (number < frame.watch) this.#orders.delete(number);
    const row = rowsIn(frame, order.length);
    // Values of before a rebuild may still be on their way.
    const fits = samePeriods(frame.periods, this.#periods);
    // One batch: what depends on several rows follows once.
    batch(() => {
      const { without = [] } = frame;
      // The same list, as long as it says the same.
      if (`${without}` !== `${this.#without()}`) this.#without.set(without);
      order.forEach((watched, i) => {
        if (without.includes(watched.ref.scenario)) {
          watched.setRow(undefined);
          return;
        }
        const now = fits ? row(i) : moved(row(i), frame.periods, this.#periods);
        watched.setRow((old) => (sameRow(old, now) ? old : now));
      });
      this.#latest.set(frame.revision);
      const run = this.#withNext;
      this.#withNext = undefined;
      if (!run) return;
      this.took = performance.now() - this.#asked;
      run();
    });
  }
}
