import { beforeEach, expect, it } from 'vitest';
import type { ChartSpec } from '../../../src/model/model.ts';
import type { App } from '../../../src/state/app.ts';
import type { ChartData, Curve } from '../../../src/view/chart/data.ts';
import { alike, columnsOf, toldBelow, toldBeside } from '../../../src/view/chart/panels.ts';
import { shaped } from '../../../src/view/chart/shaping.ts';
import { chartUntil } from '../../../src/view/chart/span.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { plainChart, plainScale } from '../../fixtures/plainChart.ts';

let app: App;
let scenarios: readonly string[] = [];
beforeEach(() => {
  app = openCommandApp() as unknown as App;
  scenarios = app.workspace.document().scenarios.map(({ id }) => id);
});
const values = (scenario: string, line: string) =>
  [10, 20].map((n) => n * (1 + scenarios.indexOf(scenario)) + line.length);
const curve = (scenario: string, line: string, beside = false): Curve => ({
  id: beside ? line : scenario,
  name: beside ? line : scenario,
  place: 0,
  colour: 1,
  marker: 0,
  inView: false,
  values: values(scenario, line),
  of: { scenario, line },
  ...(beside ? { beside } : {}),
});
const draw = (spec: ChartSpec, marks: Partial<ChartData> = {}) => {
  const curvesOf = (line: string) => scenarios.map((scenario) => curve(scenario, line));
  const inScenario = (scenario: string): ChartData =>
    plainChart([...curvesOf(spec.line), ...(spec.beside ?? []).map((line) => curve(scenario, line, true))]);
  const whole = { ...inScenario(scenarios[0] ?? ''), ...marks };
  return shaped(app, whole, spec, { scaleOf: plainScale, scenarios, inScenario, curvesOf }) as ChartData;
};

it('a small chart for each scenario has the lines of the chart in that scenario, and the axis of all', () => {
  const { panels = [], curves } = draw({ line: 'gd_scale', beside: ['gd_gap'], as: 'curves', split: 'scenarios' });
  expect(panels).toHaveLength(scenarios.length);
  panels.forEach((panel, i) => {
    const scenario = scenarios[i] ?? '';
    expect(panel.curves.map((one) => one.values)).toEqual([values(scenario, 'gd_scale'), values(scenario, 'gd_gap')]);
  });
  // The table has them all.
  expect(curves).toHaveLength(2 * scenarios.length);
  const rooms = alike({ ...draw({ line: 'gd_scale', split: 'scenarios' }) }).map(({ room }) => room);
  expect(new Set(rooms).size).toBe(1);
  expect(rooms[0]).toContain(values(scenarios.at(-1) ?? '', 'gd_scale')[1]);
});

it('behind the title of a small chart stand its values in the last year, or in the one that is read; gaps are left out', () => {
  const { panels = [] } = draw({ line: 'gd_scale', split: 'scenarios' });
  const [first] = panels;
  if (!first) throw new Error('no small chart');
  const panel = { ...first, title: first.curves[0]?.name ?? '' };
  const [then, last] = values(scenarios[0] ?? '', 'gd_scale');
  expect(toldBeside(panel)).toBe(`2026: ${last}`);
  expect(toldBeside(panel, 2025)).toBe(`2025: ${then}`);
  const gap = { ...curve('base', 'gd_gap', true), values: [3, null] };
  expect(toldBeside({ ...panel, curves: [...panel.curves, gap] })).toBe(`2026: ${last}`);
  // A line that ends sooner is told at its own end.
  expect(toldBeside({ ...panel, curves: [gap] })).toBe('2025: 3');
  expect(toldBeside({ ...panel, curves: [gap] }, 2026)).toBe('');
  // Several values stand below it, each behind the sign of its line.
  const two = { ...panel, curves: [...panel.curves, gap] };
  expect(toldBeside(two, 2025)).toBe('2025');
  expect(toldBelow(two, 2025).map(({ curve: { name }, text }) => [name, text])).toEqual([
    [panel.title, String(then)],
    ['gd_gap', '3'],
  ]);
  expect(toldBelow(two)).toEqual([]);
});

it('of scenarios in a small chart the value of that in view is told, since there is no room for all', () => {
  const curves = scenarios.map((id, i) => ({ ...curve(id, 'gd_scale'), inView: i === 1 }));
  const panel = { ...plainChart(curves), title: 'Industry scale' };
  expect(toldBeside(panel)).toBe(`2026: ${curves[1]?.values[1]}`);
  expect(toldBelow(panel)).toEqual([]);
});

it('a figure stands in the small chart of its line, and in the table with the name of that', () => {
  const mark = { y: 1, label: 'Gap, 2025: 1', plain: '2025: 1', figure: 'f', line: 'gd_gap' };
  const chart = draw(
    { line: 'gd_scale', beside: ['gd_gap', 'gd_firms'], as: 'curves', split: 'lines' },
    {
      dots: [
        { ...mark, x: 2025, kind: 'same' },
        { ...mark, x: 2025, kind: 'same', figure: 'lost', line: 'gd_firms' },
      ],
      targets: [{ ...mark, year: 2026, figure: 'lead', line: 'gd_scale' }],
    },
  );
  expect(chart.panels?.map(({ dots, targets }) => [dots.length, targets.length])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(chart.panels?.[1]?.dots[0]).toMatchObject({ label: '2025: 1', figure: 'f' });
  expect(chart.dots.map(({ figure, label }) => [figure, label])).toEqual([['f', 'Gap, 2025: 1']]);
});

it('one for each line has every scenario; a line of another unit is left out and told, but for an index', () => {
  const spec = { line: 'gd_scale', beside: ['gd_gap', 'gd_firms'], as: 'curves', split: 'lines' } as const;
  const chart = draw(spec);
  expect(chart.panels?.map(({ curves }) => curves.map(({ id }) => id))).toEqual([scenarios, scenarios]);
  expect(chart.problems?.[0]).toMatch(/^“Enterprises” is not drawn: small charts share one axis/);
  expect(draw({ ...spec, show: 'index' }).panels).toHaveLength(3);
});

it('a shorter span cuts each of them, and they stand in as few rows as there is width for', () => {
  const cut = chartUntil(draw({ line: 'gd_scale', split: 'scenarios' }), 2025);
  expect(cut.panels?.map(({ years }) => years)).toEqual(scenarios.map(() => [2025]));
  expect([columnsOf(4, 900, 150), columnsOf(4, 340, 150), columnsOf(7, 900, 150), columnsOf(1, 0, 150)]).toEqual([
    4, 2, 4, 1,
  ]);
});
