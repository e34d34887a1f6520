import type { CellEdit } from '../document/change.ts';
import { createEngine } from '../engine/client.ts';
import { CeilingError, type CellValue, type Engine, EngineStopped, type WorkbookSpec } from '../engine/port.ts';
import type { Connect } from '../engine/transport.ts';
import type { CellRef } from '../model/content.ts';

/** A workbook on which something is being tried. */
export interface Trial {
  /** The result as the workbook was built. */
  readonly start: CellValue;
  /** Sets cells step by step, and reads the result after each. What was set before stays. @throws TrialStopped */
  readonly evaluate: (steps: readonly (readonly CellEdit[])[]) => Promise<readonly CellValue[]>;
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
 * at a time. An edit of the sheet does not wait for it, and what is asked of it at once has the engine's own time limit.
 */
export class Trials {
  #engine: Engine | undefined;
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
    const carry = async <T>(work: (engine: Engine) => Promise<T>): Promise<T> => {
      if (cancelled()) throw new TrialStopped('cancelled');
      if (performance.now() > deadline) throw new TrialStopped('time');
      this.#engine ??= createEngine(this.connect);
      try {
        const done = await work(this.#engine);
        if (!cancelled()) return done;
      } catch (error) {
        if (!cancelled()) throw stopped(error);
      }
      throw new TrialStopped('cancelled');
    };
    await carry((engine) => engine.build(spec));
    const evaluate = (steps: readonly (readonly CellEdit[])[]) => carry((engine) => engine.attempt(steps, result));
    const [start = { value: undefined, note: undefined }] = await evaluate([[]]);
    return { start, evaluate };
  }

  /** Ends the second engine, whatever it is doing. */
  dispose(): void {
    this.#engine?.dispose();
    this.#engine = undefined;
    this.#current += 1;
  }
}

function stopped(error: unknown): unknown {
  if (error instanceof CeilingError) return new TrialStopped('ceiling');
  if (!(error instanceof EngineStopped)) return error;
  return new TrialStopped(error.reason === 'time' ? 'time' : 'crash');
}
