import { describe, expect, it } from 'vitest';
import type { App } from '../../../src/state/app.ts';
import type { ChartData, Curve } from '../../../src/view/chart/data.ts';
import { piled, roomOf } from '../../../src/view/chart/stack.ts';
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
  dots: [{ x: 2025, y: 1, kind: 'same', label: '', figure: '' }],
  targets: [],
  observedUntil: 2025,
  knownUntil: 2025,
  projectedLabel: '',
  unit: 'm3/day',
  formatTick: String,
  formatValue: String,
});

describe('lines on one another', () => {
  const app = () => openCommandApp() as unknown as App;
  const spec = { line: 'gd_scale', beside: ['south', 'east'], as: 'areas' } as const;
  const one = data(
    curve('base', [1, 2, 3]),
    curve('south', [10, null, 30], true),
    curve('east', [100, 200, null], true),
  );

  it('stand on those before them, a gap on nothing, and their sum is told', () => {
    const found = piled(app(), one, spec);
    expect(found?.curves.map(({ values }) => values)).toEqual([
      [1, 2, 3],
      [10, null, 30],
      [100, 200, null],
      [111, 202, 33],
    ]);
    expect(found?.curves.map(({ tops }) => tops)).toEqual([
      [1, 2, 3],
      [11, null, 33],
      [111, 202, null],
      [null, null, null],
    ]);
    expect(found?.curves.at(-1)).toMatchObject({ id: 'base', name: 'Total' });
    expect(found?.dots).toEqual([]);
  });

  it('are shares of their sum where that is asked', () => {
    const found = piled(app(), data(curve('base', [1, 0, 3]), curve('south', [3, 0, 1], true)), {
      ...spec,
      as: 'share',
    });
    expect(found?.curves.map(({ values }) => values)).toEqual([
      [25, null, 75],
      [75, null, 25],
      [100, null, 100],
    ]);
    expect([found?.unit, found?.formatValue(33.333)]).toEqual(['%', '33.3%']);
  });

  it('are none where a line stands alone, or beside another', () => {
    expect(piled(app(), one, { line: 'gd_scale', as: 'areas' })).toBeUndefined();
    expect(piled(app(), one, { line: 'gd_scale', beside: ['south'] })).toBeUndefined();
  });
});

it('a bar is as wide as its period, however far the first year lies from 0: a drawing knows no places outside 16 bits', () => {
  const x = (period: number) => Math.max(-32_768, Math.min(32_767, (period - 2025) * 90));
  const ground = { ctx: {} as CanvasRenderingContext2D, x, y: (value: number) => value };
  expect(roomOf(ground, data())).toBe(90);
});
