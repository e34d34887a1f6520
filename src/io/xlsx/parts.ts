import { type Form, formOf } from './formats.ts';
import { XlsxProblem } from './problem.ts';
import type { Archive } from './unzip.ts';
import { readXml, unescapeText } from './xml.ts';

/** A part that another one names: what it is, and where. */
interface Relation {
  readonly type: string;
  readonly path: string;
}

/** The part of a relation's type that says what it is; the rest differs between the editions of the standard. */
const kindOf = (type: string): string => type.slice(type.lastIndexOf('/') + 1);

function decoded(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XlsxProblem('damaged', part);
  }
}

/** The text of a part; undefined where there is none. @throws XlsxProblem */
export async function textOf(archive: Archive, part: string): Promise<string | undefined> {
  const bytes = await archive.read(part);
  return bytes && decoded(bytes, part);
}

/** The relations of a part by their ids; those that lead out of the file are left out. */
export async function relationsOf(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = await textOf(archive, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations = new Map<string, Relation>();
  if (xml === undefined) return relations;
  readXml(xml, {
    open: (name, get) => {
      if (name !== 'Relationship' || get('TargetMode') === 'External') return;
      const target = get('Target') ?? '';
      // Resolved as the address that it is: `../` and a leading `/` included.
      const path = decodeURI(new URL(target, `file:///${folder}`).pathname).slice(1);
      relations.set(get('Id') ?? '', { type: kindOf(get('Type') ?? ''), path });
    },
  });
  return relations;
}

export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/** What the workbook says of itself. */
export interface WorkbookPart {
  readonly sheets: readonly SheetPart[];
  /** Whether its days are counted from 1904. */
  readonly from1904: boolean;
  readonly styles: string | undefined;
  readonly strings: string | undefined;
}

/** @throws XlsxProblem where the part is no workbook */
export async function readWorkbook(archive: Archive, part: string): Promise<WorkbookPart> {
  const xml = await textOf(archive, part);
  if (xml === undefined) throw new XlsxProblem('damaged', part);
  const relations = await relationsOf(archive, part);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  readXml(xml, {
    open: (name, get) => {
      if (name === 'workbookPr') from1904 = /^(1|true|on)$/.test(get('date1904') ?? '');
      const found = name === 'sheet' ? relations.get(get('id') ?? '') : undefined;
      // Sheets that are a chart or a dialog hold no cells.
      if (found?.type !== 'worksheet') return;
      const hidden = (get('state') ?? 'visible') !== 'visible';
      sheets.push({ name: unescapeText(get('name') ?? ''), path: found.path, hidden });
    },
  });
  const pathOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.path;
  return { sheets, from1904, styles: pathOf('styles'), strings: pathOf('sharedStrings') };
}

/** What the styles of cells say of what stands in them, each by the place of the style. */
export interface CellStyles {
  /** What each makes of a number. */
  readonly forms: readonly Form[];
  /** Those of texts that were typed with an apostrophe before them. */
  readonly quoted: ReadonlySet<number>;
}

export function readStyles(xml: string): CellStyles {
  const codes = new Map<number, string>();
  const forms: Form[] = [];
  const quoted = new Set<number>();
  let inCells = false;
  readXml(xml, {
    open: (name, get) => {
      if (name === 'numFmt') codes.set(Number(get('numFmtId')), get('formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(get('numFmtId') ?? 0);
        if (/^(1|true)$/.test(get('quotePrefix') ?? '')) quoted.add(forms.length);
        forms.push(formOf(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return { forms, quoted };
}

/** The texts that cells share. Their runs are put together; how a text is pronounced is no part of it. */
export function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let aside = 0;
  let inText = false;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') aside++;
      else if (name === 't') inText = aside === 0;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') aside--;
      else if (name === 'si') strings.push(unescapeText(text));
    },
  });
  return strings;
}
