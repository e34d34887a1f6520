import { scan, type TokenKind } from './scan.ts';

const BEFORE: ReadonlySet<TokenKind | undefined> = new Set(['operator', 'open', 'separator']);
const AFTER: ReadonlySet<TokenKind | undefined> = new Set(['operator', 'close', 'separator', undefined]);

/**
 * Whether a reference can be put in place of the stretch from `start` to `end` of a draft: behind an operator, an open
 * bracket or a separator, and before no other operand.
 */
export function pointable(text: string, start: number, end = start): boolean {
  if (!/^[=＝]/.test(text) || start === 0) return false;
  const tokens = scan(text).filter(({ kind }) => kind !== 'space');
  const inside = (at: number) => tokens.some((token) => token.start < at && at < token.end);
  if (inside(start) || inside(end)) return false;
  const before = tokens.findLast((token) => token.end <= start);
  const after = tokens.find((token) => token.start >= end);
  return BEFORE.has(before?.kind) && AFTER.has(after?.kind);
}
