import { brief, type FileProblem } from './problems.ts';

/** Slips of the hand that a parser of YAML tells at the wrong place, or not at all: they are looked for where one fails. */

const placed = (source: string, at: number): { line: number; column: number } => {
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

const QUOTED = /"(?:[^"\\]|\\[\s\S])*"|\/\/|\/\*/g;

/** Where a text of JSON has a comment as programs write them: outside of quotes. */
export function jsonComment(source: string): number | undefined {
  for (const { 0: found, index } of source.matchAll(QUOTED)) if (found[0] === '/') return index;
  return undefined;
}

export const commentAt = (source: string, at: number): FileProblem => ({
  kind: 'yaml',
  fault: 'comment',
  text: brief(source.slice(at, at + 80).split('\n')[0] ?? ''),
  ...placed(source, at),
});

/** A sign of full width where one of YAML belongs: behind a key, between keys, around a map, around a text. */
const WIDE_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:- +)?["']?[\w-]+["']?\s*(\uFF1A)/, ':'],
  [/[{,\uFF0C\uFF5B]\s*["']?[a-z][\w-]*["']?\s*(\uFF1A)/, ':'],
  [/[{,][^"']*(\uFF0C)\s*["']?[a-z][\w-]*["']?\s*[:\uFF1A]/, ','],
  [/:\s+(\uFF5B)/, '{'],
  [/:\s+(\uFF3B)/, '['],
  [/:\s+([\u201C\u201D\u300C])(?=.*\{)/, '"'],
  [/^\s*(\uFF0D)\s/, '-'],
  [/^[^"']*\s(\uFF03)\s/, '#'],
];

function wideIn(line: string): { readonly at: number; readonly text: string; readonly other: string } | undefined {
  for (const [sign, other] of WIDE_SIGNS) {
    const found = sign.exec(line);
    const [whole = '', text = ''] = found ?? [];
    if (found) return { at: found.index + whole.lastIndexOf(text), text, other };
  }
  return undefined;
}

/**
 * What was found wrong, with signs of full width told in place of what the parser made of their lines. A file that is none
 * is looked at as a whole.
 */
export function withWideSigns(text: string, problems: readonly FileProblem[]): readonly FileProblem[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .slice(0, 1_000_000)
    .split(/\r\n|\n|\r/);
  const isForeign = problems.some(({ kind }) => kind === 'foreign');
  const found = new Map<number, FileProblem>();
  for (const line of isForeign ? lines.slice(0, 20).keys() : problems.map((problem) => problem.line - 1)) {
    const wide = wideIn(lines[line] ?? '');
    if (wide)
      found.set(line + 1, { kind: 'wide', text: wide.text, other: wide.other, line: line + 1, column: wide.at + 1 });
  }
  if (found.size === 0) return problems;
  if (isForeign && !/^\s*["']?foresheet/.test(lines[0] ?? '')) return problems;
  const rest = problems.filter(({ line, kind }) => !found.has(line) && kind !== 'foreign');
  return [...found.values(), ...rest].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, 20);
}
