import { describe, expect, it } from 'vitest';
import type { ChartData, TargetMark } from '../../../src/view/chart/data.ts';
import { chartUntil, spansOf } from '../../../src/view/chart/span.ts';

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const target = (year: number): TargetMark => ({ year, y: 1, label: '', figure: `f${year}` });

function chart(years: readonly number[], targets: readonly number[] = [], perYear = 1): ChartData {
  const data: Partial<ChartData> = {
    years,
    perYear,
    knownUntil: years[2] ?? 0,
    targets: targets.map(target),
    dots: [{ x: (years[0] ?? 0) + 0.5, y: 1, kind: 'same', label: '', figure: 'd' }],
    curves: [{ id: 'a', name: 'a', place: 0, colour: 1, marker: 0, inView: true, values: years, tops: years }],
  };
  return data as ChartData;
}
const told = (data: ChartData) => spansOf(data).map(({ span, until, year }) => [span, until, year]);

describe('the periods of a chart that are looked at', () => {
  it('go a little past the last target, to a round year behind that, or over all', () => {
    expect(told(chart(range(2022, 2035), [2025, 2027]))).toEqual([
      ['targets', 2028, 2027],
      ['round', 2030, 2030],
      ['all', 2035, 2035],
    ]);
  });

  it('are all where the targets lie at the end, and where there is no target and no round year before it', () => {
    expect(told(chart(range(2022, 2027), [2027]))).toEqual([['all', 2027, 2027]]);
    expect(told(chart(range(2022, 2025)))).toEqual([['all', 2025, 2025]]);
    expect(told(chart([2030]))).toEqual([['all', 2030, 2030]]);
    expect(spansOf(chart([]))).toHaveLength(1);
  });

  it('end with the last period of a round year, and on an axis with gaps with one that is there', () => {
    expect(told(chart(range(12 * 2026, 12 * 2033 - 1), [], 12))).toEqual([
      ['round', 12 * 2030 + 11, 2030],
      ['all', 12 * 2033 - 1, 2032],
    ]);
    expect(told(chart([2020, 2024, 2026, 2029, 2040, 2050]))).toContainEqual(['round', 2029, 2030]);
  });

  it('take curves, targets and figures with them', () => {
    const shown = chartUntil(chart(range(2022, 2035), [2025, 2034]), 2028);
    expect(shown.years).toEqual(range(2022, 2028));
    expect(shown.curves[0]).toMatchObject({ values: range(2022, 2028), tops: range(2022, 2028) });
    expect(shown.targets.map(({ year }) => year)).toEqual([2025]);
    expect(shown.dots).toHaveLength(1);
  });
});
