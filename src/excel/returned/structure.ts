import { applyChange, type Change } from '../../document/change.ts';
import { type Document, modelOf, type OpenModel } from '../../document/document.ts';
import { lastNumber } from '../../document/lineIds.ts';
import { deleteLines } from '../../document/lines.ts';
import { rearranged } from '../../document/ranges.ts';
import { createScenario, deleteScenario, freshScenarioId, renameScenario } from '../../document/scenarios.ts';
import { emptyInput } from '../../document/typing.ts';
import { isOwnLine, NO_UNIT } from '../../document/undecided.ts';
import type { BookCells } from '../../io/xlsx/cells.ts';
import type { Slot } from '../../model/content.ts';
import { type Line, numbered } from '../../model/line.ts';
import type { Model } from '../../model/model.ts';
import type { Lang } from '../../model/text.ts';
import { isUnit, type Unit } from '../../model/units.ts';
import { unitFromText } from '../../units/named.ts';
import { LABEL, UNIT } from '../carried.ts';
import { steadyText } from '../digest.ts';
import type { Carried } from './carriedIn.ts';
import { addressIn, copyOf, isEmpty, newRows, type Places, placesOf, shownText } from './places.ts';
import type { Telling } from './told.ts';

/** A scenario of the document with the sheet in which it stands. */
export interface Sheet {
  readonly scenario: string;
  readonly places: Places;
  /** It is a copy of another sheet that was made in the spreadsheet. */
  readonly isCopy: boolean;
}

/** A document whose scenarios and lines are those of the file, each with its places there. */
export interface Structured {
  readonly open: OpenModel;
  readonly sheets: readonly Sheet[];
  /** Lines that the file has and the document had not. */
  readonly added: ReadonlySet<string>;
}

const both = (text: string) => ({ en: text, zh: text });

/** Takes changes one after another. */
class Edited {
  constructor(
    readonly shipped: Model,
    public document: Document,
  ) {}

  get open(): OpenModel {
    return { document: this.document, model: modelOf(this.shipped, this.document) };
  }

  take(change: Change | undefined): void {
    if (change) this.document = applyChange(this.document, change).document;
  }
}

/** The sheets of scenarios; those that were taken out, called otherwise or copied change the document. */
function scenariosOf(edited: Edited, carried: Carried, book: BookCells, telling: Telling): Sheet[] {
  const sheets: Sheet[] = [];
  for (const [place, { id, name }] of carried.scenarios.entries()) {
    const places = placesOf(carried, place, book);
    if (places === 'gone') {
      const isBase = place === 0;
      telling.tell(isBase ? 'baseGone' : 'goneScenarios', { sheet: '', address: '', said: name });
      if (!isBase) edited.take(deleteScenario(edited.open, id));
      continue;
    }
    sheets.push({ scenario: id, places, isCopy: false });
    if (places.name === name) continue;
    edited.take(renameScenario(edited.open, id, places.name, places.name));
    telling.tell('scenarioNames', { sheet: places.name, address: '', said: name });
  }
  const known = new Set(sheets.map(({ places }) => places.sheet));
  for (const [place, cells] of book.sheets.entries()) {
    if (known.has(place) || carried.pages.some(({ name }) => name === cells.name)) continue;
    const copied = sheets.map(({ places }) => copyOf(places, place, cells)).find((one) => one !== undefined);
    const id = freshScenarioId(
      edited.open,
      carried.scenarios.map((one) => one.id),
    );
    const change = copied && createScenario(edited.open, id, cells.name);
    if (copied && change) {
      edited.take(change);
      sheets.push({ scenario: id, places: copied, isCopy: true });
      telling.tell('newScenarios', { sheet: cells.name, address: '', said: cells.name });
    } else if (cells.cells.length > 0) telling.tell('sheets', { sheet: cells.name, address: '', said: cells.name });
  }
  return sheets;
}

