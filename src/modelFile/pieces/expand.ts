import { MAX_CELL_LENGTH } from '../../model/content.ts';
import type { Periods } from '../../model/periods.ts';
import { brief, type Fault } from '../problems.ts';
import { PIECES } from './index.ts';
import { clock, type Piece } from './piece.ts';

/** A stretch of a formula: as it is written from an offset on, or made at that offset by a piece. */
interface Stretch {
  readonly text: string;
  readonly at: number;
  readonly made?: boolean;
}

/** A formula without pieces, and where each of its letters comes from in the one that is written. */
export interface Expanded {
  readonly formula: string;
  readonly writtenAt: (offset: number) => number;
}

/** What the axis says of a period. */
const isClock = (name: string): name is 'now' | 'step' | 'since' => /^(now|step|since)$/.test(name);

/** Calls within calls. */
const DEEPEST = 20;

/** Letters that pieces may make in all formulas of a file. */
export const MOST_MADE = 4_000_000;

/** A name in a formula or a text that stands for what is given; behind `@..` a line up to here. */
export const NAME = /<([a-z][a-z0-9_]*)(@\.\.|\?)?>/g;

const textOf = (stretches: readonly Stretch[]): string => stretches.map(({ text }) => text).join('');

/** Where a text in quotes or braces ends that begins at an offset; undefined where none begins, the end where it is open. */
function endOfQuoted(text: string, at: number): number | undefined {
  const closing = text[at] === '"' ? '"' : text[at] === '{' ? '}' : undefined;
  if (closing === undefined) return undefined;
  const end = text.indexOf(closing, at + 1);
  return end < 0 ? text.length : end + 1;
}

