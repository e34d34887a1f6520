import { leanSpec } from '../../analysis/feeds.ts';
import type { CellEdit } from '../../document/change.ts';
import { createEngine } from '../../engine/client.ts';
import type { CellValue, Engine, Failure, Futures, FuturesQuestion, WorkbookSpec } from '../../engine/port.ts';
import type { Connect } from '../../engine/transport.ts';
import { inWorker } from '../../engine/transports.ts';
import { type CellRef, cellKey } from '../../model/content.ts';

/** Why a result is no number in some runs, as its cell has it. */
export interface Reason {
  readonly runs: number;
  /** What was drawn, by cell, in the first of these runs. */
  readonly drawn: Float64Array;
  readonly note: CellValue['note'];
}

/**
 * A workbook in a second worker, for what no tape can tell: it is started when first needed, and holds what one question
 * needs. What is asked of it changes nothing in the workbook on screen.
 */
export class Apart {
  #engine: Engine | undefined;
  #built: { readonly spec: WorkbookSpec; readonly key: string } | undefined;

  constructor(readonly connect: Connect = inWorker) {}

  /** @param spec the same one as long as the document is the same. @throws EngineStopped @throws CeilingError */
  async draw(spec: WorkbookSpec, question: FuturesQuestion, runs: number): Promise<Futures> {
    return (await this.#on(spec, question)).simulateInWorkbook(question, runs);
  }

  /** The failures of a question with what stands in the cell in each, most runs first. @throws EngineStopped @throws CeilingError */
  async reasons(
    spec: WorkbookSpec,
    question: FuturesQuestion,
    failures: readonly Failure[],
  ): Promise<readonly Reason[]> {
    const asked = question.results[question.focus];
    if (!asked || failures.length === 0) return [];
    const engine = await this.#on(spec, question);
    const steps = failures.map(({ drawn }) =>
      question.drawn.map(({ cell }, i): CellEdit => ({ ...cell, content: drawn[i] as number })),
    );
    const found = new Map<string, Reason>();
    for (const [i, { note }] of (await engine.attempt(steps, asked)).entries()) {
      const { runs, drawn } = failures[i] as Failure;
      const key = JSON.stringify(note ?? null);
      const known = found.get(key);
      found.set(key, known ? { ...known, runs: known.runs + runs } : { runs, drawn, note });
    }
    return [...found.values()].sort((a, b) => b.runs - a.runs);
  }

  dispose(): void {
    this.#engine?.dispose();
    this.#engine = undefined;
    this.#built = undefined;
  }

  async #on(spec: WorkbookSpec, { results }: FuturesQuestion): Promise<Engine> {
    const key = results.map(cellKey).join();
    this.#engine ??= createEngine(this.connect);
    const engine = this.#engine;
    if (this.#built?.spec === spec && this.#built.key === key) return engine;
    this.#built = undefined;
    await engine.build(leanSpec(spec, results, scenariosOf(results)));
    this.#built = { spec, key };
    return engine;
  }
}

const scenariosOf = (cells: readonly CellRef[]): string[] => [...new Set(cells.map(({ scenario }) => scenario))];
