import type { CellEdit } from '../../document/change.ts';
import type { LineKind } from '../../model/line.ts';
import { type Built, buildLines, type Ground } from './build.ts';
import { NotInEncoding } from './encoding.ts';
import type { Understanding } from './facts.ts';
import { type Choices, makePreview, type Preview, SAMPLE_BYTES } from './preview.ts';
import { BrokenQuotes, readTable, type Settings, type Table } from './table.ts';
import type { Target } from './target.ts';
import { editsOf, type Left, planUpdate, type RowChange, type UpdateOptions, type UpdatePlan } from './update.ts';

/** The largest file that is read, in bytes; above it a browser could run out of memory. */
export const MOST_BYTES = 150 * 1024 * 1024;

/** What is asked of the reader of tables. Requests are carried out in their order. */
export type Request =
  | { readonly kind: 'open'; readonly file: Blob }
  | { readonly kind: 'preview'; readonly choices: Choices }
  | { readonly kind: 'read'; readonly settings: Settings }
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'update'; readonly how: Understanding & Partial<UpdateOptions> }
  /** Some of the changes, or of the rows that are left, for a table on the screen. */
  | { readonly kind: 'page'; readonly of: 'changes' | 'left'; readonly from: number; readonly count: number }
  /** `boxes`: how the boxes of the changes began; `turned`: those that a person turned over. */
  | { readonly kind: 'edits'; readonly boxes: Boxes; readonly turned: readonly number[] }
  | { readonly kind: 'build'; readonly how: Understanding; readonly ground: Ground }
  | { readonly kind: 'lines' };

/** Which changes are taken at first: all but those with a caution, all, or none. */
export type Boxes = 'suggested' | 'all' | 'none';

/** What a table came to, without its rows. */
export type TableFacts = Omit<Table, 'rows' | 'roles'>;

/** What a plan came to, without its rows. */
export type UpdateFacts = Omit<UpdatePlan, 'changes' | 'left'> & {
  readonly changes: number;
  readonly left: number;
  readonly cells: number;
  /** Rows that are of no line here. */
  readonly unknown: number;
  /** Changes that are not taken unless a person says so. */
  readonly cautions: number;
};

/** What lines came to, without them. */
export type BuiltFacts = Omit<Built, 'lines' | 'sources' | 'scenarios'> & {
  readonly lines: number;
  readonly headings: number;
  readonly scenarios: readonly string[];
  /** Cells in all their scenarios together. */
  readonly cells: number;
  /** The first lines, to be looked at. */
  readonly first: readonly { readonly label: string; readonly kind: LineKind; readonly unit: string }[];
};

/** Why a file could not be read. */
export type Failure =
  | { readonly kind: 'encoding'; readonly line: number }
  | { readonly kind: 'open' | 'stray'; readonly line: number }
  | { readonly kind: 'unreadable' };

export interface Reply {
  readonly preview?: Preview;
  readonly table?: TableFacts;
  readonly update?: UpdateFacts;
  readonly changes?: readonly RowChange[];
  readonly left?: readonly Left[];
  readonly edits?: readonly CellEdit[];
  readonly built?: BuiltFacts;
  readonly lines?: Built;
  readonly failure?: Failure;
}

/** The lines around a place, from the beginning of one. */
function around(bytes: Uint8Array, offset: number): Uint8Array {
  const start = bytes.lastIndexOf(0x0a, Math.max(0, offset - 1)) + 1;
  return bytes.slice(start, start + 64 * 1024);
}

function failureOf(error: unknown): Failure {
  if (error instanceof NotInEncoding) return { kind: 'encoding', line: error.line };
  if (error instanceof BrokenQuotes) return { kind: error.kind, line: error.line };
  // The file was moved or changed under the browser's hands, or there is no memory for it.
  return { kind: 'unreadable' };
}

