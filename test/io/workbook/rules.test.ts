import { describe, expect, it } from 'vitest';
import type { LiveBook } from '../../../src/io/workbook/live.ts';
import { addressOf, asModel, bookOf, Computed } from '../../fixtures/live.ts';

/** The value of each placed cell by its address. */
function valuesOf(book: ReturnType<typeof bookOf>, model: LiveBook): Record<string, unknown> {
  const computed = new Computed(model);
  const value = computed.values();
  const found = Object.fromEntries(model.placed.map((placed) => [addressOf(book, placed.from), value(placed)]));
  computed.destroy();
  return found;
}

const PLAN = [
  ['Plan', 2024, 2025, 2026],
  ['Sales', 100, '=B2*1.1', '=C2*1.1'],
  ['Cost', '=B2*0.6', '=C2*0.6', '=D2*0.6'],
];

describe('a formula that can not compute', () => {
  const keptBy = (formula: string, more: Parameters<typeof bookOf>[1] = {}) => {
    const model = asModel(bookOf({ Plan: [...PLAN, ['Other', formula]] }, more));
    return model.kept.map(({ why, said }) => `${why} ${said}`);
  };

  it.each([
    ['a function that changes by the day', '=TODAY()-45000', 'function TODAY'],
    ['a function that nobody has', '=NOSUCH(B2)', 'function NOSUCH'],
    ['another workbook', '=[1]Rates!$B$2*2', 'outside 1'],
    ['an address that is computed', '=SUM(OFFSET(B2,0,B3))', 'offset OFFSET'],
    ['an address of text', '=INDIRECT("B"&B2)', 'offset INDIRECT'],
    ['a name that is not defined', '=Nowhere*2', 'name Nowhere'],
    ['a table that is not there', '=SUM(Orders[Price])', 'table Orders[Price]'],
    ['what is no formula', '=SUM(B2', 'syntax )'],
  ])('is kept and told: %s', (_, formula, told) => {
    expect(keptBy(formula)).toEqual([told]);
  });

  it('is an error for what depends on it where no value is stored, and counted', () => {
    const book = bookOf({
      Plan: [
        ['Days', '=TODAY()-45000'],
        ['Twice', '=B1*2'],
        ['Other', 5],
      ],
    });
    const model = asModel(book);
    expect(valuesOf(book, model)).toMatchObject({
      'Plan!B1': { error: '#N/A' },
      'Plan!B2': { error: '#N/A' },
      'Plan!B3': 5,
    });
    expect(model.told.find(({ kind }) => kind === 'unknownValues')?.count).toBe(1);
  });

  it('is each cell of a circle, and no other', () => {
    const book = bookOf(
      {
        Plan: [
          ['a', '=B2+1'],
          ['b', '=B1*0.5'],
          ['c', '=B1'],
          ['d', 2],
          ['e', '=B4*2'],
        ],
      },
      { iterates: true },
    );
    const model = asModel(book);
    expect(model.kept.map(({ at, why }) => `${addressOf(book, at)} ${why}`)).toEqual([
      'Plan!B1 cycle',
      'Plan!B2 cycle',
    ]);
    expect(model.told.map(({ kind }) => kind)).toContain('iteration');
  });
});

it('every formula of a sheet is placed, names something, or is left with an area', () => {
  const book = bookOf({
    Inputs: [['Case', 'High'], ['="Case: "&B1'], ['Rate', 0.1]],
    Plan: [
      ['=Inputs!A3', 2024, '=B1+1', '=C1+1'],
      ['=Inputs!A3&" used"', '=Inputs!$B$3', '=Inputs!$B$3', '=Inputs!$B$3'],
      ['Year', '=B1', '=C1', '=D1'],
      [null, '=IF(B2>1,"too high","")'],
    ],
  });
  const model = asModel(book);
  const found = new Set(
    [...model.placed.map(({ from }) => from), ...model.names.map(({ at }) => at)].map((at) => addressOf(book, at)),
  );
  const all = book.sheets.flatMap(({ cells }, sheet) =>
    cells
      .filter(({ formula }) => formula !== undefined)
      .map(({ row, column }) => addressOf(book, { sheet, row, column })),
  );
  expect(all.filter((at) => !found.has(at))).toEqual([]);
});

