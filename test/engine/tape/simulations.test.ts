import { describe, expect, it } from 'vitest';
import { chanceOf, futuresPlan } from '../../../src/analysis/futures.ts';
import { loadCatalog } from '../../../src/catalog.ts';
import { newDocument } from '../../../src/document/document.ts';
import { packSpec } from '../../../src/engine/packed.ts';
import { type Futures, type FuturesQuestion, PATHS, type WorkbookSpec } from '../../../src/engine/port.ts';
import type { EngineRequest } from '../../../src/engine/requests.ts';
import { EngineService } from '../../../src/engine/service.ts';
import type { CellRef } from '../../../src/model/content.ts';
import { periodsOf } from '../../../src/model/periods.ts';
import type { WhatIf } from '../../../src/model/whatIf.ts';
import { input, text } from './agree.ts';

class Drawing {
  readonly #service = new EngineService();

  static async of(spec: WorkbookSpec): Promise<Drawing> {
    const drawing = new Drawing();
    await drawing.ask({ kind: 'build', spec: packSpec(spec) });
    return drawing;
  }

  async ask(request: EngineRequest) {
    await this.#service.prepare(request);
    return this.#service.answer(request);
  }

  /** Asks again until all is drawn, as the page does. */
  async draw(question: FuturesQuestion, runs: number, inWorkbook = false): Promise<Futures> {
    for (;;) {
      const { futures } = await this.ask({ kind: 'simulate', question, runs, inWorkbook });
      if (!futures) throw new Error('nothing came');
      if (futures.runs === runs || futures.without !== undefined) return futures;
    }
  }
}

const model = loadCatalog().load('guangdong');
const guangdong = async () => {
  const read = await model;
  const { lines, periods, observedUntil } = read;
  const { scenarios } = newDocument(read);
  const spec: WorkbookSpec = { lines, periods, scenarios };
  const line = read.charts[0]?.line ?? '';
  const results = periodsOf(periods).map((slot): CellRef => ({ scenario: scenarios[0]?.id ?? '', line, slot }));
  return { spec, results, observedUntil, focus: results.findIndex(({ slot }) => slot === 2025) };
};
const ranges = async (...ids: string[]): Promise<WhatIf> => {
  const { spec } = await guangdong();
  const uncertain = spec.lines.flatMap((line) =>
    line.kind === 'input' && line.range && (ids.length === 0 || ids.includes(line.id))
      ? [[line.id, { shape: { kind: 'pert', low: line.range.low, high: line.range.high } }] as const]
      : [],
  );
  return { uncertain: Object.fromEntries(uncertain) };
};
const questionOf = async (whatIf: WhatIf, given?: Awaited<ReturnType<typeof guangdong>>): Promise<FuturesQuestion> => {
  const some = given ?? (await guangdong());
  const { question } = futuresPlan(some.spec, whatIf, some.results, some.focus, some.observedUntil);
  if (!question) throw new Error('nothing is drawn');
  return question;
};

