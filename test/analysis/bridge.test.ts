import { describe, expect, it } from 'vitest';
import { type Bridge, type BridgeQuestion, bridge } from '../../src/analysis/bridge.ts';
import { total } from '../../src/analysis/sum.ts';
import type { Trials } from '../../src/analysis/trial.ts';
import type { WorkbookSpec } from '../../src/engine/port.ts';
import type { Content } from '../../src/model/content.ts';
import type { Model } from '../../src/model/model.ts';
import { SCENARIOS, SPEC } from '../fixtures/small.ts';
import { alone, beside } from '../fixtures/trials.ts';
import { RESOLVED, resolved, values } from '../models/shipped.ts';

/** Splits by a workbook of its own, and by the one on screen, which must find the same. */
async function split(
  spec: WorkbookSpec,
  question: Omit<BridgeQuestion, 'seed'>,
  trials = alone(),
  onScreen?: Trials,
): Promise<Bridge> {
  const by = (how: Trials) => bridge(how, spec, { ...question, seed: 1 }, new AbortController().signal);
  const [found, other] = [await by(trials), await by(onScreen ?? (await beside(spec)))];
  if (found.kind !== 'bridge' || other.kind !== 'bridge') {
    expect(other).toEqual(found);
    return found;
  }
  const size = Math.max(...[found.from, found.to, ...found.parts.map((part) => part.contribution)].map(Math.abs));
  expect(other.idle).toEqual(found.idle);
  for (const [i, part] of found.parts.entries()) {
    expect(other.parts[i]?.line).toBe(part.line);
    expect(Math.abs((other.parts[i]?.contribution ?? Number.NaN) - part.contribution)).toBeLessThanOrEqual(
      1e-12 * size,
    );
  }
  return found;
}

function partsOf(found: Bridge) {
  if (found.kind !== 'bridge') throw new Error(found.kind);
  return Object.fromEntries(found.parts.map(({ line, contribution }) => [line, contribution]));
}

/** The model with a scenario of the reader's own. */
const withOwn = (model: Model, overrides: Record<string, Record<string, Content>>): WorkbookSpec => ({
  lines: model.lines,
  periods: model.periods,
  scenarios: [...model.scenarios, { id: 'own', name: 'Own', note: '', overrides }],
});

describe('the bridge between two shipped scenarios', () => {
  const cases = RESOLVED.flatMap((model) =>
    model.scenarios.flatMap((from) =>
      model.scenarios.filter((to) => to !== from).map((to) => [model.id, from.id, to.id] as const),
    ),
  );

  it.each(cases)('adds up to the difference: %s, %s to %s', async (id, from, to) => {
    const model = resolved(id);
    const [trials, onScreen] = [alone(), await beside(model)];
    for (const slot of [2025, 2030, 2035]) {
      const found = await split(model, { from, to, result: { line: model.answer.line, slot } }, trials, onScreen);
      if (found.kind !== 'bridge') throw new Error(found.kind);
      const [a, b] = [from, to].map((scenario) => Number(values(id)(scenario, model.answer.line, slot)));
      expect(found.from).toBe(a);
      expect(found.to).toBe(b);
      const difference = found.to - found.from;
      const sum = total(found.parts.map(({ contribution }) => contribution));
      expect(Math.abs(sum - difference)).toBeLessThanOrEqual(1e-9 * Math.abs(difference));
    }
  });
});

