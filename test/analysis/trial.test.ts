import { describe, expect, it, onTestFinished } from 'vitest';
import { Trials } from '../../src/analysis/trial.ts';
import { createEngine } from '../../src/engine/client.ts';
import type { Without, WorkbookSpec } from '../../src/engine/port.ts';
import type { Connect } from '../../src/engine/transport.ts';
import { inProcess } from '../fixtures/inProcess.ts';
import { SPEC } from '../fixtures/small.ts';

const TOTAL = { scenario: 'base', line: 'total', slot: 'value' } as const;
const start = (content: number) => [{ scenario: 'base', line: 'start', slot: 'value' as const, content }];
const going = () => new AbortController().signal;

function bench(connect: Connect = inProcess, limit?: number) {
  const trials = new Trials(connect, limit);
  onTestFinished(() => trials.dispose());
  return trials;
}

describe('a trial', () => {
  it('reads a result as it stands, after each edit, and where it holds no number', async () => {
    const trial = await bench().open(SPEC, TOTAL, going());
    expect(trial.start.value).toBeCloseTo(470.51, 10);
    expect((await trial.evaluate([start(0)]))[0]?.value).toBeCloseTo(6.41, 10);
    expect((await trial.evaluate([[], start(100)]))[1]?.value).toBe(trial.start.value);
    const error = { scenario: 'base', line: 'scale', slot: 2023, content: { formula: '=1/0' } };
    expect(await trial.evaluate([[error]])).toMatchObject([
      { value: undefined, note: { kind: 'error', code: 'div0' } },
    ]);
  });

  it('starts no engine before it is needed, and one for all trials', async () => {
    let started = 0;
    const trials = bench((...told) => {
      started += 1;
      return inProcess(...told);
    });
    expect(started).toBe(0);
    await trials.open(SPEC, TOTAL, going());
    await trials.open(SPEC, { ...TOTAL, scenario: 'fast' }, going());
    expect(started).toBe(1);
  });

  it('ends when another begins: its edits never reach the other’s workbook', async () => {
    const trials = bench();
    const one = await trials.open(SPEC, TOTAL, going());
    const late = one.evaluate([start(1)]);
    const other = trials.open(SPEC, TOTAL, going());
    await expect(late).rejects.toMatchObject({ reason: 'cancelled' });
    await expect(one.evaluate([start(2)])).rejects.toMatchObject({ reason: 'cancelled' });
    expect((await (await other).evaluate([[]]))[0]?.value).toBeCloseTo(470.51, 10);
  });

  it('is given up after its time, and tells of an engine that broke down or a workbook that is too large', async () => {
    const tired = await bench(inProcess, 0)
      .open(SPEC, TOTAL, going())
      .catch((error) => error);
    expect(tired).toMatchObject({ name: 'TrialStopped', reason: 'time' });
    let crash = () => {};
    const trials = bench((onReply, onCrash) => {
      crash = onCrash;
      return inProcess(onReply, onCrash);
    });
    const trial = await trials.open(SPEC, TOTAL, going());
    const lost = trial.evaluate([start(1)]);
    crash();
    await expect(lost).rejects.toMatchObject({ reason: 'crash' });
    // The next one begins anew.
    expect((await trials.open(SPEC, TOTAL, going())).start.value).toBeCloseTo(470.51, 10);
    const many = { ...SPEC, periods: { first: 1, last: 300_000 } };
    await expect(trials.open(many, TOTAL, going())).rejects.toMatchObject({ reason: 'ceiling' });
  });
});

describe('a trial beside the workbook on screen', () => {
  const tried = { cells: [{ scenario: 'base', line: 'start', slot: 'value' as const, content: 100 }] };
  async function live(spec: WorkbookSpec) {
    let crash = () => {};
    const engine = createEngine((onReply, onCrash) => {
      crash = onCrash;
      return inProcess(onReply, onCrash);
    });
    onTestFinished(() => engine.dispose());
    await engine.build(spec);
    const told: Without[] = [];
    const trials = new Trials(inProcess, undefined, engine, (why) => told.push(why));
    onTestFinished(() => trials.dispose());
    return { engine, trials, told, crash: () => crash() };
  }

  it('names the function that keeps it from answering, and in whose formula that is', async () => {
    const [base, ...others] = SPEC.scenarios;
    if (!base) throw new Error('no base');
    const formula = { formula: '=VALUE(TEXT({start},"0.0"))' };
    const own = { ...base, overrides: { ...base.overrides, scale: { 2023: formula } } };
    const { trials, told } = await live({ ...SPEC, scenarios: [own, ...others] });
    const trial = await trials.open({ ...SPEC, scenarios: [own, ...others] }, TOTAL, going(), tried);
    expect(told).toEqual([{ without: 'VALUE', in: 'scale' }]);
    expect((await trial.evaluate([start(200)]))[0]?.value).toBeGreaterThan(trial.start.value ?? Number.NaN);
  });

  it('ends where that breaks down, and tells the same once it is there again', async () => {
    const { engine, trials, told, crash } = await live(SPEC);
    const trial = await trials.open(SPEC, TOTAL, going(), tried);
    const [before] = await trial.evaluate([start(200)]);
    const lost = trial.evaluate([start(300)]);
    crash();
    await expect(lost).rejects.toMatchObject({ reason: 'crash' });
    await engine.build(SPEC);
    expect((await trial.evaluate([start(200)]))[0]).toEqual(before);
    expect(told).toEqual([]);
  });
});
