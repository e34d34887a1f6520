import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNotation } from '../../src/engine/convert.ts';
import { followMoves } from '../../src/engine/follow.ts';
import { createLayout, layOut } from '../../src/engine/layout.ts';
import { moveFormula, shiftFormula } from '../../src/engine/shift.ts';
import { columnIndex, columnName } from '../../src/model/address.ts';
import { type CellRef, sameCell } from '../../src/model/content.ts';
import type { Line } from '../../src/model/line.ts';
import { PERIODS, SCENARIOS } from '../fixtures/small.ts';

const text = (en: string) => ({ en, zh: en });
const series = (id: string): Line => ({ kind: 'series', id, label: text(id), unit: 'bn yuan', formula: '=1' });
const SERIES = ['a', 'b', 'c', 'd', 'e', 'f'];
const LINES: readonly Line[] = [
  { kind: 'heading', id: 'top', label: text('Top') },
  ...SERIES.slice(0, 3).map(series),
  { kind: 'input', id: 'rate', label: text('Rate'), unit: 'percent', value: 0.1 },
  { kind: 'heading', id: 'rest', label: text('Rest') },
  ...SERIES.slice(3).map(series),
];
const layout = createLayout(LINES, PERIODS, SCENARIOS);
const cell = (line: string, slot: number | 'value'): CellRef => ({ scenario: 'base', line, slot });

const AT = ['', '@prev', '@-2', '@+1', '@first', '@last', '@2024', '@all'];
const reference = (at: readonly string[]) =>
  fc.oneof(
    fc.tuple(fc.constantFrom(...SERIES), fc.constantFrom(...at)).map(([id, period]) => `{${id}${period}}`),
    fc.constantFrom('{rate}', '{year}', '{fast!b}', '{?Z99}', '"{a}"', '{1,2}'),
  );
const formulaOf = (at: readonly string[]) =>
  fc.array(reference(at), { minLength: 1, maxLength: 4 }).map((refs) => `=${refs.join('+')}`);
/** All but `@..`, which is shown with one end fixed and belongs to its line as a whole. */
const plain = formulaOf(AT);
const formula = formulaOf([...AT, '@..']);
const place = fc.tuple(fc.constantFrom(...SERIES), fc.integer({ min: PERIODS.first, max: PERIODS.last }));

/** What Excel does to the addresses of a copied formula: what has no `$` moves. */
const asExcel = (a1: string, columns: number, rows: number): string =>
  a1.replace(/("[^"]*")|(\$?)\b([A-Z]{1,2})(\$?)(\d+)\b/g, (whole, quote, fixed, column, fixedRow, row) =>
    quote
      ? whole
      : `${fixed}${fixed ? column : columnName(columnIndex(column) + columns)}${fixedRow}${fixedRow ? row : Number(row) + rows}`,
  );

describe('a copied formula', () => {
  it('shows at its new place the addresses that Excel would show', () => {
    fc.assert(
      fc.property(plain, place, place, (source, [l1, s1], [l2, s2]) => {
        const [from, to] = [cell(l1, s1), cell(l2, s2)];
        const before = layOut(layout, source, from);
        const after = layOut(layout, shiftFormula(layout, source, from, to), to);
        const rows = (layout.indexOf(l2) ?? 0) - (layout.indexOf(l1) ?? 0);
        // What leaves the sheet or meets a line without periods is told apart below.
        fc.pre(!before.includes('#REF!') && !after.includes('#REF!'));
        expect(after).toBe(asExcel(before, s2 - s1, rows));
      }),
    );
  });

  it('is the same after it went to another line and back, unless it met a place without a period', () => {
    fc.assert(
      fc.property(formula, place, place, (source, [l1, s1], [l2, s2]) => {
        const there = shiftFormula(layout, source, cell(l1, s1), cell(l2, s2));
        fc.pre(there.split('{?').length === source.split('{?').length);
        expect(shiftFormula(layout, there, cell(l2, s2), cell(l1, s1))).toBe(source);
      }),
    );
  });

  it('keeps the address that a reference would have where no line with periods stands', () => {
    const shifted = shiftFormula(layout, '={c@prev}+{a}*{rate}+{a@2022}', cell('a', 2024), cell('b', 2024));
    expect(shifted).toBe('={?E6}+{b}*{rate}+{a@2022}');
    expect(layOut(layout, shifted, cell('b', 2024), true)).toBe('=E6+F4*rate+$D$3');
    expect(shiftFormula(layout, '={a}', cell('f', 2024), cell('a', 2024))).toBe('={?#REF!}');
  });

  it('names the scalar of another line where the row was typed as one that moves along', () => {
    const lines: readonly Line[] = ['x', 'y', 'rate_x', 'rate_y'].map((id, i) =>
      i < 2 ? series(id) : { kind: 'input', id, label: text(id), unit: 'percent', value: 0.1 },
    );
    const own = createLayout(lines, PERIODS, SCENARIOS);
    const typed = toNotation(own, '=D2*(1+$C4)+$C$4', cell('x', 2023));
    expect(typed).toBe('={x@prev}*(1+{rate_x@row})+{rate_x}');
    const copied = shiftFormula(own, typed, cell('x', 2023), cell('y', 2024));
    expect(copied).toBe('={y@prev}*(1+{rate_y@row})+{rate_x}');
    expect(layOut(own, copied, cell('y', 2024), true)).toBe('=E3*(1+$C5)+rate_x');
    expect(shiftFormula(own, copied, cell('y', 2024), cell('rate_x', 2024))).toContain('{?$C6}');
  });

  it('moves the block of a heading with its lines', () => {
    const shift = (source: string, from: string, to: string) =>
      shiftFormula(layout, source, cell(from, 2023), cell(to, 2023));
    expect(shift('=SUM({rest/*})', 'b', 'c')).toBe('=SUM({e}:{?E11})');
    expect(shift('=SUM({rest/*@prev})', 'e', 'd')).toBe('=SUM({?D7}:{e@prev})');
    expect(shift('=SUM({rest/*@2022})', 'b', 'c')).toBe('=SUM({rest/*@2022})');
    // With a scalar among them they are no block.
    expect(shift('=SUM({top/*})', 'd', 'e')).toBe('=SUM({top/*})');
  });
});

