import type { FunctionInfo } from '../engine/port.ts';
import type { Slot } from '../model/content.ts';
import { hasPeriods, isScalar, type Line } from '../model/line.ts';
import type { Token } from './scan.ts';

/** Something that a word can be completed to. */
export interface Candidate {
  readonly kind: 'function' | 'name';
  /** The function's name, or the line's id. */
  readonly name: string;
  /** What it is, in the language of the interface. */
  readonly note: string;
}

/** More would not be read. */
const MOST = 60;

/** The word that ends at the caret: where a name is being typed. */
export function wordAt(tokens: readonly Token[], caret: number): Token | undefined {
  return tokens.find(({ kind, end }) => kind === 'name' && end === caret);
}

/** Every line that a cell's formula can name, with its label; one without a period can name no series. */
export const lineCandidates = (lines: readonly Line[], slot: Slot, say: (line: Line) => string): Candidate[] =>
  lines
    .filter((line) => isScalar(line) || (slot !== 'value' && hasPeriods(line)))
    .map((line) => ({ kind: 'name', name: line.id, note: say(line) }));

export const functionCandidates = (
  functions: readonly FunctionInfo[],
  say: (info: FunctionInfo) => string,
): Candidate[] => functions.map((info) => ({ kind: 'function', name: info.name, note: say(info) }));

/**
 * What a word can become, best first: the name itself, names that begin with it, functions that begin with it, names
 * with a part that does, and names whose label holds the word.
 */
export function complete(word: string, names: readonly Candidate[], functions: readonly Candidate[]): Candidate[] {
  const wanted = word.toLowerCase();
  const rank = ({ kind, name, note }: Candidate): number => {
    const own = name.toLowerCase();
    if (own === wanted) return 0;
    if (own.startsWith(wanted)) return kind === 'name' ? 1 : 2;
    if (kind === 'function') return -1;
    if (own.includes(`_${wanted}`)) return 3;
    return note.toLowerCase().includes(wanted) && wanted.length > 1 ? 4 : -1;
  };
  return [...names, ...functions]
    .map((candidate) => ({ candidate, rank: rank(candidate) }))
    .filter((entry) => entry.rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** The draft with a word completed, and the caret behind it; a function's bracket is opened. */
export function accept(
  text: string,
  word: Token,
  { kind, name }: Candidate,
): { readonly text: string; readonly caret: number } {
  const put = kind === 'function' ? `${name}(` : name;
  return { text: text.slice(0, word.start) + put + text.slice(word.end), caret: word.start + put.length };
}
