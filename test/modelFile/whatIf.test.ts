import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/chance/shapes.ts';
import { faultInWords } from '../../src/i18n/modelFile.ts';
import { hasCell } from '../../src/model/coarse.ts';
import { hasPeriods, type Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import type { Asked, Shape, Uncertainty, WhatIf } from '../../src/model/whatIf.ts';
import { printModelFile } from '../../src/modelFile/file.ts';
import { askedLeft } from '../../src/modelFile/printWhatIf.ts';
import { documentOf, readModelFile } from '../../src/modelFile/read.ts';
import { readAsSaved } from '../../src/modelFile/saved.ts';
import { whatIfs } from '../fixtures/documents.ts';
import { shape } from '../fixtures/shapes.ts';
import { runs } from '../runs.ts';

const LINES = `  growth: {value: 12 %, range: 5..20 by 1, per_period: true}
  churn: {value: 0.02, unit: "%", range: 0.005..0.06}
  price: {value: 49 EUR}
  seats: {value: 24}
  budget: {value: 100 EUR, per_period: true, step: year}
  cash: {formula: "{price} * {growth}", unit: EUR}
  total: {result: "SUM({cash@all})", unit: EUR}
  low: {check: "{total} < 0"}
  h: {heading: H}`;
const file = (lines: string, more = '') => `foresheet: 1\nname: A\ntime: 2024Q1..2031Q4\nlines:\n${lines}\n${more}`;
const whatIfIn = (text: string): WhatIf | undefined => documentOf(readModelFile(text, 'own-a')).whatIf;

/** What a line of a unit says of how it may turn out. */
const said = (uncertain: string, value = '24', more = ''): Uncertainty | undefined =>
  whatIfIn(file(`  a: {value: ${value}, uncertain: "${uncertain}"${more}}`))?.uncertain?.a;

/** What is told of a file, with both sentences looked at. */
function told(lines: string, more = ''): string[] {
  const read = readAsSaved(file(lines, more), 'own-a');
  if (!('problems' in read)) return [];
  return read.problems.map(({ line, column, ...fault }) => {
    for (const lang of ['en', 'zh'] as const) expect(faultInWords(fault, lang)).toMatch(/[.。]$/);
    return `${line}:${column} ${fault.kind}`;
  });
}

describe('what a file says of an uncertain input', () => {
  it.each<[string, Shape]>([
    ['pert 5..40', { kind: 'pert', low: 5, high: 40 }],
    ['triangular -5 .. 4e1', { kind: 'triangular', low: -5, high: 40 }],
    ['uniform .5..1', { kind: 'uniform', low: 0.5, high: 1 }],
    ['normal 2', { kind: 'normal', deviation: 2 }],
    ['lognormal 10 %', { kind: 'lognormal', deviation: 0.1 }],
    ['lognormal 0.1', { kind: 'lognormal', deviation: 0.1 }],
    ['lognormal 150%', { kind: 'lognormal', deviation: 1.5 }],
    ['quantiles 17, 24, 35', { kind: 'metalog', p10: 17, p50: 24, p90: 35 }],
    ['quantiles 17; 24;35 within 0..', { kind: 'metalog', p10: 17, p50: 24, p90: 35, least: 0 }],
    ['quantiles 17 24 35 within ..100', { kind: 'metalog', p10: 17, p50: 24, p90: 35, most: 100 }],
    ['quantiles 17; 24; 35 within 0..100', { kind: 'metalog', p10: 17, p50: 24, p90: 35, least: 0, most: 100 }],
    ['values 10: 1; 20: 3', { kind: 'discrete', values: [10, 20], weights: [1, 3] }],
    ['values 10: 25 %, 20: 75 %', { kind: 'discrete', values: [10, 20], weights: [0.25, 0.75] }],
    ['values 10; 20', { kind: 'discrete', values: [10, 20], weights: [1, 1] }],
    ['samples 1; 2; 3', { kind: 'samples', values: [1, 2, 3] }],
    ['samples 1 2\u22123'.replace('2\u2212', '\u2212'), { kind: 'samples', values: [1, -3] }],
  ])('reads %s', (text, shape) => {
    expect(said(text)).toEqual({ shape });
  });

  it('takes numbers in the unit in which the value is written', () => {
    expect(said('pert 5..40', '12 %')?.shape).toEqual({ kind: 'pert', low: 0.05, high: 0.4 });
    expect(said('pert 5..40 %', '12 %')?.shape).toEqual({ kind: 'pert', low: 0.05, high: 0.4 });
    expect(said('normal 0.7', '12 %')?.shape).toEqual({ kind: 'normal', deviation: 0.007 });
    expect(said('pert 0.05..0.4', '0.12', ', unit: "%"')?.shape).toEqual({ kind: 'pert', low: 0.05, high: 0.4 });
    expect(said('samples 5; 7 %', '0.12', ', unit: "%"')?.shape).toEqual({ kind: 'samples', values: [0.05, 0.07] });
    expect(said('lognormal 10 %', '12 %')?.shape).toEqual({ kind: 'lognormal', deviation: 0.1 });
  });

  it('takes shares of the value', () => {
    expect(said('pert 80..120 % of value')).toEqual({ shape: { kind: 'pert', low: 0.8, high: 1.2 }, relative: true });
    expect(said('normal 10 % of value', '12 %')).toEqual({ shape: { kind: 'normal', deviation: 0.1 }, relative: true });
    expect(said('values 90 %: 1; 110 %: 2 of value')).toEqual({
      shape: { kind: 'discrete', values: [0.9, 1.1], weights: [1, 2] },
      relative: true,
    });
    expect(said('quantiles 80; 100; 130 within 0..200 % of value')).toEqual({
      shape: { kind: 'metalog', p10: 0.8, p50: 1, p90: 1.3, least: 0, most: 2 },
      relative: true,
    });
  });

  it('takes its range where it says no ends', () => {
    expect(said('pert', '12 %', ', range: 5..20')).toEqual({ shape: { kind: 'pert', low: 0.05, high: 0.2 } });
  });

  it.each([
    ['once', 1],
    ['anew', 0],
    ['0.50', 0.5],
  ])('has the memory %s', (memory, share) => {
    expect(said('normal 1', '24', `, per_period: true, memory: ${memory}`)?.memory).toBe(share);
  });

  it('stands in blocks as other keys do', () => {
    const text = file('  <id>: {each: {a: {u: normal 1}, b: {}}, value: 3, uncertain: <u?>}');
    expect(whatIfIn(text)).toEqual({ uncertain: { a: { shape: { kind: 'normal', deviation: 1 } } } });
  });
});

describe('what is asked', () => {
  it('is read with what goes together and what is drawn', () => {
    const asked = `together: [[growth, churn, -0.50]]
draws: {seed: 7}
ask:
  futures: {cell: cash@2028q4, at_least: 900 EUR}
  tornado: total
  table: {inputs: [{cell: churn, low: 1 %, high: 0.04, steps: 7}, {cell: budget@2027, low: 1, high: 2, steps: 2}], results: [cash@2030Q1]}
`;
    expect(whatIfIn(file(LINES, asked))).toEqual({
      correlations: [{ lines: ['growth', 'churn'], rank: -0.5 }],
      draws: { runs: 10_000, seed: 7 },
      futures: { line: 'cash', slot: 4 * 2028 + 3, atLeast: 900 },
      tornado: { line: 'total', slot: 'value' },
      table: {
        inputs: [
          { line: 'churn', slot: 'value', low: 0.01, high: 0.04, steps: 7 },
          { line: 'budget', slot: 4 * 2027 + 3, low: 1, high: 2, steps: 2 },
        ],
        results: [{ line: 'cash', slot: 4 * 2030 }],
      },
    });
    expect(whatIfIn(file(LINES, 'ask: {futures: cash@2028Q1}\n'))).toEqual({
      futures: { line: 'cash', slot: 4 * 2028 },
    });
    expect(whatIfIn(file(LINES))).toBeUndefined();
  });
});

describe('what is wrong with it is told at its place, in both languages:', () => {
  it.each([
    ['beta 1..2', 'distribution'],
    ['Pert 1..2', 'distribution'],
    ['pert 1', 'distribution'],
    ['pert 1..', 'distribution'],
    ['pert 1..2 of value', 'distribution'],
    ['pert of value', 'distribution'],
    ['pert', 'needs'],
    ['pert 40..5', 'turned'],
    ['normal 0', 'deviation'],
    ['normal 1e999', 'distribution'],
    ['normal 10 %', 'ofValue'],
    ['lognormal 10', 'share'],
    ['quantiles 1; 2', 'distribution'],
    ['quantiles 1; 2; 3 within', 'distribution'],
    ['quantiles 3; 2; 1', 'ascending'],
    ['quantiles 10; 11; 100', 'infeasible'],
    ['quantiles 10; 20; 30 within 15..', 'beyond'],
    ['values 10: 0', 'weights'],
    ['values 10: x', 'weights'],
    ['samples 1; two', 'distribution'],
    ['samples 1,200; 3', 'distribution'],
    ['samples', 'distribution'],
    ['samples 80 %; 1.2 of value', 'distribution'],
    ['ｎormal ２', 'wide'],
  ])('%s', (text, kind) => {
    expect(told(`  a: {value: 24, uncertain: "${text}"}`)).toEqual([`5:29 ${kind}`]);
  });

  it('between which ends the middle of three quantiles may lie, which then is taken', () => {
    for (const [text, value] of [
      ['quantiles 10; 11; 100', '24'],
      ['quantiles 10; 10.1; 60 within 0..100', '24 %'],
    ] as const) {
      const read = readAsSaved(file(`  a: {value: ${value}, uncertain: ${text}}`), 'own-a');
      const [fault] = 'problems' in read ? read.problems : [];
      if (fault?.kind !== 'infeasible') throw new Error('it is taken');
      const three = text.split('; ');
      for (const middle of [fault.low, fault.high])
        expect(told(`  a: {value: ${value}, uncertain: ${three[0]}; ${middle}; ${three[2]}}`)).toEqual([]);
    }
  });

  it.each([
    ['a line that is no input', '  a: {result: "1", uncertain: normal 1}', '', ['5:20 mixed']],
    ['memory alone', '  a: {value: 1, per_period: true, memory: once}', '', ['5:35 needs']],
    ['memory of one value', '  a: {value: 1, uncertain: normal 1, memory: once}', '', ['5:38 needs']],
    ['memory above 1', '  a: {value: 1, per_period: true, uncertain: normal 1, memory: 1.5}', '', ['5:64 memory']],
    ['a list of no pairs', LINES, 'together: [growth]\n', ['14:12 wrongKind']],
    ['two of three', LINES, 'together: [[growth, churn]]\n', ['14:12 wrongKind']],
    ['a correlation above 1', LINES, 'together: [[growth, churn, 1.5]]\n', ['14:28 rank']],
    ['a line that is not there', LINES, 'together: [[growth, gone, 0.5]]\n', ['14:21 noLine']],
    ['one that is a heading', LINES, 'together: [[growth, h, 0.5]]\n', ['14:21 isHeading']],
    ['one that is a formula', LINES, 'together: [[cash, churn, 0.5]]\n', ['14:13 noInput']],
    ['a line with itself', LINES, 'together: [[churn, churn, 0.5]]\n', ['14:20 twice']],
    ['too many runs', LINES, 'draws: {runs: 1000001}\n', ['14:15 whole']],
    ['no runs', LINES, 'draws: {runs: 0}\n', ['14:15 whole']],
    ['half a seed', LINES, 'draws: {seed: 1.5}\n', ['14:15 whole']],
    ['a seed too large', LINES, 'draws: {seed: 10000001}\n', ['14:15 whole']],
    ['a key of draws', LINES, 'draws: {times: 3}\n', ['14:9 unknownKey']],
    ['a question that is none', LINES, 'ask: {bridge: total}\n', ['14:7 unknownKey']],
    ['a result without its period', LINES, 'ask: {futures: cash}\n', ['14:16 noPeriod']],
    ['a period that is not there', LINES, 'ask: {tornado: cash@2040Q1}\n', ['14:16 periodRange']],
    ['an input asked about', LINES, 'ask: {tornado: price}\n', ['14:16 noResult']],
    ['a check asked about', LINES, 'ask: {futures: low}\n', ['14:16 noResult']],
    ['a unit of another', LINES, 'ask: {futures: {cell: total, at_least: 3 USD}}\n', ['14:40 units']],
    [
      'a formula that is varied',
      LINES,
      'ask: {table: {inputs: [{cell: total, low: 1, high: 2, steps: 3}], results: [total]}}\n',
      ['14:31 noInput'],
    ],
    [
      'a table from high to low, of one step',
      LINES,
      'ask: {table: {inputs: [{cell: price, low: 2, high: 1, steps: 3}], results: [total]}}\n',
      ['14:43 turned'],
    ],
    [
      'a table of one step',
      LINES,
      'ask: {table: {inputs: [{cell: price, low: 1, high: 2, steps: 1}], results: [total]}}\n',
      ['14:62 whole'],
    ],
    ['a table of nothing', LINES, 'ask: {table: {inputs: [], results: [total]}}\n', ['14:23 noValue']],
  ])('%s', (_, lines, more, problems) => {
    expect(told(lines, more)).toEqual(problems);
  });
});

/** What of it a file can say: that of lines and periods that are there. */
function standing({ uncertain = {}, correlations = [], draws, ...asked }: WhatIf, model: Model): WhatIf {
  const line = (id: string): Line | undefined => model.lines.find((one) => one.id === id);
  const isInput = (id: string) => line(id)?.kind === 'input';
  const isThere = ({ line: id, slot }: Asked) => {
    const found = line(id);
    if (!found || found.kind === 'heading') return false;
    return slot === 'value' ? !hasPeriods(found) : hasPeriods(found) && hasCell(found, slot, model.periods);
  };
  const isResult = (one: Asked) =>
    one.line !== 'low' && ['series', 'result'].includes(line(one.line)?.kind ?? '') && isThere(one);
  const kept = Object.entries(uncertain)
    .filter(([id, one]) => isInput(id) && !(one.shape.kind === 'metalog' && faultOf(one, 1)))
    .map(([id, { memory, ...rest }]) => {
      const found = line(id);
      return [id, { ...rest, ...(memory !== undefined && found && hasPeriods(found) ? { memory } : {}) }] as const;
    });
  const pairs = correlations.filter(({ lines: [a, b] }) => a !== b && isInput(a) && isInput(b));
  const { futures, tornado, table } = asked;
  const inputs = (table?.inputs ?? []).filter((one) => isInput(one.line) && isThere(one));
  const results = (table?.results ?? []).filter(isResult);
  return {
    ...(kept.length > 0 ? { uncertain: Object.fromEntries(kept) } : {}),
    ...(pairs.length > 0 ? { correlations: pairs } : {}),
    ...(draws ? { draws } : {}),
    ...(futures && isResult(futures) ? { futures } : {}),
    ...(tornado && isResult(tornado) ? { tornado } : {}),
    ...(inputs.length > 0 && results.length > 0 ? { table: { inputs, results } } : {}),
  };
}

/** In years, so that the periods that are asked about are there. */
const YEARLY = readModelFile(file(LINES).replace('2024Q1..2031Q4', '2022..2035').replace(', step: year', ''), 'own-a');

describe('what a document keeps of it', () => {
  it('comes back from its file as it was, but for what is gone', () => {
    const { model } = YEARLY;
    const any = fc.tuple(
      whatIfs(model),
      fc.dictionary(
        fc.constantFrom('growth', 'churn', 'price', 'seats', 'gone'),
        fc.record(
          { shape, relative: fc.constant(true as const), memory: fc.double({ min: 0, max: 1, noNaN: true }) },
          { requiredKeys: ['shape'] },
        ),
        { maxKeys: 3, noNullPrototype: true },
      ),
    );
    fc.assert(
      fc.property(any, ([some, more]) => {
        const whatIf: WhatIf = { ...some, uncertain: { ...some.uncertain, ...more } };
        const text = printModelFile({ ...YEARLY, scenarios: model.scenarios, whatIf });
        const back = readModelFile(text, 'own-a');
        expect(back.whatIf ?? {}).toEqual(standing(whatIf, model));
        const askedIn = ({ uncertain = {}, correlations = [], futures, tornado, table }: WhatIf) => [
          Object.keys(uncertain).length,
          correlations.length,
          [futures, tornado].filter(Boolean).length + (table ? table.inputs.length + table.results.length : 0),
        ];
        const kept = askedIn(back.whatIf ?? {});
        const left = askedIn(whatIf).map((count, i) => count - (kept[i] as number));
        expect(Object.values(askedLeft(whatIf, model))).toEqual(left);
        expect(printModelFile({ ...back, scenarios: back.model.scenarios })).toBe(text);
        // In its canonical form it is printed as it stands, also where nobody remembers its text.
        const { source: _, ...rest } = back.model;
        if (text !== model.source)
          expect(printModelFile({ ...back, model: rest, scenarios: back.model.scenarios })).toBe(text);
        expect(readAsSaved(text, 'own-a')).not.toHaveProperty('problems');
      }),
      runs(300, 20_000),
    );
  });

  it('is printed as one would write it, with the comments of its file', () => {
    const text = `foresheet: 1
name: A
time: 2026..2030
lines:
  growth: {value: 12 %, range: 5..20 by 1, per_period: true, uncertain: pert, memory: once}  # a guess
  churn:  {value: 2 %, uncertain: quantiles 1.5; 2; 3 within 0..}
  cash:   {formula: "{growth} - {churn}", unit: "%"}
charts:
  - {lines: [cash]}
answer: {line: cash}
together: [[growth, churn, -0.5]]  # from the survey
draws: {runs: 2000, seed: 7}
ask:
  # what the board wants
  futures: {cell: cash@2030, at_least: 5 %}
  table: {inputs: [{cell: churn, low: 1 %, high: 4 %, steps: 7}], results: [cash@2030]}
`;
    const read = readModelFile(text, 'own-a');
    const printed = (whatIf: WhatIf | undefined) =>
      printModelFile({ ...read, scenarios: read.model.scenarios, whatIf });
    expect(printed(read.whatIf)).toBe(text);
    const draws = { runs: 2000, seed: 8 };
    expect(printed({ ...read.whatIf, draws })).toBe(text.replace('seed: 7', 'seed: 8'));
    const less = printed({ uncertain: read.whatIf?.uncertain ?? {} });
    expect(less).not.toMatch(/together|draws|ask/);
    expect(less).toContain('uncertain: pert, memory: once}  # a guess\n');
  });
});
