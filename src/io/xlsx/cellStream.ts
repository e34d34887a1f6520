import { columnIndex } from '../../model/address.ts';
import { XlsxProblem } from './problem.ts';
import { shiftShared } from './shared.ts';
import { readXml, unescapeText } from './xml.ts';

/** Excel's own limits. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** A cell as its XML says it. */
export interface StreamedCell {
  readonly row: number;
  readonly column: number;
  /** Of its value (ECMA-376 part 1, 18.18.11). */
  readonly type: string;
  readonly style: number;
  /** Still escaped. */
  value: string;
  /** Without `=`; a shared one as this cell has it. */
  formula: string;
  hasFormula: boolean;
  /** The range of an array formula or a data table that begins here. */
  array: string | undefined;
  isTable: boolean;
}

const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;

/**
 * The cells of a worksheet in the order of the file.
 * @param other is told of every tag that is no part of a cell
 * @throws XlsxProblem
 */
export function streamCells(
  xml: string,
  take: (cell: StreamedCell) => void,
  other?: (name: string, get: (attribute: string) => string | undefined, row: number) => void,
): void {
  const shared = new Map<string, { readonly formula: string; readonly row: number; readonly column: number }>();
  let row = -1;
  let column = -1;
  let cell: StreamedCell | undefined;
  /** The group of cells that share its formula. */
  let group: string | undefined;
  /** Which part of the cell the text belongs to; what is said of pronunciation belongs to none. */
  let into: 'value' | 'formula' | undefined;
  let aside = 0;

  const begin = (get: (name: string) => string | undefined): StreamedCell => {
    const [, letters, line] = ADDRESS.exec(get('r') ?? '') ?? [];
    column = letters ? columnIndex(letters) : column + 1;
    if (line) row = Number(line) - 1;
    if (!(row >= 0 && row < MOST_ROWS && column < MOST_COLUMNS)) throw new XlsxProblem('damaged');
    const common = { value: '', formula: '', hasFormula: false, array: undefined, isTable: false };
    return { row, column, type: get('t') ?? 'n', style: Number(get('s') ?? 0), ...common };
  };
  const formulaOf = (found: StreamedCell): string => {
    const formula = unescapeText(found.formula);
    if (group === undefined) return formula;
    const first = shared.get(group);
    if (formula !== '' || !first) {
      shared.set(group, { row: found.row, column: found.column, formula });
      return formula;
    }
    return shiftShared(first.formula, found.row - first.row, found.column - first.column);
  };

  readXml(xml, {
    open: (name, get) => {
      if (name === 'row') {
        row = get('r') === undefined ? row + 1 : Number(get('r')) - 1;
        column = -1;
        other?.(name, get, row);
      } else if (name === 'c') {
        cell = begin(get);
        group = undefined;
      } else if (!cell) other?.(name, get, row);
      else if (name === 'v') into = 'value';
      else if (name === 't') into = aside === 0 ? 'value' : undefined;
      else if (name === 'rPh') aside++;
      else if (name === 'f') {
        into = 'formula';
        const kind = get('t');
        cell.hasFormula = true;
        group = kind === 'shared' ? get('si') : undefined;
        if (kind === 'array' || kind === 'dataTable') cell.array = get('ref');
        cell.isTable = kind === 'dataTable';
      }
    },
    text: (text) => {
      if (cell && into) cell[into] += text;
    },
    close: (name) => {
      if (name === 'rPh') aside--;
      if (name === 'v' || name === 't' || name === 'f') into = undefined;
      if (name !== 'c' || !cell) return;
      if (cell.hasFormula) cell.formula = formulaOf(cell);
      take(cell);
      cell = undefined;
    },
  });
}
