import type { CellEdit } from '../document/change.ts';
import { createEngine } from '../engine/client.ts';
import { CeilingError, type CellValue, type Engine, EngineStopped, type WorkbookSpec } from '../engine/port.ts';
import type { Connect } from '../engine/transport.ts';
import { type CellRef, cellKey } from '../model/content.ts';

/** A workbook on which something is being tried. */
export interface Trial {
  /** The result as the workbook was built. */
  readonly start: CellValue;
  /** Whether an evaluation takes microseconds. */
  readonly isQuick?: boolean;
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

/** Cells that are tried, each with the number that it holds at first, and how they are found in the workbook on screen. */
export interface Tried {
  readonly cells: readonly Numbered[];
  /** The scenario on screen that stands for the one of a trial; left out: they are the same. */
  readonly scenario?: string;
}
export type Numbered = CellRef & { readonly content: number };

/** Milliseconds after which an analysis is given up, however many evaluations it still wants. */
const TIME_LIMIT = 60_000;

/** Carries out work of a trial, unless that has ended. @throws TrialStopped */
type Carry = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Something to try numbers on. Where its formulas allow it the workbook on screen answers, in which nothing changes by it;
 * else one that is built for it alone: a second engine, started when first needed, that holds one trial at a time. An edit
 * of the sheet does not wait for that one, and what is asked of it at once has the engine's own time limit.
 */
export class Trials {
  #engine: Engine | undefined;
  /** Which call of `open` the workbook belongs to. */
  #current = 0;

  constructor(
    readonly connect: Connect,
    readonly limit = TIME_LIMIT,
    /** The engine of the workbook on screen. */
    readonly live?: Engine,
  ) {}

  /**
   * Begins a trial; the one before it ends.
   * @param tried the cells that will be set, where all that they are set to are numbers
   * @throws TrialStopped
   */
  async open(spec: WorkbookSpec, result: CellRef, signal: AbortSignal, tried?: Tried): Promise<Trial> {
    const deadline = performance.now() + this.limit;
    this.#current += 1;
    const own = this.#current;
    const cancelled = () => signal.aborted || own !== this.#current;
    const carry: Carry = async (work) => {
      if (cancelled()) throw new TrialStopped('cancelled');
      if (performance.now() > deadline) throw new TrialStopped('time');
      try {
        const done = await work();
        if (!cancelled()) return done;
      } catch (error) {
        if (!cancelled()) throw stopped(error);
      }
      throw new TrialStopped('cancelled');
    };
    const inWorkbook = () => this.#inWorkbook(spec, result, carry);
    const { live } = this;
    const onTape = live && tried && (await TapeTrial.begin({ live, carry, inWorkbook, tried, result }));
    return onTape ?? inWorkbook();
  }

  async #inWorkbook(spec: WorkbookSpec, result: CellRef, carry: Carry): Promise<Trial> {
    this.#engine ??= createEngine(this.connect);
    const engine = this.#engine;
    await carry(() => engine.build(spec));
    const evaluate = (steps: readonly (readonly CellEdit[])[]) => carry(() => engine.attempt(steps, result));
    const [start = NOTHING] = await evaluate([[]]);
    return { start, evaluate };
  }

  /** Ends the second engine, whatever it is doing. */
  dispose(): void {
    this.#engine?.dispose();
    this.#engine = undefined;
    this.#current += 1;
  }
}

const NOTHING: CellValue = { value: undefined, note: undefined };

interface OnTape {
  readonly live: Engine;
  readonly carry: Carry;
  readonly inWorkbook: () => Promise<Trial>;
  readonly tried: Tried;
  readonly result: CellRef;
}

/** A trial that the workbook on screen answers. What it can't tell, as why there is no number, one of its own does. */
class TapeTrial implements Trial {
  readonly #places: ReadonlyMap<string, number>;
  readonly #held: number[];
  #workbook: Promise<Trial> | undefined;
  readonly isQuick = true;

  private constructor(
    readonly of: OnTape,
    public start: CellValue,
  ) {
    const { cells } = of.tried;
    this.#places = new Map(cells.map((cell, i) => [cellKey(cell), i]));
    this.#held = cells.map(({ content }) => content);
  }

  /** @returns undefined where the formulas between ask for a workbook */
  static async begin(of: OnTape): Promise<TapeTrial | undefined> {
    const trial = new TapeTrial(of, NOTHING);
    const found = await trial.#ask([trial.#held]);
    if (!found) return undefined;
    trial.start = await trial.#reading(found[0], trial.#held);
    return trial;
  }

  async evaluate(steps: readonly (readonly CellEdit[])[]): Promise<readonly CellValue[]> {
    const settings = steps.map((edits) => {
      for (const edit of edits) {
        const place = this.#places.get(cellKey(edit));
        if (place === undefined || typeof edit.content !== 'number')
          throw new Error('what is tried was not named before');
        this.#held[place] = edit.content;
      }
      return [...this.#held];
    });
    const found = await this.#ask(settings);
    const readings: CellValue[] = [];
    for (const [i, setting] of settings.entries()) readings.push(await this.#reading(found?.[i], setting));
    return readings;
  }

  /** The result in each setting; undefined where there is no tape. */
  async #ask(settings: readonly (readonly number[])[]): Promise<Float64Array | undefined> {
    const { live, carry, tried, result } = this.of;
    const { cells, scenario } = tried;
    const here = (cell: CellRef): CellRef => ({ ...cell, scenario: scenario ?? cell.scenario });
    const columns = new Float64Array(cells.length * settings.length);
    for (const [i, setting] of settings.entries())
      for (let place = 0; place < cells.length; place++)
        columns[place * settings.length + i] = setting[place] as number;
    const inputs = cells.map(({ line, slot, scenario: own }) => here({ line, slot, scenario: own }));
    const question = { inputs, results: [here(result)], settings: columns, count: settings.length };
    const { values, without } = await carry(() => live.evaluate(question));
    return without === undefined ? values : undefined;
  }

  async #reading(value: number | undefined, setting: readonly number[]): Promise<CellValue> {
    if (value !== undefined && !Number.isNaN(value)) return { value, note: undefined };
    this.#workbook ??= this.of.inWorkbook();
    const workbook = await this.#workbook;
    const edits = this.of.tried.cells.map((cell, place) => ({ ...cell, content: setting[place] as number }));
    return (await workbook.evaluate([edits]))[0] ?? NOTHING;
  }
}

/** What a breakdown of the engine is to who tries something on it. */
export function stopped(error: unknown): unknown {
  if (error instanceof CeilingError) return new TrialStopped('ceiling');
  if (!(error instanceof EngineStopped)) return error;
  return new TrialStopped(error.reason === 'time' ? 'time' : 'crash');
}
