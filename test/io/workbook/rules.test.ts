import { describe, expect, it } from 'vitest';
import type { LiveBook } from '../../../src/io/workbook/live.ts';
import { columnName } from '../../../src/model/address.ts';
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

describe('what is told before a workbook is taken', () => {
  const told = (rows: Parameters<typeof bookOf>[0][string]) =>
    asModel(bookOf({ Plan: rows })).told.flatMap(({ kind, count, places: [place], said }) =>
      kind === 'lists' || kind === 'textLines' ? [[kind, count, place, said]] : [],
    );
  const items = Array.from({ length: 15 }, (_, i) => [`Item ${i}`, 10 + i]);

  it('is a list that a formula looks through, which becomes a line for each of its texts and numbers', () => {
    expect(told([['Item', 'Price'], ...items, [], ['Price of item 3', '=VLOOKUP("Item 3",A2:B16,2,FALSE)']])).toEqual([
      ['lists', 30, { sheet: 0, row: 1, column: 0, until: { sheet: 0, row: 15, column: 1 } }, ['1']],
    ]);
  });

  it('is looked through by a short formula, also where whole columns are named', () => {
    const kinds = Array.from({ length: 60 }, (_, i) => [
      `2026-01-${i}`,
      ['Rent', 'Travel', 'Food'][i % 3] ?? '',
      10 + i,
    ]);
    const book = bookOf({
      Register: [['Date', 'Type', 'Amount'], ...kinds],
      Summary: [['Rent', '=SUMIF(Register!B:B,"Rent",Register!C:C)']],
    });
    const model = asModel(book);
    expect(valuesOf(book, model)['Summary!B1']).toBe(20 * 10 + 3 * ((20 * 19) / 2));
    const formulas = model.lines.flatMap((line) => (line.kind === 'result' ? [line.formula] : []));
    expect(formulas).toHaveLength(1);
    // The texts of the list stand in lines of their own, and not in each formula.
    expect(formulas[0]?.length).toBeLessThan(150);
  });

  it('is how many lines hold nothing but a text that a formula names', () => {
    const cases = [
      ['Case', 'High'],
      ['Growth', '=IF(B1="High",0.2,0.1)'],
    ];
    expect(told(cases)).toEqual([['textLines', 1, { sheet: 0, row: 0, column: 1 }, undefined]]);
  });

  it('is neither of a block of assumptions', () => {
    expect(told([...items, ['Sum', '=B1+B2']])).toEqual([]);
  });
});

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

  it('of years among months makes lines of years, which each month reads by one formula, and says so', () => {
    const months = Array.from(
      { length: 24 },
      (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    );
    const book = bookOf({
      Months: [
        ['Item', ...months],
        ['Sales', ...months.map((_, i) => i + 1)],
        ['Share', ...months.map((_, i) => `=${columnName(i + 1)}2/Years!${i < 12 ? 'B' : 'C'}2`)],
      ],
      Years: [
        ['Item', 2025, 2026],
        ['Sales', '=SUM(Months!B2:M2)', '=SUM(Months!N2:Y2)'],
      ],
    });
    const model = asModel(book);
    expect(valuesOf(book, model)).toMatchObject({
      'Years!B2': 78,
      'Years!C2': 222,
      'Months!B3': 1 / 78,
      'Months!Y3': 24 / 222,
    });
    expect(model.placed.find(({ from }) => from.sheet === 1)?.slot).toBe(12 * 2025 + 11);
    const [, sales, share, , years] = model.lines;
    expect(years).toMatchObject({ kind: 'series', step: 'year', formula: `=SUM({${sales?.id}@year})` });
    expect(share).toMatchObject({ kind: 'series', formula: `={${sales?.id}}/{${years?.id}}` });
    // Nothing stands between the values of years, and no text either.
    expect(JSON.stringify(model.overrides)).not.toContain('"text":""');
    expect(model.questions.map(({ kind }) => kind)).toEqual(['steps']);
  });

  it.each([
    ['years', ['Item', 2022, 2023, 2024, 2025]],
    ['quarters', ['Item', 'Q1 2024', 'Q2 2024', 'Q3 2024', 'Q4 2024']],
    ['years that are counted', ['Item', 'Year 1', 'Year 2', 'Year 3', 'Year 4']],
  ])('is no row of amounts right below %s, though each could be a year: none of them is lost', (_, heads) => {
    const book = bookOf({
      Plan: [
        heads,
        ['Sales', 1500, 1800, 2000, 2150, 2160],
        ['Cost', 5, 6, 7, 8],
        ['Twice', '=B3*2', '=C3*2', '=D3*2', '=E3*2'],
        ['Stock', 1300, 1310, 1400, 1700, 1750],
      ],
    });
    const model = asModel(book);
    const found = valuesOf(book, model);
    for (const [row, values] of Object.entries({
      2: [1500, 1800, 2000, 2150, 2160],
      5: [1300, 1310, 1400, 1700, 1750],
    }))
      expect(['B', 'C', 'D', 'E', 'F'].map((letter) => found[`Plan!${letter}${row}`])).toEqual(values);
    expect(model.left).toEqual([]);
  });

  it('is another name of it where years stand below the last days of them', () => {
    const model = asModel(
      bookOf({
        Plan: [
          ['Item', '31 Dec 2022', '31 Dec 2023', '31 Dec 2024'],
          ['', 2022, 2023, 2024],
          ['Sales', 1, 2, 3],
        ],
      }),
    );
    expect(model.lines.map(({ label }) => label.en)).toEqual(['Sales']);
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

  const labelsOf = (rows: Parameters<typeof bookOf>[0][string]) =>
    asModel(bookOf({ Plan: rows })).lines.map(({ kind, label }) => (kind === 'heading' ? `# ${label.en}` : label.en));

  it('groups of the same years beside each other are all called by what stands over them', () => {
    const labels = labelsOf([
      ['', 'Sales', '', 'Costs', '', 'Profit', ''],
      ['Region', 2023, 2024, 2023, 2024, 2023, 2024],
      ['North', 10, 11, 5, 6, '=B3-D3', '=C3-E3'],
      ['South', 20, 21, 7, 8, '=B4-D4', '=C4-E4'],
    ]);
    expect(labels).toEqual([
      ...['North – Sales', 'North – Costs', 'North – Profit'],
      ...['South – Sales', 'South – Costs', 'South – Profit'],
    ]);
  });

  it('names over two groups are no heading of all lines', () => {
    const labels = labelsOf([
      [null, 'Sales', null, 'Costs'],
      ['Region', 2023, 2024, 2023, 2024],
      ['North', 10, 11, 5, 6],
      ['South', 20, 21, 7, 8],
    ]);
    expect(labels).toEqual(['North – Sales', 'North – Costs', 'South – Sales', 'South – Costs']);
  });

  it('tables beside each other stand under their own titles', () => {
    const labels = labelsOf([
      ['Output', '', '', '', 'Jobs', '', ''],
      ['Region', 2023, 2024, '', 'Region', 2023, 2024],
      ['North', 10, 11, '', 'North', 5, 6],
      ['South', 20, 21, '', 'South', 7, 8],
    ]);
    expect(labels).toEqual([
      ...['# Output', 'North (Output)', 'South (Output)'],
      ...['# Jobs', 'North (Jobs)', 'South (Jobs)'],
    ]);
  });

  it('an amount that looks like a year heads nothing', () => {
    const labels = labelsOf([
      ['', 80, 140],
      [12, '=$A2*B$1-400', '=$A2*C$1-400'],
      [14, '=$A3*B$1-400', '=$A3*C$1-400'],
    ]);
    expect(labels.filter((label) => label.startsWith('14 – '))).toEqual(['14 – 80', '14 – 140']);
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
