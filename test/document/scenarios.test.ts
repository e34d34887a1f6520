import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/document/change.ts';
import { countOverrides, type Scenario } from '../../src/document/document.ts';
import { withLooks } from '../../src/document/looks.ts';
import { copyOverrides, resetScenario, setReason } from '../../src/document/overrides.ts';
import { checkSaved, save } from '../../src/document/saved.ts';
import { MOST_SCENARIOS } from '../../src/document/scenarioList.ts';
import {
  createScenario,
  deleteScenario,
  duplicateScenario,
  freshScenarioId,
  moveScenario,
  renameScenario,
  setColour,
  setNote,
  usersOfScenario,
} from '../../src/document/scenarios.ts';
import { sheetNames } from '../../src/engine/sheets.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { CellRef } from '../../src/model/content.ts';
import {
  changed,
  colours,
  named,
  overriddenCells,
  reader,
  SHIPPED,
  START,
  sheetOf,
  withOne,
} from '../fixtures/scenarios.ts';

const EMPTY = { en: 'Scenario', zh: '情景' };

describe('a new scenario', () => {
  it('from the base holds nothing, from another what that one holds; in a colour that nobody has', () => {
    const empty = changed(START, createScenario(sheetOf(START), 's1', 'Mine'));
    expect(empty.scenarios.at(-1)).toEqual({ id: 's1', name: 'Mine', note: '', overrides: {}, colour: 5 });
    const copy = changed(START, createScenario(sheetOf(START), 's1', 'Mine', 'decoupling'));
    expect(copy.scenarios.at(-1)?.overrides).toEqual(named(START, 'decoupling').overrides);
  });

  it('has an id that is given once, though one was deleted that a formula still names', () => {
    let document = changed(START, createScenario(sheetOf(START), freshScenarioId(sheetOf(START)), 'One'));
    const cell = { scenario: 'base', line: 'gd_growth', slot: 'value' as const };
    const content = { formula: '={s1!gd_growth}' };
    document = applyChange(document, { kind: 'cells', edits: [{ ...cell, content }] }).document;
    document = changed(document, deleteScenario(sheetOf(document), 's1'));
    expect(freshScenarioId(sheetOf(document))).toBe('s2');
    expect(freshScenarioId(sheetOf(START), ['s7'])).toBe('s8');
  });

  it('is refused where there are too many to be kept', () => {
    const scenarios = Array.from({ length: MOST_SCENARIOS }, (_, i) => ({
      ...(START.scenarios[0] as Scenario),
      id: `s${i}`,
    }));
    const full = { ...START, scenarios };
    expect(createScenario(sheetOf(full), 's999', 'Mine')).toBeUndefined();
    expect(duplicateScenario(sheetOf(full), 's1', 's999')).toBeUndefined();
    checkSaved(JSON.parse(JSON.stringify(save(full, SHIPPED))));
  });
});

describe('names', () => {
  const rename = (name: string) => renameScenario(sheetOf(START), 'levers', name, EMPTY);

  it('hold anything that a person types, and the workbook finds sheets for all of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const document = applyChange(START, rename(name) ?? { kind: 'view', view: {} }).document;
        const { scenarios } = checkSaved(JSON.parse(JSON.stringify(save(document, SHIPPED))));
        expect(new Set(sheetNames(scenarios).map((sheet) => sheet.toLowerCase())).size).toBe(4);
      }),
    );
    const document = changed(START, rename(" A'[]:*?/\\ “情景” 😀 "));
    expect(named(document, 'levers').name).toBe("A'[]:*?/\\ “情景” 😀");
  });

  it('that are empty become the default, and what reads so already is no change', () => {
    expect(named(changed(START, rename('  ')), 'levers').name).toEqual(EMPTY);
    expect(rename('All levers on')).toBeUndefined();
    expect(rename('政策全面发力')).toBeUndefined();
  });

  it('of copies are told apart in both languages', () => {
    let document = changed(START, duplicateScenario(sheetOf(START), 'levers', 's1'));
    document = changed(document, duplicateScenario(sheetOf(document), 's1', 's2'));
    expect(document.scenarios.map(({ id }) => id)).toEqual(['base', 'levers', 's1', 's2', 'decoupling', 'required']);
    expect(named(document, 's1').name).toEqual({ en: 'All levers on (2)', zh: '政策全面发力（2）' });
    expect(named(document, 's2').name).toEqual({ en: 'All levers on (3)', zh: '政策全面发力（3）' });
    expect(named(document, 's1').overrides).toEqual(named(document, 'levers').overrides);
    const long = 'x'.repeat(200);
    document = changed(document, renameScenario(sheetOf(document), 's2', long, EMPTY));
    document = changed(document, duplicateScenario(sheetOf(document), 's2', 's3'));
    expect(named(document, 's3').name).toBe(`${'x'.repeat(196)} (2)`);
  });
});

