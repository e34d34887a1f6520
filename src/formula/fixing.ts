import type { Token } from './scan.ts';

/** `D3`, `$D$3`, `D$3`, `$D3`, and from the start again. */
const NEXT: Readonly<Record<string, readonly [string, string]>> = {
  '': ['$', '$'],
  $$: ['', '$'],
  '-$': ['$', ''],
  '$-': ['', ''],
};
const CELL = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})/g;

function fixed(address: string): string {
  const [, column = '', , row = ''] = new RegExp(CELL.source).exec(address) ?? [];
  const key = column === '' && row === '' ? '' : `${column || '-'}${row || '-'}`;
  const [newColumn, newRow] = NEXT[key] ?? ['', ''];
  return address.replace(CELL, (_, _c, letters: string, _r, digits: string) => newColumn + letters + newRow + digits);
}

/**
 * The draft with the next way of fixing the reference at the caret, as F4 does, and the caret behind it; both ends of
 * a range follow its first. Undefined where no reference is at the caret.
 */
export function cycleFixing(
  text: string,
  tokens: readonly Token[],
  caret: number,
): { readonly text: string; readonly caret: number } | undefined {
  const token = tokens.find(({ kind, start, end }) => kind === 'reference' && start <= caret && caret <= end);
  if (!token) return undefined;
  const source = text.slice(token.start, token.end);
  const sheet = source.slice(0, source.lastIndexOf('!') + 1);
  const reference = sheet + fixed(source.slice(sheet.length));
  return {
    text: text.slice(0, token.start) + reference + text.slice(token.end),
    caret: token.start + reference.length,
  };
}
