import type { CellEdit } from '../../document/change.ts';
import { effective, inheritsByReference, type OverrideLookup } from '../../document/contents.ts';
import { isUndecided } from '../../document/undecided.ts';
import { addressOf, hasSlot, type Layout, layOut } from '../../engine/layout.ts';
import { quoteSheet } from '../../engine/sheets.ts';
import type { BookCell, BookCells, CellValue } from '../../io/xlsx/cells.ts';
import { shownNumber } from '../../io/xlsx/formats.ts';
import { type CellRef, type Content, cellKey, isFormula, type Slot, sameContent } from '../../model/content.ts';
import type { Line } from '../../model/line.ts';
import { slotText } from '../../model/periods.ts';
import { RESTS } from '../carried.ts';
import { steadyNumber, steadyText } from '../digest.ts';
import { type Carried, frozenKey } from './carriedIn.ts';
import { FileFormulas } from './fileFormulas.ts';
import { addressIn, isEmpty, type Places } from './places.ts';
import type { Sheet, Structured } from './structure.ts';
import type { Telling, ToldKind } from './told.ts';

/** Formats by which a number is a moment, which cells here hold as text. */
const MOMENTS: ReadonlySet<string> = new Set(['year', 'date', 'time', 'moment', 'elapsed']);

const LOST = '#REF!';
/** An error that stands in a cell by itself: some programs save it as a formula. */
const ERROR = /^#[A-Z/0]+[!?]?$/;

/** Reads from the cells of a file what of its document was changed. */
export class CellReader {
  readonly #layout: Layout;
  readonly #formulas: FileFormulas;
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #base: string;
  readonly #overrides: ReadonlyMap<string, CellReadyOverrides>;
  readonly #edits: CellEdit[] = [];
  /** What edited cells hold. */
  readonly #edited = new Map<string, Content | undefined>();

  constructor(
    readonly structured: Structured,
    readonly carried: Carried,
    readonly book: BookCells,
    readonly slots: ReadonlyMap<string, Slot>,
    readonly telling: Telling,
  ) {
    const { model, document } = structured.open;
    const { scenarios } = document;
    this.#lines = new Map(model.lines.map((line) => [line.id, line]));
    this.#base = scenarios[0]?.id ?? '';
    this.#overrides = new Map(scenarios.map(({ id, overrides }) => [id, overrides]));
    this.#formulas = new FileFormulas(structured, book, slots);
    this.#layout = this.#formulas.layout;
  }

  /** The edits by which the document comes to hold what the sheets hold. */
  read(): readonly CellEdit[] {
    for (const sheet of this.structured.sheets) {
      for (const [id, row] of sheet.places.rows) {
        const line = this.#lines.get(id);
        if (line) this.#row(sheet, line, row);
      }
      this.#beside(sheet.places);
    }
    return this.#edits;
  }

