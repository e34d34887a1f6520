import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../../src/view/chart/data.ts';
import { chartBetween, placeAt, REST, WAY } from '../../../src/view/chart/motion.ts';

const DATA: ChartData = {
  title: '',
  perYear: 1,
  periodText: String,
  periodName: String,
  years: [2024, 2025],
  curves: [
    { id: 'base', name: 'Base', place: 0, colour: 1, marker: 0, inView: true, values: [10, 20] },
    { id: 's1', name: 'New', place: 1, colour: 2, marker: 1, inView: false, values: [null, 30] },
  ],
  dots: [],
  targets: [],
  observedUntil: 2024,
  knownUntil: 2024,
  projectedLabel: '',
  unit: '',
  formatTick: String,
  formatValue: String,
};
const PAST = [
  [10, 10],
  [5, null],
];

describe('a replay', () => {
  it('goes from after to before and forth again, twice, and ends', () => {
    expect([0, WAY, WAY + REST, 2 * WAY + REST, 2 * (WAY + REST)].map((ms) => placeAt(ms, false))).toEqual([
      1, 0, 0, 1, 1,
    ]);
    expect(placeAt(WAY / 2, false)).toBeCloseTo(0.5, 9);
    expect(placeAt(2 * (WAY + REST) + WAY, false)).toBe(0);
    expect(placeAt(4 * (WAY + REST), false)).toBeUndefined();
  });

  it('never leaves the way between the two, nor runs back on it', () => {
    let last = 1;
    for (let ms = 0; ms <= WAY; ms += 10) {
      const place = placeAt(ms, false) ?? Number.NaN;
      expect(place).toBeLessThanOrEqual(last);
      expect(place).toBeGreaterThanOrEqual(0);
      last = place;
    }
  });

  it('shows the two ends alone to who wants no motion', () => {
    const places = new Set(Array.from({ length: 400 }, (_, i) => placeAt(i * 10, true)));
    expect([...places]).toEqual([0, 1, undefined]);
  });
});

describe('a chart on its way', () => {
  const values = (place: number) => chartBetween(DATA, PAST, place).curves.map((curve) => curve.values);

  it('is what it was at one end and what it is at the other', () => {
    expect(values(0)).toEqual(PAST);
    expect(values(1)).toEqual(DATA.curves.map((curve) => curve.values));
  });

  it('moves values, and lets come and go in the middle what one end lacks', () => {
    expect(values(0.25)).toEqual([
      [10, 12.5],
      [5, null],
    ]);
    expect(values(0.75)).toEqual([
      [10, 17.5],
      [null, 30],
    ]);
  });

  it('has an axis that holds both ends all the way', () => {
    expect(chartBetween(DATA, PAST, 0.5).room).toEqual([10, 10, 5, 10, 20, 30]);
  });
});
