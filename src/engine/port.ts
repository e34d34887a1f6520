import type { DrawPlan } from '../chance/draws.ts';
import type { CellEdit } from '../document/change.ts';
import type { Scenario } from '../document/document.ts';
import type { CellRef, Content } from '../model/content.ts';
import type { Line } from '../model/line.ts';
import type { Periods } from '../model/model.ts';
import type { Uncertainty } from '../model/whatIf.ts';
import type { Counted, Size } from './size.ts';

/** What a workbook is built from: a resolved model's lines, its periods, and the scenarios of a document. */
export interface WorkbookSpec {
  readonly lines: readonly Line[];
  readonly periods: Periods;
  readonly scenarios: readonly Scenario[];
  /** The scenario in view, which is there after the base and before the others, where they are computed one by one. */
  readonly view?: string;
  /** Whether it is built only once every scenario is there that may be. */
  readonly isWhole?: boolean;
}

/** How far a scenario of a large workbook is computed, in lines. */
export interface Growth {
  readonly scenario: string;
  readonly done: number;
  readonly all: number;
}

/** A line in a scenario: its scalar and all its periods. */
export interface RowRef {
  readonly scenario: string;
  readonly line: string;
}

/**
 * Why a cell holds no number. `indirect`: an address that is computed; `arguments`: too few or too many; `volatile`: what
 * changes by the day; `unloaded`: a function that could not be loaded. `array`: a result of many cells; `complex`: nested or long beyond what the engine
 * takes; `long`: a text of more characters than a cell holds; `limit`: larger than any sheet; the others are the spreadsheet's own.
 */
export type ErrorCode =
  | 'div0'
  | 'na'
  | 'name'
  | 'num'
  | 'ref'
  | 'value'
  | 'cycle'
  | 'parse'
  | 'array'
  | 'complex'
  | 'long'
  | 'indirect'
  | 'outside'
  | 'arguments'
  | 'volatile'
  | 'unloaded'
  | 'limit';

/** What a cell holds where it holds neither a number nor nothing. */
export type CellNote =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly root?: CellRef; readonly detail?: string };

/** What one cell holds: a number, or else what stands there; an empty cell has neither. */
export interface CellValue {
  readonly value: number | undefined;
  readonly note: CellNote | undefined;
}

/** The values of the rows that are watched. */
export interface Frame {
  /** Grows by one with each build or edit. */
  readonly revision: number;
  /** Which call of `watch` the rows belong to. */
  readonly watch: number;
  /** The periods that the values are of. */
  readonly periods: Periods;
  /** For each row its scalar, then its periods; NaN where a note stands, or where the cell is empty. */
  readonly values: Float64Array;
  /** By place in `values`. */
  readonly notes: readonly (readonly [number, CellNote])[];
  /** Scenarios whose rows hold nothing, since they are not computed yet. */
  readonly without?: readonly string[];
}

/** The values of rows that were asked for once. */
export type Values = Pick<Frame, 'periods' | 'values' | 'notes'>;

/** A block of cells of one scenario: 0-based lines and columns, both ends included. */
export interface Block {
  readonly scenario: string;
  readonly lines: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** What the status bar tells of a block. `filled` counts all cells that hold something, `numbers` the numbers. */
export interface Summary {
  readonly sum: number;
  readonly numbers: number;
  readonly filled: number;
}

/**
 * What is looked for, as the one puts it who knows how a sheet shows its values. Numbers are found by their digits as
 * they are shown, which the engine knows from their units; what is shown as a word is told here.
 */
export interface FindQuery {
  /** In the normal form of `normalised`, and not empty. */
  readonly text: string;
  /** Whether cells show what they hold and not what comes of it. */
  readonly formulas: boolean;
  /** The errors whose sign holds the text. */
  readonly errors: readonly ErrorCode[];
  /** Whether the word for a check that holds, or that does not, holds the text. */
  readonly checks: { readonly ok: boolean; readonly flagged: boolean };
}

/** A stretch of a search. */
export interface Found {
  /** Places in reading order, each its 0-based line times the number of columns, and its column. */
  readonly hits: Int32Array;
  /** The line to go on with; undefined where the sheet ends. */
  readonly next: number | undefined;
}

/** A function that formulas can use, as the engine describes it. */
export interface FunctionInfo {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly optional: boolean }[];
  /** How many of the last parameters come again and again; 0: none. */
  readonly repeats: number;
  /** In English; none for functions that are our own. */
  readonly summary?: string;
}

