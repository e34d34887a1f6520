import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Means } from '../../src/analysis/settings.ts';
import { placesOf, SCAN, type Spread, shapeOf, type Tornado, tornado } from '../../src/analysis/tornado.ts';
import type { Trials } from '../../src/analysis/trial.ts';
import type { WorkbookSpec } from '../../src/engine/port.ts';
import type { CellRef } from '../../src/model/content.ts';
import type { Input, Line } from '../../src/model/line.ts';
import { PERIODS, SCENARIOS, SPEC } from '../fixtures/small.ts';
import { alone, beside } from '../fixtures/trials.ts';
import { resolved } from '../models/shipped.ts';
import { runs } from '../runs.ts';

const means = (trials: Trials): Means => ({ trials, signal: new AbortController().signal, onProgress: () => {} });
const byRange = ({ range }: Input): Spread | undefined =>
  range && { low: range.low, high: range.high, basis: 'range' as const };

async function ask(spec: WorkbookSpec, result: CellRef): Promise<Tornado> {
  return tornado(spec, result, byRange, means(await beside(spec)));
}

/** A function of 0 to 1, and whether it never turns. */
interface Drawn {
  readonly name: string;
  readonly f: (x: number) => number;
  readonly isMonotone: boolean;
}

/** Sine, square, step, flat and straight, each upright or reversed, of any height and at any level. */
const shapes: fc.Arbitrary<Drawn> = fc
  .tuple(
    fc.constantFrom('sine', 'square', 'step', 'flat', 'straight'),
    fc.integer({ min: 1, max: 12 }),
    fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.boolean(),
  )
  .map(([name, waves, at, height, level, isReversed]) => {
    const of: Record<string, (x: number) => number> = {
      sine: (x) => Math.sin(2 * Math.PI * (waves * x + at)),
      square: (x) => (Math.floor(2 * waves * x + at) % 2 === 0 ? 1 : 0),
      step: (x) => (x < at ? 0 : 1),
      flat: () => at,
      straight: (x) => x,
    };
    const sign = isReversed ? -1 : 1;
    return {
      name: `${isReversed ? 'reversed ' : ''}${name}`,
      f: (x) => level + sign * height * (of[name]?.(x) ?? 0),
      isMonotone: name !== 'sine' && name !== 'square',
    };
  });

describe('the shape of a result over an input', () => {
  it('names all that turn and none that do not', () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 0, max: 1, noNaN: true }), ({ f, isMonotone }, x) => {
        const places = placesOf({ low: 0, high: 1, isWhole: false }, SCAN).map((at) => ({ x: at, y: f(at) }));
        const { way, least, greatest, swing, shown } = shapeOf(places, f(x));
        expect(way === 'turning').toBe(!isMonotone);
        expect(shown.map((place) => place.x)).toEqual([0, 0.25, 0.5, 0.75, 1]);
        expect(swing).toBe((greatest?.y ?? 0) - (least?.y ?? 0));
        for (const { y } of shown) expect(y >= (least?.y ?? y) && y <= (greatest?.y ?? y)).toBe(true);
      }),
      runs(100, 5000),
    );
  });

  it('tells of an extreme inside, of ends on one side, and of places without a number', () => {
    const of = (f: (x: number) => number, now: number) =>
      shapeOf(
        placesOf({ low: 0, high: 1, isWhole: false }, SCAN).map((x) => ({ x, y: f(x) })),
        now,
      );
    const hill = of((x) => x * (1 - x), 0.25);
    expect(hill).toMatchObject({ way: 'turning', inside: 'greatest', side: 'below', greatest: { x: 0.5, y: 0.25 } });
    expect(of((x) => -x * (1 - x), -0.25)).toMatchObject({ inside: 'least', side: 'above' });
    expect(of((x) => Math.sin(2 * Math.PI * x), 0).inside).toBe('both');
    // A turn that the five places do not see.
    expect(of((x) => (x > 0.3 && x < 0.34 ? 1 : 0), 0)).toMatchObject({ way: 'turning', inside: 'greatest' });
    expect(of((x) => (x < 0.5 ? Number.NaN : x), 0.7)).toMatchObject({ errors: 32, looked: 65, way: 'monotone' });
    expect(of(() => Number.NaN, 1)).toMatchObject({ errors: 65, swing: 0, least: undefined });
    // The noise of last digits is no turn.
    expect(of((x) => 300 + 1e-13 * Math.sin(99 * x), 300).way).toBe('flat');
  });

  it('takes whole numbers alone where there are no others', () => {
    expect(placesOf({ low: 2025, high: 2029, isWhole: true }, SCAN)).toEqual([2025, 2026, 2027, 2028, 2029]);
    expect(placesOf({ low: 0, high: 1, isWhole: true }, SCAN)).toEqual([0, 1]);
    expect(
      shapeOf(
        [0, 1].map((x) => ({ x, y: x })),
        0,
      ).shown,
    ).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ]);
  });
});