  #tell(kind: ToldKind, { name }: Places, row: number, column: number, said: string, cell?: CellRef): void {
    this.telling.tell(kind, { sheet: name, address: addressIn(row, column), said, ...(cell ? { cell } : {}) });
  }

  /** A cell of a line: the line's name, and the period. */
  #tellCell(kind: ToldKind, places: Places, row: number, column: number, line: Line, ref: CellRef): void {
    const said = [line.label[this.carried.lang], slotText(ref.slot)].filter((part) => part !== '').join(', ');
    this.#tell(kind, places, row, column, said, ref);
  }

  #row(sheet: Sheet, line: Line, row: number): void {
    const { places, scenario } = sheet;
    const { document, model } = this.structured.open;
    for (const [key, column] of places.columns) {
      const slot = this.slots.get(key);
      if (slot === undefined) continue;
      const cell = places.grid.at(row, column);
      if (hasSlot(line, slot, model.periods) || (!isEmpty(cell) && isUndecided(document, line)))
        this.#cell(sheet, line, { scenario, line: line.id, slot }, key, cell, row, column);
      else if (!isEmpty(cell)) this.#tell('beside', places, row, column, line.label[this.carried.lang]);
    }
  }

  #edit(ref: CellRef, content: Content | undefined): void {
    this.#edits.push({ ...ref, content });
    this.#edited.set(cellKey(ref), content);
  }

  readonly #lookUp: OverrideLookup = (scenario, line, slot) => this.#overrides.get(scenario)?.[line]?.[slot];

  #cell(
    sheet: Sheet,
    line: Line,
    ref: CellRef,
    key: string,
    cell: BookCell | undefined,
    row: number,
    column: number,
  ): void {
    const { places } = sheet;
    const own = this.#lookUp(ref.scenario, ref.line, ref.slot);
    if (this.#holds(sheet, line, ref, key, cell, this.#lookUp)) {
      if (own === undefined && !isEmpty(cell)) this.#stay(sheet, line, ref, row, column);
      return;
    }
    const told = (kind: ToldKind) => this.#tellCell(kind, places, row, column, line, ref);
    const inherits: OverrideLookup = (scenario, id, slot) =>
      scenario === ref.scenario && id === ref.line && slot === ref.slot ? undefined : this.#lookUp(scenario, id, slot);
    if (own !== undefined && this.#holds(sheet, line, ref, key, cell, inherits)) {
      this.#edit(ref, undefined);
      told(isEmpty(cell) ? 'emptied' : 'inherits');
      return;
    }
    if (isEmpty(cell)) {
      this.#edit(ref, { text: '' });
      told('emptied');
      return;
    }
    if (this.#isBroken(cell, sheet, line, ref)) {
      told('brokenFormulas');
      return;
    }
    const read = this.#content(cell, sheet, ref);
    if (read === undefined) return;
    if (this.#isOfBase(sheet, ref, cell, read.content)) return;
    this.#edit(ref, read.content);
    told(read.kind);
  }

  /**
   * In a file each sheet has the formulas of the base as its own: where the base holds something else now, and this one does
   * not follow it by a reference, it goes on with them.
   */
  #stay(sheet: Sheet, line: Line, ref: CellRef, row: number, column: number): void {
    const { scenario, places, isCopy } = sheet;
    if (scenario === this.#base || isCopy || !this.#edited.has(cellKey({ ...ref, scenario: this.#base }))) return;
    const found = effective(this.#lookUp, this.#base, line, ref, this.structured.open.model.periods);
    if (!isFormula(found.content) || inheritsByReference(found, scenario, this.#base)) return;
    this.#edit(ref, found.content);
    this.#tellCell('stays', places, row, column, line, ref);
  }

  /** Whether a cell of the file is what the document says of it. */
  #holds(
    { places, scenario }: Sheet,
    line: Line,
    ref: CellRef,
    key: string,
    cell: BookCell | undefined,
    lookUp: OverrideLookup,
  ): boolean {
    const found = effective(lookUp, this.#base, line, ref, this.structured.open.model.periods);
    const { content } = found;
    if (content === undefined) return isEmpty(cell);
    if (inheritsByReference(found, scenario, this.#base)) return this.#refersToBase(places, ref, cell);
    if (typeof content === 'number')
      return cell?.formula === undefined && typeof cell?.value === 'number' && isNear(cell.value, content);
    if (!isFormula(content)) {
      const text = content === 'model' ? '' : content.text;
      return cell?.formula === undefined && isText(cell?.value, text);
    }
    const frozen = lookUp === this.#lookUp ? this.carried.frozen.get(frozenKey(scenario, line.id, key)) : undefined;
    if (frozen !== undefined && (cell?.formula === undefined || ERROR.test(cell.formula)))
      return isValue(cell?.value, frozen);
    if (isEmpty(cell) || cell?.formula === undefined) return false;
    const wanted = layOut(this.#layout, content.formula, ref).slice(1);
    return this.#formulas.isSame(places.sheet, cell.formula, wanted, scenario);
  }

  #refersToBase(places: Places, ref: CellRef, cell: BookCell | undefined): boolean {
    if (cell?.formula === undefined) return false;
    const wanted = `${quoteSheet(this.#layout.sheets[0] ?? '')}!${addressOf(this.#layout, ref)}`;
    return this.#formulas.isSame(places.sheet, cell.formula, wanted, ref.scenario);
  }

  /** Whether a scenario's cell is the base's: by a reference, or as the copy of a sheet or a row that was put in has it. */
  #isOfBase(sheet: Sheet, ref: CellRef, cell: BookCell | undefined, content: Content): boolean {
    const isNew = this.structured.added.has(ref.line);
    if (ref.scenario === this.#base || !(isNew || sheet.isCopy)) return false;
    const base = this.#inBase(ref);
    return (
      base !== undefined &&
      (sameContent(base, content) || (!isFormula(base) && this.#refersToBase(sheet.places, ref, cell)))
    );
  }

  /** What the base holds, as far as it was not changed in the file. */
  #inBase(ref: CellRef): Content | undefined {
    const key = cellKey({ ...ref, scenario: this.#base });
    if (this.#edited.has(key)) return this.#edited.get(key);
    const line = this.#lines.get(ref.line);
    const { periods } = this.structured.open.model;
    return line && effective(this.#lookUp, this.#base, line, { ...ref, scenario: this.#base }, periods).content;
  }

  /** Whether a formula, here and there, refers to what was taken out: it is the same still. */
  #isBroken(cell: BookCell | undefined, { places }: Sheet, line: Line, ref: CellRef): boolean {
    if (cell?.formula === undefined) return false;
    const { content } = effective(this.#lookUp, this.#base, line, ref, this.structured.open.model.periods);
    if (!isFormula(content) || !layOut(this.#layout, content.formula, ref).includes(LOST)) return false;
    return cell.formula.includes(LOST) || !this.#formulas.isOfModel(cell.formula, places.sheet);
  }

  /** What a cell holds, and as what it is told. */
  #content(
    cell: BookCell | undefined,
    { places }: Sheet,
    ref: CellRef,
  ): { readonly content: Content; readonly kind: ToldKind } | undefined {
    if (!cell) return undefined;
    if (cell.formula !== undefined && cell.formula !== '') {
      const formula = this.#formulas.notation(cell.formula, places.sheet, ref);
      if (formula !== undefined) return { content: { formula }, kind: 'formulas' };
    }
    const kind = cell.formula === undefined ? 'values' : 'frozen';
    const { value } = cell;
    if (value === undefined) return { content: { text: '' }, kind };
    if (typeof value === 'number') {
      const form = this.book.formats[cell.format]?.form ?? 'plain';
      const isMoment = MOMENTS.has(form);
      return { content: isMoment ? { text: shownNumber(value, form, this.book.from1904) } : value, kind };
    }
    if (typeof value === 'boolean') return { content: { formula: value ? '=TRUE()' : '=FALSE()' }, kind };
    return { content: { text: typeof value === 'object' ? value.error : value }, kind };
  }

  /** What stands in a sheet beside its lines and columns. */
  #beside(places: Places): void {
    const label = (row: number) => this.#lines.get(places.lines.get(row) ?? '')?.label[this.carried.lang] ?? '';
    for (const row of places.grid.rows)
      for (const cell of places.grid.row(row)) {
        if (isEmpty(cell) || places.isOfTable(row)) continue;
        const key = places.keys.get(cell.column);
        const isOfLine = places.lines.has(row) && key !== undefined;
        if (isOfLine || (row === places.head && key !== undefined) || key === RESTS) continue;
        this.#tell('beside', places, row, cell.column, label(row));
      }
  }
}

type CellReadyOverrides = Readonly<Record<string, Readonly<Record<string, Content>>>>;

const isNear = (a: number, b: number): boolean => steadyNumber(a) === steadyNumber(b);

/** Whether a cell holds a text as another program saved it. */
const isText = (value: CellValue | undefined, text: string): boolean => {
  const steady = steadyText(text);
  if (value === undefined) return steady === '';
  return typeof value === 'string' && steadyText(value) === steady;
};

function isValue(value: CellValue | undefined, wanted: CellValue): boolean {
  if (typeof wanted === 'string') return isText(value, wanted);
  if (typeof wanted === 'number') return typeof value === 'number' && isNear(value, wanted);
  // Errors that are no result of a formula come back as one or another, or as none.
  return typeof wanted === 'object' ? typeof value === 'object' || value === undefined : value === wanted;
}
