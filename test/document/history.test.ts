import { expect, it } from 'vitest';
import type { CellEdit } from '../../src/document/change.ts';
import { heldBack, NO_HISTORY, record, type Step } from '../../src/document/history.ts';

const cell = (line: string, content: CellEdit['content']): CellEdit => ({
  scenario: 'base',
  line,
  slot: 'value',
  content,
});
const step = (...edits: CellEdit[]): Step => ({
  change: { kind: 'cells', edits },
  inverse: { kind: 'cells', edits: edits.map((edit) => ({ ...edit, content: undefined })) },
});
const SLOW = { formula: '=slow' };
const HELD = step(cell('a', { text: '=slow' }));

it('a formula that is put back as text stays in its step, which brings all else back when it is done again', () => {
  const pasted = step(cell('a', SLOW), cell('b', 700), cell('c', 800));
  const { past } = heldBack(record(NO_HISTORY, pasted), HELD);
  expect(past).toHaveLength(1);
  expect(past[0]?.change).toEqual({
    kind: 'cells',
    edits: [cell('b', 700), cell('c', 800), cell('a', { text: '=slow' })],
  });
  expect(past[0]?.inverse).toBe(pasted.inverse);
});

it('what was typed while a formula ran out of time keeps its own step', () => {
  const typed = step(cell('b', 0.07));
  const { past } = heldBack(record(record(NO_HISTORY, step(cell('a', SLOW))), typed), HELD);
  expect(past.map(({ change }) => change)).toEqual([HELD.change, typed.change]);
});

it('what no edit of cells brought is put back in a step of its own', () => {
  const { past } = heldBack(record(NO_HISTORY, step(cell('b', 1))), HELD);
  expect(past).toHaveLength(2);
});
