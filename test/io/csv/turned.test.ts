import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slotText } from '../../../src/model/periods.ts';
import { runs } from '../../runs.ts';
import { Opened } from './reading.ts';

/** Figures of some things in some years; not every thing has one in every year. */
const figures = fc
  .record({
    things: fc.uniqueArray(fc.constantFrom('Oil', 'Gas', '煤', 'Wind power'), { minLength: 2 }),
    years: fc.uniqueArray(fc.integer({ min: 1950, max: 2040 }), { minLength: 2, maxLength: 6 }),
  })
  .chain(({ things, years }) =>
    fc.record({
      things: fc.constant(things),
      years: fc.constant([...years].sort((a, b) => a - b)),
      cells: fc.array(fc.option(fc.integer({ min: -9999, max: 9999 }), { freq: 4 }), {
        minLength: things.length * years.length,
        maxLength: things.length * years.length,
      }),
    }),
  );

async function taken(text: string): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const opened = await Opened.of(text);
  await opened.table();
  const { lines, scenarios } = await opened.build();
  return new Map(
    lines.map(({ id, label }) => [
      label.en,
      Object.fromEntries(
        Object.entries(scenarios[0]?.overrides[id] ?? {}).map(([slot, content]) => [slotText(Number(slot)), content]),
      ),
    ]),
  );
}

it('a table is the same lines whether its periods go across, down, or stand in a column of a long one', async () => {
  await fc.assert(
    fc.asyncProperty(figures, fc.boolean(), async ({ things, years, cells }, isMixed) => {
      const at = (thing: number, year: number) => cells[thing * years.length + year] ?? '';
      const across = [['Item', ...years], ...things.map((thing, t) => [thing, ...years.map((_, y) => at(t, y))])];
      const down = [['Year', ...things], ...years.map((year, y) => [year, ...things.map((_, t) => at(t, y))])];
      const rows = things.flatMap((thing, t) => years.map((year, y) => [thing, year, at(t, y)]));
      const long = [['Item', 'Year', 'Value'], ...(isMixed ? rows.toReversed() : rows)];
      const text = (records: readonly (readonly (string | number)[])[]) =>
        records.map((row) => row.join(',')).join('\n');
      const known = things.filter((_, t) => years.some((__, y) => at(t, y) !== ''));
      fc.pre(known.length > 1);
      const expected = new Map(
        known.map((thing) => [
          thing,
          Object.fromEntries(
            years.flatMap((year, y) => {
              const value = at(things.indexOf(thing), y);
              return value === '' ? [] : [[`${year}`, value]];
            }),
          ),
        ]),
      );
      const some = (found: Awaited<ReturnType<typeof taken>>) =>
        new Map([...found].filter(([, values]) => Object.keys(values).length > 0));
      expect(some(await taken(text(across)))).toEqual(expected);
      expect(some(await taken(text(down)))).toEqual(expected);
      expect(some(await taken(text(long)))).toEqual(expected);
    }),
    runs(40, 2000),
  );
});

/** A table of a year and what part of it each row is of, as one writes it: Q1, 第一季度, 1 below Quarter; Jan, 1 below Month. */
const written = {
  quarter: [(part: number) => `Q${part}`, (part: number) => `${part}`, (part: number) => `第${part}季度`],
  month: [
    (part: number) => `${part}`,
    (part: number) => `${part}`.padStart(2, '0'),
    (part: number) => new Date(Date.UTC(2000, part - 1)).toLocaleString('en', { month: 'short', timeZone: 'UTC' }),
  ],
} as const;

it('a year and its part in two columns are the same periods as written in one, whichever column comes first', async () => {
  const rows = fc.record({
    step: fc.constantFrom('quarter' as const, 'month' as const),
    form: fc.nat({ max: 2 }),
    isPartFirst: fc.boolean(),
    years: fc.uniqueArray(fc.integer({ min: 1990, max: 2035 }), { minLength: 2, maxLength: 3 }),
    values: fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 72, maxLength: 72 }),
  });
  await fc.assert(
    fc.asyncProperty(rows, async ({ step, form, isPartFirst, years, values }) => {
      const parts = Array.from({ length: step === 'month' ? 12 : 4 }, (_, i) => i + 1);
      const all = years.flatMap((year) => parts.map((part) => ({ year, part })));
      const said = (part: number) => written[step][form]?.(part) ?? '';
      const head = step === 'month' ? 'Month' : 'Quarter';
      const text = [
        [...(isPartFirst ? [head, 'Year'] : ['Year', head]), 'Region', 'Sales'],
        ...['North', 'South'].flatMap((region, r) =>
          all.map(({ year, part }, i) => [
            ...(isPartFirst ? [said(part), year] : [year, said(part)]),
            region,
            values[r * 36 + i] ?? 0,
          ]),
        ),
      ];
      const of = (r: number) =>
        Object.fromEntries(
          all.map(({ year, part }, i) => [
            step === 'month' ? `${year}-${`${part}`.padStart(2, '0')}` : `${year}Q${part}`,
            values[r * 36 + i],
          ]),
        );
      expect(await taken(text.map((row) => row.join(',')).join('\n'))).toEqual(
        new Map([
          ['North – Sales', of(0)],
          ['South – Sales', of(1)],
        ]),
      );
    }),
    runs(30, 1000),
  );
});