describe('futures of the opening model', () => {
  it('are the same to the bit in one stretch, in several, and in another worker', async () => {
    const { spec } = await guangdong();
    const question = await questionOf(await ranges());
    const whole = await (await Drawing.of(spec)).draw(question, 5_000);
    const pieces = await Drawing.of(spec);
    for (const runs of [1, 700, 2_000, 2_001]) await pieces.draw(question, runs);
    expect(await pieces.draw(question, 5_000)).toEqual(whole);
    expect(whole.runs).toBe(5_000);
    expect(whole.paths).toHaveLength(PATHS * question.results.length);
  });

  it('change for no result that is asked beside others', async () => {
    const { spec, results, focus } = await guangdong();
    const question = await questionOf(await ranges());
    const alone = { ...question, results: [results[focus] as CellRef], focus: 0 };
    const drawing = await Drawing.of(spec);
    expect((await drawing.draw(alone, 3_000)).values).toEqual((await drawing.draw(question, 3_000)).values);
  });

  it('change for an input more by that alone: with no spread it changes nothing', async () => {
    const { spec } = await guangdong();
    const some = await ranges();
    const { gd_growth, ...rest } = some.uncertain ?? {};
    expect(gd_growth).toBeDefined();
    const nothing = { shape: { kind: 'discrete', values: [0.153], weights: [1] } } as const;
    const drawing = await Drawing.of(spec);
    const without = await drawing.draw(await questionOf({ uncertain: rest }), 2_000);
    const beside = await drawing.draw(await questionOf({ uncertain: { ...rest, gd_growth: nothing } }), 2_000);
    expect(beside.values).toEqual(without.values);
  });

  it('follow what a cell that is drawn holds, edit by edit, as a new question would find them', async () => {
    const some = await guangdong();
    const whatIf = await ranges('gd_growth', 'gd_terminal_growth');
    const dragged = await Drawing.of(some.spec);
    const cell: CellRef = { scenario: some.results[0]?.scenario ?? '', line: 'gd_growth', slot: 'value' };
    await dragged.draw(await questionOf(whatIf, some), 2_000);
    for (const content of [0.2, 0.25, 0.31]) {
      await dragged.ask({ kind: 'apply', edits: [{ ...cell, content }] });
      const [base, ...others] = some.spec.scenarios;
      const overrides = { ...base?.overrides, gd_growth: { value: content } };
      const spec = { ...some.spec, scenarios: [{ ...base, overrides }, ...others] } as WorkbookSpec;
      const question = await questionOf(whatIf, { ...some, spec });
      const afresh = await (await Drawing.of(spec)).draw(question, 2_000);
      expect(await dragged.draw(question, 2_000)).toEqual(afresh);
    }
  });

  it('follow an edit of what is not drawn', async () => {
    const some = await guangdong();
    const question = await questionOf(await ranges('gd_growth'), some);
    const drawing = await Drawing.of(some.spec);
    const before = await drawing.draw(question, 500);
    const cell: CellRef = { scenario: some.results[0]?.scenario ?? '', line: 'gd_scale_2022', slot: 'value' };
    const start = some.spec.lines.find(({ id }) => id === cell.line);
    expect(start?.kind).toBe('input');
    await drawing.ask({ kind: 'apply', edits: [{ ...cell, content: 300 }] });
    const after = await drawing.draw(question, 500);
    expect(after.values[250]).toBeCloseTo(2 * (before.values[250] as number), 6);
  });
});

