import { Draws } from '../../chance/draws.ts';
import { type Quantile, quantileOf } from '../../chance/shapes.ts';
import type { CellEdit } from '../../document/change.ts';
import { cellKey, sameCell } from '../../model/content.ts';
import {
  type DrawnCell,
  FAN_PARTS,
  type Failure,
  type Futures,
  type FuturesQuestion,
  MOST_FOLLOWED,
  PATHS,
  type Without,
} from '../port.ts';
import type { Workbook } from '../workbook.ts';
import { byTape, byWorkbook, type Way } from './ways.ts';

/** Runs that are drawn at once. */
const STRETCH = 2_000;
/** Stretches whose draws are kept: the rest is drawn again where it is asked for again. */
const KEPT = 10;
/** ms after which what is asked in between has its turn. */
const TURN = 30;
/** Reasons of failing runs that are told. */
const REASONS = 8;

/** A question with what has come of it so far. */
interface Simulated {
  readonly key: string;
  readonly way: Way;
  runs: number;
  /** By result, its value in each run. */
  results: Float64Array[];
  /** By reason, the runs of those that were followed in which the result in focus is no number, and the first of them. */
  readonly failed: Map<string, { runs: number; readonly first: number }>;
  followed: number;
}

/** What one cell is drawn by, and what it holds by that in the runs of each stretch. */
interface Drawn {
  readonly key: string;
  readonly quantile: Quantile;
  readonly values: Float64Array[];
}

/**
 * Draws futures. What stays from one question to the next is kept: the draws, what cells hold by them, and the tape, which
 * holds as long as nothing changes but numbers of the cells that are drawn.
 */
export class Simulations {
  #made: { workbook: Workbook; revision: number; key: string; way: Way | Without } | undefined;
  #simulated: Simulated | undefined;
  #plan = '';
  #draws: Draws[] = [];
  readonly #drawn = new Map<string, Drawn>();
  #cells: readonly DrawnCell[] = [];

  /** Told of edits that made `revision`: of numbers in the cells that are drawn, which are inputs of the tape. */
  edited(edits: readonly CellEdit[], revision: number): void {
    const isDrawn = (edit: CellEdit) =>
      typeof edit.content === 'number' && this.#cells.some(({ cell }) => sameCell(cell, edit));
    if (this.#made?.revision === revision - 1 && edits.every(isDrawn)) this.#made.revision = revision;
  }

  /** Whether a question can be answered whatever the workbook still has to be told. */
  isReady(workbook: Workbook, revision: number, question: FuturesQuestion, inWorkbook: boolean): boolean {
    const made = this.#made;
    return made?.workbook === workbook && made.revision === revision && made.key === keyOf(question, inWorkbook);
  }

  /** With fewer runs than asked for where that takes longer than a turn; then they are to be asked for again. */
  answer(workbook: Workbook, revision: number, question: FuturesQuestion, runs: number, inWorkbook: boolean): Futures {
    const until = performance.now() + TURN;
    const way = this.#way(workbook, revision, question, inWorkbook);
    if ('without' in way) return { ...NOTHING, ...way };
    const key = JSON.stringify(question);
    const last = this.#simulated;
    const simulated =
      last?.way === way && last.key === key && last.runs <= runs
        ? last
        : { key, way, runs: 0, results: [], failed: new Map(), followed: 0 };
    this.#simulated = simulated;
    simulated.results = question.results.map((_, i) => withRoom(simulated.results[i], runs));
    while (simulated.runs < runs && performance.now() < until) this.#stretch(question, simulated, runs);
    return simulated.runs < runs ? { ...NOTHING, runs: simulated.runs } : this.#futures(question, simulated);
  }

  #way(workbook: Workbook, revision: number, question: FuturesQuestion, inWorkbook: boolean): Way | Without {
    if (!this.isReady(workbook, revision, question, inWorkbook)) {
      const way = inWorkbook ? byWorkbook(workbook, question) : byTape(workbook, question);
      this.#made = { workbook, revision, key: keyOf(question, inWorkbook), way };
      this.#cells = question.drawn;
    }
    return this.#made?.way ?? { without: '' };
  }

