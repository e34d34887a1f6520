import type { LineBreak } from '../csv.ts';

/** Whether each of the two signs stands only beside the other. */
function arePaired(text: string): boolean {
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') return false;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (text[at - 1] !== '\r') return false;
  return true;
}

/** A quoted cell, or a line break outside of one. */
const breaksOutside = (delimiter: string): RegExp =>
  new RegExp(`(?<![^\\r\\n${delimiter}])"[^"]*(?:""[^"]*)*"|\\r\\n?`, 'g');

/**
 * A text whose records all end with the same line break, as a parser needs it; line breaks within quotes stay. A file in
 * which programs have mixed them (a lone CR among them) is evened out, any other is left as it is.
 */
export function evenBreaks(text: string, delimiter: string): { readonly text: string; readonly newline: LineBreak } {
  if (!text.includes('\r')) return { text, newline: '\n' };
  if (!text.includes('\n')) return { text, newline: '\r' };
  if (arePaired(text)) return { text, newline: '\r\n' };
  const even = text.replace(breaksOutside(delimiter), (found) => (found.startsWith('"') ? found : '\n'));
  return { text: even, newline: '\n' };
}

const BREAK = /\r\n|\n|\r/g;

/** How many line breaks a record holds within its cells. */
export function breaksWithin(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(BREAK)?.length ?? 0;
  return breaks;
}
