import { toNotation } from '../../src/engine/convert.ts';
import { guardEvaluation } from '../../src/engine/hyperformula.ts';
import { createLayout } from '../../src/engine/layout.ts';
import type { CellNote, ErrorCode } from '../../src/engine/port.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { Content } from '../../src/model/content.ts';
import type { Line } from '../../src/model/line.ts';
import { readTable } from './table.ts';
import type { Value } from './value.ts';

export const PERIODS = { first: 2022, last: 2026 };
const YEARS = ['2022', '2023', '2024', '2025', '2026'] as const;

/** The row of the first formula, below the data; formulas stand in column C, the place of a scalar. */
export const FIRST_ROW = 41;

/** A row of the sheet as its cells from C to H; the first row of data is row 2, below the years. */
export interface Row {
  readonly label: string;
  readonly cells: readonly (Content | undefined)[];
}

function contentOf(text: string): Content | undefined {
  if (text === '') return undefined;
  if (text.startsWith("'")) return { text: text.slice(1) };
  if (text.startsWith('=')) return { formula: text };
  if (text.endsWith('%')) return Number(text.slice(0, -1)) / 100;
  const number = Number(text);
  return Number.isNaN(number) ? { text } : number;
}

export const readSheet = (): Row[] =>
  readTable<'Line' | 'Value' | (typeof YEARS)[number]>('sheet.csv').map((row) => ({
    label: row.Line,
    cells: [row.Value, ...YEARS.map((year) => row[year])].map(contentOf),
  }));

const text = (en: string) => ({ en, zh: en });

/** Rows with a value in C, and one that is empty, are scalars; `none` is the empty one. */
const isScalarRow = ({ label, cells }: Row): boolean => cells[0] !== undefined || label === 'none';

/** The cells of a row as a scenario holds them: by `value`, and by year. */
const overridesOf = (cells: Row['cells']): Record<string, Content> =>
  Object.fromEntries(
    cells.flatMap((content, c) =>
      content === undefined ? [] : [[c === 0 ? 'value' : PERIODS.first + c - 1, content]],
    ),
  );

/** What each formula gives in a workbook of ours, typed one below the other. */
export function computed(formulas: readonly string[]): Value[] {
  const rows = readSheet();
  const data = rows.map((row, i): Line => {
    return { kind: 'input', id: `line_${i}`, label: text(row.label), unit: 'index', perPeriod: !isScalarRow(row) };
  });
  const gap = Array.from({ length: FIRST_ROW - 2 - data.length }, (_, i): Line => {
    return { kind: 'heading', id: `gap_${i}`, label: text('') };
  });
  const asked = formulas.map((_, i): Line => {
    return { kind: 'result', id: `asked_${i}`, label: text(''), unit: 'index', formula: '=0' };
  });
  const lines = [...data, ...gap, ...asked];
  const layout = createLayout(lines, PERIODS, [{ id: 'base', name: 'Base' }]);
  const overrides = Object.fromEntries([
    ...rows.map(({ cells }, i) => [`line_${i}`, overridesOf(cells)]),
    ...formulas.map((formula, i) => {
      const id = `asked_${i}`;
      return [id, { value: { formula: toNotation(layout, formula, { scenario: 'base', line: id, slot: 'value' }) } }];
    }),
  ]);
  const scenarios = [{ id: 'base', name: text('Base'), note: '', overrides }];
  // What throws is then an error of its own cell, and does not have the workbook built a second time, formula by formula.
  guardEvaluation();
  const workbook = new Workbook({ lines, periods: PERIODS, scenarios });
  const { values, notes } = workbook.read(asked.map(({ id }) => ({ scenario: 'base', line: id })));
  workbook.destroy();
  const width = values.length / Math.max(1, formulas.length);
  const byPlace = new Map(notes);
  return formulas.map((_, i) => cellValue(values[i * width] ?? Number.NaN, byPlace.get(i * width)));
}

const ERRORS: Readonly<Record<ErrorCode, string>> = {
  div0: '#DIV/0!',
  na: '#N/A',
  name: '#NAME?',
  num: '#NUM!',
  ref: '#REF!',
  value: '#VALUE!',
  cycle: 'cycle',
  parse: 'parse',
  array: 'array',
  complex: 'complex',
  long: '#VALUE!',
  indirect: 'indirect',
  outside: '#REF!',
  arguments: '#N/A',
  volatile: '#NAME?',
  unloaded: 'unloaded',
  limit: 'limit',
};

function cellValue(number: number, note: CellNote | undefined): Value {
  if (note?.kind === 'error') return { type: 'error', value: ERRORS[note.code] };
  if (note) return { type: 'text', value: note.text };
  return Number.isNaN(number) ? { type: 'text', value: '' } : { type: 'number', value: String(number) };
}
