/** What a reader does not see, and what spreadsheets skip: spaces, line breaks, controls, signs without a width. */
const UNSEEN = '[\\s\\p{Cc}\\p{Cf}\\u3164\\uFFA0]*';

/** What a spreadsheet takes for the beginning of a formula, and all that becomes one of these where texts are normalised. */
const SIGNS = '=+\\-@＝＋－＠﹦﹢﹣﹫⁺⁼⁻₊₌₋⩵⩶\\uFB29\\u2212';
/** Begins, once what is unseen is skipped, with one of them; or with a tab, a line break, NUL. */
const RUNS = new RegExp(`^(?:${UNSEEN}[${SIGNS}]|[\\t\\r\\n\\0])`, 'u');
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?%?$/i;

/** Whether a text needs its mark: a spreadsheet would run it, or it looks as if it had been marked already. */
const needsMark = (text: string): boolean =>
  text.startsWith("'") ? needsMark(text.replace(/^'+/, '')) : RUNS.test(text) && !NUMBER.test(text);

/**
 * A cell that no spreadsheet runs: an apostrophe stands before what it would take for a formula. Numbers are left alone.
 * `unescape` takes just that away again.
 */
export const escapeCell = (text: string): string => (needsMark(text) ? `'${text}` : text);

/** The cell as it was before it was escaped; others as they are. */
export const unescapeCell = (cell: string): string =>
  cell.startsWith("'") && needsMark(cell.slice(1)) ? cell.slice(1) : cell;

/** A cell of a workbook's sheet without the apostrophe by which a text is told from a number or a formula. */
export const unmarked = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A record of at least two cells as RFC 4180 has it, its cells escaped. */
export const writeRecord = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(escapeCell(cell))).join(',')}\r\n`;

/** A file begins with it, so that Excel reads it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