describe('order and colours', () => {
  it('a moved or a missing scenario takes no colour from the others; the base stays first', () => {
    fc.assert(
      fc.property(withOne, fc.nat({ max: 6 }), ([document, id], to) => {
        for (const change of [moveScenario(sheetOf(document), id, to), deleteScenario(sheetOf(document), id)]) {
          if (!change) continue;
          const after = changed(document, change);
          expect(after.scenarios[0]?.id).toBe(document.scenarios[0]?.id);
          for (const [one, colour] of colours(after)) expect(colour).toBe(colours(document).get(one));
        }
      }),
    );
    const moved = changed(START, moveScenario(sheetOf(START), 'required', 1));
    expect(moved.scenarios.map(({ id }) => id)).toEqual(['base', 'required', 'levers', 'decoupling']);
    expect(moveScenario(sheetOf(START), 'base', 2)).toBeUndefined();
    expect(deleteScenario(sheetOf(START), 'base')).toBeUndefined();
  });

  it('no two of twenty scenarios look the same', () => {
    const many = Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? { colour: 1 + (i % 6) } : {}));
    expect(new Set(withLooks(many).map(({ colour, marker }) => `${colour} ${marker}`)).size).toBe(20);
    expect(withLooks(START.scenarios).map(({ colour, marker }) => [colour, marker])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
  });

  it('a colour and a note are set and taken back', () => {
    const red = changed(START, setColour(sheetOf(START), 'levers', 4));
    expect(named(red, 'levers').colour).toBe(4);
    expect(named(changed(red, setColour(sheetOf(red), 'levers', undefined)), 'levers')).toEqual(named(START, 'levers'));
    expect(named(changed(START, setNote(sheetOf(START), 'levers', ' why ')), 'levers').note).toBe('why');
  });
});

describe('a deleted scenario', () => {
  it('is named before by the cells and lines whose formulas name it, and their cells are errors after', () => {
    const cell = { scenario: 'decoupling', line: 'gd_growth', slot: 'value' as const };
    const own = { scenario: 'levers', line: 'gd_growth', slot: 'value' as const };
    const formula = '={levers!gd_fx}/100';
    const edits = [cell, own].map((one) => ({ ...one, content: { formula } }));
    const document = applyChange(START, { kind: 'cells', edits }).document;
    expect(usersOfScenario(sheetOf(document), 'levers')).toEqual({ lines: [], cells: [cell] });
    const after = changed(document, deleteScenario(sheetOf(document), 'levers'));
    const workbook = new Workbook({ lines: SHIPPED.lines, periods: SHIPPED.periods, scenarios: after.scenarios });
    const { notes } = workbook.read([{ scenario: 'decoupling', line: 'gd_growth' }]);
    workbook.destroy();
    expect(notes[0]?.[1]).toMatchObject({ kind: 'error', code: 'ref' });
  });
});

describe('what one scenario takes from another', () => {
  const lean = (id: string) => named(START, id).overrides;

  it('joins its own, each cell with its reason', () => {
    const [cell] = overriddenCells(named(START, 'decoupling'));
    let document = changed(START, setReason(sheetOf(START), cell as CellRef, 'Export controls'));
    document = changed(document, copyOverrides(sheetOf(document), 'levers', 'decoupling'));
    expect(named(document, 'levers').overrides).toEqual({ ...lean('levers'), ...lean('decoupling') });
    expect(named(document, 'levers').reasons).toEqual({
      [cell?.line ?? '']: { [cell?.slot ?? '']: 'Export controls' },
    });
    expect(copyOverrides(sheetOf(document), 'levers', 'decoupling')).toBeUndefined();
  });

  it('of chosen cells makes them as they are there, inherited ones too', () => {
    const lines = Object.keys({ ...lean('levers'), ...lean('decoupling') });
    const document = changed(
      START,
      copyOverrides(sheetOf(START), 'levers', 'decoupling', (line) => lines.includes(line)),
    );
    expect(named(document, 'levers').overrides).toEqual(lean('decoupling'));
    const reset = changed(
      START,
      copyOverrides(sheetOf(START), 'levers', 'base', (line) => lines.includes(line)),
    );
    expect(named(reset, 'levers').overrides).toEqual({});
  });

  it('gives the base no cell that is given back to its line', () => {
    fc.assert(
      fc.property(withOne, ([document, id]) => {
        const base = document.scenarios[0]?.id ?? '';
        const change = copyOverrides(sheetOf(document), base, id);
        if (!change) return;
        const after = changed(document, change);
        for (const cell of overriddenCells(named(document, id)))
          expect(reader(after)({ ...cell, scenario: base })).toEqual(reader(document)(cell));
      }),
    );
  });
});

describe('a reset', () => {
  it('of a line or of all takes overrides and their reasons away, and nothing else', () => {
    const [cell] = overriddenCells(named(START, 'levers'));
    const line = cell?.line ?? '';
    const document = changed(START, setReason(sheetOf(START), cell as CellRef, 'Plan'));
    const one = changed(
      document,
      resetScenario(sheetOf(document), 'levers', (id) => id === line),
    );
    const { [line]: _, ...rest } = named(START, 'levers').overrides;
    expect(named(one, 'levers').overrides).toEqual(rest);
    expect(named(one, 'levers').reasons).toBeUndefined();
    const all = changed(document, resetScenario(sheetOf(document), 'levers'));
    expect(countOverrides(named(all, 'levers'))).toBe(0);
    expect(resetScenario(sheetOf(all), 'levers')).toBeUndefined();
  });

  it('of a reason is an empty text', () => {
    const cell = overriddenCells(named(START, 'levers'))[0] as CellRef;
    const document = changed(START, setReason(sheetOf(START), cell, '  because  '));
    expect(named(document, 'levers').reasons?.[cell.line]?.[cell.slot]).toBe('because');
    expect(changed(document, setReason(sheetOf(document), cell, ' '))).toEqual(START);
    expect(setReason(sheetOf(START), cell, '')).toBeUndefined();
  });
});
