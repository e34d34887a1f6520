/** What a cell is on the clipboard. `isText`: it must not be read as a number or a formula. */
export interface ClipText {
  readonly text: string;
  readonly isText: boolean;
}

const quoted = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const tsvRow = (row: readonly ClipText[]): string =>
  row.map(({ text, isText }) => quoted(isText ? `'${text}` : text)).join('\t');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

const htmlCell = ({ text, isText }: ClipText): string =>
  `<td${isText ? ` style="mso-number-format:'\\@'"` : ''}>${escaped(text).replaceAll('\n', '<br>')}</td>`;
const htmlRow = (row: readonly ClipText[]): string => `<tr>${row.map(htmlCell).join('')}</tr>`;

/**
 * Rows as spreadsheets put them on the clipboard: as text with tabs, line breaks, and quotes where a cell holds one of
 * these; and as a table for mails and documents, in which Excel is told by its own style which cells are text. A row at a
 * time, in parts that make the whole when they are put together. `table`: whether the table is wanted.
 */
export function* writeRows(
  rows: readonly (readonly ClipText[])[],
  table = true,
): Generator<undefined, { readonly plain: readonly string[]; readonly html: readonly string[] }> {
  const plain: string[] = [];
  const html: string[] = [];
  for (const [i, row] of rows.entries()) {
    plain.push(`${i > 0 ? '\n' : ''}${tsvRow(row)}`);
    if (table) html.push(htmlRow(row));
    yield;
  }
  return { plain, html: table ? ['<table><tbody>', ...html, '</tbody></table>'] : [] };
}

/** The cells of a text from the clipboard, row by row. A last line break ends the last row and begins none. */
export function* tsvRows(text: string): Generator<string[]> {
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n\r]|$)|([^\t\n\r]*))(\t|\r\n|\n|\r|$)/y;
  let row: string[] = [];
  while (cell.lastIndex < text.length || row.length > 0) {
    const match = cell.exec(text);
    if (!match) break;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\t') continue;
    yield row;
    row = [];
  }
}
