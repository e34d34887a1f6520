import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/document/document.ts';
import { faultInWords } from '../../src/i18n/modelFile.ts';
import { type FileProblem, NotAModel } from '../../src/modelFile/problems.ts';
import { readModelFile } from '../../src/modelFile/read.ts';
import { yearly } from '../fixtures/modelFiles.ts';
import { quickestOfEach } from '../fixtures/quickest.ts';

function problemsOf(text: string): readonly FileProblem[] {
  try {
    readModelFile(text, 'own-a');
  } catch (error) {
    if (error instanceof NotAModel) return error.problems;
    throw error;
  }
  return [];
}

const model = (lines: string, rest?: string) => readModelFile(yearly(lines, rest), 'own-a').model;
const line = (text: string) => model(`  a: ${text}`).lines[0];

describe('a reason', () => {
  it('that stands once for a line of periods is that of each of them; one of no line is told', () => {
    const lines = '  a: {value: 1 firms, per_period: true}\n  b: {value: 2 firms}';
    const rest = 'scenarios:\n  x: {set: {a: 3 firms}, reasons: {a: because, b: so}}';
    const scenarios: readonly Scenario[] = model(lines, rest).scenarios;
    const reasons = scenarios.find(({ id }) => id === 'x')?.reasons ?? {};
    expect(new Set(Object.values(reasons.a ?? {}))).toEqual(new Set(['because']));
    expect(Object.keys(reasons.a ?? {})).not.toContain('value');
    expect(reasons.b).toEqual({ value: 'so' });
    expect(problemsOf(yearly(lines, rest.replace('b: so', 'nope: so')))).toHaveLength(1);
  });
});

describe('a quantity', () => {
  it.each([
    ['1200 firms', { value: 1200, unit: 'firms' }],
    ['-3.5 bn yuan', { value: -3.5, unit: 'bn yuan' }],
    ['2.1 %', { value: 0.021, unit: 'percent' }],
    ['0.7%', { value: 0.007, unit: 'percent' }],
    ['12.3456789 %', { value: 0.123456789, unit: 'percent' }],
    ['5 % a year', { value: 0.05, unit: 'percent a year' }],
    ['4 points', { value: 0.04, unit: 'points' }],
    ['1e3 firms', { value: 1000, unit: 'firms' }],
  ])('%s is its number in its unit, to the last digit', (text, expected) => {
    expect(line(`{value: ${text}}`)).toMatchObject(expected);
  });

  it('without its unit is in the stored one', () => {
    expect(line('{value: 0.12, unit: percent}')).toMatchObject({ value: 0.12 });
    expect(line('{value: 5}')).toMatchObject({ value: 5, unit: '' });
    expect(line('{value: 5, unit: index}')).toMatchObject({ value: 5, unit: 'index' });
  });

  it('has its range in the unit in which it is written', () => {
    expect(line('{value: 2.1 %, range: 0.5..6 by 0.1}')).toMatchObject({
      range: { low: 0.005, high: 0.06, step: 0.001 },
    });
    expect(line('{value: 0.12, unit: "%", range: 0..0.5 by 0.01}')).toMatchObject({
      range: { low: 0, high: 0.5, step: 0.01 },
    });
    expect(line('{value: 49 firms, range: -29..99}')).toMatchObject({ range: { low: -29, high: 99, step: 1 } });
  });
});

describe('a scenario', () => {
  it('sets scalars, all periods at once, or each by its own', () => {
    const { scenarios } = model(
      '  a: {value: 1 firms}\n  b: {value: 1 %, per_period: true}',
      'scenarios:\n  up: {set: {a: "={b@2022}*2", b: {2023: 2 %, 2024: {text: none}}}}\n  flat: {set: {b: 3 %}}\n',
    );
    expect(scenarios.map(({ id }) => id)).toEqual(['base', 'up', 'flat']);
    expect(scenarios[1]?.overrides).toEqual({
      a: { value: { formula: '={b@2022}*2' } },
      b: { 2023: 0.02, 2024: { text: 'none' } },
    });
    expect(Object.values(scenarios[2]?.overrides.b ?? {})).toEqual(Array(9).fill(0.03));
  });
});

/** The kind, line and column of what is wrong in a file of these lines. */
const told = (lines: string, rest?: string) =>
  problemsOf(yearly(lines, rest)).map((problem) => [problem.kind, problem.line, problem.column]);

