import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../../src/view/chart/data.ts';
import { firstReading, readAloud, readYear, stepYear } from '../../../src/view/chart/reading.ts';

const data: ChartData = {
  title: 'Industry scale',
  perYear: 1,
  periodText: String,
  periodName: String,
  years: [2022, 2023, 2024, 2025],
  curves: [
    { id: 'base', name: 'Base', place: 0, colour: 1, marker: 0, inView: true, values: [150, 173, 199, 230] },
    {
      id: 'levers',
      name: 'All levers on',
      place: 1,
      colour: 2,
      marker: 1,
      inView: false,
      values: [150, 178, null, Number.NaN],
    },
  ],
  dots: [{ x: 2024.83, y: 300, kind: 'later', label: '2025: over 300 bn yuan, reported later', figure: 'scale-2025' }],
  targets: [{ year: 2025, y: 300, label: 'Target 300, 2025', figure: 'target-2025' }],
  observedUntil: 2022,
  knownUntil: 2023,
  projectedLabel: 'projected',
  unit: 'bn yuan',
  formatTick: String,
  formatValue: String,
};

describe('reading a year', () => {
  it('gives every curve, the targets and the figures of the year', () => {
    const reading = readYear(data, 2025);
    expect(reading.values.map(({ text }) => text)).toEqual(['230', '–']);
    expect(reading.targets).toHaveLength(1);
    expect(reading.dots).toHaveLength(1);
  });

  it('says a gap as a dash, never as 0', () => {
    expect(readAloud(data, readYear(data, 2024))).toBe('2024, bn yuan: Base 199, All levers on –');
  });

  it('reads aloud what is drawn', () => {
    expect(readAloud(data, readYear(data, 2025))).toBe(
      '2025, bn yuan: Base 230, All levers on –. Target 300, 2025. 2025: over 300 bn yuan, reported later',
    );
  });

  it('begins at the first target in sight, else where knowledge ends', () => {
    expect(firstReading(data)).toBe(2025);
    expect(firstReading({ ...data, targets: [] })).toBe(2023);
    expect(firstReading({ ...data, targets: [], knownUntil: 2040 })).toBe(2025);
    expect(firstReading({ ...data, targets: [], years: [] })).toBeUndefined();
  });
});

describe('keys', () => {
  it('step through the years and stop at the ends', () => {
    expect(stepYear(data.years, 2023, 'ArrowRight')).toBe(2024);
    expect(stepYear(data.years, 2023, 'ArrowLeft')).toBe(2022);
    expect(stepYear(data.years, 2022, 'ArrowLeft')).toBe(2022);
    expect(stepYear(data.years, 2025, 'ArrowUp')).toBe(2025);
    expect(stepYear(data.years, 2024, 'Home')).toBe(2022);
    expect(stepYear(data.years, 2022, 'End')).toBe(2025);
  });

  it('leave other keys to the browser', () => {
    expect(stepYear(data.years, 2023, 'Tab')).toBeUndefined();
    expect(stepYear(data.years, 2023, 'a')).toBeUndefined();
  });
});
