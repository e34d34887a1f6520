import type { Slot } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import type { Overrides, Periods } from '../../model/model.ts';
import type { Step } from '../../model/periods.ts';

/** A cell of the file: 0-based sheet, row, column. */
export interface Source {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** The same as a key. */
export const sourceKey = ({ sheet, row, column }: Source): string => `${sheet}!${row}!${column}`;

export type StoredValue = number | string | boolean | { readonly error: string };

/** A cell of the file and the cell of the model that it became. */
export interface Placed {
  readonly from: Source;
  readonly line: string;
  readonly slot: Slot;
  /** A formula computes in the model; a constant holds what stands in the file, or the value of a formula that is kept. */
  readonly kind: 'formula' | 'constant';
  /** What the file holds, in the stored unit of the line; left out where none is stored. */
  readonly stored?: StoredValue;
}

/**
 * Why a formula cell holds its value and computes no more.
 * - `function`: one that the engine does not have, or that changes from day to day; `array`: it spills or is an array;
 * - `outside`: it refers to another workbook; `wholeColumns`: to whole rows or columns that could not be clipped;
 * - `offset`: an address that is computed; `table`: a data table, or a structured reference that names no table;
 * - `cycle`: it needs itself; `shape`: a range whose cells do not stand together in the model;
 * - `name`: a name that is not defined or is no range; `long`: it would pass the limit of a cell;
 * - `leftOut`: it refers to cells that were not taken; `syntax`: it can't be read.
 */
export type KeptWhy =
  | 'function'
  | 'array'
  | 'outside'
  | 'wholeColumns'
  | 'offset'
  | 'table'
  | 'cycle'
  | 'shape'
  | 'name'
  | 'long'
  | 'leftOut'
  | 'syntax';

export interface Kept {
  readonly at: Source;
  readonly why: KeptWhy;
  /** The function, name, file or address of which it is said. */
  readonly said: string;
  /** As the file writes it, with `=`. */
  readonly formula: string;
}

/**
 * What was not taken at all.
 * - `hiddenSheet`: a hidden sheet to which nothing that is visible refers; `noNumbers`: a sheet without a number or formula;
 * - `doubled`: columns that name the same period as another one; `period`: columns whose periods do not fit those of the model; `list`: a list of records, row by row;
 * - `text`: texts that name no line and to which nothing refers: titles, footnotes, remarks; `notChosen`: a sheet that nobody chose.
 */
export type LeftOutWhy = 'doubled' | 'hiddenSheet' | 'noNumbers' | 'period' | 'list' | 'text' | 'notChosen';

export interface LeftOut {
  readonly at: Source;
  /** The last cell of an area; left out for a single cell. */
  readonly until?: Source;
  readonly why: LeftOutWhy;
  /** The name of the sheet, the text, the head. */
  readonly said: string;
  /** Formula cells among them. */
  readonly formulas: number;
}

export type ToldKind =
  | 'macros'
  | 'outsideLinks'
  | 'arrays'
  | 'dataTables'
  | 'iteration'
  | 'hiddenSheets'
  | 'hiddenRows'
  | 'hiddenColumns'
  | 'mergedHeaders'
  | 'dates1904'
  | 'noStoredValues'
  /** Formulas that are kept and of which no value is stored: they are errors, and so is what depends on them. */
  | 'unknownValues'
  | 'pivot'
  | 'charts'
  | 'comments'
  | 'coarserSteps'
  /** Lines that have their unit from a title above them; `said`: the units. */
  | 'titleUnits'
  /** Texts that are read as the numbers that they are. */
  | 'textNumbers'
  /** Heads that are years before those of a model. */
  | 'farYears'
  /** Lines of lists that formulas look through, one for each value; `said`: of how many lists. */
  | 'lists'
  /** Lines of texts to which formulas refer: names, choices. */
  | 'textLines';

/** A cell, or an area from one. */
export interface ToldPlace extends Source {
  readonly until?: Source;
}

/** Said of the workbook as a whole, with a count and places (not more than `MOST_PLACES`). */
export interface Told {
  readonly kind: ToldKind;
  readonly count: number;
  readonly places: readonly ToldPlace[];
  readonly said?: readonly string[];
}

/** What only a person knows. The defaults are used until it is answered. */
export type Question =
  /** The axis says no calendar period: "Year 1", "Month 1", "Jan". */
  | {
      readonly kind: 'start';
      /** Key of `LiveChoices.starts`. */
      readonly block: string;
      readonly at: Source;
      readonly written: string;
      readonly step: Step;
      /** The ordinal of the first period that is assumed. */
      readonly suggested: number;
    }
  /** Several columns, or rows, name the same period. */
  | {
      readonly kind: 'doubled';
      /** Key of `LiveChoices.doubled`. */
      readonly block: string;
      /** The heads, with what stands in them; of several pairs the first. */
      readonly heads: readonly { readonly at: Source; readonly written: string }[];
      /** Of these the one that is taken, 0-based, or all, each with lines of its own. */
      readonly taken: number | 'all';
    }
  /** Numbers beside % that are no percent by their format: 0.03 may be 3 % or 0.03 %, 5 be 5 % or 500 %. */
  | {
      readonly kind: 'percent';
      /** Key of `LiveChoices.fractions`. */
      readonly size: 'small' | 'large';
      readonly example: number;
      readonly places: readonly Source[];
      readonly areFractions: boolean;
    }
  /** Blocks of several steps stand in one model, of the finest one. */
  | {
      readonly kind: 'steps';
      readonly finest: Step;
      readonly coarser: readonly { readonly block: string; readonly at: Source; readonly step: Step }[];
    };

export interface LiveChoices {
  /** Of columns that name the same period by the `block` of a question the one that is taken, 0-based, or all. */
  readonly doubled?: Readonly<Record<string, number | 'all'>>;
  /** Whether numbers beside % are fractions, by whether they are small ones (0.03) or large ones (5). */
  readonly fractions?: Readonly<Partial<Record<'small' | 'large', boolean>>>;
  /** Sheets to take, by place; left out: all that are visible or referred to. */
  readonly sheets?: readonly number[];
  /** First periods by the `block` of a question, as ordinals of its step. */
  readonly starts?: Readonly<Record<string, number>>;
}

/** The places that a `Told` names at most. */
export const MOST_PLACES = 200;

/** A workbook as a model. */
export interface LiveBook {
  readonly name: string;
  readonly periods: Periods;
  /** The last period of which the rows hold constants before formulas; left out where none do. */
  readonly observedUntil?: number;
  readonly lines: readonly Line[];
  /** Where each line's label stands, in the order of `lines`; undefined where none does. */
  readonly sources: readonly (Source | undefined)[];
  /** What the base holds. */
  readonly overrides: Overrides;
  readonly placed: readonly Placed[];
  readonly kept: readonly Kept[];
  readonly left: readonly LeftOut[];
  readonly told: readonly Told[];
  readonly questions: readonly Question[];
  /** The sheets of the file in their order, with what was taken of them. */
  readonly sheets: readonly SheetTaken[];
  /** Formula cells in the sheets that were taken, those of `names` among them. */
  readonly formulas: number;
  /** Formula cells that came to the name of a line or of a period: they are it, and have no place of their own. */
  readonly names: readonly Name[];
}

export interface Name {
  readonly at: Source;
  readonly as: 'label' | 'period';
}

export interface SheetTaken {
  readonly name: string;
  readonly hidden: boolean;
  readonly taken: boolean;
  readonly formulas: number;
}
