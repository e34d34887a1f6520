import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Goal, goalSeek, Seeker, type Sought } from '../../src/analysis/goalSeek.ts';
import { Trials } from '../../src/analysis/trial.ts';
import type { WorkbookSpec } from '../../src/engine/port.ts';
import { formatNumber } from '../../src/i18n/format.ts';
import type { CellRef, Slot } from '../../src/model/content.ts';
import { SCENARIOS, SPEC } from '../fixtures/small.ts';
import { alone, beside } from '../fixtures/trials.ts';
import { resolved } from '../models/shipped.ts';

const RESULT: CellRef = { scenario: 'base', line: 'scale', slot: 2025 };

const twoDecimals = (value: number) => formatNumber(value, 'en', 2);

/** Seeks on a plain function. Values are shown with two decimals. */
function seek(f: (x: number) => number | undefined, goal: Partial<Goal> & Pick<Goal, 'wanted'>): Promise<Sought> {
  const { low = 0, high = 1, from } = goal;
  const whole = { result: RESULT, low, high, from, shown: twoDecimals, places: 0, ...goal };
  const now = from === undefined ? undefined : f(from);
  return new Seeker(whole, async (places) => places.map((x) => ({ value: f(x), note: undefined })), now).seek();
}

/** Seeks in a workbook of a model: by the one on screen and by one of its own, which must find the same. */
async function seekIn(
  spec: WorkbookSpec,
  [scenario, line, slot]: readonly [string, string, Slot],
  [input, inputSlot = 'value']: readonly [string, Slot?],
  goal: Pick<Goal, 'wanted' | 'low' | 'high'> & Partial<Goal>,
): Promise<Sought> {
  const cells = { result: { scenario, line, slot }, input: { scenario, line: input, slot: inputSlot } };
  const whole = { ...cells, from: undefined, shown: twoDecimals, places: 2, ...goal };
  const seekBy = (trials: Trials) => goalSeek(trials, spec, whole, new AbortController().signal);
  const found = await seekBy(alone());
  const onScreen = await seekBy(await beside(spec));
  if (found.kind !== 'found' || onScreen.kind !== 'found') expect(onScreen).toMatchObject(found);
  else {
    expect(Math.abs(onScreen.x - found.x)).toBeLessThanOrEqual(1e-11 * Math.abs(found.x));
    expect(onScreen.rounded).toBe(found.rounded);
  }
  return found;
}

