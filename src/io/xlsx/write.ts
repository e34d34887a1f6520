import { columnName } from '../../model/address.ts';
import type { Book, BookSheet } from './book.ts';
import { RELATIONS, sheetXml } from './sheet.ts';
import { Styles } from './styles.ts';
import { attribute, content } from './xml.ts';
import { writeZip } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument';

const relation = (id: number, type: string, target: string, outside = false): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${attribute(target)}"${outside ? ' TargetMode="External"' : ''}/>`;
const relations = (list: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) => `<Override PartName="/${path}" ContentType="${type}"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', `${DOCUMENT}.spreadsheetml.sheet.main+xml`),
    part('xl/styles.xml', `${DOCUMENT}.spreadsheetml.styles+xml`),
    ...Array.from({ length: sheets }, (_, i) =>
      part(`xl/worksheets/sheet${i + 1}.xml`, `${DOCUMENT}.spreadsheetml.worksheet+xml`),
    ),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    part('docProps/app.xml', `${DOCUMENT}.extended-properties+xml`),
    '</Types>',
  ].join('');
}

/** What is printed of a sheet, and the rows that come again on each page, as Excel keeps them: by names of its own. */
function printNames({ name, printed, rows, frozen }: BookSheet): BookSheet['names'] {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const area = printed ? [`${sheet}!$A$1:$${columnName(printed - 1)}$${Math.max(1, rows.length)}`] : [];
  const titles = frozen.rows > 0 ? [`${sheet}!$${frozen.rows}:$${frozen.rows}`] : [];
  return [
    ...area.map((refersTo) => ({ name: '_xlnm.Print_Area', refersTo })),
    ...titles.map((refersTo) => ({ name: '_xlnm.Print_Titles', refersTo })),
  ];
}

/** Names in the order in which Excel wants them; each is told its sheet by the place of that. */
function definedNames(sheets: readonly BookSheet[]): string {
  const names = sheets.flatMap((sheet, i) => [...printNames(sheet), ...sheet.names].map((one) => ({ ...one, i })));
  if (names.length === 0) return '';
  names.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.i - b.i));
  const xml = names.map(
    ({ name, refersTo, i }) =>
      `<definedName name="${attribute(name)}" localSheetId="${i}">${content(refersTo)}</definedName>`,
  );
  return `<definedNames>${xml.join('')}</definedNames>`;
}

/** @param seen how many of the sheets are seen; the others stand behind them */
function workbookXml(sheets: readonly BookSheet[], seen: number): string {
  const list = sheets.map(
    ({ name }, i) =>
      `<sheet name="${attribute(name)}" sheetId="${i + 1}"${i < seen ? '' : ' state="veryHidden"'} r:id="rId${i + 1}"/>`,
  );
  // Excel computes anew when it opens the file: what it shows is what the formulas give.
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000"/></bookViews><sheets>${list.join('')}</sheets>${definedNames(sheets)}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`;
}

const coreXml = ({ title, about }: Book): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${content(title)}</dc:title><dc:description>${content(about)}</dc:description></cp:coreProperties>`;
const APP = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Foresheet</Application></Properties>`;

/** A workbook as the bytes of an .xlsx file. Belongs into a worker: large ones take a second. */
export async function writeXlsx(book: Book): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = [...book.sheets, ...(book.hidden ?? [])];
  const styles = new Styles();
  const written = sheets.map((sheet, i) => sheetXml(sheet, styles, i === 0));
  const encoder = new TextEncoder();
  const part = (name: string, xml: string) => ({ name, bytes: encoder.encode(XML + xml) });
  return writeZip([
    part('[Content_Types].xml', contentTypes(sheets.length)),
    part(
      '_rels/.rels',
      relations([
        relation(1, `${RELATIONS}/officeDocument`, 'xl/workbook.xml'),
        relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
        relation(3, `${RELATIONS}/extended-properties`, 'docProps/app.xml'),
      ]),
    ),
    part('docProps/core.xml', coreXml(book)),
    part('docProps/app.xml', APP),
    part('xl/workbook.xml', workbookXml(sheets, book.sheets.length)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, i) => relation(i + 1, `${RELATIONS}/worksheet`, `worksheets/sheet${i + 1}.xml`)),
        relation(sheets.length + 1, `${RELATIONS}/styles`, 'styles.xml'),
      ]),
    ),
    part('xl/styles.xml', styles.xml()),
    ...written.map(({ xml }, i) => part(`xl/worksheets/sheet${i + 1}.xml`, xml)),
    ...written.flatMap(({ links }, i) =>
      links.length === 0
        ? []
        : [
            part(
              `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
              relations(links.map((url, n) => relation(n + 1, `${RELATIONS}/hyperlink`, url, true))),
            ),
          ],
    ),
  ]);
}
