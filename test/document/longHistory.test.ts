import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, type Change } from '../../src/document/change.ts';
import { type Document, modelOf, newDocument } from '../../src/document/document.ts';
import { type History, NO_HISTORY, record, redo, undo } from '../../src/document/history.ts';
import { deleteLines, duplicateLines, moveLines } from '../../src/document/lines.ts';
import type { Content } from '../../src/model/content.ts';
import type { Model } from '../../src/model/model.ts';
import { RESOLVED } from '../models/shipped.ts';

const SHIPPED = RESOLVED[0] as Model;
const EDITS = 10_000;

const content: fc.Arbitrary<Content | undefined> = fc.oneof(
  fc.constantFrom<Content | undefined>(undefined, 'model', { text: 'n/a' }, { formula: '={gd_scale@prev}*1.1' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const ids = fc.constantFrom(...SHIPPED.lines.map(({ id }) => id));

/** One edit of a person's, given what is there: a cell mostly, now and then lines, years or scenarios. */
type Make = (document: Document) => Change | undefined;
const edit: fc.Arbitrary<Make> = fc.oneof(
  {
    weight: 50,
    arbitrary: fc
      .record({
        scenario: fc.constantFrom(...SHIPPED.scenarios.map(({ id }) => id)),
        line: ids,
        slot: fc.constantFrom<'value' | number>('value', 2023, 2030),
        content,
      })
      .map(
        (one): Make =>
          () => ({ kind: 'cells', edits: [one] }),
      ),
  },
  {
    weight: 1,
    arbitrary: ids.map(
      (id): Make =>
        (document) =>
          duplicateLines(sheetOf(document), [id], () => ({ en: 'Copy', zh: '副本' })),
    ),
  },
  {
    weight: 1,
    arbitrary: ids.map(
      (id): Make =>
        (document) =>
          deleteLines(sheetOf(document), [id]),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(ids, fc.nat(60)).map(
      ([id, to]): Make =>
        (document) =>
          moveLines(sheetOf(document), [id], to),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 2023, max: 2040 }).map(
      (last): Make =>
        () => ({ kind: 'structure', parts: { periods: { first: 2022, last } } }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Make>((document) => ({
      kind: 'structure',
      parts: { scenarios: [document.scenarios[0], ...document.scenarios.slice(1).reverse()].flatMap((s) => s ?? []) },
    })),
  },
);
const sheetOf = (document: Document) => ({ document, model: modelOf(SHIPPED, document) });

describe('a long history', () => {
  it(`of ${EDITS} edits, all taken back and all done again, gives the same documents`, () => {
    const edits = fc.sample(edit, { numRuns: EDITS, seed: 24 });
    const start = newDocument(SHIPPED);
    let document = start;
    let history: History = NO_HISTORY;
    for (const make of edits) {
      const change = make(document);
      if (!change) continue;
      const applied = applyChange(document, change);
      history = record(history, { change, inverse: applied.inverse });
      document = applied.document;
    }
    const end = document;
    const steps = history.past.length;
    expect(steps).toBeGreaterThan(EDITS * 0.9);
    for (let back = undo(history); back; back = undo(history)) {
      document = applyChange(document, back.step.inverse).document;
      history = back.history;
    }
    expect(document).toEqual(start);
    for (let forth = redo(history); forth; forth = redo(history)) {
      document = applyChange(document, forth.step.change).document;
      history = forth.history;
    }
    expect(document).toEqual(end);
    expect(history.past.length).toBe(steps);
  });
});