describe('goal seek on a function', () => {
  it('finds the input, and the fewest digits with which the result reads as wanted and does not fall short', async () => {
    const sought = await seek((x) => 150 * (1 + x) ** 3, { wanted: 300, from: 0.153, high: 0.4, places: 2 });
    if (sought.kind !== 'found') throw new Error(sought.kind);
    expect(sought.x).toBeCloseTo(2 ** (1 / 3) - 1, 12);
    expect(sought.value).toBeGreaterThanOrEqual(300 - 1e-9);
    // 25.992 % gives 299.9991, which reads as 300.00 but is short of it.
    expect(sought.rounded).toBe(0.259922);
    expect(sought.roundedValue).toBeCloseTo(300.0007, 4);
  });

  it('comes from above as well: the result may then not stay above', async () => {
    const sought = await seek((x) => 100 / x, { wanted: 30, low: 1, high: 10, from: 2 });
    if (sought.kind !== 'found') throw new Error(sought.kind);
    expect(sought.roundedValue).toBeLessThanOrEqual(30);
    expect(sought.roundedValue.toFixed(2)).toBe('30.00');
  });

  it('takes a whole number where that will do', async () => {
    expect(await seek((x) => 7 * x, { wanted: 35, high: 100, from: 1 })).toMatchObject({
      rounded: 5,
      roundedValue: 35,
    });
  });

  it('finds the nearest of several answers of a function that rises and falls', async () => {
    const f = (x: number) => Math.sin(x);
    const near = async (from: number) => {
      const sought = await seek(f, { wanted: 0.5, low: 0, high: 3 * Math.PI, from });
      return sought.kind === 'found' ? sought.x : sought.kind;
    };
    // Both ends lie on one side of it.
    expect(await near(0)).toBeCloseTo(Math.PI / 6, 11);
    expect(await near(3)).toBeCloseTo((5 * Math.PI) / 6, 11);
    expect(await near(6.5)).toBeCloseTo(2 * Math.PI + Math.PI / 6, 11);
  });

  it('finds a peak between the steps of its scan', async () => {
    const sought = await seek((x) => Math.exp(-(((x - 0.515) * 60) ** 2)), { wanted: 0.995 });
    expect(sought.kind).toBe('found');
  });

  it('tells the nearest it comes where the value is out of reach', async () => {
    expect(await seek((x) => 100 * x, { wanted: 250, high: 2 })).toEqual({
      kind: 'unreachable',
      nearest: { x: 2, value: 200 },
      low: 0,
      high: 2,
    });
    const hump = await seek((x) => 5 - (x - 0.4) ** 2, { wanted: 6 });
    if (hump.kind !== 'unreachable') throw new Error(hump.kind);
    expect(hump.nearest.x).toBeCloseTo(0.4, 2);
  });

  it('takes no step for an answer, and finds the crossing beside a pole', async () => {
    const step = await seek((x) => (x < 0.3 ? 1 : 5), { wanted: 4 });
    expect(step).toMatchObject({ kind: 'unreachable', nearest: { value: 5 } });
    // A pole at 0.5, where the sign changes as well; the answer is 0.75.
    const pole = await seek((x) => (x === 0.5 ? undefined : 1 / (x - 0.5)), { wanted: 4, from: 0.49 });
    if (pole.kind !== 'found') throw new Error(pole.kind);
    expect(pole.x).toBeCloseTo(0.75, 11);
  });

  it('skips places without a number, and says so where there is none at all', async () => {
    const root = (x: number) => (x < 0.35 ? undefined : Math.sqrt(x));
    expect(await seek(root, { wanted: 0.8 })).toMatchObject({ kind: 'found', rounded: 0.64 });
    expect(await seek(() => undefined, { wanted: 1 })).toMatchObject({ kind: 'error', at: RESULT });
  });

  it('sees that a flat function does not depend on the input, even at the wanted value', async () => {
    expect(await seek(() => 5, { wanted: 6 })).toEqual({ kind: 'unrelated' });
    expect(await seek(() => 6, { wanted: 6 })).toEqual({ kind: 'unrelated' });
  });

  it('takes an end of the bracket as it stands', async () => {
    expect(await seek((x) => x * x, { wanted: 1 })).toMatchObject({ kind: 'found', x: 1, rounded: 1 });
  });

  it('keeps every answer in the bracket, and every rounded one reads as wanted', async () => {
    const number = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 37);
    await fc.assert(
      fc.asyncProperty(number, number, number, number, async (a, b, wanted, from) => {
        const f = (x: number) => a * x ** 3 + b * x + 1;
        const sought = await seek(f, { wanted, low: -2, high: 3, from });
        if (sought.kind !== 'found') return;
        for (const x of [sought.x, sought.rounded]) expect(x >= -2 && x <= 3).toBe(true);
        expect(sought.value).toBeCloseTo(wanted, 8);
        expect(twoDecimals(sought.roundedValue)).toBe(twoDecimals(wanted));
      }),
    );
  });
});

