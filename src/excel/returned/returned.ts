import type { Change, Parts } from '../../document/change.ts';
import { applyChange } from '../../document/change.ts';
import { type Document, modelOf } from '../../document/document.ts';
import { settled } from '../../document/settled.ts';
import { headOf } from '../../engine/layout.ts';
import type { BookCells } from '../../io/xlsx/cells.ts';
import { columnName } from '../../model/address.ts';
import type { Slot } from '../../model/content.ts';
import type { Model } from '../../model/model.ts';
import { periodsOf } from '../../model/periods.ts';
import { keyOf, RESTS } from '../carried.ts';
import { digestOf } from '../digest.ts';
import type { Carried } from './carriedIn.ts';
import { CellReader } from './cells.ts';
import { addressIn, type Places, shownText } from './places.ts';
import { structured } from './structure.ts';
import { Telling, type Told } from './told.ts';

/** What a workbook brings back beside the document from which it was made. */
export interface Returned {
  /** What was changed in it since, as one step; undefined where nothing was. */
  readonly change: Change | undefined;
  readonly told: readonly Told[];
}

/**
 * What was changed in a workbook since it was made from a document, whatever program saved it meanwhile.
 * @param shipped the model of the document, as it ships
 * @returns undefined where the workbook does not tell of this document
 */
export function returnedFrom(
  book: BookCells,
  carried: Carried,
  shipped: Model,
  document: Document,
): Returned | undefined {
  const { lines, periods } = modelOf(shipped, document);
  const { scenarios } = document;
  const isIts =
    scenarios.length === carried.scenarios.length &&
    scenarios.every(({ id }, i) => id === carried.scenarios[i]?.id) &&
    lines.length === carried.lines.size &&
    lines.every(({ id }) => carried.lines.has(id));
  if (!isIts) return undefined;
  const telling = new Telling();
  const slots = new Map<string, Slot>((['value', ...periodsOf(periods)] as const).map((slot) => [keyOf(slot), slot]));
  const found = structured(shipped, document, carried, book, slots, telling);
  const edits = new CellReader(found, carried, book, slots, telling).read();
  for (const [i, { places, isCopy }] of found.sheets.entries()) {
    tellHeads(places, slots, telling, (slot) => headOf(slot, periods));
    if (!isCopy)
      tellNotes(
        places,
        carried.scenarios.find(({ id }) => id === found.sheets[i]?.scenario)?.digest ?? '',
        carried,
        telling,
      );
  }
  tellPages(book, carried, telling);
  const { told } = telling;
  const after =
    edits.length > 0 ? applyChange(found.open.document, settled(found.open, edits)).document : found.open.document;
  const parts: Parts = {
    ...(after.lines === document.lines ? {} : { lines: after.lines }),
    ...(after.scenarios === document.scenarios ? {} : { scenarios: after.scenarios }),
  };
  return { change: Object.keys(parts).length > 0 ? { kind: 'structure', parts } : undefined, told };
}

/** Heads of periods that read otherwise, and those that were taken out. */
function tellHeads(
  places: Places,
  slots: ReadonlyMap<string, Slot>,
  telling: Telling,
  head: (slot: number) => number | string,
): void {
  const { columns, name, grid, head: row } = places;
  for (const [key, slot] of slots) {
    const column = columns.get(key);
    if (column === undefined) telling.tell('goneColumns', { sheet: name, address: '', said: key });
    else if (slot !== 'value' && shownText(grid.at(row, column)) !== String(head(slot)))
      telling.tell('heads', { sheet: name, address: addressIn(row, column), said: key });
  }
}

/** Whether the texts of the last column are as they were made. */
function tellNotes({ columns, rows, grid, name }: Places, digest: string, carried: Carried, telling: Telling): void {
  const column = columns.get(RESTS);
  // With lines that went, their texts went.
  const isWhole = [...carried.lines.keys()].every((id) => rows.has(id));
  if (!isWhole) return;
  const texts = [...carried.lines.keys()].map((id) => grid.at(rows.get(id) ?? -1, column)?.value);
  const address = column === undefined ? '' : columnName(column);
  if (digestOf(texts) !== digest) telling.tell('notes', { sheet: name, address, said: '' });
}

/** Sheets that are made from the document, and charts and pivot tables, which come from elsewhere. */
function tellPages(book: BookCells, carried: Carried, telling: Telling): void {
  for (const { name, digest } of carried.pages) {
    const page = book.sheets.find((sheet) => sheet.name === name);
    const texts = [...(page?.cells ?? [])]
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map(({ value, formula }) => (formula === undefined ? value : undefined));
    if (page && digestOf(texts) !== digest) telling.tell('pages', { sheet: name, address: '', said: name });
  }
  for (const { name, charts, pivots } of book.sheets) {
    if (charts > 0) telling.tell('charts', { sheet: name, address: '', said: name }, charts);
    if (pivots > 0) telling.tell('pivots', { sheet: name, address: '', said: name }, pivots);
  }
}
