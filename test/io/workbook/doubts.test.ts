import { describe, expect, it } from 'vitest';
import type { LiveBook } from '../../../src/io/workbook/live.ts';
import { addressOf, asModel, bookOf, Computed } from '../../fixtures/live.ts';

type Rows = Parameters<typeof bookOf>[0][string];
const bookWith = (rows: Rows) => bookOf({ Plan: rows });
/** Lines by their names: what they are counted in, and what they hold. */
const linesOf = ({ lines, overrides }: LiveBook) =>
  Object.fromEntries(
    lines.map((line) => [
      line.label.en,
      line.kind === 'input' && !line.perPeriod ? line.value : (overrides[line.id] ?? line.kind),
    ]),
  );
const leftOf = (book: ReturnType<typeof bookOf>, model: LiveBook) =>
  model.left
    .filter(({ why }) => why === 'doubled')
    .map(({ at, until, said, formulas }) => [addressOf(book, at), until && addressOf(book, until), said, formulas]);
const valuesOf = (book: ReturnType<typeof bookOf>, model: LiveBook) => {
  const computed = new Computed(model);
  const value = computed.values();
  const found = Object.fromEntries(model.placed.map((placed) => [addressOf(book, placed.from), value(placed)]));
  computed.destroy();
  return found;
};

describe('two columns that are headed by one period', () => {
  const rows: Rows = [
    ['Plan', 2024, 2025, 2025],
    ['Sales', 100, '=B2*1.1', '=C2*1.1'],
    ['Cost', 1, 2, 3],
  ];
  const doubled = ({ questions }: LiveBook) => questions.find(({ kind }) => kind === 'doubled');

  it('are asked about; without a formula that refers to either the first is taken, and the other is left out with its place', () => {
    const book = bookWith(rows);
    const model = asModel(book);
    expect(doubled(model)).toMatchObject({
      heads: [{ written: '2025' }, { written: '2025' }],
      taken: 0,
    });
    expect(linesOf(model)).toEqual({ Sales: 'series', Cost: { 2024: 1, 2025: 2 } });
    expect(leftOf(book, model)).toEqual([['Plan!D1', 'Plan!D3', '2025', 1]]);
  });

  it('are taken as a person says', () => {
    const book = bookWith(rows);
    const asked = doubled(asModel(book));
    const block = asked?.kind === 'doubled' ? asked.block : '';
    const second = asModel(book, { doubled: { [block]: 1 } });
    expect(linesOf(second)).toMatchObject({ Cost: { 2024: 1, 2025: 3 } });
    expect(leftOf(book, second)).toEqual([['Plan!C1', 'Plan!C3', '2025', 1]]);
    const all = asModel(book, { doubled: { [block]: 'all' } });
    expect(linesOf(all)).toMatchObject({ Cost: { 2024: 1, 2025: 2 }, 'Cost – 2025': 3 });
    expect(leftOf(book, all)).toEqual([]);
  });

  it('of which one goes on is the one that is taken, so that its formulas compute', () => {
    const book = bookWith([
      ['Plan', 2024, '2025A', '2025B', 2026],
      ['Sales', 100, 108, 110, '=D2*2'],
      ['Cost', 60, 66, 70, '=D3*1.1'],
    ]);
    const model = asModel(book);
    expect(doubled(model)).toMatchObject({ taken: 1 });
    expect(valuesOf(book, model)).toMatchObject({ 'Plan!D2': 110, 'Plan!E2': 220 });
    expect(model.kept).toEqual([]);
  });

  it('to which formulas refer both stay, each in lines of its own', () => {
    const book = bookWith([
      ['Plan', 2024, 2025, 2025, 2026, 'Change'],
      ['Sales', 100, 108, 110, '=D2*1.1', '=C2-B2'],
      ['Cost', 60, 66, 70, '=D3*1.1', '=C3-B3'],
    ]);
    const model = asModel(book);
    expect(doubled(model)).toMatchObject({ taken: 'all' });
    expect(leftOf(book, model)).toEqual([]);
    expect(model.kept).toEqual([]);
  });

  it('are as many pairs as there are, asked once', () => {
    const book = bookWith([
      ['Plan', 2024, 2024, 2025, 2025],
      ['Sales', 1, 2, 3, 4],
      ['Cost', 5, 6, 7, 8],
    ]);
    const model = asModel(book);
    expect(model.questions).toHaveLength(1);
    expect(linesOf(model)).toEqual({ Sales: { 2024: 1, 2025: 3 }, Cost: { 2024: 5, 2025: 7 } });
    const block = model.questions[0]?.kind === 'doubled' ? model.questions[0].block : '';
    expect(Object.values(linesOf(asModel(book, { doubled: { [block]: 'all' } })))).toEqual([
      { 2024: 1, 2025: 3 },
      { 2024: 2, 2025: 4 },
      { 2024: 5, 2025: 7 },
      { 2024: 6, 2025: 8 },
    ]);
  });
});