describe('what is wrong in a file is told at its place:', () => {
  it.each([
    ['a comma between digits', '  a: {value: 1,200 firms}', [['noValue', 5, 16]]],
    ['the same in quotes', '  a: {value: "1,200 firms"}', [['grouping', 5, 14]]],
    ['a formula that is a map', '  a: {value: 1}\n  b: {first: {a}, formula: "{a}"}', [['noValue', 6, 15]]],
    ['an unquoted brace', '  a: {value: 1}\n  b: {formula: {a} + 1}', [['yaml', 6, 20]]],
    ['the same in a line of its own', '  a: {value: 1}\n  b:\n    formula: {a} + 1', [['yaml', 7, 18]]],
    ['a text cut by #', '  a: {value: 1, note: see #3}', [['hash', 5, 27]]],
    ['the same in a line of its own', '  a:\n    value: 1\n    note: see #3', [['hash', 7, 15]]],
    ['a colon in a text', '  a: {value: 1, note: see: this}', [['yaml', 5, 23]]],
    ['a tab', '\ta: {value: 1}', [['yaml', 5, 1]]],
    ['an anchor', '  a: &x {value: 1}', [['yaml', 5, 9]]],
    ['a tag', '  a: {value: !!float 1}', [['yaml', 5, 14]]],
    [
      'a value that is missing',
      '  a: {value: }\n  b:',
      [
        ['noValue', 5, 7],
        ['noValue', 6, 3],
      ],
    ],
    ['null', '  a: {value: null}', [['noValue', 5, 7]]],
    ['a key twice', '  a: {value: 1}\n  a: {value: 2}', [['twice', 6, 3]]],
    ['an unknown key', '  a: {valu: 1}', [['unknownKey', 5, 7]]],
    ['a key that is none', '  __proto__: {value: 1}', [['reserved', 5, 3]]],
    [
      'an id that is an address',
      '  GDP2030: {value: 1}\n  gdp2030: {value: 1}',
      [
        ['id', 5, 3],
        ['id', 6, 3],
      ],
    ],
    ['an id that is a word of the calendar', '  year: {value: 1}', [['id', 5, 3]]],
    ['percent without its sign', '  a: {value: 12, unit: percent}', [['share', 5, 14]]],
    ['a unit beside another one', '  a: {value: 1 firms, unit: years}', [['units', 5, 14]]],
    ['a range that is none', '  a: {value: 1, range: 5-7}', [['range', 5, 24]]],
    ['a range upside down', '  a: {value: 3, range: 5..2}', [['step', 5, 24]]],
    ['a value outside of its range', '  a: {value: 3, range: 5..7}', [['outside', 5, 14]]],
    ['why without a range', '  a: {value: 3, why: x}', [['needs', 5, 17]]],
    ['two kinds of line in one', '  a: {heading: x, value: 3}', [['mixed', 5, 19]]],
    ['a series without its formula', '  a: {first: 1}', [['missing', 5, 3]]],
    ['a line that says nothing', '  a: {decimals: 2}', [['empty', 5, 6]]],
    ['a word that is none of a few', '  a: {value: 1, rollup: summ}', [['oneOf', 5, 25]]],
    ['a list in place of a number', '  a: {value: [1]}', [['wrongKind', 5, 14]]],
    ['a text in place of keys', '  a: 5', [['wrongKind', 5, 6]]],
    ['a line that is not there', '  a: {formula: "1 + {b}"}', [['noLine', 5, 21]]],
    ['a heading in a formula', '  h: {heading: H}\n  a: {formula: "{h}"}', [['isHeading', 6, 17]]],
    ['a reference that is none', '  a: {formula: "{A}"}', [['notation', 5, 17]]],
    [
      'a period out of range',
      '  a: {value: 1, per_period: true}\n  b: {formula: "1+{a@2040}"}',
      [['periodRange', 6, 19]],
    ],
    ['a start out of range', '  a: {formula: 1, start: 2040}', [['periodRange', 5, 26]]],
    ['lines that need each other', '  a: {formula: "{b}"}\n  b: {formula: "1+{a}"}', [['cycle', 5, 16]]],
    ['a line that needs itself', '  a: {first: 1, formula: "{a}+1"}', [['cycle', 5, 26]]],
    ['a check of what needs the check', '  a: {formula: "{b}"}\n  b: {check: "MAX({a@all}) > 0"}', [['cycle', 5, 16]]],
  ])('%s', (_, lines, expected) => {
    expect(told(lines)).toEqual(expected);
  });

  it.each([
    ['a line of a scenario', 'scenarios:\n  s: {set: {b: 1}}', [['noLine', 7, 13]]],
    ['a unit of a scenario', 'scenarios:\n  s: {set: {a: 1 years}}', [['units', 7, 16]]],
    ['a period of a scalar', 'scenarios:\n  s: {set: {a: {2023: 1}}}', [['noSlot', 7, 16]]],
    ['a base that is not first', 'scenarios:\n  s: {name: S}\n  base: {name: B}', [['baseFirst', 8, 3]]],
    [
      'a target without a source',
      'targets:\n  t: {line: a, in: 2025, value: 3 firms, date: 2024}',
      [['missing', 7, 3]],
    ],
    [
      'a target of another year',
      'targets:\n  t: {line: a, in: 2035, value: 3 firms, source: x, date: 2024}',
      [['periodRange', 7, 20]],
    ],
    ['an answer to no target', 'answer: {line: a, target: t}', [['noTarget', 6, 27]]],
    ['a chart of a scalar', 'charts:\n  - {lines: [a]}', [['noSlot', 7, 14]]],
    ['a key of the model', 'curency: EUR', [['unknownKey', 6, 1]]],
  ])('%s', (_, rest, expected) => {
    expect(told('  a: {value: 1 firms}', `${rest}\n`)).toEqual(expected);
  });

  it.each([
    ['2022..2035..2040', 'time', 7],
    ['2022..2026-01', 'time', 7],
    ['2035..2022', 'time', 7],
    ['2026-13..2027-01', 'time', 7],
    ['[2015, 2020, 2020, 2030]', 'timeOrder', 20],
    ['[2026-01, 2026-04, 2026-02]', 'timeOrder', 26],
    ['[2020, 2019]', 'timeOrder', 14],
    ['[2015..2020, 2019..2025]', 'timeOrder', 20],
    ['[2020, 2021Q1]', 'time', 14],
    ['[2020, 2025..2021]', 'time', 14],
    ['[]', 'time', 7],
    ['[1000, 2022]', 'timeSpan', 7],
    ['1000..2022', 'timeSpan', 7],
  ])('the periods %s', (time, kind, column) => {
    expect(problemsOf(yearly('  a: {value: 1}').replace('2022..2030', time))).toMatchObject([
      { kind, line: 3, column },
    ]);
  });

  it('a period that a list leaves out, wherever one is named', () => {
    const lines = ['  a: {value: 1, per_period: true}', '  b: {formula: "{a@2025} + {a@prev}"}'].join('\n');
    const text = yearly(lines, 'scenarios:\n  s: {set: {a: {2021: 2}}}\n');
    const problems = problemsOf(text.replace('2022..2030', '[2015, 2020, 2030..2032]'));
    expect(problems.map(({ kind, line, column }) => [kind, line, column])).toEqual([
      ['periodList', 6, 17],
      ['periodList', 8, 17],
    ]);
    expect(problems[0] && faultInWords(problems[0], 'en')).toContain(
      '2025 is none of the periods, which are 2015, 2020, 2030–2032.',
    );
    const boundary = problemsOf(
      yearly('  a: {value: 1}', 'observed_until: 2016\n').replace('2022..2030', '[2015, 2020]'),
    );
    expect(boundary).toMatchObject([{ kind: 'periodList', line: 6, column: 17 }]);
  });

  it('all of it at once, in the order of the file, and no more than help', () => {
    expect(told('  a: {value: x y}\n  b: {value: 12 %, range: 5}\n  c: {formula: "{a} + {d}"}')).toEqual([
      ['quantity', 5, 14],
      ['range', 6, 27],
      ['noLine', 7, 23],
    ]);
    expect(told(Array.from({ length: 99 }, (_, i) => `  x_${i}: {valu: 1}`).join('\n'))).toHaveLength(20);
  });

  it('in a sentence of either language, whatever it is', () => {
    const problems = problemsOf(yearly('  a: {value: 1,200 firms}'));
    expect(problems.map((problem) => faultInWords(problem, 'en'))).toEqual([
      '“200 firms” stands alone, behind a comma. Quote the text, or leave out the comma: 1200 and not 1,200.',
    ]);
    expect(problems.map((problem) => faultInWords(problem, 'zh')).join('')).toContain('去掉逗号');
  });
});

