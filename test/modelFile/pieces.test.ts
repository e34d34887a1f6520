import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultInWords } from '../../src/i18n/modelFile.ts';
import type { Line } from '../../src/model/line.ts';
import { parsePeriod, periodsOf } from '../../src/model/periods.ts';
import { printModelFile } from '../../src/modelFile/file.ts';
import { NotAModel } from '../../src/modelFile/problems.ts';
import { documentOf, readModelFile } from '../../src/modelFile/read.ts';
import { yearly } from '../fixtures/modelFiles.ts';
import { projections } from '../models/projections.ts';
import { runs } from '../runs.ts';

const fileOf = (time: string, lines: string, rest = ''): string =>
  `foresheet: 1\nname: A\ntime: ${time}\n${rest}lines:\n${lines}\n`;

const modelOf = (time: string, lines: string, rest = '') => readModelFile(fileOf(time, lines, rest), 'own-a').model;

/** What a formula gives in a period of a model in which `a` is 3, `b` is 5 and `c` is 2024. */
function given(time: string, formula: string, rest = ''): (period: string) => number {
  const inputs = '  a: {value: 3}\n  b: {value: 5}\n  c: {value: 2024}\n  come: {value: 100, per_period: true}';
  const read = projections(modelOf(time, `${inputs}\n  x: {formula: '${formula}'}`, rest));
  return (period) => Number(read('base', 'x', parsePeriod(period)?.ordinal ?? Number.NaN));
}

const formulaOf = (lines: readonly Line[], id = 'x'): string | undefined => {
  const line = lines.find((one) => one.id === id);
  return line && 'formula' in line ? line.formula : undefined;
};

const told = (text: string) => {
  try {
    readModelFile(text, 'own-a');
  } catch (error) {
    if (!(error instanceof NotAModel)) throw error;
    for (const problem of error.problems)
      for (const lang of ['en', 'zh'] as const) expect(faultInWords(problem, lang)).toMatch(/[.。]$|）。$/);
    return error.problems.map(({ kind, line, column }) => [kind, line, column]);
  }
  return [];
};

/** Powers are computed by the engine and here by other ways. */
const near = (actual: number, expected: number, what?: string) =>
  expect(Math.abs(actual - expected), `${what}: ${actual}, not ${expected}`).toBeLessThan(
    1e-12 * Math.max(1, Math.abs(expected)),
  );

