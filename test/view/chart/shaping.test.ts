import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../../src/model/model.ts';
import type { App } from '../../../src/state/app.ts';
import type { ChartData, Curve } from '../../../src/view/chart/data.ts';
import { shaped } from '../../../src/view/chart/shaping.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';

const curve = (id: string, values: Curve['values'], beside = false): Curve => ({
  id,
  name: id,
  place: 0,
  colour: 1,
  marker: 0,
  inView: !beside,
  values,
  ...(beside ? { beside } : {}),
});
const data = (...curves: readonly Curve[]): ChartData => ({
  title: '',
  perYear: 1,
  periodText: String,
  periodName: String,
  years: [2025, 2026, 2027],
  curves,
  dots: [{ x: 2025, y: 50, kind: 'same', label: '', figure: '' }],
  targets: [],
  observedUntil: 2025,
  knownUntil: 2025,
  projectedLabel: '',
  unit: 'm3/day',
  formatTick: String,
  formatValue: String,
});
const scaleOf = (line: string) => ({
  factor: 1,
  label: line,
  tick: String,
  value: (n: number) => `${n}!`,
  words: String,
});
const draw = (spec: Partial<ChartSpec>, ...curves: readonly Curve[]) =>
  shaped(
    openCommandApp() as unknown as App,
    data(...curves),
    { line: 'gd_scale', ...spec },
    { scaleOf, scenarios: [], inScenario: () => data(), curvesOf: () => [] },
  );
const values = (chart: ChartData | undefined) => chart?.curves.map((one) => one.values);

describe('what a chart draws of its values', () => {
  it('an index of 100 in the first period, figures with it', () => {
    const found = draw({ show: 'index' }, curve('base', [50, 75, 100]), curve('up', [25, null, 100]));
    expect(values(found)).toEqual([
      [100, 150, 200],
      [100, null, 400],
    ]);
    expect(found).toMatchObject({ unit: '2025 = 100', dots: [{ y: 100 }], problems: [] });
  });

  it('figures of a line by the index of that line', () => {
    const lines = [curve('base', [50, 75, 100]), curve('other', [200, 300, 400], true)].map((one, i) => ({
      ...one,
      of: { scenario: 'base', line: i === 0 ? 'gd_scale' : 'other' },
    }));
    const dot = { x: 2025, kind: 'same', label: '', figure: '' } as const;
    const found = shaped(
      openCommandApp() as unknown as App,
      {
        ...data(...lines),
        dots: [
          { ...dot, y: 60, line: 'gd_scale' },
          { ...dot, y: 180, line: 'other' },
        ],
      },
      { line: 'gd_scale', beside: ['other'], as: 'curves', show: 'index' },
      { scaleOf, scenarios: [], inScenario: () => data(), curvesOf: () => [] },
    );
    expect(found?.dots.map(({ y }) => y)).toEqual([120, 90]);
  });

  it('an index from the first period that has one, which is told; none where there is no such period', () => {
    const later = draw({ show: 'index' }, curve('base', [0, 50, 100]), curve('up', [1, 2, null]));
    expect(values(later)).toEqual([
      [0, 100, 200],
      [50, 100, null],
    ]);
    expect(later?.problems).toEqual(['The index begins in 2026: before it “base” has no value above 0.']);
    const none = draw({ show: 'index' }, curve('base', [null, -1, 0]));
    expect(values(none)).toEqual([[null, -1, 0]]);
    expect(none?.problems?.[0]).toMatch(/^No index can be made/);
  });

  it('the change on the year before; what has none is counted', () => {
    const found = draw({ show: 'change' }, curve('base', [100, 150, 75]), curve('down', [-1, 5, null]));
    expect(values(found)).toEqual([
      [null, 50, -50],
      [null, null, null],
    ]);
    expect(found?.problems).toEqual([
      '1 change is left out: the value of the year before is 0 or less.',
      '1 figure or target is not drawn beside changes.',
    ]);
  });

  it('on a logarithmic axis, unless a value is 0 or less', () => {
    const found = draw({ log: true }, curve('base', [1, 10, 1000]));
    expect(found?.scale?.to(100)).toBe(2);
    expect(found?.scale?.axis([1, 10, 1000]).ticks).toEqual([0, 1, 2, 3]);
    const none = draw({ log: true }, curve('base', [1, 0, -5]));
    expect(none?.scale).toBeUndefined();
    expect(none?.problems).toEqual([
      'A logarithmic axis needs values above 0: “base” has none in 2026, nor in 1 more. The axis is even.',
    ]);
    expect(draw({ log: true, as: 'bars' }, curve('base', [1, 2, 3]))?.problems).toHaveLength(1);
  });

  it('shares only of parts that are not negative: else they are stacked', () => {
    const spec = { beside: ['other'], as: 'share' } as const;
    const found = draw(spec, curve('base', [1, 2, 3]), curve('other', [1, -2, 3], true));
    expect(values(found)?.at(-1)).toEqual([2, 0, 6]);
    expect(found?.problems?.[0]).toMatch(/^Shares need parts .*“other” is below 0 in 2026/);
  });

  it('several lines as curves or bars of their own, in the scenario in view', () => {
    const curves = [curve('base', [1, 2, 3]), curve('other', [4, 5, 6], true)];
    const found = draw({ beside: ['other'], as: 'curves' }, ...curves);
    expect(found?.curves).toMatchObject([
      { colour: 1, values: [1, 2, 3] },
      { colour: 2, values: [4, 5, 6] },
    ]);
    expect(found?.curves.some(({ beside }) => beside)).toBe(false);
    const bars = draw({ beside: ['other'], as: 'grouped' }, ...curves);
    expect(bars).toMatchObject({ bare: true, shaped: true });
    // Each bar has its own place in the period, as have the figures that stand on it.
    const shifts = bars?.curves.map(({ shift = 0 }) => shift) ?? [];
    expect(shifts[0]).toBeCloseTo(-(shifts[1] ?? 0));
    expect(shifts[0]).toBeLessThan(0);
  });

  it('nothing where it asks for nothing', () => {
    expect(draw({}, curve('base', [1, 2, 3]))).toBeUndefined();
    expect(draw({ as: 'lines' }, curve('base', [1, 2, 3]))).toBeUndefined();
  });
});

it('a stack says how many figures and targets of its first line are not drawn on it', () => {
  const found = draw({ as: 'areas', beside: ['south'] }, curve('base', [1, 2, 3]), curve('south', [1, 2, 3], true));
  expect(found?.problems).toEqual(['1 figure or target is not drawn: what is stacked are sums.']);
});
