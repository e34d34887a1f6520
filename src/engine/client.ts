import type { CellEdit } from '../document/change.ts';
import { type CellRef, cellKey } from '../model/content.ts';
import { slotCount } from '../model/model.ts';
import { latestBuild } from './latestBuild.ts';
import { groupsOf, packSpec } from './packed.ts';
import type { PackedLines } from './port.ts';
import {
  type Answers,
  type Block,
  CeilingError,
  type CellValue,
  type Disagreement,
  type Engine,
  EngineStopped,
  type FindQuery,
  type Found,
  type Frame,
  type FunctionInfo,
  type Futures,
  type FuturesQuestion,
  type Growth,
  type Question,
  type RowRef,
  type Summary,
  type Values,
  type WorkbookSpec,
} from './port.ts';
import type { EngineReply, EngineRequest } from './requests.ts';
import type { Size } from './size.ts';
import { PER_START, START_LIMIT, TIME_LIMIT } from './timeLimits.ts';
import type { Connect, Transport } from './transport.ts';

/** What is asked for other values. */
const CHANGES: ReadonlySet<EngineRequest['kind']> = new Set(['build', 'apply', 'replace'] as const);

/** What ends by itself, however slow the machine is now: a tape is made as the workbook is built, and gone through once for each setting. */
const QUESTIONS: ReadonlySet<EngineRequest['kind']> = new Set(['evaluate', 'simulate'] as const);

/** Formulas from which on an edit may be felt. */
const LARGE = 3_000;

const NO_VALUES: Values = { periods: { first: 0, last: -1 }, values: new Float64Array(), notes: [] };

interface Waiting {
  readonly resolve: (reply: EngineReply) => void;
  readonly reject: (error: Error) => void;
  /** Asked when it is the oldest. */
  readonly limit: () => number;
  readonly kind: EngineRequest['kind'];
}

/**
 * The engine behind a transport. Requests are numbered and answered in order; the oldest one has a time limit. Edits
 * made while others are under way are merged, the latest value of a cell winning, so that a dragged slider is never
 * behind by more than one calculation.
 */
class Client implements Engine {
  #transport: Transport | undefined;
  #next = 1;
  #started = false;
  #isLoading = false;
  /** When the worker was started; ms that it took to load. */
  #startedAt = 0;
  #startTime = 0;
  #size: Size = { formulas: 0, typed: 0, lines: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #breakdown: Parameters<Engine['onBreakdown']>[0] | undefined;
  #disagreement: (disagreement: Disagreement) => void = () => {};
  #growth: (growth: Growth | undefined) => void = () => {};
  #growing: Promise<void> | undefined;
  /** Builds that wait for what is filled in. */
  #building = 0;
  readonly #listeners: ((frame: Frame) => void)[] = [];
  #watch: { number: number; rows: readonly RowRef[] } = { number: 0, rows: [] };
  readonly #pending = new Map<string, CellEdit>();
  #applying: Promise<void> | undefined;
  #queued: Promise<void> | undefined;

  constructor(readonly connect: Connect) {
    this.#start();
  }

