import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnIn } from '../../src/analysis/futureRuns.ts';
import { futuresPlan } from '../../src/analysis/futures.ts';
import { sipLibrary } from '../../src/analysis/sipmath.ts';
import { cholesky } from '../../src/chance/correlation.ts';
import type { FuturesQuestion, WorkbookSpec } from '../../src/engine/port.ts';
import { aboveZ, normalQuantile } from '../../src/maths/special.ts';
import type { Input } from '../../src/model/line.ts';
import type { Shape, Uncertainty, WhatIf } from '../../src/model/whatIf.ts';
import { runs } from '../runs.ts';

const TRIALS = 60;

const input = (id: string, value: number, perPeriod: boolean): Input => ({
  kind: 'input',
  id,
  label: { en: id, zh: id },
  unit: 'EUR',
  value,
  ...(perPeriod ? { perPeriod } : {}),
});
const SPEC: WorkbookSpec = {
  lines: [
    input('price', 24, false),
    input('cost', 11, false),
    input('growth', 3, true),
    input('churn', 2, true),
    { kind: 'result', id: 'total', label: { en: 'total', zh: 'total' }, unit: 'EUR', formula: '={price}' },
  ],
  periods: { first: 2024, last: 2027 },
  scenarios: [{ id: 'base', name: 'Base', note: '', overrides: {} }],
};

function questionOf(whatIf: WhatIf): FuturesQuestion {
  const results = [{ scenario: 'base', line: 'total', slot: 'value' }] as const;
  const { question } = futuresPlan(SPEC, whatIf, results, 0, 2024);
  if (!question) throw new Error('nothing is drawn');
  return question;
}

const sipOf = (cell: { readonly line: string }, values: Float64Array) => ({
  cell: { scenario: 'base', slot: 'value' as const, ...cell },
  label: cell.line,
  unit: 'EUR',
  values,
});

/** The text of a library, with a result that is no number in its second trial. */
function written(question: FuturesQuestion): string {
  const drawn = drawnIn(question, 0, TRIALS);
  const library = sipLibrary({
    name: 'A',
    provenance: 'Foresheet, A, Base',
    date: '2026-12-01',
    question,
    inputs: question.drawn.map(({ cell }, i) => sipOf(cell, drawn[i] as Float64Array)),
    results: [
      sipOf(
        { line: 'total' },
        Float64Array.from({ length: TRIALS }, (_, i) => (i === 1 ? Number.NaN : i)),
      ),
    ],
  });
  return JSON.stringify(library);
}

type Json = Record<string, unknown>;
const named = (list: unknown, name: unknown): Json => {
  const found = (list as Json[]).filter((one) => one.name === name);
  if (found.length !== 1) throw new Error(`${found.length} of ${name}`);
  return found[0] as Json;
};

/** A library as the standard reads it, from its text and nothing else. */
class Library {
  readonly json: Json;

  constructor(text: string) {
    this.json = JSON.parse(text);
    expect(this.json).toEqual({
      name: expect.any(String),
      objectType: 'sipModel',
      libraryType: 'SIPmath_3_0',
      dateCreated: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      version: '1',
      provenance: expect.any(String),
      globalVariables: expect.any(Array),
      U01: expect.any(Object),
      sips: expect.any(Array),
    });
  }

