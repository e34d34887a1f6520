import type { Token } from './scan.ts';

/** The bracket beside the caret, the one before it first, and its partner; undefined where either is missing. */
export function bracketPair(tokens: readonly Token[], caret: number): readonly [Token, Token] | undefined {
  const brackets = tokens.filter(({ kind }) => kind === 'open' || kind === 'close');
  const at = brackets.find(({ end }) => end === caret) ?? brackets.find(({ start }) => start === caret);
  if (!at) return undefined;
  const open: Token[] = [];
  for (const bracket of brackets) {
    if (bracket.kind === 'open') {
      open.push(bracket);
      continue;
    }
    const partner = open.pop();
    if (partner && (partner === at || bracket === at)) return [partner, bracket];
  }
  return undefined;
}
