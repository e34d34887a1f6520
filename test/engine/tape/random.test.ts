import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WorkbookSpec } from '../../../src/engine/port.ts';
import { Unsupported } from '../../../src/engine/tape/tape.ts';
import type { Line } from '../../../src/model/line.ts';
import { runs } from '../../runs.ts';
import { Agreement, input, inputsOf, resultsOf, text } from './agree.ts';

/** Whatever formulas a person writes, a question is answered with the sheet's own numbers, or not by a tape. */

const PERIODS = { first: 2024, last: 2027 };
const SCALARS = ['a', 'b', 'c'];
const ROWS = ['p', 'q'];

/** Formulas that name what is given: scalars by themselves, rows by their period, by all of them or by the one before. */
function formulas(scalars: readonly string[], rows: readonly string[], own: string): fc.Arbitrary<string> {
  const one = fc.constantFrom(
    ...scalars.map((id) => `{${id}}`),
    ...rows.map((id) => `{${id}}`),
    ...rows.map((id) => `{${id}@last}`),
    `{${own}@prev}`,
  );
  const many = fc.constantFrom(...rows.map((id) => `{${id}@all}`), ...rows.map((id) => `{${id}@first}:{${id}}`));
  const number = fc.constantFrom('0', '1', '2', '0.5', '3', '-1', '100', '1e15', '0.1', '12%');
  const { expression } = fc.letrec<{ expression: string; truth: string; leaf: string }>((tie) => ({
    leaf: fc.oneof({ weight: 3, arbitrary: one }, { weight: 2, arbitrary: number }),
    truth: fc.oneof(
      fc
        .tuple(tie('leaf'), fc.constantFrom('<', '<=', '=', '<>', '>=', '>'), fc.oneof(tie('leaf'), fc.constant('""')))
        .map(([a, sign, b]) => `${a}${sign}${b}`),
      fc.tuple(fc.constantFrom('AND', 'OR'), tie('truth'), tie('truth')).map(([name, a, b]) => `${name}(${a},${b})`),
      fc.tuple(fc.constantFrom('NOT', 'ISNUMBER', 'ISERROR'), tie('expression')).map(([name, a]) => `${name}(${a})`),
      tie('leaf'),
    ),
    expression: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'formula' },
      tie('leaf'),
      fc
        .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '^'), tie('expression'))
        .map(([a, sign, b]) => `(${a}${sign}${b})`),
      tie('expression').map((a) => `-${a}`),
      fc
        .tuple(tie('truth'), tie('expression'), fc.oneof(tie('expression'), fc.constant('""'), fc.constant('FALSE')))
        .map(([asked, a, b]) => `IF(${asked},${a},${b})`),
      fc
        .tuple(tie('truth'), tie('expression'), tie('truth'), tie('expression'))
        .map(([one, a, two, b]) => `IFS(${one},${a},${two},${b})`),
      fc
        .tuple(fc.constantFrom('SUM', 'MIN', 'MAX', 'COUNT', 'AVERAGE', 'PRODUCT', 'MEDIAN'), many, tie('expression'))
        .map(([name, cells, a]) => `${name}(${cells},${a})`),
      fc
        .tuple(fc.constantFrom('SUM', 'AVERAGE', 'PRODUCT'), tie('expression'), many, many)
        .map(([name, a, one, two]) => `${name}(${a},${one},${two})`),
      fc
        .tuple(fc.constantFrom('SUM', 'MIN', 'MAX', 'COUNT', 'STDEV'), many)
        .map(([name, cells]) => `${name}(${cells})`),
      fc.tuple(many, many).map(([one, two]) => `SUMPRODUCT(${one},${two})`),
      fc
        .tuple(many, fc.constantFrom('">0"', '"<=1"', '1', '"<>2"', '""'))
        .map(([cells, by]) => `COUNTIF(${cells},${by})`),
      fc.tuple(many, fc.constantFrom('">0"', '"<=1"')).map(([cells, by]) => `SUMIF(${cells},${by})`),
      fc.tuple(fc.constantFrom(...rows), tie('expression')).map(([row, place]) => `INDEX({${row}@all},1,${place})`),
      fc.tuple(tie('expression'), tie('expression'), tie('leaf')).map(([at, a, b]) => `CHOOSE(${at},${a},${b})`),
      fc.tuple(tie('expression'), fc.oneof(tie('leaf'), fc.constant('""'))).map(([a, b]) => `IFERROR(${a},${b})`),
      fc
        .tuple(fc.constantFrom('ABS', 'SQRT', 'EXP', 'LN', 'LOG10', 'SIGN', 'INT', 'TRUNC', 'SIN'), tie('expression'))
        .map(([name, a]) => `${name}(${a})`),
      fc
        .tuple(
          fc.constantFrom('ROUND', 'ROUNDUP', 'ROUNDDOWN', 'MOD', 'POWER', 'LOG', 'FLOOR', 'CEILING', 'QUOTIENT'),
          tie('expression'),
          tie('leaf'),
        )
        .map(([name, a, b]) => `${name}(${a},${b})`),
      fc.tuple(tie('leaf'), tie('leaf'), tie('leaf')).map(([rate, n, x]) => `PMT(${rate},${n},${x})`),
      fc.tuple(tie('leaf'), many).map(([rate, cells]) => `NPV(${rate},${cells})`),
      fc.tuple(tie('leaf'), many).map(([x, cells]) => `MATCH(${x},${cells},0)`),
    ),
  }));
  return expression.map((body) => `=${body}`);
}

const series = (id: string, formula: string): Line => ({
  kind: 'series',
  id,
  label: text(id),
  unit: 'units',
  first: '={a}',
  formula,
});
const INPUTS: readonly Line[] = [
  input('a', 3),
  input('b', 0.5),
  input('c', 2),
  input('p', 1.5, true),
  input('q', -2, true),
];
const IDS = ['s', 't', 'u', 'v'];
const specs = fc.tuple(...IDS.map((id, i) => formulas(SCALARS, [...ROWS, ...IDS.slice(0, i)], id))).map(
  (made): WorkbookSpec => ({
    lines: [...INPUTS, ...made.map((formula, i) => series(IDS[i] as string, formula))],
    periods: PERIODS,
    scenarios: [
      { id: 'base', name: text('Base'), note: text(''), overrides: { q: { 2026: 4 } } },
      { id: 'other', name: text('Other'), note: text(''), overrides: { b: { value: 0.25 }, p: { 2025: 0 } } },
    ],
  }),
);
const settings = fc.array(
  fc.array(fc.oneof(fc.constantFrom(0, 1, -1, 2, 0.5), fc.double({ min: -3, max: 3, noNaN: true })), {
    minLength: 3,
    maxLength: 3,
  }),
  { minLength: 3, maxLength: 3 },
);

it('a tape of random formulas gives what the workbook gives, errors and empty texts where it gives them', () => {
  let [made, all] = [0, 0];
  fc.assert(
    fc.property(specs, settings, (spec, factors) => {
      for (const line of IDS) {
        const results = resultsOf(spec, 'other').filter((cell) => cell.line === line);
        all++;
        let agreement: Agreement;
        try {
          agreement = new Agreement(spec, inputsOf(spec, 'other'), results);
        } catch (error) {
          if (!(error instanceof Unsupported)) throw error;
          continue;
        }
        made++;
        agreement.check(factors);
      }
    }),
    runs(60, 3000),
  );
  // Most of what is written here a tape holds; what it does not is the workbook's.
  expect(made / all).toBeGreaterThan(0.6);
});
