import type { Layout } from '../../engine/layout.ts';
import { goesByName, quoteSheet } from '../../engine/sheets.ts';
import { type BookCells, readArea, type SheetCells } from '../../io/xlsx/cells.ts';
import { a1, columnName } from '../../model/address.ts';
import { isScalar } from '../../model/line.ts';
import { steadyNumber } from '../digest.ts';
import { type Token, tokensRead } from '../tokens.ts';

/** The place of a sheet by its name as formulas write it, with quotes or without and whatever its case. */
export function sheetAt(written: string, sheets: readonly Pick<SheetCells, 'name'>[]): number | undefined {
  const name = written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
  const place = sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  return place < 0 ? undefined : place;
}

const ADDRESS = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const PREFIX = /^_xl(?:fn|ws|pm|udf)\.(?:_xlws\.)?/i;
/** The name of a function without what files put before those of later years. */
const bareName = (name: string): string => name.replace(PREFIX, '');

/** Where the cells of a file belong: rows and columns of the layout, from 1 and from 0. */
export interface Placing {
  /** The sheet of the layout that a sheet of the file is. */
  readonly sheet: (sheet: number) => number | undefined;
  readonly row: (sheet: number, row: number) => number | undefined;
  readonly column: (sheet: number, column: number) => number | undefined;
}

/** How deep names may stand for names. */
const MOST_NAMES = 8;

/**
 * Formulas of a file as they read in the layout: rows and columns may have been put in and taken out, sheets be called
 * otherwise. Names become what they stand for.
 */
export class Mover {
  readonly #names = new Map<string, string>();

  constructor(
    readonly book: BookCells,
    readonly layout: Layout,
    readonly placing: Placing,
  ) {
    for (const { name, sheet, formula } of book.names) this.#names.set(`${sheet ?? ''} ${name.toLowerCase()}`, formula);
  }

  /** A formula of a sheet of the file, without `=`; undefined where it refers to what has no place in the layout. */
  moved(formula: string, sheet: number, depth = 0): string | undefined {
    const tokens = tokensRead(formula);
    if (!tokens) return undefined;
    let text = '';
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      if (token.kind === 'call') text += `${bareName(token.text)}`;
      else if (token.kind !== 'sheet' && token.kind !== 'operand') text += token.text;
      else {
        const read = this.#reference(tokens, i, sheet, depth);
        if (!read) return undefined;
        text += read.text;
        i += read.tokens - 1;
      }
    }
    return text;
  }

  /** A cell, a range, a name; with how many tokens it is written. */
  #reference(
    tokens: readonly Token[],
    from: number,
    own: number,
    depth: number,
  ): { readonly text: string; readonly tokens: number } | undefined {
    const [first, second] = [tokens[from], tokens[from + 1]];
    const named = first?.kind === 'sheet' ? first.text.slice(0, -1) : undefined;
    const sheet = named === undefined ? own : sheetAt(named, this.book.sheets);
    const operand = named === undefined ? first : second;
    if (sheet === undefined || operand?.kind !== 'operand') return undefined;
    const before = named === undefined ? 1 : 2;
    if (!ADDRESS.test(operand.text)) {
      const text = this.#name(operand.text, sheet, named === undefined, depth);
      return text === undefined ? undefined : { text, tokens: before };
    }
    const place = this.placing.sheet(sheet);
    if (place === undefined) return undefined;
    const prefix = sheet === own ? '' : `${quoteSheet(this.layout.sheets[place] ?? '')}!`;
    const colon = tokens[from + before];
    // Some programs name the sheet at both ends.
    const skipped = tokens[from + before + 1]?.kind === 'sheet' ? 1 : 0;
    const end = colon?.text === ':' ? tokens[from + before + 1 + skipped] : undefined;
    if (end?.kind !== 'operand' || !ADDRESS.test(end.text)) {
      const text = this.#cell(operand.text, sheet);
      return text === undefined ? undefined : { text: prefix + text, tokens: before };
    }
    const range = this.#range(operand.text, end.text, sheet);
    return range === undefined ? undefined : { text: prefix + range, tokens: before + 2 + skipped };
  }

  #cell(address: string, sheet: number): string | undefined {
    const [, fixed = '', , fixedRow = ''] = ADDRESS.exec(address) ?? [];
    const area = readArea(address.toUpperCase());
    const row = area && this.placing.row(sheet, area.row);
    const column = area && this.placing.column(sheet, area.column);
    return row === undefined || column === undefined ? undefined : `${fixed}${columnName(column)}${fixedRow}${row}`;
  }

  /** A range; rows at its ends in which nothing of the model stands add nothing to it. */
  #range(from: string, to: string, sheet: number): string | undefined {
    const [one, other] = [readArea(from.toUpperCase()), readArea(to.toUpperCase())];
    if (!one || !other || one.row > other.row) return undefined;
    const isPlaced = (row: number) => this.placing.row(sheet, row) !== undefined;
    let [top, bottom] = [one.row, other.row];
    while (top < bottom && !isPlaced(top)) top++;
    while (bottom > top && !isPlaced(bottom)) bottom--;
    const withRow = (address: string, row: number) => address.replace(/\d+$/, String(row + 1));
    const [start, end] = [this.#cell(withRow(from, top), sheet), this.#cell(withRow(to, bottom), sheet)];
    return start === undefined || end === undefined ? undefined : `${start}:${end}`;
  }

  /** What a name stands for: in its sheet, else everywhere, else for what it is. */
  #name(name: string, sheet: number, isBare: boolean, depth: number): string | undefined {
    const key = name.toLowerCase();
    const formula = this.#names.get(`${sheet} ${key}`) ?? this.#names.get(` ${key}`);
    if (formula === undefined) return isBare ? bareName(name) : undefined;
    if (depth >= MOST_NAMES) return undefined;
    const text = this.moved(formula, sheet, depth + 1);
    const isPlain = text !== undefined && /^(?:'[^']*'!|\w+!)?\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/.test(text);
    return text === undefined || isPlain ? text : `(${text})`;
  }
}

