import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, type Change } from '../../src/document/change.ts';
import { type Document, modelOf, newDocument, type Scenario } from '../../src/document/document.ts';
import { deleteLines, duplicateLines, insertLines, moveLines } from '../../src/document/lines.ts';
import { periodSteps } from '../../src/document/periods.ts';
import { atOnce } from '../../src/document/steps.ts';
import { createEngine } from '../../src/engine/client.ts';
import type { Engine } from '../../src/engine/port.ts';
import type { Content, Slot } from '../../src/model/content.ts';
import type { Model } from '../../src/model/model.ts';
import { inProcess } from '../fixtures/inProcess.ts';
import { LINES, PERIODS, SCENARIOS } from '../fixtures/small.ts';
import { RESOLVED } from '../models/shipped.ts';

const MODEL: Model = { ...(RESOLVED[0] as Model), lines: LINES, periods: PERIODS, charts: [], warnings: [] };
const START: Document = { ...newDocument(MODEL), scenarios: SCENARIOS };

const sheetOf = (document: Document) => ({ document, model: modelOf(MODEL, document) });
const specOf = (document: Document) => {
  const { lines, periods } = modelOf(MODEL, document);
  return { lines, periods, scenarios: document.scenarios };
};

const content = fc.oneof(
  fc.constantFrom<Content | undefined>(undefined, 'model', { text: 'n/a' }, { formula: '={start}*2' }),
  fc.constantFrom<Content>(
    { formula: '=SUM({scale@..})' },
    { formula: '={fast!growth}/{growth}' },
    { formula: '=1/0' },
  ),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);
type Make = (document: Document) => Change | undefined;
const cells: fc.Arbitrary<Make> = fc
  .record({
    scenario: fc.constantFrom('base', 'fast', 'slow', 'fast-copy'),
    line: fc.constantFrom('growth', 'start', 'extra', 'scale', 'total', 'own_1'),
    slot: fc.constantFrom<Slot>('value', 2022, 2024, 2026),
    content,
  })
  .map((one) => () => ({ kind: 'cells', edits: [one] }));
const id = fc.constantFrom(...LINES.map((line) => line.id));
const copyOf = (scenario: Scenario): Scenario => ({ ...scenario, id: `${scenario.id}-copy`, name: 'Copy' });
const structure: fc.Arbitrary<Make> = fc.oneof(
  id.map(
    (line): Make =>
      (document) =>
        duplicateLines(sheetOf(document), [line], () => ({ en: 'Copy', zh: '副本' })),
  ),
  id.map(
    (line): Make =>
      (document) =>
        deleteLines(sheetOf(document), [line]),
  ),
  fc.tuple(id, fc.nat(7)).map(
    ([line, to]): Make =>
      (document) =>
        moveLines(sheetOf(document), [line], to),
  ),
  fc.nat(7).map(
    (at): Make =>
      (document) =>
        insertLines(sheetOf(document), at, [{ kind: 'heading', id: 'between', label: { en: 'Between', zh: '其间' } }]),
  ),
  fc.constantFrom({ first: 2022, last: 2027 }, { first: 2020, last: 2025 }, { first: 2023, last: 2026 }).map(
    (periods): Make =>
      (document) =>
        atOnce(periodSteps(sheetOf(document), periods, () => 7)),
  ),
  fc.constant<Make>(({ scenarios }) => ({
    kind: 'structure',
    parts: { scenarios: [...scenarios.slice(0, 2), ...scenarios.slice(1, 2).map(copyOf)] },
  })),
);

/** The values of all cells as they are. */
async function values(engine: Engine, document: Document) {
  const { lines, scenarios } = specOf(document);
  return engine.read(scenarios.flatMap((scenario) => lines.map((line) => ({ scenario: scenario.id, line: line.id }))));
}

describe('the engine', () => {
  it('has the values of a fresh build after any changes of cells, lines, years and scenarios', async () => {
    const changes = fc.array(fc.oneof({ weight: 4, arbitrary: cells }, { weight: 1, arbitrary: structure }), {
      minLength: 1,
      maxLength: 14,
    });
    const [followed, fresh] = [createEngine(inProcess), createEngine(inProcess)];
    await fc.assert(
      fc.asyncProperty(changes, async (makes) => {
        let document = START;
        await followed.build(specOf(document));
        for (const make of makes) {
          const change = make(document);
          if (!change) continue;
          document = applyChange(document, change).document;
          if (change.kind === 'cells') await followed.apply(change.edits);
          else await followed.build(specOf(document));
        }
        await fresh.build(specOf(document));
        expect(await values(followed, document)).toEqual(await values(fresh, document));
      }),
      { numRuns: 15 },
    );
    followed.dispose();
    fresh.dispose();
  });
});
