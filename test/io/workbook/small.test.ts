import { describe, expect, it } from 'vitest';
import { addressOf, asModel, Computed, isSame, smallBook } from '../../fixtures/live.ts';

const BOOKS = [
  'annual-and-monthly',
  'arrays',
  'calendar-1904',
  'chinese',
  'choices',
  'dates-across',
  'names-and-tables',
  'quarters',
  'stock-and-flow',
  'whole-columns',
  'years-down',
];

describe.each(BOOKS)('%s', (name) => {
  it('computes what the workbook holds, in every cell', async () => {
    const book = await smallBook(name);
    const model = asModel(book);
    const computed = new Computed(model);
    const value = computed.values();
    const different = model.placed.flatMap((placed) =>
      placed.stored === undefined || isSame(value(placed), placed.stored)
        ? []
        : [`${addressOf(book, placed.from)} is ${JSON.stringify(value(placed))}, was ${JSON.stringify(placed.stored)}`],
    );
    computed.destroy();
    expect(different).toEqual([]);
    expect(model.kept.map(({ at, why, said, formula }) => `${addressOf(book, at)} ${why} ${said} ${formula}`)).toEqual(
      [],
    );
  });
});
