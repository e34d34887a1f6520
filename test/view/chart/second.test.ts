import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '../../../src/model/model.ts';
import type { App } from '../../../src/state/app.ts';
import type { ChartData, Curve } from '../../../src/view/chart/data.ts';
import { valueAxis } from '../../../src/view/chart/scale.ts';
import { placed } from '../../../src/view/chart/second.ts';
import { shaped } from '../../../src/view/chart/shaping.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { plainChart, plainScale } from '../../fixtures/plainChart.ts';
import { runs } from '../../runs.ts';

const curve = (line: string, values: Curve['values'], beside = true): Curve => ({
  id: beside ? line : 'base',
  name: line,
  place: 0,
  colour: 1,
  marker: 0,
  inView: !beside,
  values,
  of: { scenario: 'base', line },
  ...(beside ? { beside } : {}),
});
/** In bn yuan, of firms, and in %. */
const [SCALE, FIRMS, SHARE] = ['gd_scale', 'gd_firms', 'gd_share'];
const draw = (spec: Partial<ChartSpec>, ...lines: readonly string[]) =>
  shaped(
    openCommandApp() as unknown as App,
    plainChart([curve(SCALE, [10, 20], false), ...lines.map((line) => curve(line, [1000, 3000]))]),
    { line: SCALE, beside: lines, ...spec },
    { scaleOf: plainScale, scenarios: [], inScenario: () => plainChart([]), curvesOf: () => [] },
  );
const rights = (chart: ChartData | undefined) => chart?.curves.filter(({ right }) => right).map(({ name }) => name);

describe('lines of several units in one chart', () => {
  it('a figure of a line on the right stands on the axis of that line', () => {
    const app = openCommandApp() as unknown as App;
    const mark = { label: '', figure: '', line: FIRMS };
    const chart = shaped(
      app,
      {
        ...plainChart([curve(SCALE, [10, 20], false), curve(FIRMS, [1000, 3000])]),
        dots: [{ ...mark, x: 2025, y: 1000, kind: 'same' }],
        targets: [{ ...mark, year: 2026, y: 9000 }],
      },
      { line: SCALE, beside: [FIRMS], as: 'curves' },
      { scaleOf: plainScale, scenarios: [], inScenario: () => plainChart([]), curvesOf: () => [] },
    );
    if (!chart) throw new Error('no chart');
    const { data, left } = placed(chart, valueAxis([10, 20]));
    const firms = data.curves.find(({ right }) => right);
    expect(data.dots[0]?.y).toBeCloseTo(firms?.tops?.[0] ?? Number.NaN);
    // The axis has room for it.
    expect(data.targets[0]?.y).toBeLessThanOrEqual(left.max * (1 + 1e-9));
  });

  it('those of a second unit stand on the right, which their names tell; those of a third are left out and told', () => {
    const two = draw({ as: 'curves' }, FIRMS);
    expect(rights(two)).toEqual(['gd_firms (gd_firms, right)']);
    expect(two).toMatchObject({ second: { unit: FIRMS }, problems: [] });
    const three = draw({ as: 'curves' }, FIRMS, SHARE);
    expect(three?.curves).toHaveLength(2);
    expect(three?.problems).toEqual(['“Share of the nation” is not drawn: a chart has axes for two units.']);
  });

  it('what is stacked is of one unit; an index and changes ask for no unit; two axes are even', () => {
    const piled = draw({ as: 'areas' }, FIRMS);
    expect(piled?.curves.map(({ name }) => name)).not.toContain('gd_firms');
    expect(piled?.problems?.[0]).toBe('“Enterprises” is not drawn: only lines of one unit are stacked.');
    const index = draw({ as: 'curves', show: 'index' }, FIRMS, SHARE);
    expect(index?.curves).toHaveLength(3);
    expect(index?.second).toBeUndefined();
    const log = draw({ as: 'curves', log: true }, FIRMS);
    expect(log?.scale).toBeUndefined();
    expect(log?.problems?.[0]).toMatch(/two axes/);
  });

  it('every value lies within the plot, 0 on 0, and each gridline stands for a value of either axis', () => {
    const amount = fc.oneof(
      fc.constant(0),
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
    );
    const asked = draw({ as: 'curves' }, FIRMS) as ChartData;
    fc.assert(
      fc.property(fc.tuple(amount, amount), fc.tuple(amount, amount), (lefts, values) => {
        const curves = asked.curves.map((one) => ({ ...one, values: one.right ? values : lefts }));
        const { data: chart, left } = placed({ ...asked, curves }, valueAxis(lefts));
        const slack = 1e-6 * Math.max(1e-9, left.max - left.min);
        chart.curves
          .flatMap(({ tops }) => tops ?? [])
          .forEach((top, i) => {
            expect(top).toBeGreaterThanOrEqual(left.min - slack);
            expect(top).toBeLessThanOrEqual(left.max + slack);
            expect(Math.sign(top ?? 0)).toBe(Math.sign(values[i] ?? 0));
          });
        expect(chart.second?.ticks?.map(({ at }) => at)).toEqual(left.ticks);
      }),
      runs(200, 20_000),
    );
  });
});
