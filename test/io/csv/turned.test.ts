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
