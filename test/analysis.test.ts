import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldSheet } from '../src/analysis/sheet.ts';
import { dependents, precedents } from '../src/analysis/trace.ts';
import { inWords } from '../src/analysis/words.ts';
import type { CellRef } from '../src/model/content.ts';
import { hasPeriods } from '../src/model/line.ts';
import { periodsOf } from '../src/model/periods.ts';
import { LINES, PERIODS, SCENARIOS, SPEC } from './fixtures/small.ts';

const sheet = heldSheet(SPEC);
const cell = (scenario: string, id: string, slot: CellRef['slot']): CellRef => ({ scenario, line: id, slot });

describe('tracing', () => {
  it('tells from what a cell is computed', () => {
    expect(precedents(sheet, cell('fast', 'scale', 2024))).toEqual([
      cell('fast', 'scale', 2023),
      cell('fast', 'growth', 'value'),
      cell('fast', 'extra', 2024),
    ]);
    expect(precedents(sheet, cell('slow', 'growth', 'value'))).toEqual([cell('base', 'growth', 'value')]);
    expect(precedents(sheet, cell('base', 'growth', 'value'))).toEqual([]);
    expect(precedents(sheet, cell('base', 'total', 'value')).length).toBe(4);
  });

  it('sees every cell of a range, and not its ends alone', () => {
    const overrides = { total: { value: { formula: '=SUM({start}:{scale@2023})' } } };
    const ranged = heldSheet({ ...SPEC, scenarios: SCENARIOS.map((s) => (s.id === 'base' ? { ...s, overrides } : s)) });
    const between = [
      cell('base', 'start', 'value'),
      cell('base', 'extra', 2022),
      cell('base', 'extra', 2023),
      cell('base', 'scale', 2022),
      cell('base', 'scale', 2023),
    ];
    const found = precedents(ranged, cell('base', 'total', 'value'));
    expect(found.length).toBe(between.length);
    expect(found).toEqual(expect.arrayContaining(between));
    expect([...dependents(ranged, cell('base', 'extra', 2022))].flat()).toContainEqual(cell('base', 'total', 'value'));
  });

  it('finds the dependants of a cell: exactly those that have it among their precedents', () => {
    const all = SCENARIOS.flatMap(({ id }) =>
      LINES.filter((l) => l.kind !== 'heading').flatMap((l) =>
        (hasPeriods(l) ? periodsOf(PERIODS) : (['value'] as const)).map((slot) => cell(id, l.id, slot)),
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), (one) => {
        const key = JSON.stringify(one);
        const wanted = all.filter((other) => precedents(sheet, other).some((from) => JSON.stringify(from) === key));
        expect([...dependents(sheet, one)].flat()).toEqual(wanted);
      }),
    );
  });

  it('tells a formula in words, with the years that it means', () => {
    expect(inWords(sheet, cell('base', 'scale', 2024))).toEqual([
      { kind: 'cells', line: 'scale', cells: [cell('base', 'scale', 2023)] },
      { kind: 'sign', text: ' × (1 + ' },
      { kind: 'cells', line: 'growth', cells: [cell('base', 'growth', 'value')] },
      { kind: 'sign', text: ') + ' },
      { kind: 'cells', line: 'extra', cells: [cell('base', 'extra', 2024)] },
    ]);
    expect(inWords(sheet, cell('base', 'growth', 'value'))).toBeUndefined();
  });

  it('tells a range as one, and not as its two ends', () => {
    const told = (formula: string) => {
      const overrides = { scale: { 2024: { formula } } };
      const held = heldSheet({ ...SPEC, scenarios: SCENARIOS.map((s) => (s.id === 'base' ? { ...s, overrides } : s)) });
      return inWords(held, cell('base', 'scale', 2024))?.slice(1, -1);
    };
    const [start, growth] = [cell('base', 'start', 'value'), cell('base', 'growth', 'value')];
    expect(told('=SUM({start}:{growth})')).toEqual([
      { kind: 'range', cells: [growth, start], first: growth, last: start },
    ]);
    const years = [2022, 2023, 2024].map((slot) => cell('base', 'extra', slot));
    expect(told('=SUM({extra@2022}:{extra})')).toEqual([{ kind: 'cells', line: 'extra', cells: years }]);
    expect(told('=SUM({extra@2022}:{scale@1999})')).toHaveLength(3);
  });
});