describe('an empty cell', () => {
  it('before the first period is nothing, as in a spreadsheet', () => {
    const book = bookOf({
      Plan: [
        ['Year', null, 2024, 2025, 2026],
        ['Opening', null, '=B4', '=C4', '=D4'],
        ['Added', null, 5, 6, 7],
        ['Closing', null, '=C2+C3', '=D2+D3', '=E2+E3'],
      ],
    });
    expect(valuesOf(book, asModel(book))).toMatchObject({ 'Plan!C2': 0, 'Plan!C4': 5, 'Plan!E4': 18 });
  });

  it('within a row that formulas compare is empty and no text', () => {
    const book = bookOf({
      Plan: [
        ['Year', 2024, 2025, 2026, 2027],
        ['Grant', '=10*1', null, '=10*1', '=10*1'],
        ['Has one', '=IF(B2>0,1,0)', '=IF(C2>0,1,0)', '=IF(D2>0,1,0)', '=IF(E2>0,1,0)'],
        ['Count', '=COUNT(B2:E2)'],
      ],
    });
    expect(valuesOf(book, asModel(book))).toMatchObject({ 'Plan!B3': 1, 'Plan!C3': 0, 'Plan!D3': 1, 'Plan!B4': 3 });
  });

  it('does not count where a spreadsheet counts none, and counts where it does', () => {
    const book = bookOf({
      List: [
        ['Item', 'One', 'Two'],
        ['a', 5, 9],
        ['b', null, 'none'],
        ['Part', null, null],
        ['c', 7, 4],
      ],
      Found: [
        ['Least', '=SMALL(List!B2:B5,1)'],
        ['Least of all', '=SMALL(List!B2:C5,1)'],
        ['Filled', '=SUBTOTAL(3,List!A2:A5)'],
        ['Middle', '=MEDIAN(List!B2:C5)'],
      ],
    });
    expect(valuesOf(book, asModel(book))).toMatchObject({ 'Found!B1': 5, 'Found!B2': 4, 'Found!B3': 4, 'Found!B4': 6 });
  });

  it('keeps its place among arguments', () => {
    const book = bookOf({
      List: [
        ['Kind', 'Debit', 'Credit'],
        ['a', 5],
        ['b', 6],
        ['a', 7],
      ],
      Sums: [
        ['Nothing', '=SUM(List!C2:C4)'],
        ['By kind', '=SUMIFS(List!B2:B4,List!A2:A4,"a",List!C2:C4,"")'],
        ['Credit', '=SUMIF(List!A:A,"a",List!C:C)'],
        ['None', '=SUBTOTAL(109,List!C2:C4)'],
      ],
    });
    expect(valuesOf(book, asModel(book))).toMatchObject({ 'Sums!B1': 0, 'Sums!B2': 12, 'Sums!B3': 0, 'Sums!B4': 0 });
  });
});