/** More cells than a workbook may hold. */
export interface Ceiling {
  readonly cells: number;
  readonly ceiling: number;
  /** Which: cells that it computes, cells that hold what was typed, or lines. */
  readonly of: Counted;
  /** Where it is cells that are computed, how many of them scenarios have that would have to be there together. */
  readonly each?: readonly (readonly [scenario: string, formulas: number])[] | undefined;
}

export class CeilingError extends Error implements Ceiling {
  constructor(
    readonly cells: number,
    readonly ceiling: number,
    readonly of: Counted,
    readonly each?: Ceiling['each'],
  ) {
    super(`${cells} ${of} where ${ceiling} are the most`);
    this.name = 'CeilingError';
  }
}

/**
 * The engine was stopped: it took longer than its time limit, it broke down, or it never began (`start`), so that nothing
 * of what was asked can be to blame. It is empty until built again.
 */
export class EngineStopped extends Error {
  constructor(readonly reason: 'time' | 'crash' | 'start') {
    super({ time: 'the calculation ran out of time', crash: 'the engine broke down', start: 'no engine runs' }[reason]);
    this.name = 'EngineStopped';
  }
}

/**
 * All that lines of one scenario hold, so packed that it crosses to the worker for nothing: 200,000 edits as objects cost
 * the main thread 150 ms, their numbers in one array 10.
 */
export interface PackedLines {
  readonly scenario: string;
  readonly lines: readonly string[];
  /** The periods that `values` goes over. */
  readonly periods: Periods;
  /** For each line its scalar, then its periods; NaN where it holds no number. */
  readonly values: Float64Array;
  /** By place in `values`, what is no number. */
  readonly others: readonly (readonly [number, Content])[];
}

/** What results come to where inputs hold something else. Nothing in the workbook changes by it. */
export interface Question {
  /** Cells that hold numbers; the formula of one, as where it is inherited, does not count meanwhile. */
  readonly inputs: readonly CellRef[];
  readonly results: readonly CellRef[];
  /** By input, its value in each of `count` settings. */
  readonly settings: Float64Array;
  readonly count: number;
}

/** Why only the workbook can answer: then there are no values. */
export interface Without {
  /** A function, or something else in the formulas between. */
  readonly without: string;
  /** The line in whose formula it is. */
  readonly in?: string;
}

export interface Answers extends Partial<Without> {
  /** By result, its value in each setting, not rounded; NaN where it holds no number, or where only the workbook can tell. */
  readonly values: Float64Array;
}

/** A cell that is drawn anew in each run, by its distribution around what it holds. */
export interface DrawnCell {
  readonly cell: CellRef;
  readonly uncertainty: Uncertainty;
  readonly held: number;
  /** Whose draws it takes, by place in the plan: a variable, and one of its entities. */
  readonly variable: number;
  readonly at: number;
  /** Whether it comes in whole numbers alone, as a year. */
  readonly isWhole: boolean;
}

/** Which futures are drawn. The same question has the same futures, run by run, wherever and in whatever stretches it is answered. */
export interface FuturesQuestion {
  readonly plan: DrawPlan;
  readonly drawn: readonly DrawnCell[];
  readonly results: readonly CellRef[];
  /** The place of the result of which every run is wanted. */
  readonly focus: number;
}

/** Parts of the futures of which the quantiles are told: the ends of 95, 80 and 50 %, and the median. */
export const FAN_PARTS = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const;
/** How many futures are told whole. */
export const PATHS = 20;

/** What results come to in the first so many futures, not rounded. */
export interface Futures extends Partial<Without> {
  readonly runs: number;
  /** By result, its quantiles at `FAN_PARTS` of the runs in which it is a number; NaN where it is in none. */
  readonly quantiles: Float64Array;
  /** By result, in how many runs it holds no number. */
  readonly failed: Int32Array;
  /** What the result in focus comes to wherever it is a number, ascending. */
  readonly values: Float64Array;
  /** By run, the results of the first `PATHS` ones. */
  readonly paths: Float64Array;
  /** Where the result in focus is no number, by where that begins, the most frequent first. */
  readonly failures: readonly Failure[];
}