describe('futures of a small model', () => {
  const periods = { first: 2024, last: 2026 };
  const series = (id: string, formula: string, first?: string) =>
    ({ kind: 'series', id, label: text(id), unit: 'units', formula, ...(first ? { first } : {}) }) as const;
  const spec = (...lines: WorkbookSpec['lines']): WorkbookSpec => ({
    lines,
    periods,
    scenarios: [
      { id: 'base', name: 'Base', note: '', overrides: {} },
      { id: 'other', name: 'Other', note: '', overrides: { growth: { value: 0.3 } } },
    ],
  });
  const at = (line: string, scenario = 'base'): CellRef[] =>
    periodsOf(periods).map((slot) => ({ scenario, line, slot }));

  it('tell in how many runs a result is no number, and what was drawn in the first', async () => {
    const book = spec(input('divisor', 1), series('share', '=1/{divisor}'));
    const uncertain = { divisor: { shape: { kind: 'discrete', values: [0, 1], weights: [1, 3] } } } as const;
    const { question } = futuresPlan(book, { uncertain }, at('share'), 2, 2024);
    const found = await (await Drawing.of(book)).draw(question as FuturesQuestion, 4_000);
    const [, , failed = 0] = found.failed;
    expect(Math.abs(failed - 1_000)).toBeLessThan(4 * Math.sqrt(4_000 * 0.25 * 0.75));
    expect(found.values).toHaveLength(4_000 - failed);
    expect(found.failures).toEqual([{ runs: failed, drawn: Float64Array.of(0) }]);
    expect(chanceOf(found.values, found.runs, 1).share).toBeCloseTo(1 - failed / 4_000, 12);
  });

  it('tell reasons apart by where they began, whatever passed them on, in a workbook as on a tape', async () => {
    const book = spec(
      input('divisor', 1),
      input('base', 1),
      series('share', '=1/{divisor}'),
      series('root', '=SQRT({base})'),
      series('unused', '=IF({base}>10,1/0,2)'),
      series('result', '=IF({base}<5,SUM({share},1,{root})*{unused},MAX({share},7))'),
    );
    const two = (...values: number[]) =>
      ({ shape: { kind: 'discrete', values, weights: values.map(() => 1) } }) as const;
    const uncertain = { divisor: two(0, 1, 2), base: two(-1, 4, 9) };
    const { question } = futuresPlan(book, { uncertain }, at('result'), 2, 2024);
    const found = await (await Drawing.of(book)).draw(question as FuturesQuestion, 900);
    const [divides, root] = found.failures;
    expect(found.failures).toHaveLength(2);
    // A third divides by zero; of the others a third has a root of −1, whichever comes first.
    expect(divides?.drawn[0]).toBe(0);
    expect([...(root?.drawn ?? [])][1]).toBe(-1);
    expect((divides?.runs ?? 0) + (root?.runs ?? 0)).toBe(found.failed[2]);
    const same = await (await Drawing.of(book)).draw(question as FuturesQuestion, 900, true);
    expect(same).toEqual(found);
  });

  it('come out the same, run by run, where each is set in the workbook', async () => {
    const { spec: own } = await guangdong();
    const question = await questionOf(await ranges());
    const found = await (await Drawing.of(own)).draw(question, 40);
    expect(await (await Drawing.of(own)).draw(question, 40, true)).toEqual(found);
  });

  it('are not drawn on a tape through what it can’t hold, which is named, but in a workbook', async () => {
    const book = spec(input('growth', 0.1), series('code', '=LEN(TEXT({growth},"0.00"))'));
    const uncertain = { growth: { shape: { kind: 'normal', deviation: 0.1 } } } as const;
    const { question } = futuresPlan(book, { uncertain }, at('code'), 2, 2024);
    const drawing = await Drawing.of(book);
    expect((await drawing.draw(question as FuturesQuestion, 10)).without).toBeDefined();
    const found = await drawing.draw(question as FuturesQuestion, 10, true);
    expect([found.without, found.runs, found.values.length]).toEqual([undefined, 10, 10]);
  });

  it('draw an input by periods anew in each, and none of what was observed', async () => {
    const book = spec(input('growth', 0.1, true), series('level', '={level@prev}*(1+{growth})', '=100'));
    const whatIf = { uncertain: { growth: { shape: { kind: 'normal', deviation: 0.1 }, memory: 0 } } } as const;
    const { question, uncertain } = futuresPlan(book, whatIf, at('level'), 2, 2024);
    expect(uncertain[0]?.cells.map(({ slot }) => slot)).toEqual([2025, 2026]);
    const { quantiles } = await (await Drawing.of(book)).draw(question as FuturesQuestion, 4_000);
    const [first, second, third] = [0, 1, 2].map((i) => quantiles.subarray(7 * i, 7 * i + 7));
    expect(new Set(first)).toEqual(new Set([100]));
    const width = (of: Float64Array | undefined) => (of?.[6] as number) - (of?.[0] as number);
    // Two draws are √2 times as wide as one, and the level has grown by a tenth.
    expect(width(third) / width(second)).toBeCloseTo(1.1 * Math.SQRT2, 1);
  });

  it('share their draws between scenarios, and leave what a scenario sets where the distribution does not follow it', () => {
    const book = spec(input('growth', 0.1), series('level', '={growth}'));
    const plan = (shape: object, scenario: string) =>
      futuresPlan(book, { uncertain: { growth: { shape } } } as WhatIf, at('level', scenario), 2, 2024);
    const normal = { kind: 'normal', deviation: 0.1 };
    expect(plan(normal, 'other').question?.plan).toEqual(plan(normal, 'base').question?.plan);
    expect(plan(normal, 'other').question?.drawn[0]?.held).toBe(0.3);
    const uniform = { kind: 'uniform', low: 0, high: 1 };
    expect(plan(uniform, 'base').question).toBeDefined();
    expect(plan(uniform, 'other').question).toBeUndefined();
    expect([...(plan(uniform, 'other').uncertain[0]?.not ?? [])]).toEqual(['set']);
  });

  it('are refused with the nearest correlations that there are where those asked for can’t be', () => {
    const book = spec(input('a', 1), input('b', 1), input('c', 1), series('sum', '={a}+{b}+{c}'));
    const normal = { shape: { kind: 'normal', deviation: 1 } } as const;
    const correlations = [
      { lines: ['a', 'b'], rank: 0.9 },
      { lines: ['b', 'c'], rank: 0.9 },
      { lines: ['a', 'c'], rank: -0.9 },
    ] as const;
    const whatIf = { uncertain: { a: normal, b: normal, c: normal }, correlations };
    const { question, apart } = futuresPlan(book, whatIf, at('sum'), 2, 2024);
    expect(question).toBeUndefined();
    const nearest = apart?.nearest ?? [];
    expect(nearest.map(({ lines }) => lines)).toEqual(correlations.map(({ lines }) => lines));
    expect(futuresPlan(book, { ...whatIf, correlations: nearest }, at('sum'), 2, 2024).question).toBeDefined();
  });

  it('come with one press to correlations that can be, of pairs as well that nobody named', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const book = spec(...ids.map((id) => input(id, 1)), series('sum', ids.map((id) => `{${id}}`).join('+')));
    const normal = { shape: { kind: 'normal', deviation: 1 } } as const;
    const uncertain = Object.fromEntries(ids.map((id) => [id, normal]));
    const correlations = ids.slice(1).map((id, i) => ({ lines: ['a', id] as const, rank: i % 2 ? -0.95 : 0.95 }));
    const { apart } = futuresPlan(book, { uncertain, correlations }, at('sum'), 2, 2024);
    expect(apart?.nearest?.length).toBeGreaterThan(correlations.length);
    const mended = { uncertain, correlations: apart?.nearest ?? [] };
    expect(futuresPlan(book, mended, at('sum'), 2, 2024).question).toBeDefined();
  });

  it('have whole years and switches, as a sheet has them', async () => {
    const start = { ...input('start', 2025), unit: 'year' } as const;
    const book = spec(start, series('begun', '=IF({start}<=2024,1,IF({start}=2025,2,3))'));
    const uncertain = { start: { shape: { kind: 'uniform', low: 2024, high: 2027 } } } as const;
    const { question } = futuresPlan(book, { uncertain }, at('begun'), 2, 2024);
    const { values } = await (await Drawing.of(book)).draw(question as FuturesQuestion, 1_000);
    const count = (of: number) => values.filter((value) => value === of).length;
    // A sixth of the draws is nearer to the first than to the second, and a third to that.
    for (const [of, share] of [
      [1, 1 / 6],
      [2, 1 / 3],
      [3, 1 / 2],
    ] as const)
      expect(Math.abs(count(of) - 1_000 * share)).toBeLessThan(4 * Math.sqrt(1_000 * share * (1 - share)));
  });

  it('are drawn in one order where two inputs go together altogether', async () => {
    const book = spec(input('a', 1), input('b', 1), series('gap', '={a}-{b}'));
    const normal = { shape: { kind: 'normal', deviation: 1 } } as const;
    const whatIf = { uncertain: { a: normal, b: normal }, correlations: [{ lines: ['a', 'b'], rank: 1 }] } as const;
    const { question } = futuresPlan(book, whatIf, at('gap'), 2, 2024);
    const { values } = await (await Drawing.of(book)).draw(question as FuturesQuestion, 1_000);
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(1e-3);
  });
});
