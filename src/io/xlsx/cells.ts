import { columnIndex } from '../../model/address.ts';
import { CARRIED } from './carried.ts';
import { type StreamedCell, streamCells } from './cellStream.ts';
import type { Form } from './formats.ts';
import { readStrings, readStyles, readWorkbook, relationsOf, textOf } from './parts.ts';
import { XlsxProblem } from './problem.ts';
import { asProblems, checkSignature, findWorkbook, LIMITS, MOST_SHEETS } from './read.ts';
import { Allowance } from './rows.ts';
import { Archive } from './unzip.ts';
import { readXml, unescapeText } from './xml.ts';

/** What a cell holds. An error by its name: `#N/A`. */
export type CellValue = number | string | boolean | { readonly error: string };

/** A cell of a worksheet that holds a value or a formula; 0-based row and column. */
export interface BookCell {
  readonly row: number;
  readonly column: number;
  /** Left out where the file stores none. */
  readonly value?: CellValue;
  /** As the file writes it, without `=`, shared ones written out for their cell; empty for a data table's cell. */
  readonly formula?: string;
  /** The place of its number format in `BookCells.formats`. */
  readonly format: number;
  /** The range of an array formula, or of a data table, that begins here. */
  readonly array?: Area;
  readonly isTable?: true;
}

/** 0-based, both ends included. */
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
  readonly cells: readonly BookCell[];
  readonly merged: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly tables: readonly BookTable[];
  readonly charts: number;
  /** Cells that have comments. */
  readonly comments: readonly Pick<BookCell, 'row' | 'column'>[];
  readonly pivots: number;
}

export interface DefinedName {
  readonly name: string;
  /** The place of the sheet in which it counts; left out: everywhere. */
  readonly sheet?: number;
  /** A range, a constant or a formula, without `=`. */
  readonly formula: string;
}

/** What a number format makes of a number, and its code. */
export interface BookFormat {
  readonly form: Form;
  readonly code: string;
}

/** A workbook by its cells. */
export interface BookCells {
  readonly sheets: readonly SheetCells[];
  /** Of a workbook that was made here: the hidden sheet that carries its document, which is none of the others. */
  readonly carried?: SheetCells;
  readonly names: readonly DefinedName[];
  readonly formats: readonly BookFormat[];
  readonly from1904: boolean;
  readonly iterates: boolean;
  readonly macros: boolean;
  /** Files to which formulas refer as `[1]`, by their place from 1. */
  readonly outside: readonly string[];
}

const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/;

/** An address or a range as parts of a file say it; undefined for any other text. */
export function readArea(text: string | undefined): Area | undefined {
  const [, letters, digits, toLetters, toDigits] = AREA.exec(text ?? '') ?? [];
  if (!letters || !digits) return undefined;
  const [row, column] = [Number(digits) - 1, columnIndex(letters)];
  const [lastRow, lastColumn] = [toDigits ? Number(toDigits) - 1 : row, toLetters ? columnIndex(toLetters) : column];
  return { row, column, lastRow, lastColumn };
}

const DAY = 86_400_000;

/** The serial number of a moment that is written out; undefined where it is none. */
function serialOf(text: string, from1904: boolean): number | undefined {
  const time = Date.parse(/T/.test(text) ? `${text.replace(/Z$/, '')}Z` : `${text}T00:00:00Z`);
  if (Number.isNaN(time)) return undefined;
  return (time - Date.UTC(1899, 11, 30)) / DAY - (from1904 ? 1462 : 0);
}

/** What a cell holds, as a value of its type. */
function heldBy({ type, value, hasFormula }: StreamedCell, strings: readonly string[], from1904: boolean) {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'str':
    case 'inlineStr': {
      const text = unescapeText(value);
      return text === '' && !hasFormula ? undefined : text;
    }
    case 'b':
      return value.trim() === '' ? undefined : value.trim() === '1' || value.trim() === 'true';
    case 'e':
      return value === '' ? undefined : { error: value };
    case 'd':
      return serialOf(value.trim(), from1904);
    default: {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      return Number.isFinite(number) ? number : undefined;
    }
  }
}

const isOn = (flag: string | undefined): boolean => /^(1|true)$/.test(flag ?? '');
/** Columns beyond which nothing is said of those that are hidden: some files hide all that is not used. */
const MOST_HIDDEN = 1_000;

/** What the parts beside a worksheet say of it. */
async function readBeside(
  archive: Archive,
  path: string,
): Promise<Pick<SheetCells, 'tables' | 'charts' | 'pivots' | 'comments'>> {
  const tables: BookTable[] = [];
  const comments: Pick<BookCell, 'row' | 'column'>[] = [];
  let charts = 0;
  let pivots = 0;
  for (const { type, path: part } of (await relationsOf(archive, path)).values()) {
    if (type === 'pivotTable') pivots++;
    if (type === 'drawing')
      charts += [...(await relationsOf(archive, part)).values()].filter((one) => /^chart/.test(one.type)).length;
    if (type === 'comments') comments.push(...readComments((await textOf(archive, part)) ?? ''));
    const xml = type === 'table' ? await textOf(archive, part) : undefined;
    const table = xml === undefined ? undefined : readTable(xml);
    if (table) tables.push(table);
  }
  return { tables, charts, pivots, comments };
}

