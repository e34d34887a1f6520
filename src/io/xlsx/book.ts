/** A workbook as it is written to a file: plain values, free of what they mean. */

/** A value that Excel has a sign for instead of a number. */
export type ErrorSign = '#DIV/0!' | '#N/A' | '#NAME?' | '#NUM!' | '#REF!' | '#VALUE!';

export type BookValue = number | string | boolean | { readonly error: ErrorSign };

/** How a cell looks. Colours are RRGGBB. */
export interface CellLook {
  /** A number format; `General` if left out. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  /** A rule below the cell. */
  readonly ruled?: boolean;
  /** A rule behind the cell. */
  readonly ruledBehind?: boolean;
  readonly underlined?: boolean;
  readonly wrap?: boolean;
  readonly right?: boolean;
  /** A little room before the text, beside a column of numbers. */
  readonly indented?: boolean;
  /** A text with the apostrophe before it by which Excel keeps it a text, whatever it could be taken for. */
  readonly quoted?: boolean;
}

/** A data table of Excel: the input that its columns are given, then that of its rows; of one input that of its rows alone. */
export interface DataTableArea {
  readonly ref: string;
  readonly inputs: readonly [across: string, down: string] | readonly [down: string];
}

export interface BookCell {
  /** What the cell holds, or the last result of its formula. Text is text, whatever it begins with. */
  readonly value?: BookValue;
  /** In A1 as Excel keeps it: without `=`, functions of later years with their prefix. */
  readonly formula?: string;
  /** Whether the formula calculates with arrays. */
  readonly isArray?: boolean;
  /** It begins a data table of Excel over an area, whose values stand in the other cells. */
  readonly table?: DataTableArea;
  readonly look: CellLook;
  /** http or https. */
  readonly link?: string;
}

/** A name that means its own sheet, whatever other sheets mean by it. */
export interface LocalName {
  readonly name: string;
  /** `Base!$C$5` */
  readonly refersTo: string;
}

export interface BookSheet {
  /** Legal in Excel: see `sheetNames`. */
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly rows: readonly (readonly (BookCell | undefined)[])[];
  readonly names: readonly LocalName[];
  /** The columns that are printed, from the first one; all if left out. */
  readonly printed?: number;
}

export interface Book {
  readonly title: string;
  readonly about: string;
  readonly sheets: readonly BookSheet[];
  /** Sheets that programs read: Excel does not list them among those that it offers to show. */
  readonly hidden?: readonly BookSheet[];
}