  get #u01(): Json {
    return this.json.U01 as Json;
  }

  get sips(): readonly Json[] {
    return this.json.sips as Json[];
  }

  sip(name: string): Json {
    return named(this.sips, name);
  }

  /** By big integers, in which nothing is rounded before the end. */
  #random(name: unknown, trial: number): number {
    const rng = named(this.#u01.rng, name);
    expect(rng).toEqual({
      name,
      function: 'HDR_2_0',
      arguments: {
        counter: 'PM_Index',
        entity: expect.any(Number),
        varId: expect.any(Number),
        seed3: expect.any(Number),
        seed4: 0,
      },
    });
    const { entity, varId, seed3 } = rng.arguments as Record<string, number>;
    const [i, e, v, s] = [trial, entity, varId, seed3].map((one) => BigInt(one as number)) as [
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    const a = (i * 2499997n + v * 1800451n + e * 2000371n + s * 1796777n) % 7450589n;
    const b = (i * 2246527n + v * 2399993n + e * 2100869n + s * 1918303n) % 7450987n;
    const x = (((999999999999989n % (a * 4658n + 7450581n)) * 383n) % 99991n) * 7440893n;
    const y = ((999999999999989n % (b * 7580n + 7560584n)) * 17669n) % 7440893n;
    return (Number(((x + y) * 1343n) % 4294967296n) + 0.5) / 4294967296;
  }

  #matrix(order: readonly string[], name: unknown): number[][] {
    const { columns, rows, matrix } = named(this.json.globalVariables, name).value as Json;
    expect([columns, rows]).toEqual([order, order]);
    const found = order.map(() => order.map(() => 0));
    for (const { row, col, value } of matrix as { row: string; col: string; value: number }[]) {
      const [i, j] = [order.indexOf(row), order.indexOf(col)];
      (found[i] as number[])[j] = value;
      (found[j] as number[])[i] = value;
    }
    return found;
  }

  #copula(name: unknown, layer: unknown, trial: number): number {
    const copula = named(this.#u01.copula, name);
    expect(copula.function).toBe('GaussianCopula');
    const { correlationMatrix, rng } = copula.arguments as { correlationMatrix: Json; rng: string[] };
    expect(correlationMatrix.type).toBe('globalVariables');
    const order = copula.copulaLayer as string[];
    expect(rng).toHaveLength(order.length);
    const lower = cholesky(this.#matrix(order, correlationMatrix.value));
    const row = lower?.[order.indexOf(String(layer))];
    if (!row) throw new Error(`no layer ${layer}`);
    const score = row.reduce((sum, weight, i) => sum + weight * normalQuantile(this.#random(rng[i], trial)), 0);
    return aboveZ(-score);
  }

  value(name: string, trial: number): number {
    const sip = this.sip(name);
    const ref = sip.ref as Json;
    const given = sip.arguments as Json;
    if (sip.function === 'SIP_Array') {
      expect(ref).toEqual({ source: 'rng', name: 'index' });
      expect(named(this.#u01.rng, 'index')).toEqual({
        name: 'index',
        function: 'Index',
        arguments: { counter: 'PM_Index' },
      });
      expect(given.type).toBe('array');
      return (given.value as number[])[trial - 1] as number;
    }
    const part =
      ref.source === 'copula' ? this.#copula(ref.name, ref.copulaLayer, trial) : this.#random(ref.name, trial);
    if (sip.function === 'Lookup_Table')
      return (given.value as [number, number][]).find(([upTo]) => part <= upTo)?.[1] as number;
    expect(sip.function).toBe('Metalog_1_0');
    const logit = Math.log(part / (1 - part));
    const [a1 = 0, a2 = 0, a3 = 0, a4 = 0] = given.aCoefficients as number[];
    const open = a1 + a2 * logit + a3 * (part - 0.5) * logit + a4 * (part - 0.5);
    const { lowerBound: least, upperBound: most } = given as { lowerBound?: number; upperBound?: number };
    if (least !== undefined && most !== undefined) return (least + most * Math.exp(open)) / (1 + Math.exp(open));
    if (least !== undefined) return least + Math.exp(open);
    return most === undefined ? open : most - Math.exp(-open);
  }
}

const METALOG = { kind: 'metalog', p10: 17, p50: 24, p90: 35 } as const;

describe('a library of SIPs', () => {
  it('generates what is drawn here to the bit, by the generator of the standard', () => {
    const question = questionOf({ uncertain: { price: { shape: METALOG } }, draws: { runs: 100, seed: 7 } });
    const library = new Library(written(question));
    const [drawn] = drawnIn(question, 0, TRIALS);
    for (let trial = 1; trial <= TRIALS; trial++) expect(library.value('price', trial)).toBe(drawn?.[trial - 1]);
    const { function: by, arguments: given } = library.sip('price');
    expect([by, Object.keys(given as Json)]).toEqual(['Metalog_1_0', ['aCoefficients']]);
    // 24 and (35 ∓ 17) over the logarithms of odds of 9: worked out by hand.
    const terms = (given as { aCoefficients: number[] }).aCoefficients;
    for (const [i, term] of [24, 4.096076519820768, 2.275598066567093].entries())
      expect(terms[i]).toBeCloseTo(term, 12);
  });

  it.each<[string, Uncertainty, string]>([
    ['an even one as a line', { shape: { kind: 'uniform', low: 2, high: 5 } }, 'Metalog_1_0'],
    ['shares of what the cell holds', { shape: { ...METALOG, least: 0 }, relative: true }, 'Metalog_1_0'],
    ['between bounds', { shape: { ...METALOG, least: 0, most: 100 } }, 'Metalog_1_0'],
    ['below one bound', { shape: { ...METALOG, most: 100 }, relative: true }, 'Metalog_1_0'],
    ['listed values', { shape: { kind: 'discrete', values: [9, 1, 5], weights: [1, 0, 3] } }, 'Lookup_Table'],
    ['a sample', { shape: { kind: 'samples', values: [4, 2, 8] } }, 'Lookup_Table'],
    ['more samples than trials', { shape: { kind: 'samples', values: new Array(99).fill(1) } }, 'SIP_Array'],
    ['a normal one by its values', { shape: { kind: 'normal', deviation: 2 } }, 'SIP_Array'],
    ['PERT by its values', { shape: { kind: 'pert', low: 5, high: 40 } }, 'SIP_Array'],
  ])('has %s', (_, uncertainty, by) => {
    const question = questionOf({ uncertain: { price: uncertainty } });
    const library = new Library(written(question));
    expect(library.sip('price').function).toBe(by);
    const [drawn] = drawnIn(question, 0, TRIALS);
    for (let trial = 1; trial <= TRIALS; trial++)
      expect(library.value('price', trial)).toBeCloseTo(drawn?.[trial - 1] ?? Number.NaN, 11);
  });

  it('says of each what it is, and of a result that is no number that it is none', () => {
    const library = new Library(written(questionOf({ uncertain: { price: { shape: METALOG } } })));
    const { metadata, arguments: given } = library.sip('total');
    expect(metadata).toMatchObject({ label: 'total', unit: 'EUR', count: TRIALS - 1, min: 0, max: TRIALS - 1 });
    expect((metadata as { density: number[] }).density).toHaveLength(25);
    expect((given as { value: unknown[] }).value.slice(0, 3)).toEqual([0, null, 2]);
  });

  it('gives each name once, and one that a spreadsheet takes', () => {
    const question = questionOf({ uncertain: { growth: { shape: METALOG, memory: 0 } } });
    const months = question.drawn.map((one, i) => ({ ...one, cell: { ...one.cell, slot: 12 * 2026 + (i % 2) } }));
    const names = new Library(written({ ...question, drawn: months })).sips.map(({ name }) => name);
    expect(names).toEqual(['growth_2026_01', 'growth_2026_02', 'growth_2026_01_2', 'total']);
  });

  it('draws the same trial by trial, whatever goes together and however much is remembered', () => {
    const shape = fc.constantFrom<Shape>(
      METALOG,
      { ...METALOG, least: 1 },
      { kind: 'uniform', low: -3, high: 4 },
      { kind: 'discrete', values: [1, 2, 3], weights: [1, 2, 3] },
      { kind: 'normal', deviation: 1 },
      { kind: 'triangular', low: 0, high: 30 },
    );
    const memory = fc.constantFrom(0, 0.3, 0.9, 1);
    const pair = fc.tuple(fc.constantFrom('price', 'cost', 'growth', 'churn'), fc.constantFrom('cost', 'churn'));
    fc.assert(
      fc.property(
        fc.tuple(shape, shape, shape, shape),
        fc.oneof(
          memory.map((one) => [one, one] as const),
          fc.tuple(memory, memory),
        ),
        fc.array(fc.tuple(pair, fc.constantFrom(-0.4, 0.4)), { maxLength: 3 }),
        fc.integer({ min: 0, max: 1e7 }),
        ([price, cost, growth, churn], [first, second], pairs, seed) => {
          const question = questionOf({
            uncertain: {
              price: { shape: price },
              cost: { shape: cost },
              growth: { shape: growth, memory: first },
              churn: { shape: churn, memory: second },
            },
            correlations: pairs.map(([lines, rank]) => ({ lines, rank })),
            draws: { runs: 100, seed },
          });
          const library = new Library(written(question));
          const drawn = drawnIn(question, 0, TRIALS);
          for (const [i, { name }] of library.sips.slice(0, drawn.length).entries())
            for (const trial of [1, 2, TRIALS]) {
              const own = drawn[i]?.[trial - 1] as number;
              expect(Math.abs(library.value(String(name), trial) - own)).toBeLessThan(1e-9 * (1 + Math.abs(own)));
            }
        },
      ),
      runs(60, 3_000),
    );
  });
});
