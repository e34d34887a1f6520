import { describe, expect, it } from 'vitest';
import { type AxisHints, periodBy, readAxis } from '../../../src/io/reading/axis.ts';
import { readPeriodCell } from '../../../src/io/reading/periodCells.ts';
import { ordinalOf, periodText } from '../../../src/model/periods.ts';

/** An axis as it is written everywhere: `-` for what is no period of it. */
const axis = (cells: readonly string[], hints?: AxisHints) => {
  const found = readAxis(cells, hints);
  return found?.periods.map((period) => (period === undefined ? '-' : periodText(period, found.step))).join(' ');
};

describe('the periods along an axis', () => {
  it.each([
    ['years of any century', '1300 1890 1905', '1300 1890 1905'],
    ['years with marks', '2022A|2023E|2024F|2025P', '2022 2023 2024 2025'],
    ['years in words', '2023年（预计）|2024年预算|Budget 2025|2026 Forecast', '2023 2024 2025 2026'],
    ['fiscal years of two digits', "FY24|FY'25|FY26E", '2024 2025 2026'],
    ['fiscal years of two years', 'FY2023/24|2024/25|2025-26', '2023 2024 2025'],
    ['years of schools and accounts', '2023-2024年度|2024-2025年度', '2023 2024'],
    ['years of accounts that look like months', '2009-10|2010-11|2011-12', '2009 2010 2011'],
    ['two years of accounts that look like months', '2010-11|2011-12', '2010 2011'],
    ['months that look like years of accounts', '2011-10|2011-11|2011-12', '2011-10 2011-11 2011-12'],
    ['the first days of years', '2020-01-01|2021-01-01|2022-01-01', '2020 2021 2022'],
    ['the last days of years', '31/12/2020|31/12/2021', '2020 2021'],
    ['the last days of years of accounts', '31 March 2023|31 March 2024', '2023 2024'],
    ['years of accounts in words', 'Year ended 31 December 2023|Year ended 31 December 2024', '2023 2024'],
    ['last months of years', 'Dec-20|Dec-21|Dec-22', '2020 2021 2022'],
    ['ends of quarters', '31.03.2024|30.06.2024|30.09.2024|31.12.2024', '2024Q1 2024Q2 2024Q3 2024Q4'],
    ['ends of quarters by their months', 'Mar-24|Jun-24|Sep-24', '2024Q1 2024Q2 2024Q3'],
    ['ends of halves', '2023-06-30|2023-12-31|2024-06-30', '2023H1 2023H2 2024H1'],
    ['ends of months', '1/31/2024|2/29/2024|3/31/2024', '2024-01 2024-02 2024-03'],
    ['first days of months, the day first', '01/01/2024|01/02/2024|01/03/2024', '2024-01 2024-02 2024-03'],
    ['days of months, the month first', '01/05/2024|02/05/2024|03/05/2024', '2024-01 2024-02 2024-03'],
    ['days with times', '2024-01-31T00:00:00Z|2024-02-29T00:00:00Z', '2024-01 2024-02'],
    ['days in Chinese', '2024年1月31日|2024年2月29日', '2024-01 2024-02'],
    ['quarters', 'Q1 2024|2024Q2|3Q24|2024年四季度', '2024Q1 2024Q2 2024Q3 2024Q4'],
    ['quarters with marks', '1Q24A|2Q24E', '2024Q1 2024Q2'],
    ['months', 'Dec 2023|Jan 2024|2024年2月', '2023-12 2024-01 2024-02'],
    ['months of the last century', 'Nov-98|Dec-98|Jan-99', '1998-11 1998-12 1999-01'],
    ['what most of them are', '2025 Q1|2025 Q2|2025', '2025Q1 2025Q2 -'],
  ])('are %s: %s', (_, cells, expected) => {
    expect(axis(cells.split(cells.includes('|') ? '|' : ' '))).toBe(expected);
  });

  it.each([
    ['Year 1|Year 2|Year 3', 2026, '2026 2027 2028'],
    ['Y0|Y1|Y2', 2026, '2026 2027 2028'],
    ['第1年|第2年', 2026, '2026 2027'],
    ['Proj Year 1|Proj Year 2', 2026, '2026 2027'],
    ['Q1|Q2|Q3|Q4|Q5', ordinalOf(2026, 1, 'quarter'), '2026Q1 2026Q2 2026Q3 2026Q4 2027Q1'],
    ['第1半年|第2半年|第3半年', ordinalOf(2026, 1, 'half'), '2026H1 2026H2 2027H1'],
    ['第十年|第十一年', 2026, '2026 2027'],
    ['Month 1|Month 2', ordinalOf(2026, 4, 'month'), '2026-04 2026-05'],
    ['第3个月|第4个月', ordinalOf(2026, 3, 'month'), '2026-03 2026-04'],
    ['Period 1|Period 2', 2026, '2026 2027'],
    ['Jan|Feb|Mar', ordinalOf(2026, 1, 'month'), '2026-01 2026-02 2026-03'],
    ['Nov|Dec|Jan', ordinalOf(2026, 11, 'month'), '2026-11 2026-12 2027-01'],
    ['11月|12月|一月', ordinalOf(2026, 11, 'month'), '2026-11 2026-12 2027-01'],
    ['Q3|Q4|Q1|Q2|Q3', ordinalOf(2026, 3, 'quarter'), '2026Q3 2026Q4 2027Q1 2027Q2 2027Q3'],
    ['上半年|下半年', ordinalOf(2026, 1, 'half'), '2026H1 2026H2'],
  ])('%s are counted from the start that is said', (cells, start, expected) => {
    expect(axis(cells.split('|'), { start })).toBe(expected);
  });

  it('ask for their start where they do not say it, and suggest one', () => {
    expect(readAxis(['Item', 'Year 1', 'Year 2'], { year: 2024 })?.start).toEqual({
      written: 'Year 1',
      place: 1,
      period: 2024,
    });
    expect(readAxis(['Item', '2024', '2025'])?.start).toBeUndefined();
  });

  it('take the years that stand above them', () => {
    const above = ['', '2024', '', '2025', ''];
    const cells = ['Item', 'Q3', 'Q4', 'Q1', 'Q2'];
    expect(axis(cells, { above })).toBe('- 2024Q3 2024Q4 2025Q1 2025Q2');
    expect(readAxis(cells, { above })?.start).toBeUndefined();
  });

  it.each(['M1|M2', 'P10|P50|P90', 'Mayor|Margin', '12|13|14', '2026-13|13/2026', 'H3|Q5', '2019-2023|2024-2028'])(
    'are none in %s',
    (cells) => expect(axis(cells.split('|'))).toBeUndefined(),
  );

  it('say whether they go one way, each once', () => {
    expect(readAxis(['2022', '2021', '2020'])?.isOrdered).toBe(true);
    expect(readAxis(['2000', '2000', '2050'])?.isOrdered).toBe(false);
    expect(readAxis(['1200', '1950', '1900'])?.isOrdered).toBe(false);
  });

  it('read any other cell of their column alike', () => {
    const { reading } = readAxis(['31/12/2020', '31/12/2021']) ?? {};
    expect(reading && periodBy('31/12/1990', reading)).toBe(1990);
    expect(reading && periodBy('total', reading)).toBeUndefined();
  });
});

describe('a cell of an axis', () => {
  it('says whether it was written in other words', () => {
    expect(readPeriodCell('2024')).toMatchObject({ interpreted: false });
    expect(readPeriodCell('2024E')).toMatchObject({ interpreted: true });
  });
});
