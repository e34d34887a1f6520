import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestYear } from '../../../src/view/chart/reading.ts';
import { periodAxis, periodTicks, valueAxis, yearTicks } from '../../../src/view/chart/scale.ts';

describe('valueAxis', () => {
  it('begins at 0 and uses round steps', () => {
    expect(valueAxis([150, 1237])).toEqual({ min: 0, max: 1300, ticks: [0, 400, 800, 1200] });
    expect(valueAxis([684])).toEqual({ min: 0, max: 700, ticks: [0, 200, 400, 600] });
    expect(valueAxis([0.27])).toEqual({ min: 0, max: 0.275, ticks: [0, 0.1, 0.2] });
  });

  it('goes below 0 only for negative values', () => {
    expect(valueAxis([-110, 870])).toEqual({ min: -150, max: 900, ticks: [0, 200, 400, 600, 800] });
    expect(valueAxis([-50])).toEqual({ min: -50, max: 0, ticks: [-40, -20, 0] });
  });

  it('gives an empty axis for no values, zeros and what is not finite', () => {
    const empty = { min: 0, max: 1, ticks: [0] };
    expect(valueAxis([])).toEqual(empty);
    expect(valueAxis([0, 0])).toEqual(empty);
    expect(valueAxis([Number.NaN, Number.POSITIVE_INFINITY])).toEqual(empty);
    expect(valueAxis([1e308, -1e308])).toEqual(empty);
  });

  it('has at most five gridlines, 0 among them, and room for every value', () => {
    const amount = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), (values) => {
        const axis = valueAxis(values);
        expect(axis.ticks.length).toBeLessThanOrEqual(5);
        expect(axis.ticks).toContain(0);
        const slack = 1e-6 * (axis.max - axis.min);
        for (const value of values.filter((v) => Math.abs(v) > 1e-290)) {
          expect(value).toBeGreaterThanOrEqual(axis.min - slack);
          expect(value).toBeLessThanOrEqual(axis.max + slack);
        }
        for (const tick of axis.ticks) {
          expect(tick).toBeGreaterThanOrEqual(axis.min - slack);
          expect(tick).toBeLessThanOrEqual(axis.max + slack);
        }
      }),
    );
  });

  it('fills at least half of its height', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e15, noNaN: true }), (value) => {
        expect(value / valueAxis([value]).max).toBeGreaterThan(0.5);
      }),
    );
  });
});

describe('periodTicks', () => {
  const span = { min: 2020, max: 2050 };

  it('names the periods that are there where some are left out, the last one in any case', () => {
    expect(periodTicks([2020, 2022, 2026, 2050], span, 600, 40)).toEqual([2020, 2022, 2026, 2050]);
    expect(periodTicks([2020, 2022, 2026, 2049, 2050], span, 300, 40)).toEqual([2022, 2026, 2050]);
  });

  it('are the regular ones where none is', () => {
    expect(periodTicks([2020, 2021, 2022], { min: 2020, max: 2022 }, 400, 40)).toEqual([2020, 2021, 2022]);
  });

  it('names both ends of an axis that is too short for two round years, if there is room for them', () => {
    const years = Array.from({ length: 11 }, (_, i) => 2019 + i);
    expect(periodTicks(years, { min: 2019, max: 2029 }, 80, 44)).toEqual([2019, 2029]);
    expect(periodTicks(years, { min: 2019, max: 2029 }, 40, 44)).toEqual([2020]);
  });
});

describe('yearTicks', () => {
  it('names every year where there is room', () => {
    expect(yearTicks(2022, 2035, 800, 40)).toHaveLength(14);
  });

  it('names fewer, on round years, where there is not', () => {
    expect(yearTicks(2022, 2035, 400, 44)).toEqual([2022, 2024, 2026, 2028, 2030, 2032, 2034]);
    expect(yearTicks(2022, 2035, 230, 44)).toEqual([2025, 2030, 2035]);
  });

  it('names whole years on an axis that begins between two', () => {
    expect(yearTicks(2021.83, 2024, 400, 40)).toEqual([2022, 2023, 2024]);
  });

  it('names a single year', () => {
    expect(yearTicks(2025, 2025, 400, 40)).toEqual([2025]);
  });
});

describe('periodAxis', () => {
  it('has a width where there is one period alone, which is named in its middle', () => {
    expect(periodAxis([2024, 2026], 0.5)).toEqual({ min: 2023.5, max: 2026.5 });
    const { min, max } = periodAxis([2027]);
    expect([min, max, yearTicks(min, max, 600, 40)]).toEqual([2026.5, 2027.5, [2027]]);
  });
});

describe('nearestYear', () => {
  it('finds the nearer year, also beyond the ends', () => {
    expect(nearestYear([2022, 2023, 2024], 2022.6)).toBe(2023);
    expect(nearestYear([2022, 2023, 2024], 2050)).toBe(2024);
    expect(nearestYear([], 2022)).toBeUndefined();
  });
});