/** Runs in which a result is no number for one reason. */
export interface Failure {
  /** How many, of the first `MOST_FOLLOWED` in which it is none. */
  readonly runs: number;
  /** What was drawn, by cell, in the first of them. */
  readonly drawn: Float64Array;
}

/** Runs that failed of which the reason is looked for. */
export const MOST_FOLLOWED = 10_000;

/** A number that rows showed before the workbook had it, and what that has: a fault of ours. */
export interface Disagreement {
  readonly row: RowRef;
  /** Its place in the row: the scalar, then the periods. */
  readonly place: number;
  readonly shown: number;
  readonly held: number;
}

/**
 * The workbook, wherever it runs. Calls are carried out in the order in which they are made, but for those that ask for
 * scenarios of a large workbook that are not computed yet: they wait for them, and edits go before.
 */
export interface Engine {
  /** `shortTimeout`: gives up soon, where what is built may never come to an end. @throws CeilingError, EngineStopped */
  build(spec: WorkbookSpec, shortTimeout?: boolean): Promise<void>;
  /** Sets or resets cells. Edits that wait for the engine are merged: the latest value of a cell wins. @throws EngineStopped */
  apply(edits: readonly CellEdit[]): Promise<void>;
  /** Gives lines exactly the overrides that were packed; their arrays are handed over. @throws EngineStopped */
  replace(parts: readonly PackedLines[]): Promise<void>;
  /** What the workbook holds, as it said last: edits on their way are not in it. */
  readonly size: Size;
  /** Whether values of what it was told of are still to come. */
  readonly isBehind: boolean;
  /** The rows whose values are wanted from now on; the number is that of the frames to come. */
  watch(rows: readonly RowRef[]): number;
  /** The values of rows as they are now, in the order of the rows; unknown ones hold nothing. @throws EngineStopped */
  read(rows: readonly RowRef[]): Promise<Values>;
  /** The values of rows in another workbook, which is built for them alone. @throws CeilingError, EngineStopped */
  readOf(spec: WorkbookSpec, rows: readonly RowRef[]): Promise<Values>;
  summarise(block: Block): Promise<Summary>;
  /** Looks through a scenario from a line on, for about a frame; edits come in between the stretches of a long search. */
  find(query: FindQuery, scenario: string, line: number): Promise<Found>;
  /** Carries out edits step by step, each one evaluation, and reads one cell after each. No frame follows. @throws EngineStopped */
  attempt(steps: readonly (readonly CellEdit[])[], cell: CellRef): Promise<readonly CellValue[]>;
  /** @throws EngineStopped */
  evaluate(question: Question): Promise<Answers>;
  /** The first so many futures: more of a question that was asked before goes on from there. @throws EngineStopped */
  simulate(question: FuturesQuestion, runs: number): Promise<Futures>;
  /** The same where no tape holds what lies between, run by run in the workbook itself, which is left with what was drawn last. */
  simulateInWorkbook(question: FuturesQuestion, runs: number): Promise<Futures>;
  /** A cell that holds a number is about to be given others, of which a large workbook makes ready for the rows that are watched. */
  aim(cell: CellRef): void;
  /** Which scenario is in view, where it is another one. */
  show(scenario: string): void;
  /** Told how far a large workbook is, and with nothing when all of it is there that is wanted. */
  onGrowth(listener: (growth: Growth | undefined) => void): void;
  /** Told when the engine breaks down, or takes too long, while nothing is asked of it; what is asked then is rejected. */
  onBreakdown(listener: (reason: 'time' | 'crash') => void): void;
  /** Told where rows showed another number than the workbook came to. */
  onDisagreement(listener: (disagreement: Disagreement) => void): void;
  /** Every function that formulas can use. @throws EngineStopped */
  functions(): Promise<readonly FunctionInfo[]>;
  onFrame(listener: (frame: Frame) => void): void;
  dispose(): void;
}
