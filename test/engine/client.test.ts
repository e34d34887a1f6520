import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/client.ts';
import { EngineStopped, type Frame } from '../../src/engine/port.ts';
import type { EngineRequest } from '../../src/engine/requests.ts';
import type { Connect } from '../../src/engine/transport.ts';
import { inProcess } from '../fixtures/inProcess.ts';
import { SPEC } from '../fixtures/small.ts';

const set = (value: number) => ({ scenario: 'base', line: 'start', slot: 'value' as const, content: value });

/** The real service, with a note of what was asked of it. */
function observed() {
  const requests: EngineRequest[] = [];
  let crash = () => {};
  const connect: Connect = (onReply, onCrash) => {
    const transport = inProcess(onReply, onCrash);
    crash = onCrash;
    return {
      ...transport,
      send: (id, request) => {
        requests.push(request);
        transport.send(id, request);
      },
    };
  };
  return { connect, requests, crash: () => crash() };
}

describe('the engine', () => {
  it('sends the values of the watched rows after each edit', async () => {
    const engine = createEngine(inProcess);
    const frames: Frame[] = [];
    engine.onFrame((frame) => frames.push(frame));
    const watch = engine.watch([{ scenario: 'fast', line: 'scale' }]);
    await engine.build(SPEC);
    await engine.apply([set(200)]);
    expect(frames.at(-1)).toMatchObject({ watch, revision: 2 });
    expect([...(frames.at(-1)?.values ?? [])].slice(1, 3)).toEqual([200, 241]);
    engine.dispose();
  });

  it('merges edits that come while it calculates: the latest value wins and none is calculated in vain', async () => {
    const { connect, requests } = observed();
    const engine = createEngine(connect);
    const frames: Frame[] = [];
    engine.onFrame((frame) => frames.push(frame));
    engine.watch([{ scenario: 'base', line: 'start' }]);
    await engine.build(SPEC);
    await Promise.all(Array.from({ length: 50 }, (_, i) => engine.apply([set(i)])));
    expect(requests.filter(({ kind }) => kind === 'apply').length).toBe(2);
    expect(frames.at(-1)?.values[0]).toBe(49);
    engine.dispose();
  });

  it('reads what was typed just before, though it waits to be merged: no file and no analysis holds older values', async () => {
    const engine = createEngine(inProcess);
    await engine.build(SPEC);
    const edited = [engine.apply([set(1)]), engine.apply([set(2)])];
    const read = engine.read([{ scenario: 'base', line: 'start' }]);
    edited.push(engine.apply([set(3)]));
    const tried = engine.attempt([[]], { scenario: 'base', line: 'start', slot: 'value' });
    expect((await read).values[0]).toBe(2);
    expect(await tried).toMatchObject([{ value: 3 }]);
    await Promise.all(edited);
    expect(engine.isBehind).toBe(false);
    expect((await engine.read([{ scenario: 'base', line: 'start' }])).values[0]).toBe(3);
    engine.dispose();
  });

  it('rejects what was under way when it breaks down, and works again once it is built', async () => {
    const { connect, crash } = observed();
    const engine = createEngine(connect);
    engine.watch([{ scenario: 'base', line: 'start' }]);
    await engine.build(SPEC);
    const lost = engine.apply([set(1)]);
    crash();
    await expect(lost).rejects.toEqual(new EngineStopped('crash'));
    await expect(engine.apply([set(2)])).rejects.toBeInstanceOf(EngineStopped);
    const frames: Frame[] = [];
    engine.onFrame((frame) => frames.push(frame));
    await engine.build(SPEC);
    expect(frames.at(-1)?.values[0]).toBe(100);
    await engine.apply([set(3)]);
    expect(frames.at(-1)?.values[0]).toBe(3);
    engine.dispose();
  });

  it('that never began says so, and is tried again when it is built', async () => {
    let isThere = false;
    const connect: Connect = (onReply, onCrash) => {
      if (isThere) return inProcess(onReply, onCrash);
      setTimeout(onCrash);
      return { send: () => {}, stop: () => {} };
    };
    const engine = createEngine(connect);
    await expect(engine.build(SPEC)).rejects.toEqual(new EngineStopped('start'));
    await expect(engine.apply([set(1)])).rejects.toEqual(new EngineStopped('start'));
    isThere = true;
    await engine.build(SPEC);
    await engine.apply([set(2)]);
    engine.dispose();
  });

  it('sums a block of cells for the status bar', async () => {
    const engine = createEngine(inProcess);
    await engine.build(SPEC);
    expect(await engine.summarise({ scenario: 'base', lines: [3, 5], columns: [2, 4] })).toEqual({
      sum: 213,
      numbers: 4,
      filled: 4,
    });
    engine.dispose();
  });
});