describe('goal seek in a workbook', () => {
  const guangdong: WorkbookSpec = resolved('guangdong');
  const TREND = { low: 0.05, high: 0.4 };

  it('answers what growth Guangdong’s target takes', async () => {
    const sought = await seekIn(guangdong, ['base', 'gd_scale', 2025], ['gd_growth'], {
      ...TREND,
      wanted: 300,
      from: 0.153,
    });
    if (sought.kind !== 'found') throw new Error(sought.kind);
    expect(Math.abs(sought.x / (2 ** (1 / 3) - 1) - 1)).toBeLessThan(1e-11);
    expect(sought.rounded).toBe(0.259922);
  });

  it('answers in the scenario that was asked about, with its own levers and shock', async () => {
    const sought = await seekIn(guangdong, ['levers', 'gd_scale', 2025], ['gd_growth'], { ...TREND, wanted: 300 });
    if (sought.kind !== 'found') throw new Error(sought.kind);
    expect(sought.x).toBeGreaterThan(0.2);
    expect(sought.x).toBeLessThan(0.22);
    // Its own growth is a formula, which a number replaces.
    const path = await seekIn(guangdong, ['required', 'gd_scale', 2025], ['gd_growth'], { ...TREND, wanted: 200 });
    expect(path).toMatchObject({ kind: 'found' });
  });

  it('says that a lever alone does not do it, and how near it comes', async () => {
    const sought = await seekIn(guangdong, ['base', 'gd_scale', 2025], ['gd_lever_compute'], {
      wanted: 300,
      low: 0,
      high: 0.08,
    });
    expect(sought).toMatchObject({ kind: 'unreachable', nearest: { x: 0.08 } });
  });

  it('says at once that an input does not feed the result: no workbook is built for it', async () => {
    const trials = new Trials(() => {
      throw new Error('a worker was started');
    });
    const goal = {
      result: { scenario: 'base', line: 'gd_firms', slot: 2025 },
      input: { scenario: 'base', line: 'gd_growth', slot: 'value' },
      wanted: 1,
      low: 0,
      high: 1,
      from: undefined,
      shown: String,
      places: 2,
    } as const;
    expect(await goalSeek(trials, guangdong, goal, new AbortController().signal)).toEqual({ kind: 'unrelated' });
    // The levers feed it, but start in 2024.
    const early = await seekIn(guangdong, ['base', 'gd_scale', 2023], ['gd_lever_compute'], {
      wanted: 200,
      low: 0,
      high: 0.08,
    });
    expect(early).toEqual({ kind: 'unrelated' });
  });

  it('seeks one year of an input that has a value for each', async () => {
    const sought = await seekIn(SPEC, ['fast', 'scale', 2025], ['extra', 2024], { wanted: 200, low: 0, high: 50 });
    // 100 at the start, 20 % a year, 1 more each year but for 2024: 172.8 + 1.44 + 1.2 x + 1.
    if (sought.kind !== 'found') throw new Error(sought.kind);
    expect(sought.x).toBeCloseTo((200 - 172.8 - 1.44 - 1) / 1.2, 10);
  });

  it('tells in which cell an error began', async () => {
    const broken = SCENARIOS.map((scenario) =>
      scenario.id === 'base'
        ? { ...scenario, overrides: { scale: { 2024: { formula: '={scale@prev}/0+{growth}' } } } }
        : scenario,
    );
    const spec = { ...SPEC, scenarios: broken };
    const sought = await seekIn(spec, ['base', 'scale', 2025], ['growth'], { wanted: 200, low: 0, high: 1 });
    expect(sought).toMatchObject({ kind: 'error', at: { scenario: 'base', line: 'scale', slot: 2024 } });
  });

  it('reaches through a range that names the input by neither of its ends', async () => {
    const sum = { formula: '=SUM({gd_lever_compute}:{gd_lever_apps})' };
    const [base, ...others] = guangdong.scenarios;
    if (!base) throw new Error('no base');
    const scenarios = [{ ...base, overrides: { gd_lever_missing: { value: sum } } }, ...others];
    const sought = await seekIn(
      { ...guangdong, scenarios },
      ['base', 'gd_lever_missing', 'value'],
      ['gd_lever_models'],
      { wanted: 0.05, low: 0, high: 0.08 },
    );
    expect(sought).toMatchObject({ kind: 'found', rounded: 0.05 });
  });

  it('ends between two evaluations when it is called off', async () => {
    const control = new AbortController();
    const goal = {
      result: { scenario: 'base', line: 'gd_scale', slot: 2025 },
      input: { scenario: 'base', line: 'gd_growth', slot: 'value' },
      ...TREND,
      wanted: 300,
      from: undefined,
      shown: String,
      places: 2,
    } as const;
    let evaluations = 0;
    const stopped = goalSeek(alone(), guangdong, goal, control.signal, (count) => {
      evaluations = count;
      if (count === 3) control.abort();
    });
    await expect(stopped).rejects.toMatchObject({ name: 'TrialStopped', reason: 'cancelled' });
    expect(evaluations).toBe(3);
  });
});
