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
      'At 10.0 % a year Sales reaches 133 firms in 2025, 66.9 firms (33.5 %) short of its target of 200 firms; it needs 26.0 % a year from 100 firms in 2022.',
    );
    expect(told('zh', short, '提价')).toBe(
      '在“提价”情景下，按年均增长10.0%计，2025年销量为133家，比200家的目标少66.9家（33.5%）；自2022年起，达标所需年均增速为26.0%。',
    );
  });

  it('says what is past it, and that it is met', () => {
    expect(told('en', { ...short, target: target('2024', 110, 'firms') }, 'Rise')).toBe(
      'In “Rise”, at 10.0 % a year Sales reaches 121 firms in 2024, 11 firms (10.0 %) past its target of 110 firms; it needed 4.9 % a year from 100 firms in 2022.',
    );
    expect(told('en', { ...short, target: target('2024', 121, 'firms') })).toBe(
      'At 10.0 % a year Sales just reaches its target of 121 firms in 2024.',
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
      'At 100.0 % a year Sales reaches 240 firms in 2027, 60 firms (20.0 %) short of its target of 300 firms; it needs 150.0 % a year from 120 firms in 2026.',
    );
    expect(
      told('en', { line: line('firms'), periods: MONTHS, values, target: target('2027-12', 40, 'firms') }),
    ).toContain('Sales reaches 20 firms in Dec 2027');
  });

  it('speaks of no growth where there is none to speak of', () => {
    const loss = { ...short, values: [-5, 1, 2, 3] };
    expect(told('en', loss)).toBe(
      'Sales reaches 3 firms in 2025, 197 firms (98.5 %) short of its target of 200 firms.',
    );
    expect(told('zh', loss)).toBe('2025年销量为3家，比200家的目标少197家（98.5%）。');
  });

  it('says where the line ends, where there is no target', () => {
    const free = { ...short, target: undefined };
    expect(told('en', free)).toBe('At 10.0 % a year Sales is 133 firms in 2025, from 100 firms in 2022.');
    expect(told('zh', free)).toBe('按年均增长10.0%计，2025年销量为133家，2022年为100家。');
  });

  it('of a line that has one value is of that', () => {
    const one = { ...short, line: line('firms', { kind: 'result' }), target: undefined };
    expect(told('en', one, undefined, 5)).toBe('Sales is 5 firms.');
    expect(told('zh', one, '提价', 5)).toBe('在“提价”情景下，销量为5家。');
  });

  it('tells shares as such, and nothing where there is no number', () => {
    const share = {
      line: line('percent'),
      periods: YEARS,
      values: [0.1, 0.1, 0.2, 0.2],
      target: target('2025', 25, 'percent'),
    };
    expect(told('en', share)).toContain('reaches 20.0 % in 2025, 5.0 points short of its target of 25.0 %');
    expect(told('en', { ...short, values: [1, 2, 3, Number.NaN] })).toBeUndefined();
  });
});
