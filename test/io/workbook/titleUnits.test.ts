import { describe, expect, it } from 'vitest';
import { unitInTitle } from '../../../src/io/workbook/titleUnits.ts';
import { asModel, bookOf } from '../../fixtures/live.ts';

type Rows = Parameters<typeof bookOf>[0][string];

/** The unit of each line by its name, and what is told of them. */
function unitsOf(rows: Rows) {
  const model = asModel(bookOf({ Plan: rows }));
  const units = model.lines.flatMap((line) => (line.kind === 'heading' ? [] : [[line.label.en, line.unit] as const]));
  const told = model.told.find(({ kind }) => kind === 'titleUnits');
  return { units: Object.fromEntries(units), told: told && [told.count, told.said, told.places[0]], left: model.left };
}

describe('the unit of a title', () => {
  it.each([
    ['Profit and loss, EUR m', 'EUR m'],
    ['in thousand EUR', 'thousand EUR'],
    ['All figures in EUR thousands unless otherwise stated', 'EUR thousands'],
    ['in millions of USD, except per share data', 'millions of USD'],
    ['Income statement (US$ million)', 'US$ million'],
    ['单位：亿元', '亿元'],
    ['（金额单位：人民币万元）', '人民币万元'],
    ['单位：万吨', '万吨'],
    ['Operating costs in detail', undefined],
    ['单位：万立方米、万元', undefined],
    ['Total', undefined],
  ])('of “%s” is %s', (title, unit) => {
    expect(unitInTitle(title)).toBe(unit);
  });

  it('is that of the amounts below it which say none themselves, and this is told', () => {
    const { units, told, left } = unitsOf([
      ['Profit and loss, EUR m'],
      [],
      ['', 2024, 2025, 2026],
      ['Revenue', 100, '=B4*1.1', '=C4*1.1'],
      ['Costs (USD)', 60, 66, 70],
      ['EBITDA', '=B4-B5', '=C4-C5', '=D4-D5'],
      ['Growth', 0.1, 0.1, 0.1],
      ['Customers', 1200, 1300, 1400],
      ['Price per customer', 49, 50, 51],
      ['Staff costs', 20, 21, 22],
      ['Containers (k TEU)', 200, 210, 220],
    ]);
    expect(units).toEqual({
      Revenue: 'EUR m',
      Costs: 'USD',
      EBITDA: 'EUR m',
      Growth: '',
      Customers: '',
      'Price per customer': '',
      'Staff costs': 'EUR m',
      'Containers (k TEU)': '',
    });
    expect(told).toEqual([3, ['EUR m'], { sheet: 0, row: 3, column: 0 }]);
    expect(left).toEqual([]);
  });

  it('is not that of a line whose formula gives something else', () => {
    const { units, told } = unitsOf([
      ['Profit and loss, EUR m'],
      ['', 2024, 2025, 2026],
      ['Revenue', 100, '=B3*1.1', '=C3*1.1'],
      ['Costs', 60, 66, 70],
      ['Result to revenue', '=(B3-B4)/B3*100', '=(C3-C4)/C3*100', '=(D3-D4)/D3*100'],
    ]);
    expect(units).toEqual({ Revenue: 'EUR m', Costs: 'EUR m', 'Result to revenue': '' });
    expect(told?.[0]).toBe(2);
  });

  it('of a row is that of its quantity, and not of the price beside it', () => {
    const { units } = unitsOf([
      ['All costs in EUR'],
      ['Item', 'Unit', 'Quantity', 'Unit cost', 'Total'],
      ['Post-doc', 'months', 24, 5400, '=C3*D3'],
      ['Hotel', 'days', 6, 1450, '=C4*D4'],
    ]);
    expect(Object.values(units)).toEqual(['months', 'EUR', 'EUR', 'days', 'EUR', 'EUR']);
  });

  it('is of the nearest title, and not of a section that counts something else', () => {
    const { units } = unitsOf([
      ['损益表', '', '单位：万元'],
      ['', 2024, 2025, 2026],
      ['营业收入', 100, 110, 120],
      ['毛利率', 0.4, 0.4, 0.4],
      [],
      ['现金流量, EUR m'],
      ['', 2024, 2025, 2026],
      ['经营现金', 5, 6, 7],
      ['Headcount'],
      ['North', 40, 42, 44],
    ]);
    expect(units).toEqual({ 营业收入: '万元', 毛利率: '', 经营现金: 'EUR m', North: '' });
  });
});