describe('time', () => {
  it('that is only counted is asked for once, and begins where it is said', () => {
    const sheet = [
      ['Month 1', 'Month 2', 'Month 3'],
      [1, 2, 3],
    ].map((row, i) => [i === 0 ? 'Item' : 'Sales', ...row]);
    const book = bookOf({ One: sheet, Two: sheet });
    const [question, ...others] = asModel(book).questions;
    expect(others).toEqual([]);
    if (question?.kind !== 'start') throw new Error('nothing was asked');
    const model = asModel(book, { starts: { [question.block]: 12 * 2030 + 4 } });
    expect(model.periods).toEqual({ first: 12 * 2030 + 4, last: 12 * 2030 + 6, step: 'month' });
  });

  it('of years in a model of months stands in their last months, and says so', () => {
    const months = Array.from(
      { length: 24 },
      (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    );
    const book = bookOf({
      Months: [
        ['Item', ...months],
        ['Sales', ...months.map((_, i) => i + 1)],
      ],
      Years: [
        ['Item', 2025, 2026],
        ['Sales', '=SUM(Months!B2:M2)', '=SUM(Months!N2:Y2)'],
      ],
    });
    const model = asModel(book);
    expect(valuesOf(book, model)).toMatchObject({ 'Years!B2': 78, 'Years!C2': 222 });
    expect(model.placed.find(({ from }) => from.sheet === 1)?.slot).toBe(12 * 2025 + 11);
    expect(Object.values(model.overrides).some((slots) => JSON.stringify(slots).includes('@year}'))).toBe(true);
    expect(model.questions.map(({ kind }) => kind)).toEqual(['steps']);
  });

  it('is no list of amounts that are about two thousand', () => {
    const book = bookOf({
      List: [['Text', 'Amount', 'Other'], ...[1999.5, 2200, 2096.87, 610].map((amount, i) => ['Row', amount, i + 1])],
    });
    const model = asModel(book);
    expect(model.lines.filter(({ kind }) => kind === 'series').length).toBe(0);
    expect(model.periods.last - model.periods.first).toBe(0);
  });
});

describe('what a workbook is made of', () => {
  it('hidden sheets are taken where something that is seen refers to them, and told', () => {
    const book = bookOf({ Plan: [['Rate', "='~Rates'!B1"]], '~Rates': [['Rate', 0.2]], '~Notes': [['Old', 5]] });
    const model = asModel(book);
    expect(model.sheets.map(({ taken }) => taken)).toEqual([true, true, false]);
    expect(model.left.map(({ why, said }) => `${why} ${said}`)).toEqual(['hiddenSheet ~Notes']);
    expect(model.told.map(({ kind }) => kind)).toContain('hiddenSheets');
  });

  it('titles, remarks and footnotes are told where no line has taken them', () => {
    const book = bookOf({
      Plan: [['Plan of the agency'], ['Item', 2025, 2026], ['Sales', 1, '=B3*2'], [], ['The board confirms in March.']],
    });
    const { left } = asModel(book);
    // The title is a heading.
    expect(left.map(({ why, said }) => [why, said])).toEqual([['text', 'The board confirms in March.']]);
  });

  it('decimals are not guessed from the typed numbers of a line whose formulas have no values', () => {
    const { lines } = asModel(
      bookOf({
        Plan: [
          ['Item', 2025, 2026],
          ['Sales', 1, '=B2*0.4'],
        ],
      }),
    );
    expect(lines.find(({ label }) => label.en === 'Sales')).not.toHaveProperty('decimals');
  });

  it('a long list that no formula names is left out, with its area; what is named is there', () => {
    const rows = Array.from({ length: 80 }, (_, i) => [`Row ${i}`, i, i * 2]);
    const named = bookOf({ List: [['Name', 'First', 'Second'], ...rows], Sums: [['Sum', '=SUM(List!B2:B81)']] });
    const model = asModel(named);
    expect(model.left.map(({ why, at, until }) => [why, at.column, until?.row])).toEqual([
      ['list', 2, 80],
      // Heads of columns whose name no line bears.
      ['text', 1, undefined],
      ['text', 2, undefined],
    ]);
    expect(valuesOf(named, model)).toMatchObject({ 'Sums!B1': 3160 });
  });

  it('sheets between two are summed as they follow each other', () => {
    const book = bookOf({ A: [['x', 1]], B: [['x', 2]], C: [['x', 3]], All: [['Sum', '=SUM(A:C!B1)']] });
    expect(valuesOf(book, asModel(book))).toMatchObject({ 'All!B1': 6 });
  });

  it('labels that stand twice are told apart, and no id is an address or stands twice', () => {
    const book = bookOf({
      North: PLAN,
      South: PLAN,
      Q1: [
        ['Q1', 5],
        ['R1C1', 6],
        ['A1', 7],
      ],
    });
    const { lines } = asModel(book);
    const labels = lines.filter(({ kind }) => kind !== 'heading').map(({ label }) => label.en);
    expect(new Set(labels).size).toBe(labels.length);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(lines.filter(({ id }) => /^([a-z]+\d+|r\d*c\d*)$/.test(id))).toEqual([]);
  });

  it('numbers before formulas are their actual part', () => {
    const model = asModel(
      bookOf({
        Plan: [
          ['Year', 2022, 2023, 2024, 2025, 2026],
          ['Sales', 10, 12, 15, '=D2*1.1', '=E2*1.1'],
        ],
      }),
    );
    expect(model.observedUntil).toBe(2024);
    expect(model.lines[0]).toMatchObject({
      kind: 'series',
      formula: '={sales@prev}*1.1',
      values: { 2022: 10, 2023: 12, 2024: 15 },
    });
  });
});