  #stretch(question: FuturesQuestion, simulated: Simulated, runs: number): void {
    const from = simulated.runs;
    const stretch = Math.floor(from / STRETCH);
    const skipped = from - stretch * STRETCH;
    const count = Math.min(STRETCH - skipped, runs - from, simulated.way.most);
    const values = this.#valuesOf(question, stretch);
    const settings = new Float64Array(values.length * count);
    for (const [i, own] of values.entries()) settings.set(own.subarray(skipped, skipped + count), i * count);
    const found = simulated.way.evaluate(settings, count, (lane, reason) => {
      if (simulated.followed++ >= MOST_FOLLOWED) return;
      const known = simulated.failed.get(reason);
      if (known) known.runs++;
      else simulated.failed.set(reason, { runs: 1, first: from + lane });
    });
    for (const [i, own] of simulated.results.entries()) own.set(found.subarray(i * count, (i + 1) * count), from);
    simulated.runs += count;
  }

  /** By cell, what it holds in each run of a stretch. */
  #valuesOf({ plan, drawn }: FuturesQuestion, stretch: number): Float64Array[] {
    const planned = JSON.stringify(plan);
    if (planned !== this.#plan) {
      this.#plan = planned;
      this.#draws = [];
      this.#drawn.clear();
    }
    const draws = this.#draws[stretch] ?? new Draws(plan, stretch * STRETCH + 1, STRETCH);
    if (stretch < KEPT) this.#draws[stretch] = draws;
    return drawn.map((one) => {
      const { quantile, values } = this.#drawnBy(one);
      const kept = values[stretch];
      if (kept) return kept;
      const { variable, at } = one;
      const made = (quantile.of === 'part' ? draws.parts(variable, at) : draws.scores(variable, at)).map(quantile.at);
      if (stretch < KEPT) values[stretch] = made;
      return made;
    });
  }

  #drawnBy({ cell, uncertainty, held, variable, at, isWhole }: DrawnCell): Drawn {
    const place = cellKey(cell);
    const key = JSON.stringify([uncertainty, held, variable, at]);
    const kept = this.#drawn.get(place);
    if (kept?.key === key) return kept;
    const quantile = quantileOf(uncertainty, held, isWhole);
    if (typeof quantile === 'string') throw new Error(`nothing can be drawn: ${quantile}`);
    const made = { key, quantile, values: [] };
    this.#drawn.set(place, made);
    return made;
  }

  #futures(question: FuturesQuestion, { runs, results, failed }: Simulated): Futures {
    const sorted = results.map(numbersOf);
    const { focus } = question;
    const paths = new Float64Array(Math.min(PATHS, runs) * results.length);
    for (let path = 0; path < Math.min(PATHS, runs); path++)
      for (const [i, own] of results.entries()) paths[path * results.length + i] = own[path] as number;
    const failures = [...failed.values()]
      .sort((a, b) => b.runs - a.runs || a.first - b.first)
      .slice(0, REASONS)
      .map(({ runs: own, first }): Failure => ({ runs: own, drawn: this.#drawnIn(question, first) }));
    return {
      runs,
      quantiles: Float64Array.from(sorted.flatMap((own) => FAN_PARTS.map((part) => quantileIn(own, part)))),
      failed: Int32Array.from(sorted, (own) => runs - own.length),
      values: sorted[focus] ?? new Float64Array(),
      paths,
      failures,
    };
  }

  #drawnIn(question: FuturesQuestion, run: number): Float64Array {
    const stretch = Math.floor(run / STRETCH);
    return Float64Array.from(this.#valuesOf(question, stretch), (own) => own[run - stretch * STRETCH] as number);
  }
}

const NOTHING: Futures = {
  runs: 0,
  quantiles: new Float64Array(),
  failed: new Int32Array(),
  values: new Float64Array(),
  paths: new Float64Array(),
  failures: [],
};

/** What a way is made for. */
const keyOf = ({ drawn, results, focus }: FuturesQuestion, inWorkbook: boolean): string =>
  [
    ...[drawn.map(({ cell }) => cell), results].map((cells) => cells.map(cellKey).join('\n')),
    `${focus} ${inWorkbook}`,
  ].join('\n\n');

/** In ascending order, without NaN, which comes last. */
function numbersOf(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  let count = sorted.length;
  while (count > 0 && Number.isNaN(sorted[count - 1])) count--;
  return sorted.subarray(0, count);
}

function withRoom(before: Float64Array | undefined, length: number): Float64Array {
  if (before?.length === length) return before;
  const longer = new Float64Array(length);
  if (before) longer.set(before.subarray(0, length));
  return longer;
}

/** Of numbers in ascending order, as PERCENTILE.INC has it: R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996), type 7. */
function quantileIn(ascending: Float64Array, part: number): number {
  const place = part * (ascending.length - 1);
  const below = ascending[Math.floor(place)] ?? Number.NaN;
  const above = ascending[Math.ceil(place)] ?? below;
  return below + (place - Math.floor(place)) * (above - below);
}