describe('a comment', () => {
  it('behind a value is no slip', () => {
    expect(told('  a: {value: 1}  # what is counted\n  b: {value: 2} #!shebang\n  # c: {value: 3}')).toEqual([]);
  });
});

describe('a file that is meant to do harm', () => {
  it.each([
    ['a bomb of aliases', 'a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nforesheet: *c', 'yaml'],
    ['brackets within brackets', '['.repeat(100_000), 'yaml'],
    ['lists within lists', '- '.repeat(100_000), 'yaml'],
    ['keys within keys', `a:\n${Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}`, 'yaml'],
    ['10 MB', 'x'.repeat(10_000_000), 'large'],
    ['nothing', '', 'nothing'],
    ['a quote that is never closed', `foresheet: "${'x'.repeat(100_000)}`, 'yaml'],
    ['two models in one', `${yearly('  a: {value: 1}')}\n---\n${yearly('  a: {value: 1}')}`, 'yaml'],
    ['a newer form', 'foresheet: 2\nwhat: ever', 'newer'],
  ])('is refused with its place: %s', (_, text, kind) => {
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ kind, line: expect.any(Number), column: expect.any(Number) });
  });

  const many = (count: number) => yearly(Array.from({ length: count }, (_, i) => `  k_${i}: {value: 1}`).join('\n'));

  it('of more keys than a model may have lines is refused', () => {
    expect(problemsOf(many(20_001))).toMatchObject([{ kind: 'many', most: 20_000, line: 4 }]);
  });

  it('takes time by its length, and not by its square', async () => {
    const [small, large] = [many(1_500), many(6_000)];
    const [short = 0, long = 0] = await quickestOfEach(
      () => problemsOf(small),
      () => problemsOf(large),
    );
    expect(long / short).toBeLessThan(10);
  });
});