/** The cells that have comments. */
function readComments(xml: string): Pick<BookCell, 'row' | 'column'>[] {
  const found: Pick<BookCell, 'row' | 'column'>[] = [];
  readXml(xml, {
    open: (name, get) => {
      const [, letters, line] = (name === 'comment' && /^([A-Z]{1,3})(\d{1,7})$/.exec(get('ref') ?? '')) || [];
      if (letters && line) found.push({ row: Number(line) - 1, column: columnIndex(letters) });
    },
    text: () => {},
    close: () => {},
  });
  return found;
}

function readTable(xml: string): BookTable | undefined {
  let table: Omit<BookTable, 'columns'> | undefined;
  const columns: string[] = [];
  readXml(xml, {
    open: (name, get) => {
      const area = name === 'table' ? readArea(get('ref')) : undefined;
      if (area)
        table = {
          name: unescapeText(get('displayName') ?? get('name') ?? ''),
          area,
          headerRows: Number(get('headerRowCount') ?? 1),
          totalRows: Number(get('totalsRowCount') ?? 0),
        };
      else if (name === 'tableColumn') columns.push(unescapeText(get('name') ?? ''));
    },
  });
  return table && { ...table, columns };
}

/** What the cells of all sheets refer to. */
interface Around {
  readonly strings: readonly string[];
  readonly from1904: boolean;
  /** Programs that compute nothing store a 0 beside each formula, and say that all is to be computed. */
  readonly isUncomputed: boolean;
  readonly allowance: Allowance;
}

function readSheet(xml: string, { strings, from1904, isUncomputed, allowance }: Around) {
  const cells: BookCell[] = [];
  const merged: Area[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  streamCells(
    xml,
    (found) => {
      const value = found.hasFormula && isUncomputed ? undefined : heldBy(found, strings, from1904);
      if (value === undefined && !found.hasFormula) return;
      const { row, column, style: format } = found;
      allowance.take(1, typeof value === 'string' ? value.length + found.formula.length : found.formula.length);
      const array = readArea(found.array);
      cells.push({
        row,
        column,
        format,
        ...(value === undefined ? {} : { value }),
        ...(found.hasFormula ? { formula: found.formula } : {}),
        ...(array ? { array } : {}),
        ...(found.isTable ? { isTable: true } : {}),
      });
    },
    (name, get, row) => {
      const area = name === 'mergeCell' ? readArea(get('ref')) : undefined;
      if (area) merged.push(area);
      else if (name === 'row' && isOn(get('hidden'))) hiddenRows.add(row);
      else if (name === 'col' && isOn(get('hidden')))
        for (let i = Number(get('min')) - 1; i < Math.min(Number(get('max')), MOST_HIDDEN); i++) hiddenColumns.add(i);
    },
  );
  return { cells, merged, hiddenRows, hiddenColumns };
}

/**
 * A workbook by the cells of all of its worksheets: values as they are stored, formulas as they are written. Nothing of it
 * is carried out, and nothing outside of it is fetched.
 * @throws XlsxProblem saying what is wrong with the file
 */
export const readBook = (bytes: Uint8Array<ArrayBuffer>): Promise<BookCells> => asProblems(() => readCells(bytes));

async function readCells(bytes: Uint8Array<ArrayBuffer>): Promise<BookCells> {
  checkSignature(bytes);
  const archive = new Archive(bytes, LIMITS);
  const path = await findWorkbook(archive);
  const workbook = await readWorkbook(archive, path);
  if (workbook.sheets.length > MOST_SHEETS) throw new XlsxProblem('large');
  const stringsXml = workbook.strings && (await textOf(archive, workbook.strings));
  const stylesXml = workbook.styles && (await textOf(archive, workbook.styles));
  const { forms, codes } = stylesXml ? readStyles(stylesXml) : { forms: [], codes: [] };
  const around: Around = {
    strings: stringsXml ? readStrings(stringsXml) : [],
    from1904: workbook.from1904,
    isUncomputed: workbook.isUncomputed,
    allowance: new Allowance(),
  };
  const sheets: SheetCells[] = [];
  for (const { name, path: part, hidden } of workbook.sheets) {
    const xml = await textOf(archive, part);
    if (xml === undefined) throw new XlsxProblem('damaged', part);
    sheets.push({ name, hidden, ...readSheet(xml, around), ...(await readBeside(archive, part)) });
  }
  const outside: string[] = [];
  for (const link of workbook.links) {
    const [target] = link ? (await relationsOf(archive, link, true)).values() : [];
    outside.push(nameOfFile(target?.path ?? ''));
  }
  const at = sheets.findIndex(isCarrying);
  const [carried] = at < 0 ? [] : sheets.splice(at, 1);
  return {
    sheets,
    ...(carried ? { carried } : {}),
    names: at < 0 ? workbook.names : withoutSheet(workbook.names, at),
    formats: forms.map((form, i) => ({ form, code: codes[i] ?? 'General' })),
    from1904: workbook.from1904,
    iterates: workbook.iterates,
    macros: archive.names.some((name) => name.endsWith('vbaproject.bin')),
    outside,
  };
}

const isCarrying = ({ cells }: SheetCells): boolean =>
  cells.some(({ row, column, value }) => row === 1 && column === 0 && value === CARRIED);

/** Names as they count where a sheet is none of the others. */
const withoutSheet = (names: readonly DefinedName[], place: number): readonly DefinedName[] =>
  names.flatMap((name): readonly DefinedName[] => {
    if (name.sheet === undefined || name.sheet < place) return [name];
    return name.sheet === place ? [] : [{ ...name, sheet: name.sheet - 1 }];
  });

/** The name of a file without its folders. */
function nameOfFile(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