const YEARS = Array.from({ length: 9 }, (_, i) => 2022 + i);
/** The years of a model of months, by the time at which each month begins. */
const MONTHS = Array.from({ length: 36 }, (_, i) => ({
  text: `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  time: 2023 + i / 12,
}));

describe('a piece gives what its equation gives:', () => {
  const cases: [string, (t: number, step: number) => number][] = [
    ['ramp({c}, {a})', (t, step) => Math.max(0, Math.min(1, (t - 2024 + step) / 3))],
    ['kept({c}, {a})', (t) => (t <= 2024 ? 1 : 0.5 ** ((t - 2024) / 3))],
    ['toward({a}, {b}, 0.25)', () => 4.5],
    ['fade(0.2, 0.06, {c}, {a})', (t) => 0.06 + 0.14 * (t <= 2024 ? 1 : 0.5 ** ((t - 2024) / 3))],
    ['shock(1, {c}, 0.15, 0.05, 2)', (t) => (t < 2024 ? 1 : 1 - (0.05 + 0.1 * 0.5 ** ((t - 2024) / 2)))],
    ['shock(1, {c}, 0.03, 0.05, 2)', (t) => (t < 2024 ? 1 : 0.97)],
    ['shock(0, {c}, 0.15, 0.05, 2)', () => 1],
    ['compound({a}, 0.1, {c})', (t) => 3 * 1.1 ** (t - 2024)],
    ['required({a}, {b}, {c}, 2026)', () => Math.sqrt(5 / 3) - 1],
    ['logistic({a}, {b}, 0.4, {c})', (t) => 5 / (1 + (2 / 3) * Math.exp(-0.4 * (t - 2024)))],
    ['logistic_rate({a}, {b}, 0.2)', () => Math.log((1.2 * 2) / (5 - 3.6))],
    [
      'between(2023, 1, {c}, {a}, 2028, 11)',
      (t) => (t <= 2023 ? 1 : t <= 2024 ? 1 + 2 * (t - 2023) : t <= 2028 ? 3 + 2 * (t - 2024) : 11),
    ],
  ];

  it.each(cases)('%s, by years and by months', (formula, expected) => {
    const byYear = given('2022..2030', formula);
    for (const year of YEARS) near(byYear(String(year)), expected(year, 1), String(year));
    const byMonth = given('2023-01..2025-12', formula);
    for (const { text, time } of MONTHS) near(byMonth(text), expected(time, 1 / 12), text);
    // Where years are left out, the others are what they are among all.
    const some = given('[2022, 2025, 2030]', formula);
    for (const year of [2022, 2025, 2030]) near(some(String(year)), expected(year, 1), String(year));
  });

  it('a logistic curve grows in its first year as its rate was made for', () => {
    const read = given('2022..2030', 'logistic({a}, {b}, logistic_rate({a}, {b}, 0.2), {c})');
    near(read('2025') / read('2024'), 1.2);
  });

  it.each(['2022..2030', '2023-01..2025-12', '[2022, 2023, 2026, 2030]', '[2023-06, 2024-02, 2026-01]'])(
    'fading goes the way of fade, in %s',
    (time) => {
      const lines =
        '  x: {first: 0.2, formula: "fading(0.2, {x@prev}, 0.06, 2024, 3)"}\n  y: {formula: "fade(0.2, 0.06, 2024, 3)"}';
      const model = modelOf(time, lines);
      const read = projections(model);
      for (const period of periodsOf(model.periods))
        near(Number(read('base', 'x', period)), Number(read('base', 'y', period)));
    },
  );

  it('fading goes on from what is typed over', () => {
    const lines = '  x: {first: 0.2, formula: "fading(0.2, {x@prev}, 0.06, 2024, 3)"}';
    const read = projections(modelOf('2022..2030', lines, 'scenarios: {own: {set: {x: {2027: 0.5}}}}\n'));
    near(Number(read('own', 'x', 2030)), 0.28);
  });

  it('required growth reaches its target by compound growth', () => {
    near(given('2022..2030', 'compound({a}, required({a}, {b}, 2022, {c}), 2022)')('2024'), 5);
  });

  it('a season has its weight, and a year the mean of 1, also where the year begins in April', () => {
    for (const rest of ['', 'year_start: 4\n']) {
      const weights = [8, 9, 10, 11, 12, 13, 14, 13, 12, 11, 10, 9];
      const read = given('2023-01..2025-12', `seasonal(${weights.join(', ')})`, rest);
      for (const [i, { text }] of MONTHS.entries()) near(read(text), weights[i % 12] ? (weights[i % 12] ?? 0) / 11 : 0);
      const mean = MONTHS.slice(3, 15).reduce((sum, { text }) => sum + read(text), 0) / 12;
      near(mean, 1);
    }
    near(given('2023Q1..2025Q4', 'seasonal(1, 2, 3, 4)')('2024Q3'), 1.2);
  });

  it.each([
    ['2022..2030', '', YEARS.map(String)],
    ['2023-01..2025-12', '', MONTHS.map(({ text }) => text)],
    ['2023-01..2025-12', 'year_start: 7\n', MONTHS.map(({ text }) => text)],
  ])('cohorts are kept by their age in %s %s', (time, rest, periods) => {
    const read = given(time, 'cohort({come}, 0.6, 0.9)', rest);
    let expected = 0;
    for (const [age, period] of periods.entries()) {
      expected += age === 0 ? 100 : 100 * 0.6 * 0.9 ** (age - 1);
      near(read(period), expected, period);
    }
  });

  it('and months are counted within a year that begins in another month', () => {
    const read = given('2023-04..2025-03', 'ramp({c}, 1)', 'year_start: 4\n');
    // The fiscal year 2024 begins in April 2023.
    near(read('2023-04'), 1 / 12);
    near(read('2024-03'), 1);
  });
});

/** A formula with pieces, and what it must give where `a` is 3. */
type Nested = readonly [string, (t: number) => number];

describe('what pieces make', () => {
  const plain = (formula: string) =>
    formulaOf(modelOf('2022..2030', `  a: {value: 3}\n  x: {formula: '${formula}'}`).lines);

  it.each([
    ['2*ramp({a}, {a})', '=2*MAX(0,MIN(1,({year}-{a}+1)/{a}))'],
    ['toward({a},{a},{a})', '={a}+({a}-{a})*{a}'],
    ['2*toward({a},{a},{a})', '=2*({a}+({a}-{a})*{a})'],
    ['SUM(toward({a},{a},{a}), 1)', '=SUM({a}+({a}-{a})*{a}, 1)'],
    ['compound({a}+1, -{a}, 2024)', '=({a}+1)*(1+(-{a}))^({year}-2024)'],
    ['2^compound({a}, 1, kept({a}, 1))', '=2^({a}*(1+1)^({year}-IF({year}<={a},1,2^(-({year}-{a})/1))))'],
    ['IF({a}>1,"ramp(1",LEFT("a,b)",1))', '=IF({a}>1,"ramp(1",LEFT("a,b)",1))'],
    ['LET(f,LAMBDA(z,z+1),f({a}))', '=LET(f,LAMBDA(z,z+1),f({a}))'],
    ['SUM({1,2})+toward({a},{1,2},1)', '=SUM({1,2})+({1,2}+({a}-{1,2})*1)'],
  ])('%s is %s', (formula, expected) => {
    expect(plain(formula)).toBe(expected);
  });

  const nested: fc.Arbitrary<Nested> = fc.letrec<{ any: Nested }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<Nested>(['{a}', () => 3], ['1.5', () => 1.5], ['({year}-2020)', (t) => t - 2020]),
      fc.tuple(fc.constantFrom('+', '-', '*'), tie('any'), tie('any')).map(
        ([sign, [f, x], [g, y]]): Nested => [
          // Signs of one kind lean to the left, so the right side stands in parentheses.
          sign === '*' ? `(${f})*(${g})` : `${f}${sign}(${g})`,
          (t) => (sign === '+' ? x(t) + y(t) : sign === '-' ? x(t) - y(t) : x(t) * y(t)),
        ],
      ),
      fc
        .tuple(tie('any'), tie('any'), tie('any'))
        .map(([[f, x], [g, y], [h, z]]): Nested => [`toward(${f}, ${g}, ${h})`, (t) => y(t) + (x(t) - y(t)) * z(t)]),
      fc
        .tuple(tie('any'), tie('any'))
        .map(([[f, x], [g, y]]): Nested => [`twice(${f}, ${g})`, (t) => 2 * (x(t) + y(t)) - y(t)]),
      tie('any').map(([f, x]): Nested => [`kept(${f}, 4)`, (t) => (t <= x(t) ? 1 : 2 ** (-(t - x(t)) / 4))]),
    ),
  })).any;

  it('give what the formula gives when it is written plainly, however they stand within each other', () => {
    fc.assert(
      fc.property(nested, ([formula, expected]) => {
        const rest = 'pieces:\n  twice: {takes: [p, q], formula: "2*(<p>+<q>)-<q>"}\n';
        const actual = given('2022..2030', formula, rest);
        for (const year of [2022, 2026, 2030]) {
          const value = expected(year);
          const isNear = Math.abs(actual(String(year)) - value) <= 1e-9 * Math.max(1, Math.abs(value));
          expect(isNear || Math.abs(value) > 1e100, `${formula} in ${year}`).toBe(true);
        }
      }),
      runs(30, 3_000),
    );
  });

  it('stand in every formula of a file: the first one, results, checks, and what scenarios hold', () => {
    const model = modelOf(
      '2022..2030',
      [
        '  a: {value: 3}',
        '  s: {first: "compound({a}, 1, 2020)", formula: "{s@prev}"}',
        '  r: {result: "required(1, 2, 3, 4)"}',
        '  k: {check: "2*toward(1, 2, 3) > 0", text: No}',
      ].join('\n'),
      'scenarios: {up: {set: {a: "=toward(1, 2, 3)"}}}\n',
    );
    expect(model.lines[1]).toMatchObject({ first: '={a}*(1+1)^({year}-2020)' });
    expect(formulaOf(model.lines, 'r')).toBe('=(2/1)^(1/(4-3))-1');
    expect(formulaOf(model.lines, 'k')).toBe('=IF(2*(2+(1-2)*3) > 0,1,0)');
    expect(model.scenarios[1]?.overrides).toEqual({ a: { value: { formula: '=2+(1-2)*3' } } });
  });
});

describe('what is wrong with a call is told at its place:', () => {
  const line = (formula: string) => told(yearly(`  a: {value: 3}\n  x: {formula: "${formula}"}`));
  it.each([
    ['1+rampe({a}, 1)', 'noPiece', 19],
    ['sum({a})', 'noPiece', 17],
    ['ramp({a})', 'pieceTakes', 17],
    ['ramp({a}, )', 'pieceTakes', 17],
    ['ramp()', 'pieceTakes', 17],
    ['seasonal(1, 2)', 'pieceTakes', 17],
    ['between(2022, 1, 2023)', 'pieceTakes', 17],
    ['ramp({a}, 2', 'pieceOpen', 17],
    ['cohort(2*{a}, 1, 1)', 'pieceLine', 24],
    ['1+ramp({a}, {nope})', 'noLine', 29],
    ['2*toward(1, 2, ramp(3, {nope}))', 'noLine', 40],
  ])('%s', (formula, kind, column) => {
    expect(line(formula)).toEqual([[kind, 6, column]]);
  });

  it.each([
    ['  ramp: {takes: [p], formula: "<p>"}', [['pieceName', 5, 3]]],
    ['  Own: {takes: [p], formula: "<p>"}', [['pieceName', 5, 3]]],
    ['  own: {takes: [p, p], formula: "<p>"}', [['twice', 5, 20]]],
    ['  own: {takes: [p], formula: "<p>+<q>"}', [['notGiven', 5, 35]]],
    ['  own: {takes: [p], formula: "own(<p>)"}', [['noPiece', 5, 31]]],
    ['  one: {takes: [p], formula: "two(<p>)"}\n  two: {takes: [p], formula: "one(<p>)"}', [['noPiece', 5, 31]]],
  ])('of the file’s own: %s', (pieces, expected) => {
    expect(told(fileOf('2022..2030', '  a: {value: 1}', '').replace('lines:', `pieces:\n${pieces}\nlines:`))).toEqual(
      expected.map(([kind, row, column]) => [kind, row, column]),
    );
  });

  it('growth upon growth is stopped, and nothing that is deep or long takes long', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, i) =>
        `  p${'x'.repeat(i + 1)}: {takes: [p], formula: "${i === 0 ? '<p>+<p>' : `p${'x'.repeat(i)}(<p>)+p${'x'.repeat(i)}(<p>)`}"}`,
    );
    expect(told(fileOf('2022..2030', '  a: {value: 1}', `pieces:\n${bomb.join('\n')}\n`))[0]?.[0]).toBe('pieceLong');
    const deep = (count: number) => `${'ramp('.repeat(count)}1${', 1)'.repeat(count)}`;
    expect(line(deep(3_000))[0]?.[0]).toBe('pieceDeep');
    expect(line(deep(19))[0]?.[0]).toBeUndefined();
    const wide = `${'toward('.repeat(12)}{a}${', 1, {a}+{a}+{a})'.repeat(12)}`;
    expect(line(wide)[0]?.[0]).toBeUndefined();
    const large = `pieces:\n  large: {takes: [p], formula: "<p>${'+1'.repeat(10_000)}"}\n`;
    const many = Array.from({ length: 300 }, (_, i) => `  l_${i}: {formula: "large(1)"}`).join('\n');
    expect(told(fileOf('2022..2030', many, large))[0]?.[0]).toBe('pieceLong');
  });
});

describe('a model with pieces that is exported', () => {
  const text = fileOf(
    '2022..2030',
    '  a: {value: 3}\n  x: {formula: "own({a})*ramp({a}, 2)", unit: times}\n  y: {formula: "toward(1, 2, 3)", unit: times}',
    'pieces:\n  own: {takes: [p], formula: "<p>*2"}\n',
  );
  const read = readModelFile(text, 'own-a');
  const printed = (lines: readonly Line[]) =>
    printModelFile({ ...read, model: { ...read.model, lines }, scenarios: documentOf(read).scenarios });

  it('is the same to the letter where nothing was changed', () => {
    expect(printed(read.model.lines)).toBe(text);
  });

  it('calls pieces where a formula is as it was, and is plain where it is another', () => {
    const lines = read.model.lines.map((one) => (one.id === 'y' ? { ...one, formula: '={a}+1' } : one)) as Line[];
    const changed = printed(lines);
    expect(changed).toContain('x: {formula: "own({a})*ramp({a}, 2)", unit: times}');
    expect(changed).toContain('y: {formula: "{a}+1", unit: times}');
    expect(readModelFile(changed, 'own-a').model.lines).toEqual(lines);
  });

  it('has functions that were typed in small letters in capitals, and opens', () => {
    const formula = '=sum({a})+max(1,round.x(2))&"sum("&LEFT("if(",1)';
    const lines = read.model.lines.map((one) => (one.id === 'y' ? { ...one, formula } : one)) as Line[];
    const scenarios = [{ id: 'base', name: 'Base', note: '', overrides: { a: { value: { formula: '=min(1,2)' } } } }];
    const text = printModelFile({ ...read, model: { ...read.model, lines }, scenarios });
    const back = readModelFile(text, 'own-a').model;
    expect(formulaOf(back.lines, 'y')).toBe('=SUM({a})+MAX(1,ROUND.X(2))&"sum("&LEFT("if(",1)');
    expect(back.scenarios[0]?.overrides).toEqual({ a: { value: { formula: '=MIN(1,2)' } } });
  });
});
