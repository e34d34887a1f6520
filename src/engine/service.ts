import type { CellEdit } from '../document/change.ts';
import type { CellRef } from '../model/content.ts';
import { type Content, isFormula } from '../model/content.ts';
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
  type RowRef,
  type Summary,
  type Values,
} from './port.ts';
import { cellIn, rowsIn } from './rowValues.ts';
import type { Size } from './size.ts';
import { Workbook } from './workbook.ts';

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
  | { readonly kind: 'functions' };

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

  /** Loads the functions that a request names and no workbook has had; undefined where none is missing. */
  prepare(request: EngineRequest): Promise<void> | undefined {
    if (hasMore()) return undefined;
    const isNamed = isInNeed(request);
    // What is read of another workbook says nothing of this one.
    if (request.kind !== 'readOf') this.#isInNeed ||= isNamed;
    return isNamed || this.#isInNeed || request.kind === 'functions' ? loadMore() : undefined;
  }

  answer(request: EngineRequest): EngineReply {
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
        return this.#workbook ? { values: this.#workbook.read(rowsOf(request.rows)) } : {};
      case 'readOf':
        return readOf(request.spec, request.rows);
      case 'summarise':
        return this.#workbook ? { summary: this.#workbook.summarise(request.block) } : {};
      case 'find':
        return this.#workbook ? { found: this.#workbook.find(request.query, request.scenario, request.line) } : {};
      case 'attempt':
        return { readings: this.#attempt(request.steps, request.cell) };
      case 'functions':
        return this.#workbook ? { functions: this.#workbook.functions() } : {};
    }
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

  #attempt(steps: readonly (readonly CellEdit[])[], cell: CellRef): CellValue[] {
    const workbook = this.#workbook;
    if (!workbook) return [];
    const place = cell.slot === 'value' ? 0 : 1 + cell.slot - workbook.spec.periods.first;
    return steps.map((edits) => {
      if (edits.length > 0) workbook.apply(edits);
      const shown = cellIn(rowsIn(workbook.read([cell]), 1)(0), place);
      return typeof shown === 'number' ? { value: shown, note: undefined } : { value: undefined, note: shown };
    });
  }

  #build(spec: PackedSpec): EngineReply {
    return orCeiling(() => {
      const built = workbookOf(spec);
      this.#take(built);
      return this.#edited();
    });
  }

  #edited(): EngineReply {
    this.#revision++;
    return { ...this.#reply(), ...(this.#workbook ? { size: this.#workbook.size } : {}) };
  }

  #reply(): EngineReply {
    if (!this.#workbook || this.#rows.length === 0) return {};
    return { frame: { revision: this.#revision, watch: this.#watch, ...this.#workbook.read(this.#rows) } };
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

/** @throws CeilingError */
function workbookOf({ lines, periods, scenarios, parts }: PackedSpec): Workbook {
  const bare = scenarios.map((scenario) => ({ ...scenario, note: '', overrides: {} }));
  return new Workbook({ lines, periods, scenarios: bare }, parts);
}

/** What came of building a workbook, or that it would be too large. */
function orCeiling(build: () => EngineReply): EngineReply {
  try {
    return build();
  } catch (error) {
    if (error instanceof CeilingError) return { ceiling: { cells: error.cells, ceiling: error.ceiling, of: error.of } };
    throw error;
  }
}

/** Reads rows of a workbook that is built for them alone, beside the one that is there. */
const readOf = (spec: PackedSpec, rows: readonly RowRef[]): EngineReply =>
  orCeiling(() => {
    const workbook = workbookOf(spec);
    const values = workbook.read(rows);
    workbook.destroy();
    return { values };
  });
