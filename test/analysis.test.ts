import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependents, precedents, type Sheet } from '../src/analysis/trace.ts';
import { inWords } from '../src/analysis/words.ts';
import { effective, inheritsByReference } from '../src/engine/contents.ts';
import { type CellRef, isFormula } from '../src/model/content.ts';
import { hasPeriods } from '../src/model/line.ts';
import { years } from '../src/model/model.ts';
import { LINES, PERIODS, SCENARIOS } from './fixtures/small.ts';

const line = (id: string) => LINES.find((l) => l.id === id) ?? LINES[0];
const found = (cell: CellRef) => {
  const lookUp = (scenario: string, id: string, slot: CellRef['slot']) =>
    SCENARIOS.find((s) => s.id === scenario)?.overrides[id]?.[slot];
  return effective(lookUp, 'base', line(cell.line) as (typeof LINES)[number], cell, PERIODS);
};
const sheet: Sheet = {
  lines: LINES,
  line: (id) => LINES.find((l) => l.id === id),
  periods: PERIODS,
  scenarios: SCENARIOS.map(({ id }) => id),
  formula: (cell) => {
    const { content } = found(cell);
    return isFormula(content) ? content.formula : undefined;
  },
  overridden: (scenario, id) =>
    SCENARIOS.some((s) => (s.id === scenario || s.id === 'base') && s.overrides[id] !== undefined),
  inherits: (cell) => inheritsByReference(found(cell), cell.scenario, 'base'),
};
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

  it('finds the dependants of a cell: exactly those that have it among their precedents', () => {
    const all = SCENARIOS.flatMap(({ id }) =>
      LINES.filter((l) => l.kind !== 'heading').flatMap((l) =>
        (hasPeriods(l) ? years(PERIODS) : (['value'] as const)).map((slot) => cell(id, l.id, slot)),
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
});
