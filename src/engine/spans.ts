import { columnIndex, columnName } from '../model/address.ts';
import { tokenize } from './lexer.ts';

/**
 * What the engine's parser or its graph of dependencies does not take, laid out as what they do, once a formula stands in
 * A1. Each of them needs to be known before it is computed, since a cell is computed after those that it names:
 *
 * - `D2:INDEX(D2:H2,3)` is `SPAN(hull,0,0,0,0,D2:H2,3)`: within `hull`, which holds both, the block from the first cell to the one found;
 * - `OFFSET(D2,0,0,1,C14)`, where it is computed how far, is `REACH(hull,0,0,1,1,0,0,1,C14)`: of what it may reach, `hull`, at
 *   least rows or columns are plain;
 * - `INDIRECT("D2")` is `D2`; one whose text is computed may reach anything, and stays an error of its cell;
 * - a range to be summed of another size than the tested one, `SUMIF(D2:F2,">0",D3)`, has its size;
 * - `5%%` is `(5%)%`, and `D2:H2 E1:E9`, what two ranges share, is `E2`;
 * - a text with a quotation mark in it is put together, `"5"" pipe"` is `("5"&CHAR(34)&" pipe")`.
 */
export function withSpans(formula: string, grid: Grid): string {
  if (!MAY_SPAN.test(formula)) return formula;
  const tokens = tokenize(formula.slice(1))?.map(({ image }) => image);
  return tokens ? `=${new Rewriter(tokens, grid).text}` : formula;
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
    /%\s*%|\)\s*:|:\s*INDEX\s*\(|\b(?:OFFSET|INDIRECT|SUMIF|AVERAGEIF)\s*\(/,
    /\{[^}]*(?:true|false)/,
    /\d\s+(?:'[^']*'!|\w+!)?\$?[A-Za-z]{1,3}\$?\d/,
    // A quotation mark within a text, and not a text that is empty.
    /\\|"""|[^"\s(,&=<>;{]""|""[^"\s),&=<>;}+*/^-]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

interface Corner {
  readonly column: number;
  readonly row: number;
}
/** A block of cells, with what stands before its address: its sheet. */
interface Area {
  readonly sheet: string;
  readonly from: Corner;
  readonly to: Corner;
}

const CELL = /^((?:'(?:[^']|'')*'|[^'!]+)!)?\$?([A-Za-z]+)\$?(\d+)$/;

const cornerOf = (image: string): (Corner & { readonly sheet: string }) | undefined => {
  const [, sheet = '', letters, digits] = CELL.exec(image.trim()) ?? [];
  return letters && digits ? { sheet, column: columnIndex(letters), row: Number(digits) - 1 } : undefined;
};

/** A cell or a range, written out; undefined for all else. */
function areaOf(text: string): Area | undefined {
  const [first = '', second, ...more] = text.split(/:(?=(?:[^']*'[^']*')*[^']*$)/);
  const from = cornerOf(first);
  const to = second === undefined ? from : cornerOf(second);
  if (!from || !to || more.length > 0) return undefined;
  return {
    sheet: from.sheet,
    from: { column: Math.min(from.column, to.column), row: Math.min(from.row, to.row) },
    to: { column: Math.max(from.column, to.column), row: Math.max(from.row, to.row) },
  };
}

const at = ({ column, row }: Corner): string => `$${columnName(column)}$${row + 1}`;
const written = ({ sheet, from, to }: Area): string => `${sheet}${at(from)}:${at(to)}`;

/** The arguments of INDEX. */
type Found = readonly [list: string, places: readonly string[]];

/** A text of which the engine takes neither quotation marks nor backslashes. */
function quoted(text: string): string {
  const body = text.slice(1, -1);
  if (!/[\\"]/.test(body)) return text;
  const pieces = body.split(/(""|\\)/).filter((piece) => piece !== '');
  return `(${pieces.map((piece) => (piece === '""' ? 'CHAR(34)' : piece === '\\' ? 'CHAR(92)' : `"${piece}"`)).join('&')})`;
}

/** What two blocks of a sheet share. */
function shared(a: Area, b: Area): Area | undefined {
  const from = { column: Math.max(a.from.column, b.from.column), row: Math.max(a.from.row, b.from.row) };
  const to = { column: Math.min(a.to.column, b.to.column), row: Math.min(a.to.row, b.to.row) };
  return a.sheet !== b.sheet || from.column > to.column || from.row > to.row ? undefined : { sheet: a.sheet, from, to };
}

const isWhole = (text: string | undefined): boolean => text === undefined || /^\s*[-+]?\d*\s*$/.test(text);

/** The block that holds two. */
const around = (a: Area, b: Area): Area => ({
  sheet: a.sheet,
  from: { column: Math.min(a.from.column, b.from.column), row: Math.min(a.from.row, b.from.row) },
  to: { column: Math.max(a.to.column, b.to.column), row: Math.max(a.to.row, b.to.row) },
});

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
    if ((from || found) && /^INDEX\($/i.test(token)) {
      this.#next++;
      const [list = '', ...places] = this.#arguments();
      const block = from ? span(from, list, places) : found && between(found, [list, places]);
      return block ?? `${operand}:${token}${[list, ...places].join(',')})`;
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
    switch (name) {
      case 'INDEX':
        this.#found = [given[0] ?? '', given.slice(1)];
        return same;
      case 'INDIRECT': {
        const [, address] = /^\s*"([^"]*)"\s*$/.exec(given[0] ?? '') ?? [];
        const isR1C1 = /^\s*(?:0|FALSE(?:\(\))?)\s*$/i.test(given[1] ?? '');
        if (address === undefined || isR1C1) return same;
        return areaOf(address) ? address : (this.grid.place(address) ?? '#REF!');
      }
      case 'OFFSET':
        return given.slice(1).every(isWhole) &&
          cornerOf(given[0] ?? '') &&
          !given.slice(3).some((size) => size.includes('-'))
          ? same
          : (this.#reach(given) ?? same);
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
