import { columnName } from '../../model/address.ts';
import type { BookCell, BookSheet, DataTableArea } from './book.ts';
import type { Styles } from './styles.ts';
import { attribute, content } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A worksheet's part, and the addresses to which its links lead, in the order of their ids. */
export interface SheetXml {
  readonly xml: string;
  readonly links: readonly string[];
}

/** A data table stands in its first cell: of two inputs the first is that of the row of heads, of one that of the column. */
const tableXml = ({ ref, inputs: [one, other] }: DataTableArea): string =>
  other === undefined
    ? `<f t="dataTable" ref="${ref}" dt2D="0" dtr="0" r1="${one}"/>`
    : `<f t="dataTable" ref="${ref}" dt2D="1" dtr="1" r1="${one}" r2="${other}"/>`;

/** The type of a cell and what stands in it. A text that no formula gave stands in the cell itself. */
function valueXml({ value, formula, isArray, table }: BookCell, address: string): { type: string; inner: string } {
  const kind = isArray ? ` t="array" ref="${address}"` : '';
  const f = table ? tableXml(table) : formula === undefined ? '' : `<f${kind}>${content(formula)}</f>`;
  if (value === undefined) return { type: '', inner: f };
  if (typeof value === 'number') return { type: '', inner: `${f}<v>${value}</v>` };
  if (typeof value === 'boolean') return { type: ' t="b"', inner: `${f}<v>${value ? 1 : 0}</v>` };
  if (typeof value === 'object') return { type: ' t="e"', inner: `${f}<v>${value.error}</v>` };
  if (formula !== undefined) return { type: ' t="str"', inner: `${f}<v>${content(value)}</v>` };
  return { type: ' t="inlineStr"', inner: `<is><t xml:space="preserve">${content(value)}</t></is>` };
}

function cellXml(cell: BookCell, address: string, styles: Styles): string {
  const { type, inner } = valueXml(cell, address);
  const start = `<c r="${address}" s="${styles.of(cell.look)}"${type}`;
  return inner === '' ? `${start}/>` : `${start}>${inner}</c>`;
}

function viewXml({ frozen: { rows, columns } }: BookSheet, first: boolean): string {
  const corner = `${columnName(columns)}${rows + 1}`;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const frozen = split
    ? `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
    : '';
  return `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${frozen}</sheetView></sheetViews>`;
}

/** A worksheet; `first`: the one with which the workbook opens. */
export function sheetXml(sheet: BookSheet, styles: Styles, first: boolean): SheetXml {
  const links: string[] = [];
  const places: string[] = [];
  const widest = sheet.rows.reduce((most, row) => Math.max(most, row.length), 1);
  const columns = Array.from({ length: widest }, (_, i) => columnName(i));
  const rows = sheet.rows.map((row, r) => {
    const cells = row.map((cell, c) => {
      if (!cell) return '';
      const address = `${columns[c]}${r + 1}`;
      if (cell.link) places.push(`<hyperlink ref="${address}" r:id="rId${links.push(cell.link)}"/>`);
      return cellXml(cell, address, styles);
    });
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
  const widths = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width + 0.7109375}" customWidth="1"/>`,
  );
  const xml = [
    `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewXml(sheet, first),
    '<sheetFormatPr defaultRowHeight="15"/>',
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '',
    `<sheetData>${rows.join('')}</sheetData>`,
    places.length > 0 ? `<hyperlinks>${places.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;L${attribute(sheet.name.replaceAll('&', '&&'))}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
    '</worksheet>',
  ].join('');
  return { xml, links };
}
