import type { CellEdit } from '../document/change.ts';
import type { CellRef } from '../model/content.ts';
import { type Content, isFormula } from '../model/content.ts';
import { slotCount } from '../model/model.ts';
import { placeOf } from '../model/periods.ts';
import { hasMore, loadMore, needsMore } from './functions/later.ts';
import { type PackedSpec, type RowGroup, rowsOf } from './packed.ts';
import type { PackedLines } from './port.ts';
import {
  type Block,
  type Ceiling,
  CeilingError,
  type CellValue,
  type FindQuery,
  type Found,
  type Frame,
  type FunctionInfo,
  type Growth,
  type RowRef,
  type Summary,
  type Values,
} from './port.ts';
import { cellIn, rowsIn } from './rowValues.ts';
import type { Search } from './search.ts';
import { LIMITS, type Size } from './size.ts';
import { type Grower, Workbook } from './workbook.ts';

/** What is asked of the engine. Requests are carried out in their order. */
export type EngineRequest =
  | { readonly kind: 'build'; readonly spec: PackedSpec }
  | { readonly kind: 'apply'; readonly edits: readonly CellEdit[] }
  | { readonly kind: 'replace'; readonly parts: readonly PackedLines[] }
  | { readonly kind: 'watch'; readonly watch: number; readonly rows: readonly RowRef[] }
  | { readonly kind: 'read'; readonly rows: readonly RowGroup[] }
  | { readonly kind: 'readOf'; readonly spec: PackedSpec; readonly rows: readonly RowRef[] }
  | { readonly kind: 'summarise'; readonly block: Block }
  | { readonly kind: 'find'; readonly query: FindQuery; readonly scenario: string; readonly line: number }
  | { readonly kind: 'attempt'; readonly steps: readonly (readonly CellEdit[])[]; readonly cell: CellRef }
  | { readonly kind: 'functions' }
  /** Another scenario is in view. */
  | { readonly kind: 'show'; readonly scenario: string }
  /** Fills in a stretch of a large workbook. */
  | { readonly kind: 'grow' };

/** What comes back: the values of the watched rows where they may have changed, or a refusal. */
export interface EngineReply {
  readonly frame?: Frame;
  readonly values?: Values;
  readonly summary?: Summary;
  readonly readings?: readonly CellValue[];
  readonly functions?: readonly FunctionInfo[];
  readonly found?: Found;
  /** What the workbook holds after an edit or a build. */
  readonly size?: Size;
  readonly ceiling?: Ceiling;
  /** How far the scenario is of which a stretch was filled in. */
  readonly growth?: Growth;
  /** Whether scenarios are wanted that are not there, and have room. */
  readonly wants?: boolean;
  /** What was asked for is of scenarios that are not there yet: it is to be asked for again. */
  readonly isLater?: boolean;
}

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

  constructor(readonly limits = LIMITS) {}

  /** Loads what a request needs and none before it did: functions that it names, what searches, what fills in a large workbook. */
  prepare(request: EngineRequest): Promise<unknown> | undefined {
    const isLarge =
      (request.kind === 'build' || request.kind === 'readOf') && cellsOf(request.spec) > this.limits.atOnce;
    const parts = [
      isLarge && !grow ? loadGrower() : undefined,
      request.kind === 'find' && !search ? loadSearch() : undefined,
      this.#more(request),
    ].filter((part) => part !== undefined);
    return parts.length > 0 ? Promise.all(parts) : undefined;
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
    // Functions that were loaded are in workbooks that are built from then on: this one is, once they are needed in it.
    const isOther = request.kind === 'build' || request.kind === 'readOf';
    if (this.#workbook && hasMore() && !this.#hasMore && !isOther && (this.#isInNeed || isInNeed(request)))
      this.#take(this.#workbook.rebuilt());
    switch (request.kind) {
      case 'build':
        return this.#build(request.spec);
      case 'apply':
        this.#workbook?.apply(request.edits);
        return this.#edited();
      case 'replace':
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
          ...(search ? { found: workbook.find(search, request.query, request.scenario, request.line) } : {}),
        }));
      case 'attempt':
        return this.#of([request.cell.scenario], (workbook) => ({
          readings: attempt(workbook, request.steps, request.cell),
        }));
      case 'functions':
        return this.#workbook ? { functions: this.#workbook.functions() } : {};
      case 'show':
        if (this.#workbook?.growing) this.#workbook.growing.view = request.scenario;
        return {};
      case 'grow':
        return this.#grow();
    }
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
  #workbookOf({ scenarios, parts, ...rest }: PackedSpec): Workbook {
    const bare = scenarios.map((scenario) => ({ ...scenario, note: '', overrides: {} }));
    return new Workbook({ ...rest, scenarios: bare }, parts, grow, this.limits);
  }

  #edited(): EngineReply {
    this.#revision++;
    return { ...this.#reply(), ...(this.#workbook ? { size: this.#workbook.size } : {}) };
  }

  #reply(): EngineReply {
    if (!this.#workbook || this.#rows.length === 0) return {};
    const { growing } = this.#workbook;
    return {
      frame: {
        revision: this.#revision,
        watch: this.#watch,
        ...this.#workbook.read(this.#rows),
        ...(growing ? { without: growing.without } : {}),
      },
    };
  }
}

const inContent = (content: Content | undefined): boolean => isFormula(content) && needsMore(content.formula);
const inParts = (parts: readonly PackedLines[]): boolean =>
  parts.some(({ others }) => others.some(([, content]) => inContent(content)));
const inSpec = ({ lines, parts }: PackedSpec): boolean =>
  inParts(parts) ||
  lines.some(
    (line) =>
      ('formula' in line && needsMore(line.formula)) ||
      ('first' in line && line.first !== undefined && needsMore(line.first)),
  );

/** Whether a request names functions that are loaded later. */
function isInNeed(request: EngineRequest): boolean {
  switch (request.kind) {
    case 'build':
    case 'readOf':
      return inSpec(request.spec);
    case 'apply':
      return request.edits.some(({ content }) => inContent(content));
    case 'replace':
      return inParts(request.parts);
    case 'attempt':
      return request.steps.some((edits) => edits.some(({ content }) => inContent(content)));
    default:
      return false;
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

/** What searches, once it is loaded. */
let search: typeof Search | undefined;
const loadSearch = (): Promise<unknown> =>
  import('./search.ts').then((part) => {
    search = part.Search;
    // Where it does not come, nothing is answered, and it is asked for again with the next search.
  }, Boolean);

/** What fills in large workbooks, once it is loaded. */
let grow: Grower | undefined;
const loadGrower = (): Promise<unknown> =>
  import('./growing.ts').then(({ Growing }) => {
    grow = (filled) => new Growing(filled);
    // Where it does not come, all is computed at once, as far as it has room.
  }, Boolean);
