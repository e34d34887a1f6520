import { describe, expect, it } from 'vitest';
import { findHeader, readPeriod } from '../../../src/io/csv/header.ts';
import { readAxis } from '../../../src/io/reading/axis.ts';
import { periodText } from '../../../src/model/periods.ts';
import { rolesOf } from './reading.ts';

const named = (text: string) => {
  const found = readPeriod(text);
  return found && periodText(found.period, found.step);
};

describe('a period at the head of a column', () => {
  it.each([
    ['2025 Q1', '2025Q1'],
    ['2025Q1', '2025Q1'],
    ['2025-Q4', '2025Q4'],
    ['Q3 2025', '2025Q3'],
    ["Q3'25", '2025Q3'],
    ['1Q25', '2025Q1'],
    ['2025年第二季度', '2025Q2'],
    ['2025年3季度', '2025Q3'],
    ['2025年一季度', '2025Q1'],
    ['2025年 第三季度', '2025Q3'],
    ['2025年Q4', '2025Q4'],
    ['FY25 Q2', '2025Q2'],
    ['Q2 FY2025', '2025Q2'],
    ['2025 Quarter 1', '2025Q1'],
    ['Quarter 1, 2025', '2025Q1'],
    ['3rd quarter 2025', '2025Q3'],
    ['H2 2026', '2026H2'],
    ['2026 H1', '2026H1'],
    ['1H26', '2026H1'],
    ['2026年上半年', '2026H1'],
    ['2026年下半年', '2026H2'],
    ['2026-07', '2026-07'],
    ['2026/7', '2026-07'],
    ['07/2026', '2026-07'],
    ['2026M07', '2026-07'],
    ['Jul 2026', '2026-07'],
    ['July 2026', '2026-07'],
    ['Jul-26', '2026-07'],
    ['Sept. 2026', '2026-09'],
    ['2026年7月', '2026-07'],
    ['2026年12月份', '2026-12'],
    ['2026-07-31', '2026-07'],
    ['2026-07-01 00:00:00', '2026-07'],
    ['2026', '2026'],
    ['FY2026', '2026'],
  ])('is read where it is written %s', (text, expected) => expect(named(text)).toBe(expected));

  it.each([
    'Q5 2026',
    '2026 Q0',
    '2026-13',
    '13/2026',
    'Mayor 2026x',
    '1199 Q1',
    'H3 2026',
    'Q1',
    'Jan',
    '2026年13月',
    'Margin 2025',
    'Decline 2024',
  ])('is none where it is written %s', (text) => expect(named(text)).toBeUndefined());

  it('is of the step that most of them are: a total of the year beside them is left', () => {
    const header = ['District', 'Unit', '2025 Q1', '2025 Q2', '2025 Q3', '2025 Q4', '2025'];
    expect(readAxis(header)?.step).toBe('quarter');
    expect(rolesOf(header).map((role) => (typeof role === 'number' ? periodText(role, 'quarter') : role))).toEqual([
      'label',
      'unit',
      '2025Q1',
      '2025Q2',
      '2025Q3',
      '2025Q4',
      'none',
    ]);
    expect(findHeader([['Water'], header, ['North', 'm3/day', '1200', '1500', '1900', '1300', '5900']])).toBe(1);
  });
});
