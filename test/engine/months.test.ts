import { describe, expect, it } from 'vitest';
import { toNotation } from '../../src/engine/convert.ts';
import { createLayout, layOut } from '../../src/engine/layout.ts';
import { moveFormula, shiftFormula } from '../../src/engine/shift.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { CellRef } from '../../src/model/content.ts';
import { ordinalOf } from '../../src/model/periods.ts';
import { LINES, MONTHS, PRICE_RISE, worked } from '../fixtures/subscriptions.ts';

const base = { id: 'base', name: 'Base', note: '', overrides: {} };
const rise = { id: 'rise', name: 'Price rise', note: '', overrides: PRICE_RISE };
const month = (year: number, part: number) => ordinalOf(year, part, 'month');
const layout = createLayout(LINES, MONTHS, [base]);
const at = (slot: CellRef['slot'], line = 'revenue'): CellRef => ({ scenario: 'base', line, slot });

describe('a model by months', () => {
  it('computes what is worked out by hand, in each scenario', () => {
    const workbook = new Workbook({ lines: LINES, periods: MONTHS, scenarios: [base, rise] });
    for (const [scenario, how] of [
      ['base', {}],
      ['rise', { price: 59, churn: 0.026 }],
    ] as const)
      for (const [line, expected] of Object.entries(worked(how))) {
        const { values } = workbook.read([{ scenario, line }]);
        for (const [i, value] of expected.entries())
          expect(Math.abs((values[i + 1] ?? Number.NaN) / value - 1), `${line} ${i}`).toBeLessThan(1e-12);
      }
    workbook.destroy();
    expect(worked().customers?.at(-1)).toBeCloseTo(2817.6336, 4);
  });

  it.each([
    ['=D1', '={period@-14}', '=D$1'],
    ['=$E$8', '={customers@2026-02}', '=$E$8'],
    ['=Q8-R8', '={customers@-1}-{customers}', undefined],
  ])('%s typed in March 2027 is kept by its month', (typed, kept, laid) => {
    expect(toNotation(layout, typed, at(month(2027, 3)))).toBe(kept.replace('@-1}', '@prev}'));
    if (laid) expect(layOut(layout, kept, at(month(2027, 3)))).toBe(laid);
  });

  it.each([
    // January 2026 stands in column D, March 2027 in R.
    ['={revenue@prev year}', '=F9'],
    ['=SUM({revenue@year})', '=SUM($P$9:$AA$9)'],
    ['={revenue@2026-12}', '=$O$9'],
    ['={year}*100+{month}', '=2027*100+3'],
    ['={quarter}+{half}', '=1+1'],
    ['=SUM({year@..})', `=SUM({${[...Array(12).fill(2026), ...Array(3).fill(2027)].join(',')}})`],
    ['={revenue@2026}', '=#REF!'],
    ['={revenue@2026Q1}', '=#REF!'],
    ['={revenue@[begin]}', '=INDEX($D$9:$AM$9,1,MATCH(begin,$D$1:$AM$1,0))'],
  ])('%s in March 2027 is laid out as %s', (formula, laid) => {
    expect(layOut(layout, formula, at(month(2027, 3)))).toBe(laid);
  });

  it('counts quarters and years from the month in which the year begins', () => {
    const fiscal = createLayout(LINES, { ...MONTHS, yearStart: 4 }, [base]);
    const here = at(month(2027, 3));
    expect(layOut(fiscal, '={year}*10+{quarter}', here)).toBe('=2027*10+4');
    expect(layOut(fiscal, '=SUM({revenue@year})', here)).toBe('=SUM($G$9:$R$9)');
    expect(layOut(fiscal, '={year}*10+{quarter}', at(month(2027, 4)))).toBe('=2028*10+1');
    // The first year that is there begins before the periods do.
    expect(layOut(fiscal, '=SUM({revenue@year})', at(month(2026, 1)))).toBe('=SUM($D$9:$F$9)');
  });

  it('means the same months after a cell is moved, and goes along when it is copied', () => {
    const [march, june] = [at(month(2027, 3)), at(month(2027, 6))];
    expect(moveFormula(layout, '={customers@prev year}', march, june)).toBe('={customers@-15}');
    expect(moveFormula(layout, '={customers@prev}', march, at('value', 'begin'))).toBe('={customers@2027-02}');
    expect(shiftFormula(layout, '={customers@prev year}', march, at(month(2027, 3), 'profit'))).toBe(
      '={revenue@prev year}',
    );
  });

  it('reads what heads its columns, and looks by it', () => {
    const lines = [
      ...LINES,
      {
        kind: 'result',
        id: 'found',
        label: { en: '', zh: '' },
        unit: 'index',
        formula: '=XLOOKUP("2026-03",{period@all},{customers@all})',
      } as const,
      {
        kind: 'result',
        id: 'in_2027',
        label: { en: '', zh: '' },
        unit: 'index',
        formula: '=SUMPRODUCT(({year@all}=2027)*{revenue@all})',
      } as const,
    ];
    const workbook = new Workbook({ lines, periods: MONTHS, scenarios: [base] });
    const { values } = workbook.read([
      { scenario: 'base', line: 'found' },
      { scenario: 'base', line: 'in_2027' },
    ]);
    const width = values.length / 2;
    expect(values[0]).toBeCloseTo(worked().customers?.[2] as number, 9);
    expect(values[width]).toBeCloseTo(1_265_140.49, 2);
    workbook.destroy();
  });
});
