import type { CellEdit } from '../../document/change.ts';
import type { IdFault } from '../../document/kept.ts';
import type { Saved } from '../../document/schema.ts';
import type { FileProblem } from '../../model/fileFault.ts';
import type { LineKind } from '../../model/line.ts';
import type { Uncertainty } from '../../model/whatIf.ts';
import type { Printed } from '../../modelFile/print.ts';
import type { Built, Ground } from './build.ts';
import type { Understanding } from './facts.ts';
import type { Choices, TablePreview } from './preview.ts';
import type { BuiltSize } from './sizeOf.ts';
import type { Settings, Table } from './table.ts';
import type { Target } from './target.ts';
import type { Left, RowChange, UpdateOptions, UpdatePlan } from './update.ts';

/** What is asked of the reader of tables. Requests are carried out in their order. */
export type CsvRequest =
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
  | { readonly kind: 'lines' }
  /** A file that holds a document, or a model, and no table. */
  | { readonly kind: 'document'; readonly file: Blob; readonly form: 'json' | 'yaml' }
  /** A model as the text of its file. */
  | { readonly kind: 'print'; readonly printed: Printed };

/** Which changes are taken at first: all but those with a caution, all, or none. */
export type Boxes = 'suggested' | 'all' | 'none';

/** What a table came to, without its rows. */
export type TableFacts = Omit<Table, 'rows' | 'roles' | 'times'>;

/** What a plan came to, without its rows. */
export type UpdateFacts = Omit<UpdatePlan, 'changes' | 'left'> & {
  readonly changes: number;
  readonly left: number;
  readonly cells: number;
  /** Rows that say otherwise how an input may turn out. */
  readonly distributions: number;
  /** Rows that are of no line here. */
  readonly unknown: number;
  /** Changes that are not taken unless a person says so. */
  readonly cautions: number;
};

/** What lines came to, without them. */
export type BuiltFacts = Omit<Built, 'lines' | 'sources' | 'scenarios' | 'flags' | 'uncertain'> & {
  readonly lines: number;
  readonly headings: number;
  readonly scenarios: readonly string[];
  /** What they bring to the workbook of all their scenarios together. */
  readonly size: BuiltSize;
  /** The first lines, to be looked at. */
  readonly first: readonly { readonly label: string; readonly kind: LineKind; readonly unit: string }[];
};

/** Why a file could not be read. */
export type Failure =
  | { readonly kind: 'encoding'; readonly line: number }
  | { readonly kind: 'open' | 'stray'; readonly line: number }
  | { readonly kind: 'unreadable' | 'foreign' | 'noJson' | 'newerFormat' | 'reader' }
  /** What in the file of a model is wrong, and where. */
  | { readonly kind: 'model'; readonly problems: readonly FileProblem[] }
  /** What in a document is wrong, with its path. */
  | { readonly kind: 'wrong'; readonly path: string; readonly why: string; readonly fault?: IdFault };

export interface CsvReply {
  readonly preview?: TablePreview;
  readonly table?: TableFacts;
  readonly update?: UpdateFacts;
  readonly changes?: readonly RowChange[];
  readonly left?: readonly Left[];
  readonly edits?: readonly CellEdit[];
  /** By line how it may turn out, beside the edits. */
  readonly uncertain?: Readonly<Record<string, Uncertainty>>;
  readonly built?: BuiltFacts;
  readonly lines?: Built;
  readonly document?: Saved;
  readonly text?: string;
  readonly failure?: Failure;
}

/** Whether a change is taken before a person says anything of it. */
export const isTaken = (boxes: Boxes, { caution }: Pick<RowChange, 'caution'>): boolean =>
  boxes === 'suggested' ? caution === undefined : boxes === 'all';
