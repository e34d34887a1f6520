import { describe, expect, it } from 'vitest';
import { type Asked, standardAnswer } from '../../src/analysis/standardAnswer.ts';
import type { Figure } from '../../src/model/figure.ts';
import type { MeasuredLine } from '../../src/model/line.ts';
import { ordinalOf, type Periods } from '../../src/model/periods.ts';
import type { Lang } from '../../src/model/text.ts';

const line = (unit: MeasuredLine['unit'], more: Partial<MeasuredLine> = {}): MeasuredLine =>
  ({
    kind: 'series',
    id: 'x',
    label: { en: 'Sales', zh: '销量' },
    unit,
    formula: '={x@prev}',
    ...more,
  }) as MeasuredLine;
const target = (period: string, value: number, unit: Figure['unit']): Figure => ({
  id: 't',
  region: '',
  variable: 'x',
  period,
  value,
  unit,
  bound: 'reach',
  kind: 'target',
  definition: '',
  reported: '2024',
  source: 't',
  note: '',
});
const YEARS: Periods = { first: 2022, last: 2025 };
const MONTHS: Periods = { first: ordinalOf(2026, 1, 'month'), last: ordinalOf(2027, 12, 'month'), step: 'month' };

function told(lang: Lang, asked: Omit<Asked, 'scalar'>, scenario?: string, scalar?: number): string | undefined {
  const context = {
    value: () => undefined,
    figures: new Map(),
    known: 'latest',
    lang,
    money: 'bn yuan' as const,
    yuanPerDollar: 7,
    scenario,
  };
  const label = lang === 'zh' ? '销量' : 'Sales';
  return standardAnswer({ ...asked, scalar }, label, context)
    ?.map(({ text }) => text)
    .join('');
}

describe('the standard answer', () => {
  const short = {
    line: line('firms'),
    periods: YEARS,
    values: [100, 110, 121, 133.1],
    target: target('2025', 200, 'firms'),
  };

  it('says what is reached, what is short of the target, and what it needs', () => {
    expect(told('en', short)).toBe(
      'Sales: 133 firms in 2025, 66.9 firms (33.5 %) short of the target of 200 firms; from 100 firms in 2022 growth is 10.0 % a year, the target needs 26.0 % a year.',
    );
    expect(told('zh', short, '提价')).toBe(
      '在“提价”情景下，2025年销量为133家，比200家的目标少66.9家（33.5%）；较2022年的100家年均增长10.0%，达标须年均增长26.0%。',
    );
  });

  it('says what is past it, and that it is met', () => {
    expect(told('en', { ...short, target: target('2024', 110, 'firms') }, 'Rise')).toBe(
      'Sales in “Rise”: 121 firms in 2024, 11 firms (10.0 %) past the target of 110 firms; from 100 firms in 2022 growth is 10.0 % a year, the target needs only 4.9 % a year.',
    );
    expect(told('en', { ...short, target: target('2024', 121, 'firms') })).toBe(
      'Sales: just the target of 121 firms in 2024; from 100 firms in 2022 growth is 10.0 % a year.',
    );
  });

  it('is of the year where the target is, by what the line says of its years', () => {
    const values = Array.from({ length: 24 }, (_, i) => (i < 12 ? 10 : 20));
    expect(
      told('en', {
        line: line('firms', { rollup: 'sum' }),
        periods: MONTHS,
        values,
        target: target('2027', 300, 'firms'),
      }),
    ).toBe(
      'Sales: 240 firms in 2027, 60 firms (20.0 %) short of the target of 300 firms; from 120 firms in 2026 growth is 100.0 % a year, the target needs 150.0 % a year.',
    );
    expect(
      told('en', { line: line('firms'), periods: MONTHS, values, target: target('2027-12', 40, 'firms') }),
    ).toContain('Sales: 20 firms in Dec 2027');
  });

  it('speaks of no growth where there is none to speak of', () => {
    const loss = { ...short, values: [-5, 1, 2, 3] };
    expect(told('en', loss)).toBe('Sales: 3 firms in 2025, 197 firms (98.5 %) short of the target of 200 firms.');
    expect(told('zh', loss)).toBe('2025年销量为3家，比200家的目标少197家（98.5%）。');
  });

  it('compares a period with the same one of an earlier year, and within a year tells what it is in all', () => {
    const quarters: Periods = {
      first: ordinalOf(2026, 1, 'quarter'),
      last: ordinalOf(2027, 4, 'quarter'),
      step: 'quarter',
    };
    const seasons = { line: line('firms'), periods: quarters, values: [10, 20, 40, 100, 11, 22, 44, 110] };
    expect(told('en', { ...seasons, target: undefined })).toBe(
      'Sales: 110 firms in Q4 2027; from 100 firms in Q4 2026 growth is 10.0 % a year.',
    );
    expect(told('zh', { ...seasons, target: target('2026Q3', 50, 'firms') })).toBe(
      '2026年三季度销量为40家，比50家的目标少10家（20.0%）；较2026年一季度的10家累计增长300.0%，达标须累计增长400.0%。',
    );
  });

  it('rounds no small growth to none, tells what shrinks as such, and no share of a gap that lies on both sides of nothing', () => {
    const flat = { line: line('firms'), periods: YEARS, values: [1000, 1000, 1000, 999], target: undefined };
    expect(told('en', flat)).toContain('growth is −0.03 % a year');
    expect(told('zh', flat)).toContain('年均下降0.03%');
    expect(told('en', { ...flat, values: [1, 1, 1, -50], target: target('2025', 100, 'firms') })).toContain(
      '150 firms short of the target',
    );
  });

  it('says where the line ends, where there is no target', () => {
    const free = { ...short, target: undefined };
    expect(told('en', free)).toBe('Sales: 133 firms in 2025; from 100 firms in 2022 growth is 10.0 % a year.');
    expect(told('zh', free)).toBe('2025年销量为133家；较2022年的100家年均增长10.0%。');
  });

  it('of a line that has one value is of that', () => {
    const one = { ...short, line: line('firms', { kind: 'result' }), target: undefined };
    expect(told('en', one, undefined, 5)).toBe('Sales: 5 firms.');
    expect(told('zh', one, '提价', 5)).toBe('在“提价”情景下，销量为5家。');
  });

  it('tells shares as such, and nothing where there is no number', () => {
    const share = {
      line: line('percent'),
      periods: YEARS,
      values: [0.1, 0.1, 0.2, 0.2],
      target: target('2025', 25, 'percent'),
    };
    expect(told('en', share)).toContain('Sales: 20.0 % in 2025, 5.0 points short of the target of 25.0 %');
    expect(told('en', { ...short, values: [1, 2, 3, Number.NaN] })).toBeUndefined();
  });
});