/** Lines that a sheet of the base has no more go; those of another sheet alone are told, and stay. */
function withoutGone(edited: Edited, carried: Carried, sheets: readonly Sheet[], lang: Lang, telling: Telling): void {
  const [base, ...others] = sheets;
  if (!base || base.scenario !== carried.scenarios[0]?.id) return;
  const labels = new Map(edited.open.model.lines.map(({ id, label }) => [id, label[lang]]));
  const gone = [...carried.lines.keys()].filter((id) => !base.places.rows.has(id));
  for (const id of gone)
    telling.tell('goneLines', { sheet: base.places.name, address: '', said: labels.get(id) || id });
  for (const { places } of others)
    for (const id of carried.lines.keys())
      if (base.places.rows.has(id) && !places.rows.has(id))
        telling.tell('goneRows', { sheet: places.name, address: '', said: labels.get(id) || id });
  edited.take(deleteLines(edited.open, gone));
}

/** Rows that were put in become lines, with their places in each sheet that has them. */
function withNew(
  edited: Edited,
  sheets: readonly Sheet[],
  slots: ReadonlyMap<string, Slot>,
  telling: Telling,
): { readonly sheets: readonly Sheet[]; readonly added: ReadonlySet<string> } {
  const lines: Line[] = [...edited.open.model.lines];
  const ids = new Map<string, string>();
  let number = lastNumber(lines);
  const placed = sheets.map((sheet): Sheet => {
    const { places } = sheet;
    const rows = new Map(places.rows);
    const counts = new Map<string, number>();
    /** The line of the row above, and the line of the document above that. */
    let last: { readonly id: string; readonly anchor: string } | undefined;
    for (const { row, above: anchor = '', label } of newRows(places, slots)) {
      const name = `${anchor}\n${label}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const key = `${name}\n${count}`;
      let id = ids.get(key);
      if (id === undefined) {
        id = numbered(++number);
        ids.set(key, id);
        const behind = last?.anchor === anchor ? last.id : anchor;
        const at = lines.findIndex((line) => line.id === behind) + 1;
        lines.splice(at, 0, madeOf(places, row, label, id, slots));
        const column = places.columns.get(LABEL) ?? 0;
        telling.tell('newLines', { sheet: places.name, address: addressIn(row, column), said: label });
      }
      last = { id, anchor };
      rows.set(id, row);
    }
    return { ...sheet, places: { ...places, rows, lines: new Map([...rows].map(([id, row]) => [row, id])) } };
  });
  if (ids.size > 0) edited.take({ kind: 'structure', parts: { lines } });
  return { sheets: placed, added: new Set(ids.values()) };
}

/** What a row makes that holds nothing yet: a heading, or an input of a value or of one a period. */
function madeOf(
  { grid, columns }: Places,
  row: number,
  label: string,
  id: string,
  slots: ReadonlyMap<string, Slot>,
): Line {
  const heading: Line = { kind: 'heading', id, label: both(label) };
  const held = [...columns].filter(([key, column]) => slots.has(key) && !isEmpty(grid.at(row, column)));
  if (held.length === 0) return heading;
  const unit = unitFromText(shownText(grid.at(row, columns.get(UNIT))));
  return emptyInput(
    heading,
    held.some(([key]) => slots.get(key) !== 'value'),
    isUnit(unit) ? unit : NO_UNIT,
  );
}

/** The places of a longest run of ascending numbers. */
function ascending(numbers: readonly number[]): Set<number> {
  const lengths: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, i) => {
    let best = -1;
    for (let j = 0; j < i; j++)
      if ((numbers[j] ?? 0) < number && (best < 0 || (lengths[j] ?? 0) > (lengths[best] ?? 0))) best = j;
    before[i] = best;
    lengths[i] = best < 0 ? 1 : (lengths[best] ?? 0) + 1;
  });
  const run = new Set<number>();
  for (let i = lengths.indexOf(Math.max(0, ...lengths)); i >= 0; i = before[i] ?? -1) run.add(i);
  return run;
}

/** Lines in the order in which their rows stand in the base's sheet. */
function inOrder(edited: Edited, sheets: readonly Sheet[], lang: Lang, telling: Telling): void {
  const [base] = sheets;
  const { open } = edited;
  const { lines } = open.model;
  const rowOf = (line: Line) => base?.places.rows.get(line.id);
  const known = lines.filter((line) => rowOf(line) !== undefined);
  const rows = known.map((line) => rowOf(line) ?? 0);
  if (!base || rows.every((row, i) => i === 0 || row > (rows[i - 1] ?? 0))) return;
  const stays = ascending(rows);
  const moved = known.filter((_, i) => !stays.has(i));
  const sorted = [...known].sort((a, b) => (rowOf(a) ?? 0) - (rowOf(b) ?? 0));
  let next = 0;
  const now = lines.map((line) => (rowOf(line) === undefined ? line : (sorted[next++] ?? line)));
  for (const line of moved)
    telling.tell('movedLines', {
      sheet: base.places.name,
      address: addressIn(rowOf(line) ?? 0, base.places.columns.get(LABEL) ?? 0),
      said: line.label[lang],
    });
  edited.take({ kind: 'structure', parts: rearranged(open, now, new Set(moved.map(({ id }) => id))) });
}

/** Names and units as they stand in the base's sheet. */
function renamed(
  edited: Edited,
  carried: Carried,
  sheets: readonly Sheet[],
  added: ReadonlySet<string>,
  telling: Telling,
): void {
  const [base] = sheets;
  if (!base) return;
  const { lang } = carried;
  const { places } = base;
  const [labels, units] = [places.columns.get(LABEL), places.columns.get(UNIT)];
  let isOther = false;
  const lines = edited.open.model.lines.map((line): Line => {
    const row = places.rows.get(line.id);
    if (row === undefined || added.has(line.id)) return line;
    let now = line;
    const label = shownText(places.grid.at(row, labels));
    if (labels !== undefined && label !== steadyText(line.label[lang])) {
      const place = { sheet: places.name, address: addressIn(row, labels), said: label || line.label[lang] };
      telling.tell(label === '' ? 'labelsKept' : 'labels', label === '' ? place : { ...place, was: line.label[lang] });
      const isOne = line.label.en === line.label.zh;
      if (label !== '') now = { ...now, label: isOne ? both(label) : { ...line.label, [lang]: label } };
    }
    const written = carried.lines.get(line.id)?.unit ?? '';
    const text = shownText(places.grid.at(row, units));
    if (units !== undefined && text !== steadyText(written)) {
      const unit: Unit = unitFromText(text);
      const place = { sheet: places.name, address: addressIn(row, units), said: text };
      const isTaken = now.kind !== 'heading' && isUnit(unit) && isOwnLine(edited.document, line);
      telling.tell(isTaken ? 'units' : 'unitsKept', { ...place, was: written });
      if (now.kind !== 'heading' && isTaken) now = { ...now, unit };
    }
    isOther ||= now !== line;
    return now;
  });
  if (isOther) edited.take({ kind: 'structure', parts: { lines } });
}

/** The document with the scenarios and lines that the file has. */
export function structured(
  shipped: Model,
  document: Document,
  carried: Carried,
  book: BookCells,
  slots: ReadonlyMap<string, Slot>,
  telling: Telling,
): Structured {
  const edited = new Edited(shipped, document);
  const { lang } = carried;
  const found = scenariosOf(edited, carried, book, telling);
  withoutGone(edited, carried, found, lang, telling);
  const { sheets, added } = withNew(edited, found, slots, telling);
  inOrder(edited, sheets, lang, telling);
  renamed(edited, carried, sheets, added, telling);
  return { open: edited.open, sheets, added };
}