describe('a bridge', () => {
  const guangdong = resolved('guangdong');

  it('names what the levers of Guangdong bring, each of them something', async () => {
    const scale2025 = { line: 'gd_scale', slot: 2025 };
    const parts = partsOf(await split(guangdong, { from: 'base', to: 'levers', result: scale2025 }));
    expect(Object.keys(parts)).toEqual(['gd_lever_compute', 'gd_lever_models', 'gd_lever_data', 'gd_lever_apps']);
    // As strong and as soon, computing power and application scenarios bring the same.
    expect(parts.gd_lever_compute).toBeCloseTo(parts.gd_lever_apps ?? Number.NaN, 9);
    expect(parts.gd_lever_compute).toBeGreaterThan(parts.gd_lever_models ?? Number.NaN);
    const back = partsOf(await split(guangdong, { from: 'levers', to: 'base', result: scale2025 }));
    for (const [line, contribution] of Object.entries(parts)) expect(back[line]).toBeCloseTo(-contribution, 9);
  });

  it('takes all cells of a line as one, and formulas as well as numbers', async () => {
    const parts = partsOf(
      await split(guangdong, { from: 'base', to: 'required', result: { line: 'gd_scale', slot: 2027 } }),
    );
    expect(Object.keys(parts)).toEqual(['gd_growth', 'gd_trend']);
  });

  it('is the plain difference where one line differs, and half of what two do only together', async () => {
    const fast = await split(SPEC, { from: 'base', to: 'fast', result: { line: 'scale', slot: 2025 } });
    if (fast.kind !== 'bridge') throw new Error(fast.kind);
    expect(fast.parts).toEqual([{ line: 'growth', contribution: fast.to - fast.from }]);
    const product = withOwn(guangdong, {
      gd_shock_on: { value: 1 },
      gd_shock_depth: { value: 0 },
      gd_shock_permanent: { value: 0 },
    });
    const parts = partsOf(
      await split(product, { from: 'decoupling', to: 'own', result: { line: 'gd_shock', slot: 2024 } }),
    );
    expect(parts.gd_shock_depth).toBeCloseTo(0.15, 12);
    expect(parts.gd_shock_permanent).toBeCloseTo(0, 12);
  });

  it('leaves out lines that feed the result by no formula, and names them', async () => {
    const own = withOwn(guangdong, { gd_growth: { value: 0.2 }, gd_firms_growth: { value: 0.2 } });
    const found = await split(own, { from: 'base', to: 'own', result: { line: 'gd_scale', slot: 2025 } });
    if (found.kind !== 'bridge') throw new Error(found.kind);
    expect(found.parts.map(({ line }) => line)).toEqual(['gd_growth']);
    expect(found.idle).toEqual(['gd_firms_growth']);
    const nothing = await split(own, { from: 'base', to: 'own', result: { line: 'cn_scale', slot: 2025 } });
    expect(nothing).toMatchObject({ kind: 'bridge', parts: [], idle: ['gd_growth', 'gd_firms_growth'] });
  });

  it('sees what a scenario gives back to its line, and what it reads of another scenario', async () => {
    const scenarios = SCENARIOS.map((scenario) => {
      if (scenario.id === 'base') return { ...scenario, overrides: { growth: { value: 0.3 } } };
      if (scenario.id === 'slow')
        return {
          ...scenario,
          overrides: {
            growth: { value: 'model' as const },
            extra: { 2025: { formula: '={fast!scale@2024}' } },
          },
        };
      return scenario;
    });
    const found = await split(
      { ...SPEC, scenarios },
      { from: 'base', to: 'slow', result: { line: 'scale', slot: 2025 } },
    );
    if (found.kind !== 'bridge') throw new Error(found.kind);
    // 100 growing 10 % and 1 a year to 2024, then 10 % and what the fast scenario had reached: 146.2.
    expect(found.to).toBeCloseTo(123.1 * 1.1 + 146.2, 9);
    expect(found.parts.map(({ line }) => line)).toEqual(['growth', 'extra']);
  });

  it('says with which lines the result holds no number, and splits nothing', async () => {
    // Apart each is fine; together they divide by zero.
    const own = withOwn(guangdong, {
      gd_overlap: { value: 0.5 },
      gd_growth: { value: { formula: '=0.1/({gd_overlap}-0.2)' } },
      gd_terminal_growth: { value: 0.05 },
    });
    const found = await split(own, { from: 'base', to: 'own', result: { line: 'gd_scale', slot: 2025 } });
    expect(found).toMatchObject({ kind: 'gap', lines: ['gd_growth'], reading: { note: { code: 'div0' } } });
  });

  it('samples above ten lines, tells the standard errors, and still adds up', async () => {
    const lines = guangdong.lines.flatMap((line) =>
      line.kind === 'input' && line.range && /^gd_(lever|ramp|growth|overlap|shock|terminal|fade)/.test(line.id)
        ? [[line.id, line.range] as const]
        : [],
    );
    expect(lines.length).toBeGreaterThan(10);
    const own = withOwn(
      guangdong,
      Object.fromEntries(lines.map(([id, { low, high }]) => [id, { value: low + 0.4 * (high - low) }])),
    );
    const question = { from: 'base', to: 'own', result: { line: 'gd_scale', slot: 2030 } };
    const by = (trials: Trials) => bridge(trials, own, { ...question, seed: 1 }, new AbortController().signal);
    const found = await by(alone());
    if (found.kind !== 'bridge') throw new Error(found.kind);
    const difference = found.to - found.from;
    expect(Math.abs(total(found.parts.map((p) => p.contribution)) / difference - 1)).toBeLessThan(1e-9);
    expect(found.sample?.seed).toBe(1);
    expect(found.parts.some(({ error }) => (error ?? 0) > 0)).toBe(true);
    for (const { error } of found.parts) expect(error).toBeLessThan(0.1 * Math.abs(difference));
    expect(await by(alone())).toEqual(found);
    // The workbook on screen answers so much faster that the sample is larger, and chance less.
    const exact = await by(await beside(own));
    if (exact.kind !== 'bridge') throw new Error(exact.kind);
    expect(exact.sample?.orders).toBeGreaterThan(1_000);
    for (const [i, part] of exact.parts.entries()) {
      const { contribution = Number.NaN, error = 0 } = found.parts[i] ?? {};
      expect(Math.abs(contribution - part.contribution)).toBeLessThanOrEqual(4 * error + 1e-9 * Math.abs(difference));
    }
  });

  it('is exact up to sixteen lines where the workbook on screen answers, and what a sample is near to', async () => {
    const lines = guangdong.lines.flatMap((line) =>
      line.kind === 'input' && !line.perPeriod && line.range && line.unit !== 'year'
        ? [[line.id, line.range] as const]
        : [],
    );
    const held = lines.slice(0, 14).map(([id, { low, high }]) => [id, { value: low + 0.4 * (high - low) }]);
    const own = withOwn(guangdong, Object.fromEntries(held));
    const question = { from: 'base', to: 'own', result: { line: 'gd_scale', slot: 2030 }, seed: 1 };
    const by = (trials: Trials) => bridge(trials, own, question, new AbortController().signal);
    const [exact, sampled] = [await by(await beside(own)), await by(alone())];
    if (exact.kind !== 'bridge' || sampled.kind !== 'bridge') throw new Error(exact.kind);
    expect(exact.parts.length).toBeGreaterThan(10);
    expect(exact.sample).toBeUndefined();
    for (const [i, part] of exact.parts.entries()) {
      const { contribution = Number.NaN, error = 0 } = sampled.parts[i] ?? {};
      const room = 4 * error + 1e-9 * Math.abs(exact.to - exact.from);
      expect(Math.abs(contribution - part.contribution)).toBeLessThanOrEqual(room);
    }
  });

  it('is called off between two evaluations', async () => {
    const control = new AbortController();
    const trials = alone();
    let moves = 0;
    const question = { from: 'base', to: 'levers', result: { line: 'gd_scale', slot: 2025 }, seed: 1 };
    const stopped = bridge(trials, guangdong, question, control.signal, (done) => {
      moves = done;
      control.abort();
    });
    await expect(stopped).rejects.toMatchObject({ reason: 'cancelled' });
    expect(moves).toBeLessThan(15);
  });
});