  async build(spec: WorkbookSpec, shortTimeout = false): Promise<void> {
    this.#pending.clear();
    if (!this.#transport) this.#start();
    this.#post({ kind: 'watch', watch: this.#watch.number, rows: this.#watch.rows }).catch(() => {});
    const { wants } = await this.#build({ kind: 'build', spec: packSpec(spec) }, spec, shortTimeout);
    if (!wants) return;
    this.#building++;
    await this.#grow().finally(() => this.#building--);
  }

  async readOf(spec: WorkbookSpec, rows: readonly RowRef[]): Promise<Values> {
    return (await this.#build({ kind: 'readOf', spec: packSpec(spec), rows }, spec)).values ?? NO_VALUES;
  }

  async #build(
    request: EngineRequest,
    { lines, periods, scenarios }: WorkbookSpec,
    shortTimeout = false,
  ): Promise<EngineReply> {
    const cells = lines.length * slotCount(periods) * scenarios.length;
    const most = shortTimeout
      ? () => Math.max(TIME_LIMIT.shortTimeout, PER_START * this.#startTime)
      : () => TIME_LIMIT.build;
    const reply = await this.#post(request, () => Math.min(TIME_LIMIT.build, most()) + cells * TIME_LIMIT.perCell);
    return within(reply);
  }

  get size(): Size {
    return this.#size;
  }

  get isBehind(): boolean {
    return this.#pending.size > 0 || [...this.#waiting.values()].some(({ kind }) => CHANGES.has(kind));
  }

  apply(edits: readonly CellEdit[]): Promise<void> {
    for (const edit of edits) this.#pending.set(cellKey(edit), edit);
    if (!this.#applying && !this.#queued) return this.#flush();
    this.#queued ??= (this.#applying ?? Promise.resolve())
      .catch(() => {})
      .then(() => {
        this.#queued = undefined;
        return this.#pending.size > 0 ? this.#flush() : this.#applying;
      });
    return this.#queued;
  }

  async replace(parts: readonly PackedLines[]): Promise<void> {
    this.#settle();
    await this.#post({ kind: 'replace', parts });
  }

  watch(rows: readonly RowRef[]): number {
    this.#watch = { number: this.#watch.number + 1, rows };
    // A stopped engine is told again when it is built.
    this.#post({ kind: 'watch', watch: this.#watch.number, rows }).catch(() => {});
    return this.#watch.number;
  }

  async read(rows: readonly RowRef[]): Promise<Values> {
    return (await this.#ask({ kind: 'read', rows: groupsOf(rows) })).values ?? NO_VALUES;
  }

  async summarise(block: Block): Promise<Summary> {
    return (await this.#ask({ kind: 'summarise', block })).summary ?? { sum: 0, numbers: 0, filled: 0 };
  }

  async find(query: FindQuery, scenario: string, line: number): Promise<Found> {
    const { found } = await this.#ask({ kind: 'find', query, scenario, line });
    if (!found) throw new EngineStopped('start');
    return found;
  }

  async attempt(steps: readonly (readonly CellEdit[])[], cell: CellRef): Promise<readonly CellValue[]> {
    return (await this.#ask({ kind: 'attempt', steps, cell })).readings ?? [];
  }

  async evaluate(question: Question): Promise<Answers> {
    return (await this.#ask({ kind: 'evaluate', question })).answers ?? { values: new Float64Array(), without: 'load' };
  }

  simulate(question: FuturesQuestion, runs: number): Promise<Futures> {
    return this.#simulate(question, runs, false);
  }

  simulateInWorkbook(question: FuturesQuestion, runs: number): Promise<Futures> {
    return this.#simulate(question, runs, true);
  }

  async #simulate(question: FuturesQuestion, runs: number, inWorkbook: boolean): Promise<Futures> {
    const { futures } = await this.#ask({ kind: 'simulate', question, runs, inWorkbook });
    if (!futures) throw new EngineStopped('start');
    return futures;
  }

  async functions(): Promise<readonly FunctionInfo[]> {
    return (await this.#post({ kind: 'functions' })).functions ?? [];
  }

  onFrame(listener: (frame: Frame) => void): void {
    this.#listeners.push(listener);
  }

  show(scenario: string): void {
    if (this.#size.without) this.#post({ kind: 'show', scenario }).catch(() => {});
  }

  aim(cell: CellRef): void {
    if (this.#size.formulas >= LARGE) this.#post({ kind: 'aim', cell }).catch(() => {});
  }

  onGrowth(listener: (growth: Growth | undefined) => void): void {
    this.#growth = listener;
  }

  onDisagreement(listener: (disagreement: Disagreement) => void): void {
    this.#disagreement = listener;
  }

  onBreakdown(listener: (reason: 'time' | 'crash') => void): void {
    this.#breakdown = listener;
  }

  dispose(): void {
    this.#breakdown = undefined;
    this.#stop('crash');
  }

  /** Sends edits that wait to be merged: they were meant to come before what is sent next. */
  #settle(): void {
    if (this.#pending.size > 0) this.#flush().catch(() => {});
  }

  #flush(): Promise<void> {
    const edits = [...this.#pending.values()];
    this.#pending.clear();
    const applying = this.#post({ kind: 'apply', edits })
      .then(() => {})
      .finally(() => {
        if (this.#applying === applying) this.#applying = undefined;
      });
    this.#applying = applying;
    return applying;
  }

  #start(): void {
    this.#started = false;
    this.#isLoading = false;
    this.#startedAt = performance.now();
    this.#transport = this.connect(
      (id, reply) => this.#receive(id, reply),
      () => this.#stop('crash'),
      (isLoading) => {
        this.#isLoading = isLoading;
        this.#watchTheClock();
      },
    );
    this.#watchTheClock();
  }

  #post(request: EngineRequest, limit = () => this.#limit()): Promise<EngineReply> {
    const transport = this.#transport;
    if (!transport) return Promise.reject(new EngineStopped('start'));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, limit, kind: request.kind });
      if (this.#waiting.size === 1) this.#watchTheClock();
      transport.send(id, request);
    });
  }

  /** Asks again once scenarios are there that were not. @throws CeilingError where they have no room */
  async #ask(request: EngineRequest): Promise<EngineReply> {
    for (;;) {
      this.#settle();
      const reply = within(await this.#post(request, QUESTIONS.has(request.kind) ? () => TIME_LIMIT.build : undefined));
      if (!reply.isLater) return reply;
      await this.#grow();
    }
  }

  /** Has what is wanted filled in, a stretch at a time. */
  #grow(): Promise<void> {
    this.#growing ??= this.#growAll().finally(() => {
      this.#growing = undefined;
      this.#growth(undefined);
    });
    return this.#growing;
  }

  async #growAll(): Promise<void> {
    try {
      for (;;) {
        const { growth } = await this.#post({ kind: 'grow' }, () => TIME_LIMIT.build);
        if (!growth) return;
        this.#growth(growth);
      }
    } catch (error) {
      if (error instanceof EngineStopped && error.reason !== 'start' && !this.#building)
        this.#breakdown?.(error.reason);
      throw error;
    }
  }

  #limit(): number {
    const { formulas, typed } = this.#size;
    return TIME_LIMIT.other + (formulas + typed) * TIME_LIMIT.perCell;
  }