/** Where a blank says something: two ranges with one between them are what they share. */
const ends = (token: Token | undefined): boolean => token?.kind === 'operand' || token?.kind === 'close';
const begins = (token: Token | undefined): boolean =>
  token?.kind === 'operand' || token?.kind === 'open' || token?.kind === 'call' || token?.kind === 'sheet';

/**
 * A formula of a sheet of the layout in one form of the many that mean the same: without fixed rows and columns, names of
 * its own sheet, prefixes, blanks; numbers by the digits that every program keeps.
 */
export function canonical(formula: string, layout: Layout, own: number): string {
  const tokens = tokensRead(formula);
  if (!tokens) return formula;
  const parts: string[] = [];
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    switch (token.kind) {
      case 'space':
        if (ends(before) && begins(tokens[i + 1])) parts.push(' ');
        break;
      case 'sheet': {
        const place = sheetAt(
          token.text.slice(0, -1),
          layout.sheets.map((name) => ({ name })),
        );
        if (place !== own && before?.text !== ':') parts.push(`${place ?? token.text}!`);
        break;
      }
      case 'operand':
        parts.push(operandOf(token.text, layout));
        break;
      case 'call':
        parts.push(`${bareName(token.text.slice(0, -1).trimEnd()).toUpperCase()}(`);
        break;
      case 'constant':
        parts.push(
          /^[\d.]/.test(token.text)
            ? String(steadyNumber(Number(token.text)))
            : token.text.replace(/\s+/g, '').toUpperCase(),
        );
        break;
      default:
        parts.push(token.text);
    }
  }
  // Truths are written as functions by some programs.
  return parts.join('').replace(/\b(TRUE|FALSE)\(\)/g, '$1');
}

function operandOf(text: string, layout: Layout): string {
  if (ADDRESS.test(text)) return text.replaceAll('$', '').toUpperCase();
  const name = bareName(text).toLowerCase();
  const index = layout.indexOf(name);
  const line = index === undefined ? undefined : layout.lines[index];
  return line && isScalar(line) && goesByName(line.id) ? a1(2, index as number) : name.toUpperCase();
}
