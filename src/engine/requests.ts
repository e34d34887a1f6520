import type { CellEdit } from '../document/change.ts';
import type { CellRef } from '../model/content.ts';
import type { PackedSpec, RowGroup } from './packed.ts';
import type {
  Answers,
  Block,
  Ceiling,
  CellValue,
  Disagreement,
  FindQuery,
  Found,
  Frame,
  FunctionInfo,
  Futures,
  FuturesQuestion,
  Growth,
  PackedLines,
  Question,
  RowRef,
  Summary,
  Values,
} from './port.ts';
import type { Size } from './size.ts';

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
  | { readonly kind: 'evaluate'; readonly question: Question }
  | {
      readonly kind: 'simulate';
      readonly question: FuturesQuestion;
      readonly runs: number;
      /** Whether runs are set in the workbook, which is there for them alone. */
      readonly inWorkbook: boolean;
    }
  | { readonly kind: 'aim'; readonly cell: CellRef }
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
  readonly answers?: Answers;
  readonly futures?: Futures;
  readonly disagreement?: Disagreement;
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
