import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CONFIG, HyperFormula } from '../../../src/engine/hyperformula.ts';
import { columnName } from '../../../src/model/address.ts';
import { asModel, bookOf, Computed, isSame } from '../../fixtures/live.ts';
import { runs } from '../../runs.ts';

/** Lines and periods of a made sheet; the heads stand in the first row, labels in A, a base value in B. */
const LINES = 6;
const PERIODS = 5;
const FIRST = 2;

type Fixed = readonly [column: boolean, row: boolean];
type Cell = (row: number, column: number, fixed: Fixed) => string;

/** An address of the sheet with time across; where it runs down, rows are columns. */
const across: Cell = (row, column, [fixedColumn, fixedRow]) =>
  `${fixedColumn ? '$' : ''}${columnName(column)}${fixedRow ? '$' : ''}${row + 1}`;
const down: Cell = (row, column, [fixedColumn, fixedRow]) => across(column, row, [fixedRow, fixedColumn]);
const turned = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] as T));

/** A reference to a line further up, or to a period before in any line. */
const reference = fc.record({
  line: fc.nat(LINES - 1),
  back: fc.integer({ min: 0, max: 2 }),
  fixed: fc.tuple(fc.boolean(), fc.boolean()),
  kind: fc.constantFrom('cell', 'base', 'sum', 'column', 'head', 'block', 'match'),
});
type Ref = typeof reference extends fc.Arbitrary<infer T> ? T : never;

function written(cell: Cell, { line, back, fixed, kind }: Ref, own: number, column: number): string {
  const up = Math.min(line, own - 1);
  const [row, before] = [up + 1, Math.max(FIRST, column - back)];
  if (own === 0 || kind === 'base') return cell((own % LINES) + 1, 1, [true, fixed[1]]);
  switch (kind) {
    case 'sum':
      return `SUM(${cell(row, FIRST, [true, fixed[1]])}:${cell(row, column, fixed)})`;
    case 'column':
      return `AVERAGE(${cell(1, before, fixed)}:${cell(row, before, fixed)})`;
    case 'head':
      return `(${cell(0, before, [fixed[0], true])}-2020)`;
    case 'block':
      return `SUMPRODUCT(${cell(1, FIRST, fixed)}:${cell(row, column, fixed)})`;
    case 'match':
      return `INDEX(${cell(row, FIRST, [true, true])}:${cell(row, FIRST + PERIODS - 1, [true, true])},MATCH(${cell(0, before, [false, true])},${cell(0, FIRST, [true, true])}:${cell(0, FIRST + PERIODS - 1, [true, true])},0))`;
    default:
      return cell(row, before, fixed);
  }
}

const sheet = fc
  .record({
    bases: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: LINES, maxLength: LINES }),
    /** For each line: how many numbers stand before its formulas, and of what these are made. */
    lines: fc.array(fc.record({ typed: fc.nat(PERIODS), parts: fc.array(reference, { minLength: 1, maxLength: 3 }) }), {
      minLength: LINES,
      maxLength: LINES,
    }),
    isDown: fc.boolean(),
  })
  .map(({ bases, lines, isDown }) => {
    const rows = [
      ['Plan', 'Base', ...Array.from({ length: PERIODS }, (_, i) => 2024 + i)],
      ...lines.map(({ typed, parts }, own) => [
        `Line ${'ABCDEF'[own]}`,
        bases[own] ?? 1,
        ...Array.from({ length: PERIODS }, (_, i) =>
          i < typed
            ? i + own + 1
            : `=${parts.map((part) => written(isDown ? down : across, part, own, FIRST + i)).join('+')}`,
        ),
      ]),
    ];
    return isDown ? turned(rows) : rows;
  });

it('computes as the sheet does, before and after its numbers change', () => {
  fc.assert(
    fc.property(sheet, fc.nat(1_000), (rows, seed) => {
      const book = bookOf({ Plan: rows });
      const model = asModel(book);
      expect(model.kept).toEqual([]);
      const [theirs, ours] = [
        HyperFormula.buildFromSheets({ Plan: rows.map((row) => [...row]) }, CONFIG),
        new Computed(model),
      ];
      const check = () => {
        const value = ours.values();
        for (const placed of model.placed) {
          const { row, column } = placed.from;
          const wanted = theirs.getCellValue({ sheet: 0, row, col: column });
          expect([row, column, isSame(value(placed), wanted as number)]).toEqual([row, column, true]);
        }
      };
      check();
      const numbers = model.placed.filter(({ kind }) => kind === 'constant');
      const changed = numbers[seed % numbers.length];
      if (changed) {
        ours.set(changed, 12.5);
        theirs.setCellContents({ sheet: 0, row: changed.from.row, col: changed.from.column }, [[12.5]]);
        check();
      }
      ours.destroy();
      theirs.destroy();
    }),
    runs(40, 20_000),
  );
});
