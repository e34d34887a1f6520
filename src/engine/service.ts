import type { CellEdit } from '../document/change.ts';
import type { CellRef } from '../model/content.ts';
import { slotCount } from '../model/model.ts';
import { placeOf } from '../model/periods.ts';
import { Ahead } from './ahead.ts';
import { hasMore, loadDescriptions, loadMore } from './functions/later.ts';
import { isInNeed } from './need.ts';
import { type PackedSpec, rowsOf } from './packed.ts';
import { loadGrower, loadQuestions, loadSearch, loadSimulations, parts } from './parts.ts';
import { CeilingError, type CellValue, type Frame, type Question, type RowRef, type Values } from './port.ts';
import type { EngineReply, EngineRequest } from './requests.ts';
import { cellIn, rowsIn } from './rowValues.ts';
import { LIMITS } from './size.ts';
import type { Simulations } from './tape/simulations.ts';
import { Workbook } from './workbook.ts';

/** ms of an edit from which on it is felt. */
const SLOW = 8;

/** Formulas above which a round of warming up takes longer than a person would want to wait for an edit. */
const WARM_UP_LIMIT = 20_000;

/** The engine without its worker: a workbook, the rows that are watched, and a count of revisions. */
export class EngineService {
  #workbook: Workbook | undefined;
  #rows: readonly RowRef[] = [];
  #watch = 0;
  #revision = 0;
  /** Whether the workbook has the functions that are loaded later; whether one of its formulas has named one. */
  #hasMore = false;
  #isInNeed = false;

  readonly #ahead: Ahead;
  #simulations: Simulations | undefined;

  /** @param slow ms of an edit from which on the rows in sight need not wait for the workbook */
  constructor(
    readonly limits = LIMITS,
    slow = SLOW,
  ) {
    this.#ahead = new Ahead(slow);
  }

  /** Loads what a request needs and none before it did: functions that it names, what searches, what fills in a large workbook. */
  prepare(request: EngineRequest): Promise<unknown> | undefined {
    const isLarge =
      (request.kind === 'build' || request.kind === 'readOf') && cellsOf(request.spec) > this.limits.atOnce;
    const needed = [
      isLarge && !parts.grow ? loadGrower() : undefined,
      request.kind === 'find' && !parts.search ? loadSearch() : undefined,
      request.kind === 'evaluate' && !parts.questions ? loadQuestions() : undefined,
      request.kind === 'simulate' && !parts.simulations ? loadSimulations() : undefined,
      this.#more(request),
      request.kind === 'functions' ? loadDescriptions() : undefined,
    ].filter((part) => part !== undefined);
    return needed.length > 0 ? Promise.all(needed) : undefined;
  }