/** Reads tables, without its worker: one file, its table, and what is to be done with it. */
export class Service {
  #file: Blob | undefined;
  #sample: Uint8Array | undefined;
  /** Where the file turned out not to be in the encoding that its beginning was in. */
  #odd: Uint8Array | undefined;
  #table: Table | undefined;
  #target: Target | undefined;
  #plan: UpdatePlan | undefined;
  #built: Built | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param progress is told the share of a file that has been read, of 1 */
  answer(request: Request, progress: (share: number) => void = () => {}): Promise<Reply> {
    const reply = this.#last
      .then(() => this.#answer(request, progress))
      .catch((error: unknown): Reply => ({ failure: failureOf(error) }));
    this.#last = reply;
    return reply;
  }

  async #answer(request: Request, progress: (share: number) => void): Promise<Reply> {
    switch (request.kind) {
      case 'open':
        this.#file = request.file;
        this.#sample = new Uint8Array(await request.file.slice(0, SAMPLE_BYTES).arrayBuffer());
        this.#table = undefined;
        this.#odd = undefined;
        return {};
      case 'preview': {
        const sample = this.#sample ?? new Uint8Array();
        const whole = (this.#file?.size ?? 0) <= SAMPLE_BYTES;
        return { preview: makePreview(sample, whole, request.choices, this.#odd) };
      }
      case 'read':
        return this.#read(request.settings, progress);
      case 'target':
        this.#target = request.target;
        return {};
      case 'update':
        return this.#update(request.how);
      case 'page': {
        const { from, count } = request;
        if (request.of === 'changes') return { changes: this.#plan?.changes.slice(from, from + count) ?? [] };
        return { left: this.#plan?.left.slice(from, from + count) ?? [] };
      }
      case 'edits':
        return this.#edits(request.boxes, new Set(request.turned));
      case 'build':
        return this.#build(request.how, request.ground);
      case 'lines':
        return this.#built ? { lines: this.#built } : {};
    }
  }

  async #read(settings: Settings, progress: (share: number) => void): Promise<Reply> {
    this.#table = undefined;
    const bytes = new Uint8Array((await this.#file?.arrayBuffer()) ?? new ArrayBuffer(0));
    try {
      const { rows, roles, ...facts } = readTable(bytes, settings, progress);
      this.#table = { ...facts, rows, roles };
      return { table: facts };
    } catch (error) {
      if (error instanceof NotInEncoding) this.#odd = around(bytes, error.offset);
      throw error;
    }
  }

  #update(how: Understanding & Partial<UpdateOptions>): Reply {
    if (!this.#table || !this.#target) return {};
    const plan = planUpdate(this.#target, this.#table, how);
    this.#plan = plan;
    const cells = plan.changes.reduce((sum, change) => sum + change.cells.length, 0);
    const cautions = plan.changes.filter(({ caution }) => caution !== undefined).length;
    const unknown = plan.left.filter(({ why }) => why === 'unknown').length;
    return { update: { ...plan, changes: plan.changes.length, left: plan.left.length, cells, unknown, cautions } };
  }

  #edits(boxes: Boxes, turned: ReadonlySet<number>): Reply {
    if (!this.#plan || !this.#target) return {};
    const taken = (index: number, change: RowChange) => isTaken(boxes, change) !== turned.has(index);
    return { edits: editsOf(this.#target, this.#plan, taken) };
  }

  #build(how: Understanding, ground: Ground): Reply {
    if (!this.#table) return {};
    const built = buildLines(this.#table, how, ground);
    this.#built = built;
    const { lines, sources: _, scenarios, ...facts } = built;
    const years = built.periods.last - built.periods.first + 1;
    const perScenario = lines.reduce((sum, line) => sum + cellsOf(line, years), 0);
    return {
      built: {
        ...facts,
        lines: lines.length,
        headings: lines.filter(({ kind }) => kind === 'heading').length,
        scenarios: scenarios.map(({ name }) => name),
        cells: perScenario * Math.max(1, ground.scenarios?.length ?? scenarios.length),
        first: lines.slice(0, 30).map((line) => ({
          label: line.label.en,
          kind: line.kind,
          unit: line.kind === 'heading' ? '' : line.unit,
        })),
      },
    };
  }
}

/** Whether a change is taken before a person says anything of it. */
export const isTaken = (boxes: Boxes, { caution }: Pick<RowChange, 'caution'>): boolean =>
  boxes === 'suggested' ? caution === undefined : boxes === 'all';

function cellsOf(line: Built['lines'][number], years: number): number {
  if (line.kind === 'heading') return 0;
  return line.kind === 'series' || (line.kind === 'input' && line.perPeriod) ? years : 1;
}
