import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, axisValues, contour, dataTable } from '../../src/analysis/dataTable.ts';
import type { Means } from '../../src/analysis/settings.ts';
import type { Trials } from '../../src/analysis/trial.ts';
import type { Line } from '../../src/model/line.ts';
import { PERIODS, SCENARIOS, SPEC } from '../fixtures/small.ts';
import { alone, beside } from '../fixtures/trials.ts';
import { runs } from '../runs.ts';

const means = (trials: Trials): Means => ({ trials, signal: new AbortController().signal, onProgress: () => {} });
const grown = (start: number, growth: number) => [1, 2, 3].reduce((scale) => scale * (1 + growth) + 1, start);
const axis = (line: string, values: readonly number[], scenario = 'base'): Axis => ({
  cell: { scenario, line, slot: 'value' },
  values,
});

describe('the values of an input', () => {
  it('go from low to high as they would be typed, years each once', () => {
    expect(axisValues({ low: 0.1, high: 0.4, steps: 4 }, 'percent')).toEqual([0.1, 0.2, 0.3, 0.4]);
    expect(axisValues({ low: 2025, high: 2027, steps: 9 }, 'year')).toEqual([2025, 2026, 2027]);
    expect(axisValues({ low: -1, high: 1, steps: 2 }, '')).toEqual([-1, 1]);
  });
});

describe('a table', () => {
  it('of two inputs has each result for all their values, and the model as it stands', async () => {
    const [start, growth] = [axis('start', [90, 100, 110]), axis('growth', [0, 0.1])];
    const results = [
      { scenario: 'base', line: 'scale', slot: 2025 },
      { scenario: 'base', line: 'total', slot: 'value' as const },
    ];
    const found = await dataTable(SPEC, [start, growth], results, means(await beside(SPEC)));
    const wanted = [0, 0.1].flatMap((rate) => [90, 100, 110].map((from) => expect.closeTo(grown(from, rate), 9)));
    expect([...(found.values[0] ?? [])]).toEqual(wanted);
    expect(found.now[0]).toBeCloseTo(grown(100, 0.1), 9);
    expect(found).toMatchObject({ held: [100, 0.1], unread: [] });
    const byWorkbook = await dataTable(SPEC, [start, growth], results, means(alone()));
    for (const [i, values] of found.values.entries())
      expect([...(byWorkbook.values[i] ?? [])]).toEqual([...values].map((value) => expect.closeTo(value, 8)));
  });

  it('of one input is of its scenario, inherited or not', async () => {
    const results = [{ scenario: 'fast', line: 'scale', slot: 2025 }];
    const found = await dataTable(SPEC, [axis('start', [50, 200], 'fast')], results, means(await beside(SPEC)));
    expect([...(found.values[0] ?? [])]).toEqual([50, 200].map((from) => expect.closeTo(grown(from, 0.2), 9)));
    expect(found.held).toEqual([100]);
  });

  it('tells of inputs that nothing reads, of cells without a number, and of what only a workbook computes', async () => {
    const text = { en: 'x', zh: 'x' };
    const lines: Line[] = [
      { kind: 'input', id: 'p', label: text, unit: '', value: 1 },
      { kind: 'input', id: 'apart', label: text, unit: '', value: 1 },
      { kind: 'result', id: 'root', label: text, unit: '', formula: '=SQRT({p})' },
      { kind: 'result', id: 'odd', label: text, unit: '', formula: '=LEN(TEXT({p},"0"))' },
    ];
    const spec = { lines, periods: PERIODS, scenarios: SCENARIOS.slice(0, 1) };
    const live = means(await beside(spec));
    const at = (line: string) => ({ scenario: 'base', line, slot: 'value' as const });
    const root = await dataTable(spec, [axis('p', [-1, 0, 4]), axis('apart', [1, 2])], [at('root')], live);
    expect([...(root.values[0] ?? [])]).toEqual([Number.NaN, 0, 2, Number.NaN, 0, 2]);
    expect(root.unread).toEqual([at('apart')]);
    const odd = await dataTable(spec, [axis('p', [1, 10, 100])], [at('odd')], live);
    expect([...(odd.values[0] ?? [])]).toEqual([1, 2, 3]);
    expect(odd.without).toBe('LEN');
    const control = new AbortController();
    const called = dataTable(spec, [axis('p', [1, 10, 100])], [at('odd')], { ...live, signal: control.signal });
    control.abort();
    await expect(called).rejects.toMatchObject({ reason: 'cancelled' });
  });
});

describe('the line of a target', () => {
  it('of a plane is straight, and lies where the plane has the value', () => {
    const coefficient = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(coefficient, coefficient, coefficient, fc.integer({ min: 2, max: 9 }), (a, b, c, width) => {
        const values = Float64Array.from(
          { length: width * 6 },
          (_, i) => a * (i % width) + b * Math.floor(i / width) + c,
        );
        for (const [x1, y1, x2, y2] of contour(values, width, 0))
          for (const [x, y] of [
            [x1, y1],
            [x2, y2],
          ] as const)
            expect(Math.abs(a * x + b * y + c)).toBeLessThan(1e-9);
      }),
      runs(100, 5000),
    );
  });

  it('goes round a peak, parts a saddle, and leaves out what holds no number', () => {
    expect(contour(Float64Array.of(0, 0, 0, 0, 2, 0, 0, 0, 0), 3, 1)).toHaveLength(4);
    const saddle = contour(Float64Array.of(3, 0, 0, 3), 2, 1);
    // The middle is above: the two high corners go together, each low one is cut off.
    expect(saddle).toHaveLength(2);
    for (const [x1, y1, x2, y2] of saddle) expect(Math.abs(x1 + x2 - (y1 + y2))).toBeGreaterThan(0.5);
    expect(contour(Float64Array.of(0, 2, Number.NaN, 2), 2, 1)).toEqual([]);
    expect(contour(Float64Array.of(0, 0, 0, 0), 2, 1)).toEqual([]);
  });
});
