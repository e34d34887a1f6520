import { type Accessor, batch, createSignal, onCleanup, type Setter, untrack } from 'solid-js';
import type { CellNote, Engine, Frame, RowRef } from '../engine/port.ts';

/** The values of a line in a scenario: its scalar first, then its periods; NaN where a note stands or nothing. */
export interface Row {
  readonly values: Float64Array;
  readonly notes: ReadonlyMap<number, CellNote>;
}

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

function rowOf(frame: Frame, notes: ReadonlyMap<number, CellNote>, index: number, width: number): Row {
  const start = index * width;
  const own = new Map<number, CellNote>();
  for (let i = 0; i < width; i++) {
    const note = notes.get(start + i);
    if (note) own.set(i, note);
  }
  return { values: frame.values.subarray(start, start + width), notes: own };
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
  readonly #latest: Accessor<number>;
  readonly #setLatest: Setter<number>;

  constructor(readonly engine: Engine) {
    [this.#latest, this.#setLatest] = createSignal(0);
    engine.onFrame((frame) => this.#receive(frame));
  }

  /** The revision of the newest values; 0 before the first. */
  get revision(): Accessor<number> {
    return this.#latest;
  }

  /** Runs once after the next values that come, in the frame that draws them. */
  withNextFrame(run: () => void): void {
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
    onCleanup(() => {
      entry.users--;
      if (entry.users > 0 || this.#watched.get(key) !== entry) return;
      this.#watched.delete(key);
      this.#tell();
    });
    return entry.row;
  }

  #tell(): void {
    if (!this.#told) return;
    this.#told = false;
    queueMicrotask(() => {
      this.#told = true;
      const order = [...this.#watched.values()];
      this.#orders.set(this.engine.watch(order.map(({ ref }) => ref)), order);
    });
  }

  #receive(frame: Frame): void {
    const order = this.#orders.get(frame.watch);
    if (!order || order.length === 0) return;
    for (const number of this.#orders.keys()) if (number < frame.watch) this.#orders.delete(number);
    const width = frame.values.length / order.length;
    const notes = new Map(frame.notes);
    // One batch: what depends on several rows follows once.
    batch(() => {
      order.forEach((watched, i) => {
        const row = rowOf(frame, notes, i, width);
        watched.setRow((old) => (sameRow(old, row) ? old : row));
      });
      this.#setLatest(frame.revision);
    });
    const run = this.#withNext;
    this.#withNext = undefined;
    if (run) requestAnimationFrame(run);
  }
}
