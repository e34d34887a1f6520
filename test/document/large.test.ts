import { describe, expect, it } from 'vitest';
import { baseSteps } from '../../src/document/base.ts';
import { applyChange, type Change } from '../../src/document/change.ts';
import { differences } from '../../src/document/difference.ts';
import { countOverrides, type Document, modelOf, type Scenario } from '../../src/document/document.ts';
import { deleteLines, duplicateLines, moveLines, usersOf } from '../../src/document/lines.ts';
import { copyOverrides, resetScenario } from '../../src/document/overrides.ts';
import { ownFormulas } from '../../src/document/ownFormulas.ts';
import { valuesBy } from '../../src/document/periods.ts';
import { savedText, textsAhead } from '../../src/document/savedText.ts';
import { createScenario, freshScenarioId } from '../../src/document/scenarios.ts';
import { packSpec } from '../../src/engine/packed.ts';
import { looked } from '../fixtures/looked.ts';

const LINES = 500;
/** Those of the shipped model. */
const YEARS = 14;
const SCENARIOS = 4;

/** A large sheet of which each part was looked at once, as after it was opened, shown and saved. */
function settled() {
  const sheet = looked(LINES, SCENARIOS, YEARS);
  const { document, model } = sheet;
  const whole = { document, model: modelOf(model, document) };
  const specOf = (of: Document) => ({ ...modelOf(model, of), scenarios: of.scenarios });
  const all = (of: Document) => {
    of.scenarios.map(countOverrides);
    ownFormulas(of);
    packSpec(specOf(of));
    for (const _ of textsAhead(of));
    return savedText(of, model);
  };
  all(document);
  sheet.cells();
  sheet.lines();
  return { ...sheet, all, sheet: whole };
}
const changedBy = (document: Document, change: Change | undefined): Document =>
  applyChange(document, change as Change).document;
const idOf = (i: number) => `own_${i + 1}`;

describe('on a large sheet nothing is looked at again but what changed', () => {
  it('when a cell is edited and saved', () => {
    const { document, model, cells, lines } = settled();
    const cell = { scenario: 's1', line: idOf(7), slot: 2025 };
    const edited = changedBy(document, { kind: 'cells', edits: [{ ...cell, content: 5 }] });
    edited.scenarios.map(countOverrides);
    for (const _ of textsAhead(edited));
    const text = savedText(edited, model);
    expect(text).toContain('"2025":5,');
    expect(cells()).toBeLessThan(3 * YEARS);
    // Each is known by its id; none is written out anew.
    expect(lines()).toBeLessThan(3 * LINES);
  });

  it.each<[string, (sheet: ReturnType<typeof settled>['sheet']) => Change | undefined]>([
    ['a line is moved', (sheet) => moveLines(sheet, [idOf(3)], 90)],
    ['a line is deleted', (sheet) => usersOf(sheet, [idOf(3)]) && deleteLines(sheet, [idOf(3)])],
    ['a scenario is added', (sheet) => createScenario(sheet, freshScenarioId(sheet), 'Mine')],
    ['a scenario is copied', (sheet) => createScenario(sheet, freshScenarioId(sheet), 'Mine', 's2')],
    ['a scenario is reset', (sheet) => resetScenario(sheet, 's2')],
  ])('when %s, and the workbook is built anew, and taken back', (_, change) => {
    const { document, cells, sheet, all } = settled();
    const { document: changed, inverse } = applyChange(document, change(sheet) as Change);
    all(changed);
    all(changedBy(changed, inverse));
    // The array of a scenario that lost a line is filled anew, with a look at each cell.
    const filled = changed.scenarios.filter(({ overrides }) =>
      document.scenarios.every((scenario) => scenario.overrides !== overrides),
    );
    const held = filled.map(({ overrides }) => Object.keys(overrides).length).reduce((sum, count) => sum + count, 0);
    expect(cells()).toBe(held * (YEARS + 1));
  });

  it('when many lines are duplicated: each is looked at a few times, and not once for each other', () => {
    const { lines, sheet } = settled();
    const ids = Array.from({ length: LINES }, (_, i) => idOf(i));
    const change = duplicateLines(sheet, ids, ({ label }) => label);
    expect(change?.kind === 'structure' && change.parts.lines?.length).toBe(sheet.model.lines.length + LINES);
    expect(lines()).toBeLessThan(40 * LINES);
  });

  it('when it is compared with an older version', () => {
    const { lines, sheet } = settled();
    expect(differences(sheet, { ...sheet, document: { ...sheet.document } })).toEqual([]);
    expect(lines()).toBeLessThan(40 * LINES);
  });

  it('when computed values are kept for other years', () => {
    const { document, lines } = settled();
    const own = document.lines?.slice(-LINES) ?? [];
    const width = YEARS + 1;
    const values = Float64Array.from({ length: SCENARIOS * LINES * width }, (_, i) => i);
    const read = valuesBy(document.scenarios, own, { periods: { first: 2022, last: 2022 }, values });
    for (let i = 0; i < LINES; i++) expect(read('s3', idOf(i), 2023)).toBe((3 * LINES + i) * width + 2);
    expect(read('s3', 'nobody', 2023)).toBeUndefined();
    expect(lines()).toBe(LINES);
  });
});

describe('what one scenario takes or gives away', () => {
  const { document, sheet } = settled();
  const overrides = (change: Change | undefined, id: string) =>
    changedBy(document, change).scenarios.find((scenario) => scenario.id === id)?.overrides ?? {};
  const s1 = document.scenarios[1] as Scenario;
  const s2 = document.scenarios[2] as Scenario;

  it('leaves all other lines the same objects, which are neither calculated nor saved anew', () => {
    const isOne = (line: string) => line === idOf(5);
    const reset = overrides(resetScenario(sheet, 's1', isOne), 's1');
    const taken = overrides(copyOverrides(sheet, 's1', 's2', isOne), 's1');
    for (const line of Object.keys(s1.overrides)) {
      if (isOne(line)) continue;
      expect(reset[line]).toBe(s1.overrides[line]);
      expect(taken[line]).toBe(s1.overrides[line]);
    }
    expect(reset[idOf(5)]).toBeUndefined();
    expect(taken[idOf(5)]).toEqual(s2.overrides[idOf(5)]);
  });

  it('is a line at a time where all of it moves to another base', () => {
    const { cells, sheet } = settled();
    const steps = baseSteps(sheet, 's2');
    let most = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) most = Math.max(most, cells());
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(20 * SCENARIOS * YEARS);
  });
});
