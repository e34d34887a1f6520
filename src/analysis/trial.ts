import type { CellEdit } from '../document/change.ts';
import { type Connect, createEngine } from '../engine/client.ts';
import {
  CeilingError,
  type CellNote,
  type Engine,
  EngineStopped,
  type Frame,
  type WorkbookSpec,
} from '../engine/port.ts';
import type { CellRef } from '../model/content.ts';

/** What the result holds: a number, or else what stands there; an empty cell has neither. */
export interface Reading {
  readonly value: number | undefined;
  readonly note: CellNote | undefined;
}

/** A workbook on which something is being tried. */
export interface Trial {
  /** The result as the workbook was built. */
  readonly start: Reading;
  /** Sets cells, one evaluation, and reads the result. What was set before stays. @throws TrialStopped */
  readonly evaluate: (edits: readonly CellEdit[]) => Promise<Reading>;
}

/** Why trying ended before it was done: somebody called it off, it took too long, or the workbook could not be had. */
export class TrialStopped extends Error {
  constructor(readonly reason: 'cancelled' | 'time' | 'crash' | 'ceiling') {
    super(`the trial was stopped: ${reason}`);
    this.name = 'TrialStopped';
  }
}

/** Milliseconds after which an analysis is given up, however many evaluations it still wants. */
const TIME_LIMIT = 60_000;

/**
 * Workbooks to try things on, never the one on screen: a second engine, started when first needed, that holds one trial
 * at a time. An edit of the sheet does not wait for it, and one evaluation has the engine's own time limit.
 */
export class Trials {
  #engine: Engine | undefined;
  #frame: Frame | undefined;
  /** Which call of `open` the workbook belongs to. */
  #current = 0;

  constructor(
    readonly connect: Connect,
    readonly limit = TIME_LIMIT,
  ) {}

  /** Builds the workbook of a trial; the one before it is gone. @throws TrialStopped */
  async open(spec: WorkbookSpec, result: CellRef, signal: AbortSignal): Promise<Trial> {
    const deadline = performance.now() + this.limit;
    this.#current += 1;
    const own = this.#current;
    const cancelled = () => signal.aborted || own !== this.#current;
    const check = () => {
      if (cancelled()) throw new TrialStopped('cancelled');
      if (performance.now() > deadline) throw new TrialStopped('time');
    };
    check();
    const engine = this.#engine ?? this.#start();
    this.#engine = engine;
    const watch = engine.watch([{ scenario: result.scenario, line: result.line }]);
    const place = result.slot === 'value' ? 0 : 1 + result.slot - spec.periods.first;
    const read = (): Reading => {
      const frame = this.#frame;
      if (frame?.watch !== watch) throw new TrialStopped('crash');
      const value = frame.values[place];
      const note = frame.notes.find(([at]) => at === place)?.[1];
      return { value: value === undefined || Number.isNaN(value) ? undefined : value, note };
    };
    const carry = async (work: () => Promise<void>): Promise<Reading> => {
      check();
      try {
        await work();
      } catch (error) {
        throw cancelled() ? new TrialStopped('cancelled') : stopped(error);
      }
      check();
      return read();
    };
    const start = await carry(() => engine.build(spec));
    return { start, evaluate: (edits) => carry(() => engine.apply(edits)) };
  }

  /** Ends the second engine, whatever it is doing. */
  dispose(): void {
    this.#engine?.dispose();
    this.#engine = undefined;
    this.#frame = undefined;
  }

  #start(): Engine {
    const engine = createEngine(this.connect);
    engine.onFrame((frame) => {
      this.#frame = frame;
    });
    return engine;
  }
}

function stopped(error: unknown): unknown {
  if (error instanceof CeilingError) return new TrialStopped('ceiling');
  return error instanceof EngineStopped ? new TrialStopped(error.reason) : error;
}
