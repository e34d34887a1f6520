/** What a cell is on the clipboard. `isText`: it must not be read as a number or a formula. */
export interface ClipText {
  readonly text: string;
  readonly isText: boolean;
}

const quoted = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as spreadsheets put them on the clipboard: tabs, line breaks, and quotes where a cell holds one of these. */
export const writeTsv = (rows: readonly (readonly ClipText[])[]): string =>
  rows.map((row) => row.map(({ text, isText }) => quoted(isText ? `'${text}` : text)).join('\t')).join('\n');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** The same rows as a table for mails and documents; Excel is told by its own style which cells are text. */
export function writeHtmlTable(rows: readonly (readonly ClipText[])[]): string {
  const cell = ({ text, isText }: ClipText) =>
    `<td${isText ? ` style="mso-number-format:'\\@'"` : ''}>${escaped(text).replaceAll('\n', '<br>')}</td>`;
  return `<table><tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table>`;
}

/** The cells of a text from the clipboard. A last line break ends the last row and begins none. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n\r]|$)|([^\t\n\r]*))(\t|\r\n|\n|\r|$)/y;
  let row: string[] = [];
  while (cell.lastIndex < text.length || row.length > 0) {
    const match = cell.exec(text);
    if (!match) break;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\t') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
