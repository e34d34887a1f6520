import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, type CellEdit, type Change } from '../../src/document/change.ts';
import type { Document } from '../../src/document/document.ts';
import { NO_HISTORY, record, redo, undo } from '../../src/document/history.ts';
import type { Content } from '../../src/model/content.ts';

const start: Document = {
  model: { id: 'm', version: 1 },
  scenarios: [
    { id: 'base', name: 'Base', note: '', overrides: {} },
    {
      id: 'fast',
      name: 'Fast',
      note: '',
      overrides: { growth: { value: 0.2 }, path: { 2023: 2, 2024: 3 } },
      reasons: { growth: { value: 'The plan' }, path: { 2023: 'Guessed', 2024: 'Measured' } },
    },
  ],
  view: { scenario: 'base', line: 'scale', known: '2023-11' },
};

const content: fc.Arbitrary<Content | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant('model' as const),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string().map((text) => ({ text })),
  fc.string().map((text) => ({ formula: `=${text}` })),
);
const edit: fc.Arbitrary<CellEdit> = fc.record({
  scenario: fc.constantFrom('base', 'fast', 'gone'),
  line: fc.constantFrom('growth', 'path', 'scale'),
  slot: fc.constantFrom<'value' | number>('value', 2023, 2024),
  content,
});
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) => ({ kind: 'cells' as const, edits })),
  fc.record({ scenario: fc.constantFrom('base', 'fast') }).map((view) => ({ kind: 'view' as const, view })),
);

describe('a change', () => {
  it('followed by its inverse leaves the document as it was', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), change, (before, last) => {
        const document = before.reduce((d, c) => applyChange(d, c).document, start);
        const { document: after, inverse } = applyChange(document, last);
        expect(applyChange(after, inverse).document).toEqual(document);
      }),
    );
  });

  it('never touches the document that it was applied to', () => {
    fc.assert(
      fc.property(change, (c) => {
        const frozen = structuredClone(start);
        applyChange(start, c);
        expect(start).toEqual(frozen);
      }),
    );
  });

  it('takes an override away with its reason, leaves it one that is typed over, and gives one made anew none', () => {
    const PLAN = { scenario: 'fast', line: 'growth', slot: 'value' } as const;
    const PATH = { ...PLAN, line: 'path', slot: 2024 } as const;
    const reasons = (document: Document) => document.scenarios[1]?.reasons;
    const edit = (...edits: readonly CellEdit[]): Change => ({ kind: 'cells', edits });
    const over = applyChange(start, edit({ ...PLAN, content: 0.3 }));
    expect(reasons(over.document)).toEqual(reasons(start));
    const gone = applyChange(over.document, edit({ ...PLAN, content: undefined }, { ...PATH, content: undefined }));
    expect(reasons(gone.document)).toEqual({ path: { 2023: 'Guessed' } });
    const anew = applyChange(gone.document, edit({ ...PLAN, content: 0.2 }));
    expect(reasons(anew.document)).toEqual({ path: { 2023: 'Guessed' } });
    const back = applyChange(applyChange(anew.document, anew.inverse).document, gone.inverse).document;
    expect(reasons(back)).toEqual(reasons(start));
    expect(applyChange(back, over.inverse).document).toEqual(start);
  });

  it('keeps no empty line when its last override is reset', () => {
    const reset: Change = {
      kind: 'cells',
      edits: [{ scenario: 'fast', line: 'growth', slot: 'value', content: undefined }],
    };
    expect(applyChange(start, reset).document.scenarios[1]?.overrides).toEqual({ path: { 2023: 2, 2024: 3 } });
  });
});

describe('the history', () => {
  it('gives back every document, all the way and forth again, with gestures as one step', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.constantFrom('a', 'b', undefined)), {
          maxLength: 20,
        }),
        (steps) => {
          let document = start;
          let history = NO_HISTORY;
          for (const [edits, gesture] of steps) {
            const c: Change = { kind: 'cells', edits };
            const applied = applyChange(document, c);
            history = record(history, { change: c, inverse: applied.inverse, ...(gesture ? { gesture } : {}) });
            document = applied.document;
          }
          const end = document;
          const depth = history.past.length;
          for (let back = undo(history); back; back = undo(history)) {
            document = applyChange(document, back.step.inverse).document;
            history = back.history;
          }
          expect(document).toEqual(start);
          expect(history.future.length).toBe(depth);
          for (let forth = redo(history); forth; forth = redo(history)) {
            document = applyChange(document, forth.step.change).document;
            history = forth.history;
          }
          expect(document).toEqual(end);
        },
      ),
    );
  });

  it('makes one step of a drag, and a new one of the next drag', () => {
    const drag = (value: number, gesture: string) => ({
      change: { kind: 'cells', edits: [{ scenario: 'base', line: 'growth', slot: 'value', content: value }] } as Change,
      inverse: { kind: 'cells', edits: [] } as Change,
      gesture,
    });
    const history = [drag(1, 'a'), drag(2, 'a'), drag(3, 'b')].reduce(record, NO_HISTORY);
    expect(history.past.length).toBe(2);
  });
});
