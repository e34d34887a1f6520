import { beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import type { App } from '../../../src/state/app.ts';
import { type ChartData, type Curve, curveOf, markX, without } from '../../../src/view/chart/data.ts';
import { figuresFor, marksBeside } from '../../../src/view/chart/figureMarks.ts';
import { legendOf } from '../../../src/view/chart/legend.ts';
import { axisOf } from '../../../src/view/chart/timeAxis.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { plainChart, plainScale } from '../../fixtures/plainChart.ts';

const curve = (line: string, more: Partial<Curve> = {}): Curve => ({
  id: line,
  name: line,
  place: 0,
  colour: 1,
  marker: 0,
  inView: false,
  values: [1, 2],
  of: { scenario: 'base', line },
  ...more,
});
const mark = { y: 1, label: 'A, 2025: 1', figure: 'f' };

describe('figures of lines beside the one that leads a chart', () => {
  let app: App;
  beforeEach(() => {
    app = Object.assign(openCommandApp(), { t: () => en }) as unknown as App;
  });
  const beside = (lines: readonly string[], drawn: Parameters<typeof marksBeside>[2] = []) =>
    marksBeside(app, lines, drawn, plainScale, () => axisOf(app.workspace.model(), undefined, undefined));

  it('are those of a chart that the line leads, each told with its name', () => {
    const { dots, targets } = beside(['gd_firms']);
    expect(targets.map(({ line, label }) => [line, label])).toContainEqual([
      'gd_firms',
      'Enterprises, target 2000, 2025',
    ]);
    expect(targets[0]?.plain).toBe('Target 2000, 2025');
    expect(dots.length).toBeGreaterThan(0);
    expect(dots.every(({ line, label }) => line === 'gd_firms' && label.startsWith('Enterprises, '))).toBe(true);
  });

  it('no figure twice, be it of the first line or of one before', () => {
    const [own] = app.workspace.model().charts;
    const figures = own ? figuresFor(app, own, 'bn yuan') : [];
    expect(figures.length).toBeGreaterThan(0);
    expect(beside(['gd_scale'], figures)).toEqual({ dots: [], targets: [] });
    expect(beside(['gd_firms', 'gd_firms']).dots).toHaveLength(beside(['gd_firms']).dots.length);
  });

  it('none of a line that has none, or is gone', () => {
    expect(beside(['gd_required_path', 'nowhere'])).toEqual({ dots: [], targets: [] });
  });
});

describe('whose a mark is', () => {
  const chart: ChartData = {
    ...plainChart([curve('a', { ofLine: true, shift: -0.2 }), curve('b', { beside: true }), curve('c')]),
    dots: [{ ...mark, x: 2025, kind: 'same', line: 'b' }],
    targets: [{ ...mark, year: 2026, line: 'a' }],
  };

  it('has the colour of its line, where lines have colours, and stands on its bar', () => {
    expect(curveOf(chart, 'a')?.id).toBe('a');
    expect(curveOf(chart, 'c')).toBeUndefined();
    expect(markX(chart, 2026, 'a')).toBe(2025.8);
    expect(markX(chart, 2026, undefined)).toBe(2026);
  });

  it('goes with a line that is left out', () => {
    expect(without(chart, ['b'])).toMatchObject({ dots: [], targets: [{ line: 'a' }] });
    expect(without(chart, [])).toBe(chart);
  });

  it('is told in the legend', () => {
    const t = en.chart;
    expect(legendOf(chart, t)).toEqual([
      '●\u00a0observed',
      '◆\u00a0target',
      '(grey: b)',
      '(in the colours of their lines)',
    ]);
    expect(legendOf({ ...chart, dots: [], targets: [] }, t)).toEqual([]);
    const typed = plainChart([curve('a', { actual: [true, false] })]);
    expect(legendOf(typed, t)).toEqual(['●\u00a0actual']);
    expect(legendOf({ ...typed, years: [2025], curves: [curve('a', { values: [null], actual: [true] })] }, t)).toEqual(
      [],
    );
  });

  it('in a narrow chart of several lines, where some words have none, by those too', () => {
    expect(legendOf(chart, en.chart, true)).toContain('◆\u00a0A, 2025: 1');
    const lead = { ...chart, targets: chart.targets.map(({ line: _, ...target }) => target) };
    expect(legendOf(lead, en.chart, true)).toContain('◆\u00a0target');
  });

  it('in small charts, where targets have no room for their words, by those', () => {
    expect(legendOf({ ...chart, panels: [] }, en.chart)).toEqual(['●\u00a0observed', '◆\u00a0A, 2025: 1']);
  });
});
