import { type Area, areaOf, around, type Corner, cornerOf, shared, written } from './areas.ts';
import { tokenize } from './lexer.ts';
import { markNames } from './names.ts';

/**
 * What the engine's parser or its graph of dependencies does not take, laid out as what they do, once a formula stands in
 * A1. Each of them needs to be known before it is computed, since a cell is computed after those that it names:
 *
 * - `D2:INDEX(D2:H2,3)` is `SPAN(hull,0,0,0,0,D2:H2,3)`: within `hull`, which holds both, the block from the first cell to the one found;
 * - `OFFSET(D2,0,0,1,C14)`, where it is computed how far, is `REACH(hull,0,0,1,1,0,0,1,C14)`: of what it may reach, `hull`, at
 *   least rows or columns are plain;
 * - `XLOOKUP(2023,D1:H1,D2:H2):H2` is the same with `INDEX(D2:H2,XMATCH(2023,D1:H1))`;
 * - `INDIRECT("D2")` is `D2`; one whose text is computed may reach anything, and stays an error of its cell;
 * - a range to be summed of another size than the tested one, `SUMIF(D2:F2,">0",D3)`, has its size;
 * - several ranges in brackets, `SUM((D2:E2,G2:H2))`, are as many arguments of a function that takes any number of them;
 * - `LAMBDA(x,x*2)(2)` is `CALL.LAMBDA(LAMBDA(x,x*2),2)`;
 * - letters of names that the engine does not know are marked (`names.ts`);
 * - `5%%` is `(5%)%`, and `D2:H2 E1:E9`, what two ranges share, is `E2`;
 * - a text with a quotation mark in it is put together, `"5"" pipe"` is `("5"&CHAR(34)&" pipe")`.
 */
export function withSpans(formula: string, grid: Grid): string {
  const known = markNames(formula);
  if (!MAY_SPAN.test(known)) return known;
  const tokens = tokenize(known.slice(1))?.map(({ image }) => image);
  return tokens ? `=${new Rewriter(tokens, grid).text}` : known;
}

/** The 0-based last row and column of the sheet. */
export interface Grid {
  /** Where a line stands, by its id; undefined for none. */
  readonly place: (line: string) => string | undefined;
  readonly lastRow: number;
  readonly lastColumn: number;
}

