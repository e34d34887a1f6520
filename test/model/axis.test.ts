import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisItems,
  lastUpTo,
  periodsFrom,
  periodsText,
  readAxis,
  readTypedAxis,
  writtenIn,
} from '../../src/model/axis.ts';
import { periodsAt } from '../../src/model/model.ts';
import {
  countOf,
  isOneOf,
  ordinalOf,
  PER_YEAR,
  type Periods,
  periodAt,
  periodsOf,
  periodsOfYear,
  placeOf,
  STEPS,
  samePeriods,
  shifted,
  stepOf,
  yearOf,
} from '../../src/model/periods.ts';
import { rolledYears, yearsOf } from '../../src/model/years.ts';

/** Axes of every step, some of which leave periods out. */
const axes = fc
  .tuple(
    fc.constantFrom(...STEPS),
    fc.integer({ min: 1950, max: 2050 }),
    fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }),
  )
  .map(([step, year, gaps]): Periods => {
    const all = [ordinalOf(year, 1, step)];
    for (const gap of gaps) all.push((all.at(-1) as number) + Math.max(1, gap - 5));
    return periodsFrom(all, { step });
  });

describe('an axis', () => {
  it('has each of its periods at one place, and nothing else there', () => {
    fc.assert(
      fc.property(axes, (axis) => {
        const all = periodsOf(axis);
        expect(all).toHaveLength(countOf(axis));
        expect([all[0], all.at(-1)]).toEqual([axis.first, axis.last]);
        for (const [i, period] of all.entries()) {
          expect(placeOf(period, axis)).toBe(i);
          expect(periodAt(i, axis)).toBe(period);
        }
        expect([periodAt(-1, axis), periodAt(all.length, axis)]).toEqual([undefined, undefined]);
        for (let ordinal = axis.first - 3; ordinal <= axis.last + 3; ordinal++) {
          const isOne = all.includes(ordinal);
          expect(isOneOf(ordinal, axis)).toBe(isOne);
          const place = placeOf(ordinal, axis);
          expect(place >= 0 && place < all.length).toBe(isOne);
        }
      }),
    );
  });

  it('goes on by places, and back; beyond its ends it has none', () => {
    fc.assert(
      fc.property(axes, fc.integer({ min: -25, max: 25 }), fc.nat(), (axis, by, at) => {
        const all = periodsOf(axis);
        const place = at % all.length;
        const to = shifted(all[place] as number, by, axis);
        const expected = all[place + by];
        if (expected === undefined) expect(isOneOf(to, axis)).toBe(false);
        else {
          expect(to).toBe(expected);
          expect(shifted(to, -by, axis)).toBe(all[place]);
        }
      }),
    );
  });

  it('goes on to the period behind what it leaves out, and back to the one before it', () => {
    const axis = periodsFrom([2015, 2020, 2030], {});
    expect([shifted(2017, -1, axis), shifted(2017, 1, axis), shifted(2017, -2, axis)]).toEqual([2015, 2020, 2014]);
    expect([lastUpTo(2019, axis), lastUpTo(2014, axis), lastUpTo(2040, axis)]).toEqual([2015, 2014, 2030]);
  });

  it('is a list only where it leaves some out, and another list is another axis', () => {
    expect(periodsFrom([2015, 2016, 2017], { step: 'year' })).toEqual({ first: 2015, last: 2017 });
    const [one, other] = [periodsFrom([2015, 2020, 2030], {}), periodsFrom([2015, 2025, 2030], {})];
    expect(samePeriods(one, other)).toBe(false);
    expect(samePeriods(one, { ...one, list: [2015, 2020, 2030] })).toBe(true);
    expect(samePeriods(one, { first: 2015, last: 2030 })).toBe(false);
  });

  it('is read back as it is written', () => {
    fc.assert(
      fc.property(axes, (axis) => {
        const items = axisItems(axis);
        expect(readAxis(items, writtenIn(stepOf(axis)))).toEqual(periodsOf(axis));
        expect(
          readTypedAxis(periodsText({ ...axis, list: periodsOf(axis).slice(-6) }), writtenIn(stepOf(axis))),
        ).toEqual(periodsOf(axis).slice(-6));
      }),
    );
    expect(axisItems(periodsFrom([2015, 2020, 2021, 2022, 2030, 2031], {}))).toEqual([
      '2015',
      '2020..2022',
      '2030',
      '2031',
    ]);
  });

  it('of a list is told from the earliest to the latest, and one that goes back says where', () => {
    const read = writtenIn('year');
    expect(readAxis(['2015', '2014'], read)).toEqual({ kind: 'order', index: 1 });
    expect(readAxis(['2015..2020', '2020'], read)).toEqual({ kind: 'order', index: 1 });
    expect(readAxis(['2015', '2016Q1'], read)).toEqual({ kind: 'period', index: 1 });
    expect(readAxis(['2020..2015'], read)).toEqual({ kind: 'period', index: 0 });
    expect(readAxis([], read)).toEqual({ kind: 'period', index: 0 });
    expect(readTypedAxis('2015、2020至2022， 2030;', read)).toEqual([2015, 2020, 2021, 2022, 2030]);
  });

  it('has the years of its periods; one is whole where none of its periods is left out', () => {
    fc.assert(
      fc.property(axes, (axis) => {
        const all = periodsOf(axis);
        expect(yearsOf(axis).filter((year) => all.some((one) => yearOf(one, axis) === year))).toEqual([
          ...new Set(all.map((one) => yearOf(one, axis))),
        ]);
        for (const { year, value, gap } of rolledYears(
          all.map(() => 1),
          axis,
          'sum',
        )) {
          const own = all.filter((one) => yearOf(one, axis) === year);
          expect(periodsOf(periodsOfYear(year, axis) ?? { first: 0, last: -1 })).toEqual(own);
          if (own.length === PER_YEAR[stepOf(axis)]) expect(value).toBe(own.length);
          else expect(gap).toBe('partial');
        }
      }),
    );
  });

  it('counts lags by columns, and years by the calendar', () => {
    const axis = periodsFrom([2015, 2020, 2021, 2050], {});
    const from = (at: Parameters<typeof periodsAt>[0], here: number) => periodsAt(at, here, axis);
    expect(from({ kind: 'lag', by: -1 }, 2050)).toEqual([2021]);
    expect(from({ kind: 'lag', by: -2 }, 2050)).toEqual([2020]);
    expect(from({ kind: 'lag', by: -1 }, 2015)).toEqual([]);
    expect(from({ kind: 'years', by: -1 }, 2021)).toEqual([2020]);
    expect(from({ kind: 'years', by: -1 }, 2050)).toEqual([]);
    expect(from({ kind: 'period', period: 2020, step: 'year' }, 2015)).toEqual([2020]);
    expect(from({ kind: 'period', period: 2025, step: 'year' }, 2015)).toEqual([]);
    expect(from({ kind: 'upto' }, 2021)).toEqual([2015, 2020, 2021]);
  });
});
