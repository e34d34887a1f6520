import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeZip } from '../../src/io/xlsx/zip.ts';
import { type Content, isFormula } from '../../src/model/content.ts';
import { FIRST_ROW, PERIODS, readSheet } from './sheet.ts';
import type { Value } from './value.ts';
import { fileFormula } from './words.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relations = (type: string, target: string): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
  'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Base" sheetId="1" r:id="rId1"/></sheets></workbook>`,
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);

function cell(address: string, content: Content | undefined): string {
  if (content === undefined || content === 'model') return '';
  if (typeof content === 'number') return `<c r="${address}"><v>${content}</v></c>`;
  if (isFormula(content)) return `<c r="${address}"><f>${escaped(fileFormula(content.formula))}</f></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(content.text)}</t></is></c>`;
}

/**
 * As a matrix formula of one cell: Excel 365 takes every formula for one, LibreOffice only where it is told to. Entered
 * plainly 43 formulas of the list give another value, all of them for what an implicit intersection makes of a range
 * that does not cross their column: array arithmetic, and functions of one value over a range.
 */
const matrix = (address: string, formula: string): string =>
  `<c r="${address}"><f t="array" ref="${address}">${escaped(formula)}</f></c>`;

/** A line a formula: it in C, in K whether it is a truth, which LibreOffice tells from 1 and 0 by that alone. */
function sheetXml(formulas: readonly string[]): string {
  const years = Array.from({ length: PERIODS.last - PERIODS.first + 1 }, (_, i) => PERIODS.first + i);
  const data = [{ cells: [undefined, ...years] }, ...readSheet()].map(({ cells }, i) => {
    const row = i + 1;
    return `<row r="${row}">${cells.map((content, c) => cell(`${'CDEFGH'[c]}${row}`, content)).join('')}</row>`;
  });
  const asked = formulas.map((formula, i) => {
    const row = FIRST_ROW + i;
    const text = fileFormula(formula);
    const cells = [matrix(`C${row}`, text), matrix(`K${row}`, `ISLOGICAL(${text})`), cell(`L${row}`, i)];
    return `<row r="${row}">${cells.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data.join('')}${asked.join('')}</sheetData></worksheet>`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
    name ? (ENTITIES[name] ?? '') : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );

function readValue(cellXml: string): Value {
  const attribute = (name: string) => unescaped(new RegExp(` ${name}="([^"]*)"`).exec(cellXml)?.[1] ?? '');
  const shown = unescaped(/<text:p>(.*?)<\/text:p>/s.exec(cellXml)?.[1]?.replace(/<[^>]*>/g, '') ?? '');
  if (attribute('calcext:value-type') === 'error') return { type: 'error', value: shown };
  if (attribute('office:value-type') === 'string') return { type: 'text', value: attribute('office:string-value') };
  if (attribute('office:value-type') === 'boolean')
    return { type: 'truth', value: attribute('office:boolean-value').toUpperCase() };
  const number = attribute('office:value');
  return number === '' ? { type: 'text', value: '' } : { type: 'number', value: number };
}

/** The values of the formulas in a flat file of LibreOffice, by the number that stands beside each. */
function valuesIn(fods: string): Map<number, Value> {
  const found = new Map<number, Value>();
  for (const [row] of fods.matchAll(/<table:table-row.*?<\/table:table-row>/gs)) {
    const cells = row.match(/<table:table-cell [^>]*?(?:\/>|>.*?<\/table:table-cell>)/gs) ?? [];
    const [asked, truth] = cells.filter((text) => text.includes('number-matrix')).map(readValue);
    const number = / office:value="(\d+)"/.exec(cells.at(-1) ?? '')?.[1];
    if (!asked || !truth || number === undefined) continue;
    const isTruth = asked.type === 'number' && /^[01]$/.test(asked.value) && truth.value === '1';
    found.set(Number(number), isTruth ? { type: 'truth', value: asked.value === '0' ? 'FALSE' : 'TRUE' } : asked);
  }
  return found;
}

const run = (...args: string[]): string =>
  execFileSync('soffice', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'en_US.UTF-8' } });

/** What LibreOffice says of itself. */
export const version = (): string => run('--version').trim();

/** What LibreOffice computes for each formula, from a file of Excel, which it reads by Excel's rules. */
async function calculated(formulas: readonly string[]): Promise<Value[]> {
  const folder = mkdtempSync(join(tmpdir(), 'differential-'));
  try {
    const parts = { ...PARTS, 'xl/worksheets/sheet1.xml': sheetXml(formulas) };
    const entries = Object.entries(parts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
    const file = join(folder, 'asked.xlsx');
    writeFileSync(file, await writeZip(entries));
    const profile = pathToFileURL(join(folder, 'profile')).href;
    run(`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'fods', '--outdir', folder, file);
    const values = valuesIn(readFileSync(join(folder, 'asked.fods'), 'utf8'));
    const missing = formulas.find((_, i) => !values.has(i));
    if (missing !== undefined) throw new Error(`LibreOffice gives no value for ${missing}`);
    return formulas.flatMap((_, i) => values.get(i) ?? []);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file of LibreOffice has 20 decimals, which are few digits of a small number: it is asked for 15 of them. */
const SMALL = /^-?0\.000/;
const digitsOf = (formula: string): string => `=TEXT(${formula.slice(1)},"0.00000000000000E+000")`;

/** The values of the formulas, with 15 digits. */
export async function valuesOf(formulas: readonly string[]): Promise<Value[]> {
  const values = await calculated(formulas);
  const small = formulas.filter((_, i) => SMALL.test(values[i]?.value ?? '') && values[i]?.type === 'number');
  const digits = new Map((await calculated(small.map(digitsOf))).map(({ value }, i) => [small[i], Number(value)]));
  return formulas.map((formula, i) => {
    const number = digits.get(formula);
    return number === undefined ? (values[i] as Value) : { type: 'number', value: String(number) };
  });
}