const MAY_SPAN = new RegExp(
  [
    /%\s*%|\)\s*[:(]|:\s*(?:INDEX|XLOOKUP)\s*\(|\b(?:OFFSET|INDIRECT|SUMIF|AVERAGEIF)\s*\(/,
    // Ranges in brackets as one argument.
    /[(,]\s*\([^()"]*,[^()"]*\)/,
    /\{[^}]*(?:true|false)/,
    /\d\s+(?:'[^']*'!|\w+!)?\$?[A-Za-z]{1,3}\$?\d/,
    // A quotation mark within a text, and not a text that is empty.
    /\\|"""|[^"\s(,&=<>;{]""|""[^"\s),&=<>;}+*/^-]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** The arguments of INDEX. */
type Found = readonly [list: string, places: readonly string[]];

/** Where a call finds a cell: INDEX itself, or XLOOKUP in a single line. */
function foundBy(open: string, given: readonly string[]): Found | undefined {
  const [first = '', ...rest] = given;
  if (/^INDEX/i.test(open)) return [first, rest];
  const [keys = '', list = '', , ...how] = rest;
  const area = areaOf(list);
  if (!area || (area.from.row !== area.to.row && area.from.column !== area.to.column)) return undefined;
  return [list, [`XMATCH(${[first, keys, ...how].join(',')})`]];
}

/** Functions to which the ranges of one argument are as many arguments. */
const TAKES_ANY: ReadonlySet<string> = new Set(
  `AND AVERAGE AVERAGEA AVEDEV COUNT COUNTA DEVSQ GCD GEOMEAN HARMEAN KURT LCM MAX MAXA MEDIAN MIN MINA MODE MODE.SNGL OR
  PRODUCT SKEW STDEV STDEV.P STDEV.S STDEVA STDEVP STDEVPA SUM SUMSQ VAR VAR.P VAR.S VARA VARP VARPA XOR`.split(/\s+/),
);
/** Several ranges in brackets. */
const isUnion = (argument: string): boolean => {
  const [, inner] = /^\s*\(([^()"]*,[^()"]*)\)\s*$/.exec(argument) ?? [];
  return inner?.split(',').every((part) => areaOf(part.trim()) !== undefined) ?? false;
};
const unbracketed = (argument: string): string => (isUnion(argument) ? argument.trim().slice(1, -1) : argument);

/** A text of which the engine takes neither quotation marks nor backslashes. */
function quoted(text: string): string {
  const body = text.slice(1, -1);
  if (!/[\\"]/.test(body)) return text;
  const pieces = body.split(/(""|\\)/).filter((piece) => piece !== '');
  return `(${pieces.map((piece) => (piece === '""' ? 'CHAR(34)' : piece === '\\' ? 'CHAR(92)' : `"${piece}"`)).join('&')})`;
}

const isWhole = (text: string | undefined): boolean => text === undefined || /^\s*[-+]?\d*\s*$/.test(text);

/** From the cell that INDEX finds in one list to that in another. */
function between([one, ownPlaces]: Found, [other, places]: Found): string | undefined {
  const [from, area] = [areaOf(one), areaOf(other)];
  const [first = '', second] = ownPlaces;
  if (!from || !area || first.trim() === '') return undefined;
  const hull = around(from, area);
  const isRow = from.from.row === from.to.row && second === undefined;
  const [row, column] = isRow ? ['1', first] : [first, second ?? '1'];
  const start = `${from.from.row - hull.from.row}+(${row})-1,${from.from.column - hull.from.column}+(${column})-1`;
  const list = `${area.from.row - hull.from.row},${area.from.column - hull.from.column}`;
  return `SPAN(${written(hull)},${start},${list},${other},${places.join(',')})`;
}

/** From a cell to the one that INDEX finds in a list. */
function span(from: Area, list: string, places: readonly string[]): string | undefined {
  const area = areaOf(list);
  if (!area) return undefined;
  const hull = around(from, area);
  const within = (corner: Corner) => `${corner.row - hull.from.row},${corner.column - hull.from.column}`;
  return `SPAN(${written(hull)},${within(from.from)},${within(area.from)},${list},${places.join(',')})`;
}

class Rewriter {
  /** 0-based place of the token that is read next. */
  #next = 0;
  /** Braces of array constants that are open. */
  #braces = 0;
  /** The arguments of INDEX, where that was read last. */
  #found: Found | undefined;

  constructor(
    readonly tokens: readonly string[],
    readonly grid: Grid,
  ) {}

  get text(): string {
    let text = '';
    while (this.#next < this.tokens.length) text += this.#piece();
    return text;
  }

  /** An operand with what follows it, or a sign. */
  #piece(): string {
    const token = this.tokens[this.#next++] ?? '';
    if (token.startsWith('"')) return this.#braces === 0 ? quoted(token) : token;
    // A name is known outside of array constants alone.
    if (this.#braces > 0 && /^(?:true|false)$/i.test(token) && this.tokens[this.#next] !== '(') return `${token}()`;
    if (token === '{') this.#braces++;
    if (token === '}') this.#braces--;
    const isOperand = /^\($|\($/.test(token) || !/^(?:\s+|<>|<=|>=|[-+*/^=%&{},;:<>)])$/.test(token);
    if (!isOperand) return token;
    let operand = /\($/.test(token) ? this.#call(token) : token;
    if (/^LAMBDA\($/i.test(token))
      while (this.#skipTo('(')) operand = `CALL.LAMBDA(${[operand, ...this.#arguments()].join(',')})`;
    operand = this.#shared(this.#spanned(operand));
    let percents = 0;
    while (this.#skipTo('%')) percents++;
    if (percents === 0) return operand;
    // The first percent sign binds as it always does.
    for (let i = 1; i < percents; i++) operand = `(${operand}%)`;
    return `${operand}%`;
  }

  /** A range, and `D2:INDEX(…)` or `INDEX(…):D2`: the operand before the colon with what stands behind it. */
  #spanned(operand: string): string {
    const before = this.#next;
    const found = this.#found;
    this.#found = undefined;
    if (!this.#skipTo(':')) return operand;
    while (/^\s+$/.test(this.tokens[this.#next] ?? '')) this.#next++;
    const token = this.tokens[this.#next] ?? '';
    if (token === '#REF!') {
      this.#next++;
      return token;
    }
    const from = areaOf(operand);
    if ((from || found) && /^(?:INDEX|XLOOKUP)\($/i.test(token)) {
      this.#next++;
      const given = this.#arguments();
      const other = foundBy(token, given);
      const block = other && (from ? span(from, ...other) : found && between(found, other));
      return block ?? `${operand}:${token}${given.join(',')})`;
    }
    const to = areaOf(token);
    const whole = !to ? undefined : from ? `${operand}:${token}` : found && span(to, ...found);
    if (whole === undefined) this.#next = before;
    else this.#next++;
    return whole ?? operand;
  }

  /** Two ranges with a blank between them: what they share. */
  #shared(operand: string): string {
    const before = this.#next;
    const [blank = '', from = '', colon = '', to = ''] = this.tokens.slice(before, before + 4);
    const [a, b] = [areaOf(operand), areaOf(colon === ':' ? `${from}:${to}` : from)];
    if (!/^\s+$/.test(blank) || !a || !b) return operand;
    this.#next += colon === ':' ? 4 : 2;
    const both = shared(a, b);
    return both ? written(both) : '#REF!';
  }

  /** Moves behind a sign, over spaces; where it does not come next, stays. @returns whether it came */
  #skipTo(sign: string): boolean {
    let i = this.#next;
    while (/^\s+$/.test(this.tokens[i] ?? '')) i++;
    if (this.tokens[i] !== sign) return false;
    this.#next = i + 1;
    return true;
  }

  /** The arguments up to the bracket that closes them, rewritten. */
  #arguments(): string[] {
    const found = [''];
    while (this.#next < this.tokens.length) {
      const token = this.tokens[this.#next] ?? '';
      if (token === ')') break;
      const piece = this.#piece();
      if (piece === ',' && this.#braces === 0) found.push('');
      else found[found.length - 1] += piece;
    }
    this.#next++;
    return found;
  }

  #call(open: string): string {
    const name = open.slice(0, -1).toUpperCase();
    const given = this.#arguments();
    const same = `${open}${given.join(',')})`;
    if (TAKES_ANY.has(name) && given.some(isUnion)) return `${open}${given.map(unbracketed).join(',')})`;
    switch (name) {
      case 'INDEX':
      case 'XLOOKUP':
        this.#found = foundBy(open, given);
        return same;
      case 'INDIRECT': {
        const [, address] = /^\s*"([^"]*)"\s*$/.exec(given[0] ?? '') ?? [];
        const isR1C1 = /^\s*(?:0|FALSE(?:\(\))?)\s*$/i.test(given[1] ?? '');
        if (address === undefined || isR1C1) return same;
        return areaOf(address) ? address : (this.grid.place(address) ?? '#REF!');
      }
      case 'OFFSET': {
        const isPlain =
          given.slice(1).every((far) => isWhole(far) && far.trim() !== '') &&
          cornerOf(given[0] ?? '') &&
          !given.slice(3).some((size) => size.includes('-'));
        return isPlain ? same : (this.#reach(given) ?? same);
      }
      case 'SUMIF':
      case 'AVERAGEIF': {
        const [tested, values] = [areaOf(given[0] ?? ''), areaOf(given[2] ?? '')];
        if (!tested || !values) return same;
        const { column, row } = values.from;
        const to = {
          column: column + tested.to.column - tested.from.column,
          row: row + tested.to.row - tested.from.row,
        };
        if (to.column === values.to.column && to.row === values.to.row) return same;
        return `${open}${given[0]},${given[1]},${written({ ...values, to })})`;
      }
      default:
        return same;
    }
  }

  /** OFFSET of which it is computed how far it goes, over all that it may reach. */
  #reach(given: readonly string[]): string | undefined {
    const [start = '', down = '', right = '', height, width] = given;
    const area = areaOf(start);
    if (!area) return undefined;
    const [fixedRows, fixedColumns] = [isWhole(down) && isWhole(height), isWhole(right) && isWhole(width)];
    const plain = (text: string | undefined, own: number) => (isWhole(text) && text?.trim() ? Number(text) : own);
    const rows = plain(height, area.to.row - area.from.row + 1);
    const columns = plain(width, area.to.column - area.from.column + 1);
    const row = area.from.row + plain(down, 0);
    const column = area.from.column + plain(right, 0);
    const hull: Area = {
      sheet: area.sheet,
      // Where it is plain from where it goes, it goes on from there.
      from: {
        row: isWhole(down) ? row + Math.min(0, rows + 1) : 1,
        column: isWhole(right) ? column + Math.min(0, columns + 1) : 2,
      },
      to: {
        row: fixedRows ? row + Math.max(rows, 1) - 1 : this.grid.lastRow,
        column: fixedColumns ? column + Math.max(columns, 1) - 1 : this.grid.lastColumn,
      },
    };
    if (hull.from.row < 0 || hull.from.column < 0 || hull.to.row < hull.from.row || hull.to.column < hull.from.column)
      return undefined;
    const origin = `${area.from.row - hull.from.row},${area.from.column - hull.from.column}`;
    const size = `${area.to.row - area.from.row + 1},${area.to.column - area.from.column + 1}`;
    const far = [down, right, height, width].map((text) => (text === undefined || text.trim() === '' ? '' : text));
    return `REACH(${written(hull)},${origin},${size},${far.join(',')})`;
  }
}