/** Whether a text is one term, to which any sign can stand beside: a reference, a number, a call, or in parentheses. */
function isTerm(text: string): boolean {
  if (/^(\{[^{}]*\}|\d+(\.\d+)?|"[^"]*"|<\w+>|[A-Za-z_][\w.]*)$/.test(text)) return true;
  const open = /^[A-Za-z_.\d]*\(/.exec(text);
  if (!open) return false;
  let depth = 0;
  for (let i = open[0].length - 1; i < text.length; i++) {
    const end = endOfQuoted(text, i);
    if (end !== undefined) {
      i = end - 1;
      continue;
    }
    depth += text[i] === '(' ? 1 : text[i] === ')' ? -1 : 0;
    if (depth === 0) return i === text.length - 1;
  }
  return false;
}

/** In parentheses where what stands before or behind could take a part of it. */
function fitted(stretches: readonly Stretch[], before: string, after: string, at: number): readonly Stretch[] {
  const stands = /^$|[(,]/.test(before) && /^$|[),]/.test(after);
  if (stands || isTerm(textOf(stretches))) return stretches;
  return [{ text: '(', at, made: true }, ...stretches, { text: ')', at, made: true }];
}

/** The sign beside which something stands, spaces aside; none for the sign of the whole formula. */
function signBefore(text: string, at: number): string {
  let i = at - 1;
  while (text[i] === ' ') i--;
  return i === 0 && text[0] === '=' ? '' : (text[i] ?? '');
}
function signAfter(text: string, at: number): string {
  let i = at;
  while (text[i] === ' ') i++;
  return text[i] ?? '';
}

const trimmed = (text: string, from: number, to: number): readonly [number, number] => {
  const inner = text.slice(from, to);
  const start = from + inner.length - inner.trimStart().length;
  return [start, Math.max(start, from + inner.trimEnd().length)];
};

/** Functions by which a formula gives names of its own, which it may call. */
export const GIVES_NAMES = /\b(LET|LAMBDA)\s*\(/i;

/** A call of a piece: where it stands, and what stands between its commas. */
interface Call {
  readonly written: string;
  readonly at: number;
  readonly spans: readonly (readonly [number, number])[];
  readonly depth: number;
}

type Tell = (fault: Fault, offset: number) => void;

/** Turns the calls of pieces in formulas into plain formulas. */
export class Pieces {
  readonly #own = new Map<string, Piece>();
  readonly #clock: ReturnType<typeof clock>;
  #made = 0;

  constructor(readonly periods: Periods) {
    this.#clock = clock(periods);
  }

  /** Takes a piece of the file's own, whose formula calls only what was taken before. */
  define(name: string, piece: Piece): void {
    this.#own.set(name, piece);
  }

  isNamed = (name: string): boolean => this.#own.has(name) || Object.hasOwn(PIECES, name);

  /** A formula without pieces; undefined where something is wrong with a call, which is told with its offset. */
  expand(written: string, tell: Tell): Expanded | undefined {
    if (!/[a-z]\w*\(/.test(written)) return { formula: written, writtenAt: (offset) => offset };
    const stretches = this.#stretch(written, [0, written.length], tell, 0);
    if (!stretches) return undefined;
    const starts: number[] = [];
    let length = 0;
    for (const { text } of stretches) {
      starts.push(length);
      length += text.length;
    }
    const writtenAt = (offset: number): number => {
      const i = starts.findLastIndex((start) => start <= offset);
      const found = stretches[i];
      return found ? found.at + (found.made ? 0 : offset - (starts[i] ?? 0)) : offset;
    };
    return { formula: textOf(stretches), writtenAt };
  }

  #stretch(
    written: string,
    [from, to]: readonly [number, number],
    tell: Tell,
    depth: number,
  ): readonly Stretch[] | undefined {
    const found: Stretch[] = [];
    let plain = from;
    const call = /([A-Za-z_][\w.]*)\(/y;
    for (let i = from; i < to; i++) {
      const end = endOfQuoted(written, i);
      if (end !== undefined) {
        i = end - 1;
        continue;
      }
      call.lastIndex = i;
      const [, name = ''] = call.exec(written) ?? [];
      if (name === '') {
        // The rest of a word is no call.
        while (/[\w.]/.test(written[i] ?? '') && /[\w.]/.test(written[i + 1] ?? '')) i++;
        continue;
      }
      const open = i + name.length;
      if (name !== name.toLowerCase() || (!this.isNamed(name) && GIVES_NAMES.test(written))) {
        i = open;
        continue;
      }
      const parts = argumentsAt(written, open, to);
      if (!parts) {
        tell({ kind: 'pieceOpen', id: brief(name) }, i);
        return undefined;
      }
      if (depth >= DEEPEST) {
        tell({ kind: 'pieceDeep', most: DEEPEST }, i);
        return undefined;
      }
      const made = this.#called(name, { written, at: i, spans: parts.spans, depth: depth + 1 }, tell);
      if (!made) return undefined;
      if (i > plain) found.push({ text: written.slice(plain, i), at: plain });
      found.push(...fitted(made, signBefore(written, i), signAfter(written, parts.end), i));
      plain = parts.end;
      i = parts.end - 1;
    }
    if (to > plain) found.push({ text: written.slice(plain, to), at: plain });
    return found;
  }

  /** What a piece makes of what it is called with. */
  #called(name: string, { written, at, spans, depth }: Call, tell: Tell): readonly Stretch[] | undefined {
    const own = this.#own.get(name);
    const builtIn = Object.hasOwn(PIECES, name) ? PIECES[name] : undefined;
    if (!own && !builtIn) {
      tell({ kind: 'noPiece', id: brief(name) }, at);
      return undefined;
    }
    if (this.#made > MOST_MADE) {
      tell({ kind: 'pieceLong', most: MOST_MADE }, at);
      return undefined;
    }
    const isEmpty = spans.some(([start, end]) => start === end);
    const count = spans.length;
    const piece = own ? (own.takes.length === count ? own : undefined) : builtIn?.of(count, this.periods);
    if (!piece || isEmpty) {
      tell({ kind: 'pieceTakes', id: name, takes: own ? own.takes.join(', ') : (builtIn?.called ?? '') }, at);
      return undefined;
    }
    const given = new Map<string, readonly Stretch[]>();
    for (const [i, span] of spans.entries()) {
      const inner = this.#stretch(written, span, tell, depth);
      if (!inner) return undefined;
      given.set(piece.takes[i] ?? '', inner);
    }
    const made = this.#filled(piece.formula, given, at, tell);
    if (!made) return undefined;
    const length = made.reduce((sum, { text }) => sum + text.length, 0);
    this.#made += length;
    if (length > MAX_CELL_LENGTH || this.#made > MOST_MADE) {
      tell({ kind: 'pieceLong', most: length > MAX_CELL_LENGTH ? MAX_CELL_LENGTH : MOST_MADE }, at);
      return undefined;
    }
    return made;
  }

  #filled(
    formula: string,
    given: ReadonlyMap<string, readonly Stretch[]>,
    at: number,
    tell: Tell,
  ): readonly Stretch[] | undefined {
    const found: Stretch[] = [];
    let plain = 0;
    let length = 0;
    for (const match of formula.matchAll(NAME)) {
      const [whole, name = '', upTo] = match;
      const clocked = isClock(name) ? [{ text: this.#clock[name], at, made: true }] : undefined;
      let value = given.get(name) ?? clocked;
      if (!value) continue;
      if (upTo === '@..') {
        const [, line] = /^\{([a-z][a-z0-9_]*)\}$/.exec(textOf(value)) ?? [];
        if (line === undefined) {
          tell({ kind: 'pieceLine', text: brief(textOf(value)) }, value[0]?.at ?? at);
          return undefined;
        }
        value = [{ text: `{${line}@..}`, at: value[0]?.at ?? at, made: true }];
      }
      if (match.index > plain) found.push({ text: formula.slice(plain, match.index), at, made: true });
      const end = match.index + whole.length;
      found.push(...fitted(value, signBefore(formula, match.index), signAfter(formula, end), at));
      plain = end;
      length += value.reduce((sum, { text }) => sum + text.length, 0);
      // What grows with each piece within a piece is stopped before it fills the memory.
      if (length > MAX_CELL_LENGTH) break;
    }
    if (formula.length > plain) found.push({ text: formula.slice(plain), at, made: true });
    return found;
  }
}

/** What stands between the commas of a call, from its parenthesis on, and where it ends; undefined where it is open. */
function argumentsAt(
  text: string,
  open: number,
  to: number,
): { readonly spans: readonly (readonly [number, number])[]; readonly end: number } | undefined {
  const spans: (readonly [number, number])[] = [];
  let start = open + 1;
  let depth = 0;
  for (let i = open; i < to; i++) {
    const end = endOfQuoted(text, i);
    if (end !== undefined) {
      i = end - 1;
      continue;
    }
    depth += text[i] === '(' ? 1 : text[i] === ')' ? -1 : 0;
    if (depth === 0 || (depth === 1 && text[i] === ',')) {
      spans.push(trimmed(text, start, i));
      start = i + 1;
    }
    if (depth === 0) return { spans, end: i + 1 };
  }
  return undefined;
}
