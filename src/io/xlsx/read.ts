import { ODS_CONTENT, readOds } from '../ods/read.ts';
import { CARRIED } from './carried.ts';
import { readStrings, readStyles, readWorkbook, relationsOf, textOf } from './parts.ts';
import { XlsxProblem } from './problem.ts';
import { Allowance, readRows } from './rows.ts';
import { Archive, type Limits } from './unzip.ts';

/** A worksheet as a table: its cells as a person reads them, with all digits. */
export interface SheetTable {
  readonly name: string;
  readonly rows: string[][];
  /** A person would have to unhide it to see it. */
  readonly hidden?: true;
  /** How many of its formulas came as their values, since the file writes them in a language that is not read. */
  readonly valuesOf?: number;
}

export interface WorkbookTables {
  readonly sheets: readonly SheetTable[];
  /** It was made here: another sheet, which is none of these, carries the document from which. */
  readonly carries?: true;
}

export interface ReadOptions {
  /** A cell with a formula reads as its formula (`=A1*2`) instead of its value. */
  readonly formulas?: boolean;
  /** A cell reads as people type it: an apostrophe stands before a text that would be taken for something else. */
  readonly entries?: boolean;
}

export const LIMITS: Limits = { entries: 2_000, bytes: 200_000_000, ratio: 200 };
export const MOST_SHEETS = 1_000;

const begins = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, i) => bytes[i] === sign);

/** The name of the stream in which a protected workbook keeps its contents, as it stands in the file. */
const LOCKED = [...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0]);

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/** What a file is by its first bytes. @throws XlsxProblem where it is no zip archive */
export function checkSignature(bytes: Uint8Array): void {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return;
  if (!begins(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) throw new XlsxProblem('other');
  throw new XlsxProblem(holds(bytes, LOCKED) ? 'locked' : 'xls');
}

/** What an archive is by its parts: the part that is the workbook. @throws XlsxProblem where it is something else */
export async function findWorkbook(archive: Archive): Promise<string> {
  const { names } = archive;
  const types = await textOf(archive, '[Content_Types].xml');
  if (types === undefined) throw new XlsxProblem(names.includes('content.xml') ? 'ods' : 'other');
  const relations = [...(await relationsOf(archive, '')).values()];
  const path = relations.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  if (path.endsWith('.bin')) throw new XlsxProblem('xlsb');
  if (!/spreadsheetml|ms-excel\.sheet\.macroenabled/i.test(types) || !names.includes(path.toLowerCase()))
    throw new XlsxProblem('other');
  return path;
}

/**
 * The worksheets of an .xlsx file, cells of formulas by the values that were saved with them. Nothing of the file is
 * carried out, and nothing outside of it is fetched. Belongs into a worker: large files take seconds.
 * @throws XlsxProblem saying what is wrong with the file
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions = {}): Promise<WorkbookTables> {
  return asProblems(() => readTables(bytes, options));
}

/** What a reading gives, where addresses, numbers and texts that the platform itself refuses are a damage of the file. */
export async function asProblems<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof URIError || error instanceof RangeError || error instanceof TypeError)
      throw new XlsxProblem('damaged');
    throw error;
  }
}

const isOpenDocument = ({ names }: Archive): boolean =>
  names.includes(ODS_CONTENT) && !names.includes('[content_types].xml');

/** A spreadsheet of LibreOffice and others. */
async function readOpenDocument(archive: Archive, { entries = false }: ReadOptions): Promise<WorkbookTables> {
  const type = await textOf(archive, 'mimetype');
  const manifest = await textOf(archive, 'META-INF/manifest.xml');
  if (manifest?.includes(':encryption-data')) throw new XlsxProblem('locked');
  if (type !== undefined && !/opendocument\.spreadsheet/.test(type)) throw new XlsxProblem('other');
  const found = readOds((await textOf(archive, ODS_CONTENT)) ?? '', entries, new Allowance());
  if (found.length > MOST_SHEETS) throw new XlsxProblem('large');
  const sheets = found.map(
    ({ name, rows, hidden, formulas }): SheetTable => ({
      name,
      rows,
      ...(hidden ? { hidden } : {}),
      ...(formulas > 0 ? { valuesOf: formulas } : {}),
    }),
  );
  return { sheets };
}

async function readTables(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions): Promise<WorkbookTables> {
  checkSignature(bytes);
  const archive = new Archive(bytes, LIMITS);
  if (isOpenDocument(archive)) return readOpenDocument(archive, options);
  const workbook = await readWorkbook(archive, await findWorkbook(archive));
  if (workbook.sheets.length > MOST_SHEETS) throw new XlsxProblem('large');
  const stringsXml = workbook.strings && (await textOf(archive, workbook.strings));
  const stylesXml = workbook.styles && (await textOf(archive, workbook.styles));
  const around = {
    strings: stringsXml ? readStrings(stringsXml) : [],
    ...(stylesXml ? readStyles(stylesXml) : { forms: [], codes: [], quoted: new Set<number>() }),
    from1904: workbook.from1904,
    formulas: options.formulas ?? false,
    entries: options.entries ?? false,
    allowance: new Allowance(),
  };
  const sheets: SheetTable[] = [];
  let carries: true | undefined;
  for (const { name, path, hidden } of workbook.sheets) {
    const xml = await textOf(archive, path);
    if (xml === undefined) throw new XlsxProblem('damaged', path);
    const rows = readRows(xml, around);
    if (rows[1]?.[0] === CARRIED) carries = true;
    else sheets.push({ name, rows, ...(hidden ? { hidden } : {}) });
  }
  return { sheets, ...(carries ? { carries } : {}) };
}