describe('a tornado', () => {
  it('moves each input alone, the others as they are, and those of periods together', async () => {
    const { now, swings } = await ask(SPEC, { scenario: 'base', line: 'scale', slot: 2025 });
    const grown = (start: number, growth: number, extra: number) =>
      [1, 2, 3].reduce((scale) => scale * (1 + growth) + extra, start);
    expect(now).toBeCloseTo(grown(100, 0.1, 1), 9);
    // From nine tenths less to as much more a year; then one more at the start; then one more in each year.
    expect(swings.map(({ input }) => input.line)).toEqual(['growth', 'extra', 'start']);
    const [growth, extra, start] = swings;
    expect(growth?.shown[0]?.y).toBeCloseTo(grown(100, -0.9, 1), 9);
    expect(growth?.shown.at(-1)?.y).toBeCloseTo(grown(100, 1.1, 1), 9);
    // The first year has no part in it, so that three cells feed it.
    expect(extra?.input.cells.map(({ slot }) => slot)).toEqual([2023, 2024, 2025]);
    expect(extra?.shown.map(({ y }) => y)).toEqual(
      [0, 0.5, 1, 1.5, 2].map((x) => expect.closeTo(grown(100, 0.1, x), 9)),
    );
    expect(start?.shown.at(-1)?.y).toBeCloseTo(grown(101, 0.1, 1), 9);
  });

  it('is of its scenario, and the same in a workbook of its own', async () => {
    const result = { scenario: 'fast', line: 'total', slot: 'value' as const };
    const onTape = await ask(SPEC, result);
    expect(onTape.without).toBeUndefined();
    const byWorkbook = await tornado(SPEC, result, byRange, means(alone()));
    expect(byWorkbook.now).toBeCloseTo(onTape.now, 9);
    for (const [i, { input, shown }] of onTape.swings.entries()) {
      const other = byWorkbook.swings[i];
      expect(other?.input.line).toBe(input.line);
      expect(other?.shown.map(({ y }) => y)).toEqual(shown.map(({ y }) => expect.closeTo(y, 8)));
    }
  });

  it('says which inputs it leaves as they are, and where there is no number', async () => {
    const text = { en: 'x', zh: 'x' };
    const range = { low: -1, high: 1, step: 0.1, rationale: text };
    const line = (id: string, more: Partial<Input>): Line => ({ kind: 'input', id, label: text, unit: '', ...more });
    const lines: Line[] = [
      line('root', { value: 0.5, range }),
      line('fact', { value: 2 }),
      line('word', { range }),
      line('apart', { value: 1, range }),
      { kind: 'result', id: 'y', label: text, unit: '', formula: '=SQRT({root})*{fact}+N({word})' },
    ];
    const [base] = SCENARIOS;
    if (!base) throw new Error('no base');
    const spec = {
      lines,
      periods: PERIODS,
      scenarios: [{ ...base, overrides: { word: { value: { text: 'much' } } } }],
    };
    const found = await ask(spec, { scenario: 'base', line: 'y', slot: 'value' });
    expect(found).toMatchObject({ fixed: ['fact'], noNumber: ['word'] });
    expect(found.swings).toHaveLength(1);
    expect(found.swings[0]).toMatchObject({ errors: 32, looked: 65, way: 'monotone' });
  });

  it('of the opening model is led by growth, and each end is what a workbook gives', async () => {
    const model = resolved('guangdong');
    const spec = { lines: model.lines, periods: model.periods, scenarios: model.scenarios };
    const result = { scenario: model.scenarios[0]?.id ?? '', line: 'gd_scale', slot: 2025 };
    const { swings } = await ask(spec, result);
    expect(swings[0]?.input.line).toBe('gd_growth');
    expect(swings.length).toBeGreaterThan(5);
    const trial = await alone().open(spec, result, new AbortController().signal);
    for (const { input, shown } of swings.slice(0, 4)) {
      const [cell] = input.cells;
      if (!cell) throw new Error('no cell');
      const readings = await trial.evaluate([
        ...shown.map(({ x }) => [{ ...cell, content: x }]),
        [{ ...cell, content: input.now }],
      ]);
      expect(shown.map(({ y }) => y)).toEqual(readings.slice(0, -1).map(({ value }) => expect.closeTo(value ?? 0, 8)));
    }
  });
});