  #more(request: EngineRequest): Promise<void> | undefined {
    if (hasMore()) return undefined;
    const isNamed = isInNeed(request);
    // What is read of another workbook says nothing of this one.
    if (request.kind !== 'readOf') this.#isInNeed ||= isNamed;
    return isNamed || this.#isInNeed || request.kind === 'functions' ? loadMore() : undefined;
  }

  answer(request: EngineRequest): EngineReply {
    const reply = this.#answer(request);
    return this.#next === undefined ? reply : { ...reply, wants: true };
  }

  #answer(request: EngineRequest): EngineReply {
    const workbook = this.#workbook;
    const ahead = request.kind === 'apply' && workbook && this.#ahead.values(workbook, this.#rows, request.edits);
    if (ahead && request.kind === 'apply') {
      this.#revision++;
      this.#simulations?.edited(request.edits, this.#revision);
      return { frame: this.#frameOf(workbook, ahead) };
    }
    if (
      request.kind === 'simulate' &&
      workbook &&
      this.#simulations?.isReady(workbook, this.#revision, request.question, request.inWorkbook)
    )
      return this.#simulate(request);
    // What is ready for a cell stays so, however far the workbook is behind.
    if (request.kind === 'aim' && this.#ahead.isAt(request.cell)) return {};
    this.#ahead.settle(workbook);
    // Functions that were loaded are in workbooks that are built from then on: this one is, once they are needed in it.
    const isOther = request.kind === 'build' || request.kind === 'readOf';
    if (this.#workbook && hasMore() && !this.#hasMore && !isOther && (this.#isInNeed || isInNeed(request)))
      this.#take(this.#workbook.rebuilt());
    switch (request.kind) {
      case 'build':
        return this.#build(request.spec);
      case 'apply':
        return this.#apply(request.edits);
      case 'replace':
        this.#ahead.forget();
        this.#workbook?.replace(request.parts);
        return this.#edited();
      case 'watch':
        this.#rows = request.rows;
        this.#watch = request.watch;
        return this.#reply();
      case 'read':
        return this.#of(
          request.rows.map(({ scenario }) => scenario),
          (workbook) => ({ values: workbook.read(rowsOf(request.rows)) }),
        );
      case 'readOf':
        return this.#readOf(request.spec, request.rows);
      case 'summarise':
        return this.#of([request.block.scenario], (workbook) => ({ summary: workbook.summarise(request.block) }));
      case 'find':
        return this.#of([request.scenario], (workbook) => ({
          ...(parts.search
            ? { found: workbook.find(parts.search, request.query, request.scenario, request.line) }
            : {}),
        }));
      case 'attempt':
        return this.#of([request.cell.scenario], (workbook) => ({
          readings: attempt(workbook, request.steps, request.cell),
        }));
      case 'evaluate':
        return this.#evaluate(request.question);
      case 'simulate':
        return this.#simulate(request);
      case 'aim':
        this.#ahead.aimAt(request.cell);
        return {};
      case 'functions':
        return this.#workbook ? { functions: this.#workbook.functions() } : {};
      case 'show':
        if (this.#workbook?.growing) this.#workbook.growing.view = request.scenario;
        return {};
      case 'grow':
        this.#ahead.forget();
        return this.#grow();
    }
  }

  #apply(edits: readonly CellEdit[]): EngineReply {
    const begun = performance.now();
    this.#workbook?.apply(edits);
    this.#ahead.applied(edits, performance.now() - begun);
    const reply = this.#edited();
    this.#simulations?.edited(edits, this.#revision);
    return reply;
  }

  /** What is still to be done while nothing is asked. */
  get rest(): ReturnType<Ahead['rest']> {
    return this.#workbook && this.#ahead.rest(this.#workbook, this.#rows);
  }

  /** Has the workbook follow the hand: the rows as it has them. */
  follow(): EngineReply {
    const disagreement = this.#workbook && this.#ahead.follow(this.#workbook, this.#rows);
    return { ...this.#edited(), ...(disagreement ? { disagreement } : {}) };
  }

  /** Makes ready for other numbers in the cell that was given one last. */
  makeReady(): Promise<void> {
    return this.#ahead.makeReady(
      () => this.#workbook,
      () => this.#rows,
    );
  }

  /** A scenario that is not computed yet is not asked for: what a question needs of it is less than all of it. */
  #evaluate(question: Question): EngineReply {
    const workbook = this.#workbook;
    if (!workbook || !parts.questions) return {};
    const { inputs, results } = question;
    const without = workbook.growing?.without ?? [];
    if ([...inputs, ...results].some(({ scenario }) => without.includes(scenario)))
      return { answers: { values: new Float64Array(), without: 'a scenario that is not there' } };
    return { answers: parts.questions.answer(workbook, this.#revision, question) };
  }

  /** Scenarios that are not computed yet are waited for. */
  #simulate({ question, runs, inWorkbook }: Extract<EngineRequest, { kind: 'simulate' }>): EngineReply {
    const asked = [...question.drawn.map(({ cell }) => cell), ...question.results];
    if (!this.#simulations && parts.simulations) this.#simulations = new parts.simulations();
    const simulations = this.#simulations;
    return this.#of([...new Set(asked.map(({ scenario }) => scenario))], (workbook) =>
      simulations ? { futures: simulations.answer(workbook, this.#revision, question, runs, inWorkbook) } : {},
    );
  }

  /** What is read of scenarios, where they are there; else they are from now on wanted. */
  #of(scenarios: readonly string[], read: (workbook: Workbook) => EngineReply): EngineReply {
    const workbook = this.#workbook;
    return workbook ? (workbook.growing?.lacks(scenarios) ?? read(workbook)) : {};
  }

  /** The scenario of a large workbook that is filled in next. */
  get #next(): string | undefined {
    return this.#workbook?.growing?.next(new Set(this.#rows.map(({ scenario }) => scenario)));
  }

  #grow(): EngineReply {
    const next = this.#next;
    // The others make room for the one in view, and are filled in again where there is room for them.
    if (next !== undefined && this.#workbook?.growing?.isTight(next)) this.#take(this.#workbook.rebuilt());
    const growth = next === undefined ? undefined : this.#workbook?.growing?.grow(next);
    if (!growth) return {};
    return { ...(growth.done === growth.all ? this.#edited() : {}), growth };
  }

  /** One round of warming up, where the workbook is small enough that nobody waits for it. @returns whether it is */
  warmUp(round: number): boolean {
    if (!this.#workbook || this.#workbook.size.formulas > WARM_UP_LIMIT) return false;
    this.#workbook.warmUp(round);
    return true;
  }

  #take(built: Workbook): void {
    this.#workbook?.destroy();
    this.#workbook = built;
    this.#hasMore = hasMore();
  }

  #build(spec: PackedSpec): EngineReply {
    return orCeiling(() => {
      this.#take(this.#workbookOf(spec));
      return this.#edited();
    });
  }

  /** Reads rows of a workbook that is built for them alone, beside the one that is there. */
  #readOf(spec: PackedSpec, rows: readonly RowRef[]): EngineReply {
    return orCeiling(() => {
      const workbook = this.#workbookOf(spec);
      const { growing } = workbook;
      const lacks = growing?.lacks(rows.map(({ scenario }) => scenario));
      if (lacks && 'ceiling' in lacks) return lacks;
      for (let next = growing?.next([]); next !== undefined; next = growing?.next([]))
        growing?.grow(next, Number.POSITIVE_INFINITY);
      const values = workbook.read(rows);
      workbook.destroy();
      return { values };
    });
  }

  /** @throws CeilingError */
  #workbookOf({ scenarios, parts: held, ...rest }: PackedSpec): Workbook {
    const bare = scenarios.map((scenario) => ({ ...scenario, note: '', overrides: {} }));
    return new Workbook({ ...rest, scenarios: bare }, held, parts.grow, this.limits);
  }

  #edited(): EngineReply {
    this.#revision++;
    return { ...this.#reply(), ...(this.#workbook ? { size: this.#workbook.size } : {}) };
  }

  #reply(): EngineReply {
    const workbook = this.#workbook;
    if (!workbook || this.#rows.length === 0) return {};
    return { frame: this.#frameOf(workbook, workbook.read(this.#rows)) };
  }

  #frameOf({ growing }: Workbook, values: Values): Frame {
    return {
      revision: this.#revision,
      watch: this.#watch,
      ...values,
      ...(growing ? { without: growing.without } : {}),
    };
  }
}

/** What came of building a workbook, or that it would be too large. */
function orCeiling(build: () => EngineReply): EngineReply {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof CeilingError)) throw error;
    const { cells, ceiling, of, each } = error;
    return { ceiling: { cells, ceiling, of, each } };
  }
}

/** Carries out edits step by step, and reads a cell after each. */
function attempt(workbook: Workbook, steps: readonly (readonly CellEdit[])[], cell: CellRef): CellValue[] {
  const place = cell.slot === 'value' ? 0 : 1 + placeOf(cell.slot, workbook.spec.periods);
  return steps.map((edits) => {
    if (edits.length > 0) workbook.apply(edits);
    const shown = cellIn(rowsIn(workbook.read([cell]), 1)(0), place);
    return typeof shown === 'number' ? { value: shown, note: undefined } : { value: undefined, note: shown };
  });
}

const cellsOf = ({ lines, periods, scenarios }: PackedSpec): number =>
  lines.length * slotCount(periods) * scenarios.length;
