import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/client.ts';
import { CeilingError, type Frame, type WorkbookSpec } from '../../src/engine/port.ts';
import { CEILING, LIMITS, type Limits } from '../../src/engine/size.ts';
import type { Content, Slot } from '../../src/model/content.ts';
import { inProcess, inProcessWithin } from '../fixtures/inProcess.ts';
import { LINES, PERIODS, SCENARIOS, SPEC } from '../fixtures/small.ts';
import { runs } from '../runs.ts';

/** Every workbook of more than one formula is large, and is filled in a line at a time. */
const ONE_BY_ONE: Limits = { ...LIMITS, atOnce: 1, stretch: 0 };

/** An engine that fills in scenarios one after another, with all frames that it sent. */
function large(limits = ONE_BY_ONE) {
  const engine = createEngine(inProcessWithin(limits));
  const frames: Frame[] = [];
  engine.onFrame((frame) => frames.push(frame));
  return { engine, frames };
}

const IDS = LINES.filter(({ kind }) => kind !== 'heading').map(({ id }) => id);
const ALL = SCENARIOS.flatMap(({ id }) => IDS.map((line) => ({ scenario: id, line })));
const view = (id: string): WorkbookSpec => ({ ...SPEC, view: id });

const scenario = fc.constantFrom(...SCENARIOS.map(({ id }) => id));
const edit = fc.record({
  scenario,
  line: fc.constantFrom(...IDS),
  slot: fc.constantFrom<Slot>('value', 2022, 2023, 2024),
  content: fc.constantFrom<Content | undefined>(
    1.5,
    -7,
    undefined,
    'model',
    { text: 'none' },
    { formula: '={start}*2' },
    { formula: '={fast!start}+1' },
    { formula: '={slow!scale@2023}' },
    { formula: '=SUM({scale@all})' },
    { formula: '=1/0' },
  ),
});
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 3 }) }) },
  fc.record({ show: scenario }),
  fc.record({ watch: scenario }),
  fc.record({ read: scenario }),
  fc.record({ wait: fc.integer({ min: 0, max: 20 }) }),
);

describe('a large workbook', () => {
  it('comes to the same, to the digit, whatever is edited, shown and read before a scenario is there', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.array(step, { maxLength: 12 }), async (first, steps) => {
        const [whole, { engine }] = [createEngine(inProcess), large()];
        await whole.build(SPEC);
        const pending: Promise<unknown>[] = [engine.build(view(first))];
        for (const one of steps) {
          if ('edits' in one) {
            await whole.apply(one.edits);
            pending.push(engine.apply(one.edits));
          } else if ('show' in one) engine.show(one.show);
          else if ('watch' in one) engine.watch(IDS.map((line) => ({ scenario: one.watch, line })));
          else if ('read' in one) pending.push(engine.read(IDS.map((line) => ({ scenario: one.read, line }))));
          else for (let i = 0; i < one.wait; i++) await undefined;
        }
        await Promise.all(pending);
        expect(await engine.read(ALL)).toEqual(await whole.read(ALL));
        whole.dispose();
        engine.dispose();
      }),
      runs(60, 3000),
    );
  });

  it('has base and scenario in view first, tells how far it is, and fills in no other that nobody wants', async () => {
    const { engine, frames } = large();
    const grown: string[] = [];
    engine.onGrowth((growth) => grown.push(growth ? growth.scenario : 'end'));
    engine.watch([{ scenario: 'slow', line: 'scale' }]);
    await engine.build(view('slow'));
    expect([...new Set(grown)]).toEqual(['base', 'slow', 'end']);
    expect(engine.size.without).toEqual(['fast']);
    expect(frames[0]).toMatchObject({ without: ['base', 'fast', 'slow'] });
    expect(frames.at(-1)).toMatchObject({ without: ['fast'] });
    const { values } = await engine.read([{ scenario: 'fast', line: 'scale' }]);
    expect(values[2]).toBe(121);
    expect(engine.size.without).toEqual([]);
    engine.dispose();
  });

  it('tells no values of a scenario before those are there that it names', async () => {
    const { engine, frames } = large();
    engine.watch([{ scenario: 'base', line: 'start' }]);
    await engine.build(view('base'));
    expect(engine.size.without).toEqual(['fast', 'slow']);
    await engine.apply([{ scenario: 'base', line: 'start', slot: 'value', content: { formula: '={fast!growth}' } }]);
    expect(frames.at(-1)?.without).toContain('base');
    const { values } = await engine.read([{ scenario: 'base', line: 'start' }]);
    expect(values[0]).toBe(0.2);
    expect(frames.at(-1)?.without).toEqual(['slow']);
    engine.dispose();
  });

  it('counts what is there, gives room to the scenario in view, and says who has none together', async () => {
    const each = PERIODS.last - PERIODS.first + 1;
    const probe = createEngine(inProcess);
    await probe.build(SPEC);
    const all = probe.size.formulas;
    probe.dispose();
    // Two scenarios have room, three have not.
    const limits = { ...ONE_BY_ONE, ceiling: { ...CEILING, formulas: all - each } };
    const { engine } = large(limits);
    engine.watch([{ scenario: 'fast', line: 'scale' }]);
    await engine.build(view('fast'));
    expect(engine.size.formulas).toBeLessThan(all);
    engine.watch([...SCENARIOS.map(({ id }) => ({ scenario: id, line: 'scale' }))]);
    await expect(engine.read(ALL)).rejects.toBeInstanceOf(CeilingError);
    await expect(engine.read(ALL)).rejects.toMatchObject({
      of: 'formulas',
      each: [
        ['base', expect.any(Number)],
        ['fast', expect.any(Number)],
        ['slow', expect.any(Number)],
      ],
    });
    engine.show('slow');
    await expect.poll(() => engine.size.without).toEqual(['fast']);
    const { values } = await engine.read([{ scenario: 'slow', line: 'scale' }]);
    expect(values[1]).toBe(100);
    engine.dispose();
  });

  it('answers questions of scenarios that are there, and fills in no other for one', async () => {
    const { engine } = large();
    await engine.build(view('base'));
    const asked = (scenario: string) => ({
      inputs: [{ scenario, line: 'start', slot: 'value' as const }],
      results: [{ scenario, line: 'scale', slot: 2022 }],
      settings: Float64Array.of(7, 8),
      count: 2,
    });
    expect([...(await engine.evaluate(asked('base'))).values]).toEqual([7, 8]);
    const { without } = engine.size;
    expect(without).toContain('slow');
    // A trial has a workbook of its own for it, which holds no more than it needs.
    expect((await engine.evaluate(asked('slow'))).without).toBeDefined();
    expect(engine.size.without).toEqual(without);
  });

  it('does not come where a scenario has no room beside the base', async () => {
    const { engine } = large({ ...ONE_BY_ONE, ceiling: { ...CEILING, formulas: 5 } });
    await expect(engine.build(view('base'))).rejects.toMatchObject({ of: 'formulas', ceiling: 5 });
    engine.dispose();
  });
});
