/** What a cell holds. An error by its name: `#N/A`. */
export type CellValue = number | string | boolean | { readonly error: string };

/** A cell of a worksheet that holds a value or a formula; 0-based row and column. */
export interface BookCell {
  readonly row: number;
  readonly column: number;
  /** Left out where the file stores none. */
  readonly value?: CellValue;
  /** As the file writes it, without `=`, shared ones written out for their cell. */
  readonly formula?: string;
  /** The place of its number format in `BookCells.formats`. */
  readonly format: number;
  /** The range of an array formula that begins here; a data table is told by `isTable`. */
  readonly array?: string;
  readonly isTable?: true;
}

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A table of a worksheet, to which structured references lead. */
export interface BookTable {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
  readonly headerRows: number;
  readonly totalRows: number;
}

export interface SheetCells {
  readonly name: string;
  readonly hidden: boolean;
  /** By row and column. */
  readonly cells: readonly BookCell[];
  readonly merged: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly tables: readonly BookTable[];
  readonly charts: number;
  readonly pivots: number;
}

export interface DefinedName {
  readonly name: string;
  /** The place of the sheet in which it counts; undefined: everywhere. */
  readonly sheet?: number;
  /** A range, a constant or a formula, without `=`. */
  readonly formula: string;
}

/** A workbook by its cells. */
export interface BookCells {
  readonly sheets: readonly SheetCells[];
  readonly names: readonly DefinedName[];
  /** Codes of number formats. */
  readonly formats: readonly string[];
  readonly from1904: boolean;
  readonly iterates: boolean;
  readonly macros: boolean;
  /** Files to which formulas refer as `[1]`, by their place from 1. */
  readonly outside: readonly string[];
}
