import type { Step } from './periods.ts';

/** What can be wrong in the file of a model. */

/** Where something stands in a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What YAML itself does not take. */
export type SyntaxFault =
  | 'tab'
  | 'indent'
  | 'open'
  | 'colon'
  | 'brace'
  | 'sign'
  | 'documents'
  | 'deep'
  | 'alias'
  | 'tag'
  | 'comment'
  | 'syntax';

/** What is wrong in a file, without its place. `text` is what stands there, cut where it is long. */
export type Fault =
  | { readonly kind: 'yaml'; readonly fault: SyntaxFault; readonly text: string }
  /** A key without a value: what is left of a number with a comma, of a formula without quotes, or a value that is missing. */
  | { readonly kind: 'noValue'; readonly slip: 'comma' | 'brace' | 'none'; readonly key: string }
  | { readonly kind: 'hash'; readonly text: string }
  | { readonly kind: 'twice'; readonly key: string }
  | { readonly kind: 'reserved'; readonly key: string }
  | { readonly kind: 'unknownKey'; readonly key: string; readonly keys: readonly string[] }
  | { readonly kind: 'missing'; readonly key: string }
  | { readonly kind: 'wrongKind'; readonly expected: ValueKind }
  | { readonly kind: 'oneOf'; readonly text: string; readonly words: readonly string[] }
  | { readonly kind: 'long'; readonly most: number }
  | { readonly kind: 'many'; readonly most: number }
  | { readonly kind: 'large'; readonly most: number }
  | { readonly kind: 'newer' }
  | { readonly kind: 'foreign' | 'nothing' | 'encoding' }
  /** Signs of full width, where those of YAML or of a number belong; `other`: how it is written. */
  | { readonly kind: 'wide'; readonly text: string; readonly other: string }
  | { readonly kind: 'id' | 'slug'; readonly id: string }
  | { readonly kind: 'time'; readonly text: string }
  /** In a list of periods `text` does not come behind `before`. */
  | { readonly kind: 'timeOrder'; readonly text: string; readonly before: string }
  | { readonly kind: 'timeSpan'; readonly first: number; readonly last: number; readonly most: number }
  | { readonly kind: 'period'; readonly text: string; readonly example: string }
  | { readonly kind: 'periodRange'; readonly text: string; readonly first: string; readonly last: string }
  /** None of a list of periods. */
  | { readonly kind: 'periodList'; readonly text: string; readonly list: string }
  | { readonly kind: 'quantity' | 'grouping' | 'range' | 'step'; readonly text: string }
  | { readonly kind: 'share'; readonly text: string; readonly percent: string; readonly stored: string }
  | { readonly kind: 'unit'; readonly text: string }
  | { readonly kind: 'units'; readonly text: string; readonly other: string }
  | { readonly kind: 'outside'; readonly low: string; readonly high: string }
  /** Keys of a line that do not go together, or none that says what it is. */
  | { readonly kind: 'mixed'; readonly key: string; readonly other: string }
  | { readonly kind: 'needs'; readonly key: string; readonly other: string }
  /** Periods of a line that are shorter than those of the model. */
  | { readonly kind: 'shorter'; readonly step: Step; readonly own: Step }
  | { readonly kind: 'empty' | 'noLines' | 'baseFirst' }
  | { readonly kind: 'noLine' | 'noHeading' | 'noScenario' | 'noTarget' | 'noSource' | 'noTerm'; readonly id: string }
  | { readonly kind: 'isHeading'; readonly id: string }
  | { readonly kind: 'noSlot'; readonly id: string; readonly wants: 'value' | 'periods' }
  /** What is wrong with a call of a piece. `takes`: how it is called. */
  | { readonly kind: 'noPiece' | 'pieceOpen' | 'pieceName'; readonly id: string }
  | { readonly kind: 'pieceTakes'; readonly id: string; readonly takes: string }
  | { readonly kind: 'pieceLine'; readonly text: string }
  | { readonly kind: 'pieceLong' | 'pieceDeep'; readonly most: number }
  /** A name in angle brackets that stands for nothing, and a thing that is given and has no name to stand for. */
  | { readonly kind: 'notGiven' | 'notAsked'; readonly key: string }
  | { readonly kind: 'condition'; readonly text: string }
  | { readonly kind: 'term'; readonly text: string; readonly words: readonly string[] }
  | { readonly kind: 'noBlock' | 'noList'; readonly id: string }
  /** A cell of a line with periods that says none. */
  | { readonly kind: 'noPeriod'; readonly id: string; readonly example: string }
  /** What is wrong with how an input may turn out; `other`: how it is written. */
  | {
      readonly kind: 'distribution' | 'turned' | 'deviation' | 'ascending' | 'beyond' | 'weights' | 'memory' | 'rank';
      readonly text: string;
    }
  | { readonly kind: 'ofValue'; readonly text: string; readonly other: string }
  /** Three quantiles that no distribution has; between which ends the middle one may lie. */
  | { readonly kind: 'infeasible'; readonly low: string; readonly high: string }
  | { readonly kind: 'whole'; readonly low: number; readonly high: number }
  | { readonly kind: 'noInput' | 'noResult'; readonly id: string }
  | { readonly kind: 'notation'; readonly text: string }
  | { readonly kind: 'cycle'; readonly lines: readonly string[] };

export type ValueKind =
  | 'text'
  | 'number'
  | 'quantity'
  | 'boolean'
  | 'map'
  | 'list'
  | 'pair'
  | 'period'
  | 'date'
  | 'knowledge'
  | 'url'
  | 'other';

/** What is wrong in a file, and where. */
export type FileProblem = Fault & Place;