describe('a number beside %', () => {
  const asked = (rows: Rows, choices: Parameters<typeof asModel>[1] = {}) => {
    const model = asModel(bookWith(rows), choices);
    return {
      questions: model.questions.map((one) =>
        one.kind === 'percent' ? [one.size, one.example, one.areFractions] : [],
      ),
      units: Object.fromEntries(model.lines.map((line) => [line.label.en, line.kind === 'heading' ? '' : line.unit])),
    };
  };
  const both: Rows = [
    ['Rate', '%', 5],
    ['Churn', '%', 0.03],
    ['Sum', '', '=C1*C2'],
  ];

  it('is asked about in either size, with what its size suggests', () => {
    expect(asked(both)).toMatchObject({
      questions: [
        ['large', 5, false],
        ['small', 0.03, true],
      ],
      units: { Rate: '', Churn: 'percent' },
    });
  });

  it('is what a person says', () => {
    expect(asked(both, { fractions: { large: true, small: false } })).toMatchObject({
      questions: [
        ['large', 5, true],
        ['small', 0.03, false],
      ],
      units: { Rate: 'percent', Churn: '' },
    });
  });

  it('counts percent where formulas divide by 100, which leaves no doubt of 5 and some of 0.03', () => {
    expect(asked([...both.slice(0, 2), ['Sum', '', '=C1*C2/100']]).questions).toEqual([['small', 0.03, false]]);
  });

  it('is not asked about where there is none', () => {
    expect(asked([['Price', 'EUR', 5]]).questions).toEqual([]);
  });
});

describe('a text that is a number', () => {
  it('is the number that it is, and told; formulas compute with it', () => {
    const book = bookWith([
      ['Plan', 2024, 2025, 2026],
      ['Sales', 100, '=B2*(1+C3)', '=C2*(1+D3)'],
      ['Growth', '20%', '20%', '30%'],
      ['Price', '1,234.5'],
    ]);
    const model = asModel(book);
    const told = model.told.find(({ kind }) => kind === 'textNumbers');
    expect(told?.places.map((at) => addressOf(book, at))).toEqual(['Plan!B3', 'Plan!C3', 'Plan!D3', 'Plan!B4']);
    expect(valuesOf(book, model)).toMatchObject({ 'Plan!C2': 120, 'Plan!D2': 156, 'Plan!C3': 0.2, 'Plan!B4': 1234.5 });
    expect(model.lines.find(({ label }) => label.en === 'Growth')).toMatchObject({ unit: 'percent' });
  });

  it('stays a text where it is a name: first in its row, in a column of codes, or the name of a period', () => {
    const book = bookWith([
      ['Item', 'Code', 'Since', 'Value'],
      ['12%', '4711', '2024', 5],
      ['Bolt', '4712', '2025', 6],
    ]);
    expect(asModel(book).told.some(({ kind }) => kind === 'textNumbers')).toBe(false);
  });
});

it('heads that are years before those of a model are told with their places, rows of losses are not', () => {
  const book = bookWith([
    ['Age', -500, -400, -300],
    ['People', 1, 2, 3],
  ]);
  const told = asModel(book).told.find(({ kind }) => kind === 'farYears');
  expect(told?.places.map((at) => addressOf(book, at))).toEqual(['Plan!B1', 'Plan!C1', 'Plan!D1']);
  const losses = bookWith([
    ['Item', 'North', 'South', 'East'],
    ['Profit', -500, -400, -300],
    ['Cost', 5, 6, 7],
  ]);
  expect(asModel(losses).told.some(({ kind }) => kind === 'farYears')).toBe(false);
});
