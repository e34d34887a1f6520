import { columnIndex, columnName } from '../model/address.ts';
import { tokenize } from './lexer.ts';

/**
 * What the engine's parser or its graph of dependencies does not take, laid out as what they do, once a formula stands in
 * A1. Each of them needs to be known before it is computed, since a cell is computed after those that it names:
 *
 * - `D2:INDEX(D2:H2,3)` is `SPAN(D2,D2:H2,3)`, the block from the first cell to the one found;
 * - `OFFSET(D2,0,0,1,C14)`, where it is computed how far, is `REACH(D2,hull,0,0,1,C14)`: of what it may reach, `hull`, at
 *   least rows or columns are plain;
 * - `INDIRECT("D2")` is `D2`; one whose text is computed may reach anything, and stays an error of its cell;
 * - a range to be summed of another size than the tested one, `SUMIF(D2:F2,">0",D3)`, has its size;
 * - `5%%` is `(5%)%`.
 */
export function withSpans(formula: string, grid: Grid): string {
  if (!MAY_SPAN.test(formula)) return formula;
  const tokens = tokenize(formula.slice(1))?.map(({ image }) => image);
  return tokens ? `=${new Rewriter(tokens, grid).text}` : formula;
}

/** The 0-based last row and column of the sheet. */
export interface Grid {
  readonly lastRow: number;
  readonly lastColumn: number;
}

const MAY_SPAN = /%\s*%|:\s*INDEX\s*\(|\b(?:OFFSET|INDIRECT|SUMIF|AVERAGEIF)\s*\(/i;

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

const isWhole = (text: string | undefined): boolean => text === undefined || /^\s*[-+]?\d*\s*$/.test(text);

class Rewriter {
  /** 0-based place of the token that is read next. */
  #next = 0;

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
    const isOperand = /^\($|\($/.test(token) || !/^(?:\s+|<>|<=|>=|[-+*/^=%&{},;:<>)])$/.test(token);
    if (!isOperand) return token;
    let operand = /\($/.test(token) ? this.#call(token) : token;
    operand = this.#spanned(operand);
    let percents = 0;
    while (this.#skipTo('%')) percents++;
    if (percents === 0) return operand;
    // The first percent sign binds as it always does.
    for (let i = 1; i < percents; i++) operand = `(${operand}%)`;
    return `${operand}%`;
  }

  /** `D2:INDEX(…)`: the operand before the colon, with what is found behind it. */
  #spanned(operand: string): string {
    const before = this.#next;
    if (!this.#skipTo(':')) return operand;
    while (/^\s+$/.test(this.tokens[this.#next] ?? '')) this.#next++;
    const token = this.tokens[this.#next] ?? '';
    const from = areaOf(operand);
    if (!from || !/^INDEX\($/i.test(token)) {
      this.#next = before;
      return operand;
    }
    this.#next++;
    const [list = '', ...places] = this.#arguments();
    const area = areaOf(list);
    if (!area) return `${operand}:${token}${[list, ...places].join(',')})`;
    const hull = {
      sheet: from.sheet,
      from: { column: Math.min(from.from.column, area.from.column), row: Math.min(from.from.row, area.from.row) },
      to: { column: Math.max(from.to.column, area.to.column), row: Math.max(from.to.row, area.to.row) },
    };
    const within = (corner: Corner) => `${corner.row - hull.from.row},${corner.column - hull.from.column}`;
    return `SPAN(${written(hull)},${within(from.from)},${within(area.from)},${list},${places.join(',')})`;
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
    let braces = 0;
    while (this.#next < this.tokens.length) {
      const token = this.tokens[this.#next] ?? '';
      if (token === ')') break;
      const piece = this.#piece();
      if (piece === '{') braces++;
      if (piece === '}') braces--;
      if (piece === ',' && braces === 0) found.push('');
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
      case 'INDIRECT': {
        const [, address] = /^\s*"([^"]*)"\s*$/.exec(given[0] ?? '') ?? [];
        const isR1C1 = /^\s*(?:0|FALSE(?:\(\))?)\s*$/i.test(given[1] ?? '');
        return address !== undefined && !isR1C1 && /^[\w$!:'. ]+$/.test(address) ? address : same;
      }
      case 'OFFSET':
        return given.slice(1).every(isWhole) ? same : (this.#reach(given) ?? same);
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
    const rows = Number(height || area.to.row - area.from.row + 1);
    const columns = Number(width || area.to.column - area.from.column + 1);
    const row = area.from.row + Number(down || 0);
    const column = area.from.column + Number(right || 0);
    const hull: Area = {
      sheet: area.sheet,
      from: { row: fixedRows ? row : 1, column: fixedColumns ? column : 2 },
      to: {
        row: fixedRows ? row + rows - 1 : this.grid.lastRow,
        column: fixedColumns ? column + columns - 1 : this.grid.lastColumn,
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
