import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, type Change } from '../../src/document/change.ts';
import { bringing, differences, emptied } from '../../src/document/difference.ts';
import { type Document, modelOf, newDocument } from '../../src/document/document.ts';
import { duplicateLines, moveLines } from '../../src/document/lines.ts';
import { parseSaved, restore, save } from '../../src/document/saved.ts';
import type { Model } from '../../src/model/model.ts';
import { documents } from '../fixtures/documents.ts';
import { RESOLVED } from '../models/shipped.ts';

const MODEL = RESOLVED[0] as Model;
const START = newDocument(MODEL);
const sheetOf = (document: Document) => ({ document, model: modelOf(MODEL, document) });
const changed = (...changes: readonly (Change | undefined)[]) =>
  changes.reduce((document, change) => (change ? applyChange(document, change).document : document), START);
const told = (was: Document, is: Document) => differences(sheetOf(was), sheetOf(is));
const set = (line: string, slot: 'value' | number, content: number | undefined): Change => ({
  kind: 'cells',
  edits: [{ scenario: 'base', line, slot, content }],
});

describe('the differences of two states of a document', () => {
  it('are none after it was kept and read again, whatever it holds', () => {
    fc.assert(
      fc.property(documents(MODEL), (document) => {
        const again = restore(parseSaved(JSON.stringify(save(document, MODEL))), MODEL);
        expect(told(again, document)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('name each cell with what it held and holds', () => {
    expect(told(START, changed(set('gd_growth', 'value', 0.26)))).toMatchObject([
      { kind: 'cell', scenario: { id: 'base' }, line: { id: 'gd_growth' }, slot: 'value', was: undefined, is: 0.26 },
    ]);
  });

  it('count the cells of a line where they are many', () => {
    const many = changed(...[2023, 2024, 2025, 2026].map((year) => set('gd_scale', year, 1)));
    expect(told(many, START)).toMatchObject([{ kind: 'cells', line: { id: 'gd_scale' }, count: 4 }]);
  });

  it('name lines that came, went and moved, and years', () => {
    const duplicated = changed(duplicateLines(sheetOf(START), ['gd_scale'], () => ({ en: 'Copy', zh: '副本' })));
    expect(told(START, duplicated)).toMatchObject([{ kind: 'linesAdded', lines: [{ id: 'own_1' }] }]);
    expect(told(duplicated, START)).toMatchObject([{ kind: 'linesGone', lines: [{ id: 'own_1' }] }]);
    const moved = changed(moveLines(sheetOf(START), ['gd_scale'], MODEL.lines.length));
    expect(told(START, moved)).toEqual([{ kind: 'linesMoved' }]);
    const longer = changed({ kind: 'structure', parts: { periods: { first: 2022, last: 2040 } } });
    expect(told(START, longer)).toMatchObject([{ kind: 'periods', was: { last: 2035 }, is: { last: 2040 } }]);
  });

  it('name scenarios that came and went, were renamed or noted', () => {
    const [base, ...others] = START.scenarios;
    if (!base) throw new Error('no base');
    const own = { id: 'own', name: 'Own', note: '', overrides: {} };
    const fewer = changed({ kind: 'structure', parts: { scenarios: [{ ...base, name: 'Ground', colour: 3 }, own] } });
    expect(told(START, fewer)).toMatchObject([
      { kind: 'scenariosAdded', scenarios: [{ id: 'own' }] },
      { kind: 'scenariosGone', scenarios: others.map(({ id }) => ({ id })) },
      { kind: 'scenarioRenamed', was: { name: base.name }, is: { name: 'Ground' } },
      { kind: 'scenarioNotes' },
    ]);
  });

  it('are none where a scenario names the colour of its place, as others do once one comes before them', () => {
    const named = START.scenarios.map((scenario, place) => ({ ...scenario, colour: place + 1 }));
    expect(told(START, changed({ kind: 'structure', parts: { scenarios: named } }))).toEqual([]);
    expect(told(changed({ kind: 'structure', parts: { scenarios: named } }), START)).toEqual([]);
  });

  it('are, of a new scenario, what it holds: what it inherits is none', () => {
    const [base] = START.scenarios;
    if (!base) throw new Error('no base');
    const own = { id: 'own', name: 'Own', note: 'Why', colour: 2, overrides: { gd_growth: { value: 0.1 } } };
    expect(bringing(sheetOf(START))(own)).toMatchObject([
      { kind: 'scenarioNotes', is: { note: 'Why' } },
      { kind: 'cell', line: { id: 'gd_growth' }, was: undefined, is: 0.1 },
    ]);
    expect(bringing(sheetOf(START))(emptied(own))).toEqual([]);
  });
});
