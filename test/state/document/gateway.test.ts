import { describe, expect, it } from 'vitest';
import type { CellEdit, Change } from '../../../src/document/change.ts';
import { newDocument } from '../../../src/document/document.ts';
import { NO_HISTORY } from '../../../src/document/history.ts';
import type { Transaction } from '../../../src/document/transaction.ts';
import { Gateway } from '../../../src/state/document/gateway.ts';
import { RESOLVED } from '../../models/shipped.ts';

const MODEL = RESOLVED[0] as (typeof RESOLVED)[number];
const GROWTH = { scenario: 'base', line: 'gd_growth', slot: 'value' as const };
const set = (content: CellEdit['content']): Change => ({ kind: 'cells', edits: [{ ...GROWTH, content }] });

function open() {
  const document = newDocument(MODEL);
  const gateway = new Gateway({ opened: { model: MODEL, document }, document, history: NO_HISTORY });
  const heard: Transaction[] = [];
  gateway.listen((transaction) => heard.push(transaction));
  const held = () => gateway.state.document.scenarios[0]?.overrides.gd_growth?.value;
  return { gateway, heard, held };
}

describe('the gateway', () => {
  it('does not carry out what a filter refuses, and says why', () => {
    const { gateway, heard, held } = open();
    const told: unknown[] = [];
    gateway.filter((_, { event }) => (event === 'edit' ? 'elsewhere' : undefined));
    gateway.onRefused((why) => told.push(why));
    expect(gateway.dispatch({ event: 'edit', change: set(0.2) })).toBe(false);
    expect(held()).toBeUndefined();
    expect(told).toEqual(['elsewhere']);
    expect(heard).toEqual([]);
    expect(gateway.dispatch({ event: 'look', change: { kind: 'view', view: { known: 'latest' } } })).toBe(true);
  });

  it('refuses what was made of a document that stands no longer: its maker would undo what came between', () => {
    const { gateway, held } = open();
    const start = gateway.state.document;
    gateway.dispatch({ event: 'edit', change: set(0.2) });
    expect(gateway.dispatch({ event: 'edit', change: set(0.3), start })).toBe(false);
    expect(held()).toBe(0.2);
    expect(gateway.dispatch({ event: 'edit', change: set(0.3), start: gateway.state.document })).toBe(true);
    expect(held()).toBe(0.3);
  });

  it('tells all listeners of one thing before it tells them of the next, which one of them did', () => {
    const { gateway, heard } = open();
    gateway.listen(({ event }) => {
      if (event === 'open') gateway.dispatch({ event: 'edit', change: set(0.2) });
    });
    const last: Transaction[] = [];
    gateway.listen((transaction) => last.push(transaction));
    gateway.dispatch({ event: 'open', opened: { model: MODEL, document: newDocument(MODEL) } });
    expect(heard.map(({ event }) => event)).toEqual(['open', 'edit']);
    expect(last).toEqual(heard);
    expect(heard[1]?.start).toBe(heard[0]?.state);
  });

  it('tells each listener from which state to which, and stops telling one that left', () => {
    const { gateway } = open();
    const [one, two] = [[] as Transaction[], [] as Transaction[]];
    gateway.listen((transaction) => one.push(transaction));
    const stop = gateway.listen((transaction) => two.push(transaction));
    gateway.dispatch({ event: 'edit', change: set(0.2) });
    stop();
    gateway.dispatch({ event: 'undo' });
    expect(one.map(({ event }) => event)).toEqual(['edit', 'undo']);
    expect(two).toHaveLength(1);
    expect(one[1]?.state.document).toEqual(one[0]?.start.document);
    expect(gateway.dispatch({ event: 'undo' })).toBe(false);
  });

  it('forgets a step that the engine could not follow: it is neither there nor to be done again', () => {
    const { gateway, held } = open();
    gateway.dispatch({ event: 'edit', change: set(0.2) });
    gateway.dispatch({ event: 'edit', change: set(0.3) });
    gateway.dispatch({ event: 'refuse' });
    expect(held()).toBe(0.2);
    expect(gateway.state.history.past).toHaveLength(1);
    expect(gateway.dispatch({ event: 'redo' })).toBe(false);
  });

  it('takes what was put back as text away with the edit that brought it, by one undo', () => {
    const { gateway, held } = open();
    gateway.dispatch({ event: 'edit', change: set({ formula: '=1+1+1' }) });
    gateway.dispatch({ event: 'hold', change: set({ text: '=1+1+1' }) });
    expect(held()).toEqual({ text: '=1+1+1' });
    gateway.dispatch({ event: 'undo' });
    expect(held()).toBeUndefined();
    gateway.dispatch({ event: 'redo' });
    expect(held()).toEqual({ text: '=1+1+1' });
  });

  it('begins another document with a history of its own, and knows it from the one before', () => {
    const { gateway } = open();
    gateway.dispatch({ event: 'edit', change: set(0.2) });
    const { opened, history } = gateway.state;
    gateway.dispatch({ event: 'open', opened: { model: MODEL, document: newDocument(MODEL) } });
    expect(gateway.state.opened).not.toBe(opened);
    expect(gateway.state.history).toEqual(NO_HISTORY);
    gateway.dispatch({ event: 'open', opened, history });
    expect(gateway.state.history.past).toHaveLength(1);
  });
});
