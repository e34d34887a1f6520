import { describe, expect, it } from 'vitest';
import { newDocument } from '../../src/document/document.ts';
import { bookOf } from '../../src/excel/book.ts';
import type { Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { excelJob } from '../fixtures/excel.ts';
import { MONTHS, subscriptions } from '../fixtures/subscriptions.ts';

const { model, document } = subscriptions();
const sheetsOf = (own: Model = model, doc = document, lang: 'en' | 'zh' = 'en') =>
  bookOf({ ...excelJob(doc, own, lang), byYear: true }).sheets;
const rowOf = (sheets: ReturnType<typeof sheetsOf>, name: string, row: number) =>
  sheets.find((sheet) => sheet.name === name)?.rows[row - 1] ?? [];

describe('a workbook of months by year', () => {
  it('has behind the sheets of the scenarios one by year for each, live on the months', () => {
    const sheets = sheetsOf();
    expect(sheets.map(({ name }) => name)).toEqual([
      'Base',
      'Price rise',
      'Base by year',
      'Price rise by year',
      'Sources',
    ]);
    expect(rowOf(sheets, 'Base by year', 1).map((cell) => cell?.value)).toEqual([
      'Line',
      'Unit',
      'Value',
      2026,
      2027,
      2028,
      'Source or basis',
    ]);
    const revenue = rowOf(sheets, 'Price rise by year', 9);
    expect(revenue.slice(3, 6).map((cell) => cell?.formula)).toEqual([
      "SUM('Price rise'!D9:O9)",
      "SUM('Price rise'!P9:AA9)",
      "SUM('Price rise'!AB9:AM9)",
    ]);
    expect(revenue[5]?.value).toBeCloseTo(1_711_639.25, 2);
    expect(revenue[6]?.value).toBe('Each year is the sum of its periods (assumed).');
    expect(rowOf(sheets, 'Base by year', 11)[3]?.formula).toBe('Base!O11');
    expect(rowOf(sheets, 'Base by year', 5)[2]).toMatchObject({ formula: 'Base!C5', value: 49 });
  });

  it('leaves a year empty that is not whole or lacks a number, and says so; an error stays one', () => {
    const lines: Line[] = [
      {
        kind: 'series',
        id: 'rate',
        label: { en: 'rate', zh: '增速' },
        unit: 'percent',
        formula: '=0.01',
        rollup: 'compound',
      },
      {
        kind: 'series',
        id: 'bad',
        label: { en: 'bad', zh: '错' },
        unit: 'EUR',
        formula: '=1/(MONTH_NO-1)',
        rollup: 'sum',
      },
      { kind: 'input', id: 'typed', label: { en: 'typed', zh: '录入' }, unit: 'EUR', perPeriod: true, rollup: 'sum' },
    ].map((line) => (line.id === 'bad' ? { ...line, formula: '=1/({month}-1)' } : line)) as Line[];
    const periods = { ...MONTHS, last: MONTHS.last - 1 };
    const own: Model = { ...model, lines, periods, scenarios: model.scenarios.slice(0, 1) };
    const base = { id: 'base', name: 'Base', note: '', overrides: { typed: { [MONTHS.first]: 3 } } };
    const sheets = sheetsOf(own, { ...newDocument(own), own, scenarios: [base] });
    const [rate, bad, typed] = [2, 3, 4].map((row) => rowOf(sheets, 'Base by year', row));
    expect(rate?.[3]?.formula).toMatch(/^\(1\+Base!D2\)\*.*\*\(1\+Base!O2\)-1$/);
    expect(rate?.[3]?.value).toBeCloseTo(1.01 ** 12 - 1, 12);
    expect(rate?.[5]).toBeUndefined();
    expect(rate?.[6]?.value).toBe('Each year is the growth of its periods, compounded. Not whole, and left out: 2028.');
    expect(bad?.[3]).toMatchObject({ value: { error: '#DIV/0!' }, formula: 'SUM(Base!D3:O3)' });
    expect(typed?.slice(3, 6)).toEqual([undefined, undefined, undefined]);
    expect(typed?.[6]?.value).toContain('2026: There is no number in Feb 2026.');
  });

  it('is as it was where nobody looks by year, and names its sheets in Chinese where that is the language', () => {
    expect(bookOf(excelJob(document, model)).sheets.map(({ name }) => name)).toEqual(['Base', 'Price rise', 'Sources']);
    expect(sheetsOf(model, document, 'zh').map(({ name }) => name)).toContain('Base（年度）');
  });
});