describe('a formula that is cut', () => {
  it('means the same cells as before', () => {
    fc.assert(
      fc.property(formula, place, place, (source, [l1, s1], [l2, s2]) => {
        const [from, to] = [cell(l1, s1), cell(l2, s2)];
        const bare = (laid: string) => laid.replaceAll('$', '').replace(/\b[A-Z]1\b/g, (year) => yearOf(year));
        const yearOf = (address: string) => String(PERIODS.first + columnIndex(address.slice(0, -1)) - 3);
        const before = layOut(layout, source, from);
        fc.pre(!before.includes('#REF!'));
        expect(bare(layOut(layout, moveFormula(layout, source, from, to), to))).toBe(bare(before));
      }),
    );
  });

  it('names its years where it comes to stand in no period', () => {
    expect(moveFormula(layout, '={a@prev}+{rate}', cell('a', 2024), cell('rate', 'value'))).toBe('={a@2023}+{rate}');
  });
});

describe('a formula that refers to cells that are cut', () => {
  const went = (from: CellRef, to: CellRef) => (asked: CellRef) => (sameCell(asked, from) ? to : undefined);
  const follow = (source: string, at: CellRef, from: CellRef, to: CellRef) =>
    followMoves(layout, source, at, went(from, to));

  it('follows them, in the way in which it meant their period', () => {
    const [from, to] = [cell('a', 2023), cell('e', 2025)];
    expect(follow('={a@prev}+{a@2023}+{a}+{rate}', cell('c', 2024), from, to)).toBe('={e@+1}+{e@2025}+{a}+{rate}');
    expect(follow('=SUM({a@2022}:{a@2023})', cell('c', 2024), from, to)).toBe('=SUM({a@2022}:{a@2023})');
    expect(follow('={rate}*2', cell('c', 2024), cell('rate', 'value'), to)).toBe('={e@2025}*2');
    const elsewhere = { ...cell('a', 2024), scenario: 'fast' };
    expect(follow('={fast!a}', cell('c', 2024), { ...from, scenario: 'fast', slot: 2024 }, elsewhere)).toBe(
      '={fast!a}',
    );
  });

  it('means the same cells as before when they come back', () => {
    fc.assert(
      fc.property(plain, place, place, place, (source, [l1, s1], [l2, s2], [l3, s3]) => {
        const [at, from, to] = [cell(l1, s1), cell(l2, s2), cell(l3, s3)];
        const before = layOut(layout, source, at);
        // References to where the cell goes would come back with it.
        fc.pre(!sameCell(from, to) && follow(source, at, to, from) === source && !before.includes('#REF!'));
        const back = follow(follow(source, at, from, to), at, to, from);
        expect(layOut(layout, back, at).replaceAll('$', '')).toBe(before.replaceAll('$', ''));
      }),
    );
  });
});
