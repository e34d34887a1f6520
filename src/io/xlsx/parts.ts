import { BUILT_IN_CODES, type Form, formOf } from './formats.ts';
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

/**
 * The relations of a part by their ids; those that lead out of the file are left out, unless only these are wanted: then
 * their path is what stands there.
 */
export async function relationsOf(archive: Archive, part: string, outside = false): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const xml = await textOf(archive, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations = new Map<string, Relation>();
  if (xml === undefined) return relations;
  readXml(xml, {
    open: (name, get) => {
      if (name !== 'Relationship' || (get('TargetMode') === 'External') !== outside) return;
      const target = get('Target') ?? '';
      if (outside) {
        relations.set(get('Id') ?? '', { type: kindOf(get('Type') ?? ''), path: target });
        return;
      }
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

/** A name that formulas use; `sheet` is the place among the worksheets where it counts only there. */
export interface NamePart {
  readonly name: string;
  readonly sheet?: number;
  readonly formula: string;
}

/** What the workbook says of itself. */
export interface WorkbookPart {
  readonly sheets: readonly SheetPart[];
  readonly names: readonly NamePart[];
  /** Whether formulas that need themselves are computed again and again. */
  readonly iterates: boolean;
  /** Parts that say of which other files the formulas speak, in the order of their numbers. */
  readonly links: readonly string[];
  /** Whether its days are counted from 1904. */
  readonly from1904: boolean;
  readonly styles: string | undefined;
  readonly strings: string | undefined;
}

const isOn = (flag: string | undefined): boolean => /^(1|true|on)$/.test(flag ?? '');

/** @throws XlsxProblem where the part is no workbook */
export async function readWorkbook(archive: Archive, part: string): Promise<WorkbookPart> {
  const xml = await textOf(archive, part);
  if (xml === undefined) throw new XlsxProblem('damaged', part);
  const relations = await relationsOf(archive, part);
  const sheets: SheetPart[] = [];
  /** For each sheet of any kind its place among the worksheets. */
  const places: (number | undefined)[] = [];
  const names: NamePart[] = [];
  const links: string[] = [];
  let from1904 = false;
  let iterates = false;
  let named: { readonly name: string; readonly local: string | undefined; formula: string } | undefined;
  readXml(xml, {
    open: (name, get) => {
      if (name === 'workbookPr') from1904 = isOn(get('date1904'));
      else if (name === 'calcPr') iterates = isOn(get('iterate'));
      else if (name === 'externalReference') links.push(relations.get(get('id') ?? '')?.path ?? '');
      else if (name === 'definedName')
        named = { name: unescapeText(get('name') ?? ''), local: get('localSheetId'), formula: '' };
      else if (name === 'sheet') {
        const found = relations.get(get('id') ?? '');
        // Sheets that are a chart or a dialog hold no cells.
        const isTable = found?.type === 'worksheet';
        places.push(isTable ? sheets.length : undefined);
        if (!isTable) return;
        const hidden = (get('state') ?? 'visible') !== 'visible';
        sheets.push({ name: unescapeText(get('name') ?? ''), path: found.path, hidden });
      }
    },
    text: (text) => {
      if (named) named.formula += text;
    },
    close: (name) => {
      if (name !== 'definedName' || !named) return;
      const { local, formula } = named;
      const sheet = local === undefined ? undefined : places[Number(local)];
      // Names of a sheet that holds no cells, and those that Excel keeps for itself.
      if ((local === undefined || sheet !== undefined) && !named.name.startsWith('_xlnm.'))
        names.push({ name: named.name, formula: unescapeText(formula), ...(sheet === undefined ? {} : { sheet }) });
      named = undefined;
    },
  });
  const pathOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.path;
  return {
    sheets,
    names,
    iterates,
    links,
    from1904,
    styles: pathOf('styles'),
    strings: pathOf('sharedStrings'),
  };
}

/** What the styles of cells say of what stands in them, each by the place of the style. */
export interface CellStyles {
  /** What each makes of a number. */
  readonly forms: readonly Form[];
  /** The code of its number format. */
  readonly codes: readonly string[];
  /** Those of texts that were typed with an apostrophe before them. */
  readonly quoted: ReadonlySet<number>;
}

export function readStyles(xml: string): CellStyles {
  const own = new Map<number, string>();
  const forms: Form[] = [];
  const codes: string[] = [];
  const quoted = new Set<number>();
  let inCells = false;
  readXml(xml, {
    open: (name, get) => {
      if (name === 'numFmt') own.set(Number(get('numFmtId')), get('formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(get('numFmtId') ?? 0);
        if (isOn(get('quotePrefix'))) quoted.add(forms.length);
        forms.push(formOf(id, own.get(id)));
        codes.push(own.get(id) ?? BUILT_IN_CODES[id] ?? 'General');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return { forms, codes, quoted };
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