  #receive(id: number, reply: EngineReply): void {
    if (!this.#started) this.#startTime = performance.now() - this.#startedAt;
    this.#started = true;
    this.#size = reply.size ?? this.#size;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#watchTheClock();
    if (reply.frame) for (const listener of this.#listeners) listener(reply.frame);
    if (reply.disagreement) this.#disagreement(reply.disagreement);
    waiting?.resolve(reply);
    if (reply.wants) this.#grow().catch(() => {});
  }

  /** One timer, for the request that is being carried out. */
  #watchTheClock(): void {
    clearTimeout(this.#timer);
    const [oldest] = this.#waiting.values();
    if (!oldest && this.#started) return;
    this.#timer = setTimeout(
      () => this.#stop('time'),
      this.#started && !this.#isLoading && oldest ? oldest.limit() : START_LIMIT,
    );
  }

  #stop(reason: 'time' | 'crash'): void {
    clearTimeout(this.#timer);
    this.#transport?.stop();
    this.#transport = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    // Who waits for something else sees to it.
    if (waiting.every(({ kind }) => QUESTIONS.has(kind))) this.#breakdown?.('crash');
    for (const { reject } of waiting) reject(new EngineStopped(this.#started ? reason : 'start'));
  }
}

/** @throws CeilingError */
function within(reply: EngineReply): EngineReply {
  const { ceiling } = reply;
  if (ceiling) throw new CeilingError(ceiling.cells, ceiling.ceiling, ceiling.of, ceiling.each);
  return reply;
}

export const createEngine = (connect: Connect): Engine => new Client(latestBuild(connect));
