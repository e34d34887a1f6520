import { toNotation } from '../../engine/convert.ts';
import { addressOf, createLayout, type Layout, sheetName } from '../../engine/layout.ts';
import { type BookCells, type DefinedName, readArea } from '../../io/xlsx/cells.ts';
import { asWritten } from '../../io/xlsx/shared.ts';
import { a1, HEADER_ROWS, slotColumn } from '../../model/address.ts';
import type { CellRef, Slot } from '../../model/content.ts';
import { tryParse } from '../../model/notation.ts';
import { LABEL, RESTS, UNIT } from '../carried.ts';
import { canonical, Mover, sheetAt } from './formulas.ts';
import type { Sheet, Structured } from './structure.ts';

/** The formulas of a file beside those of the document, which has the scenarios and lines of the file by then. */
export class FileFormulas {
  /** Where the document's cells would stand in a workbook. */
  readonly layout: Layout;
  readonly #mover: Mover;
  readonly #isAsMade: boolean;

  constructor(
    { open, sheets }: Structured,
    readonly book: BookCells,
    slots: ReadonlyMap<string, Slot>,
  ) {
    const { lines, periods } = open.model;
    this.layout = createLayout(lines, periods, open.document.scenarios);
    const { layout } = this;
    const bySheet = new Map(sheets.map((sheet) => [sheet.places.sheet, sheet]));
    const columnOf = (key: string | undefined): number | undefined => {
      if (key === LABEL) return 0;
      if (key === UNIT) return 1;
      const slot = key === undefined ? undefined : slots.get(key);
      return slot === undefined ? undefined : slotColumn(slot, periods);
    };
    this.#mover = new Mover(book, layout, {
      sheet: (sheet) => {
        const place = layout.scenarioIds.indexOf(bySheet.get(sheet)?.scenario ?? '');
        return place < 0 ? undefined : place;
      },
      row: (sheet, row) => {
        const places = bySheet.get(sheet)?.places;
        if (places?.head === row) return HEADER_ROWS;
        const index = layout.indexOf(places?.lines.get(row) ?? '');
        return index === undefined ? undefined : index + HEADER_ROWS + 1;
      },
      column: (sheet, column) => columnOf(bySheet.get(sheet)?.places.keys.get(column)),
    });
    const isPlaced = ({ scenario, places }: Sheet) =>
      places.name === sheetName(layout, scenario) &&
      [...places.rows].every(([id, row]) => layout.indexOf(id) === row - HEADER_ROWS) &&
      [...places.columns].every(([key, column]) => key === RESTS || columnOf(key) === column);
    this.#isAsMade = sheets.every(isPlaced) && book.names.every((name) => this.#isItsLine(name, bySheet));
  }

  /** Whether a name, where it is a line's, stands for that in its sheet. */
  #isItsLine({ name, sheet, formula }: DefinedName, bySheet: ReadonlyMap<number, Sheet>): boolean {
    const line = name.toLowerCase();
    const address = addressOf(this.layout, { line, slot: 'value' });
    if (address === undefined) return true;
    const at = formula.lastIndexOf('!');
    const area = readArea(formula.slice(at + 1));
    const isOwn =
      sheet !== undefined && bySheet.has(sheet) && sheetAt(formula.slice(0, at), this.book.sheets) === sheet;
    return isOwn && area !== undefined && a1(area.column, area.row - HEADER_ROWS) === address;
  }

  /** Whether a formula of a sheet of the file means what one of the layout does. Both without `=`. */
  isSame(sheet: number, formula: string, wanted: string, scenario: string): boolean {
    // Where all stands as it did, equal formulas are the same, and need not be taken apart.
    if (this.#isAsMade && formula === wanted) return true;
    const place = this.layout.scenarioIds.indexOf(scenario);
    const moved = this.#mover.moved(formula, sheet);
    return moved !== undefined && canonical(moved, this.layout, place) === canonical(wanted, this.layout, place);
  }

  /** Whether all that a formula refers to has a place in the model. */
  isOfModel(formula: string, sheet: number): boolean {
    return this.#mover.moved(formula, sheet) !== undefined;
  }

  /** A formula of a sheet of the file by the ids of lines; undefined where it refers to what is none of the model. */
  notation(formula: string, sheet: number, cell: CellRef): string | undefined {
    const moved = this.#mover.moved(formula, sheet);
    if (moved === undefined) return undefined;
    const notation = toNotation(this.layout, asWritten(moved), cell);
    const parts = tryParse(notation);
    const isLost = !parts || parts.some((part) => 'ref' in part && part.ref.kind === 'lost');
    return isLost ? undefined : notation;
  }
}
