import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseSteps } from '../../src/document/base.ts';
import { applyChange } from '../../src/document/change.ts';
import type { OpenModel } from '../../src/document/document.ts';
import { type Document, overrideAt } from '../../src/document/document.ts';
import { setReason } from '../../src/document/overrides.ts';
import { checkSaved, save } from '../../src/document/saved.ts';
import { atOnce } from '../../src/document/steps.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import {
  changed,
  colours,
  contents,
  named,
  overriddenCells,
  SHIPPED,
  START,
  sheetOf,
  withOne,
} from '../fixtures/scenarios.ts';

const makeBase = (sheet: OpenModel, id: string) => atOnce(baseSteps(sheet, id));

describe('another scenario as the base', () => {
  it('leaves what every cell of every scenario holds, and stands first', () => {
    fc.assert(
      fc.property(withOne, ([document, id]) => {
        const change = makeBase(sheetOf(document), id);
        expect(change === undefined).toBe(document.scenarios[0]?.id === id);
        if (!change) return;
        const after = changed(document, change);
        expect(after.scenarios[0]?.id).toBe(id);
        expect(contents(after)).toEqual(contents(document));
        expect(colours(after)).toEqual(colours(document));
        checkSaved(JSON.parse(JSON.stringify(save(after, SHIPPED))));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no override that could be inherited: without any one of them a cell would hold something else', () => {
    fc.assert(
      fc.property(withOne, ([document, id]) => {
        const change = makeBase(sheetOf(document), id);
        if (!change) return;
        const after = changed(document, change);
        const [base, ...others] = after.scenarios;
        expect(Object.values(base?.overrides ?? {}).flatMap(Object.values)).not.toContain('model');
        for (const cell of others.flatMap(overriddenCells)) {
          const inherited = overrideAt(after, { ...cell, scenario: base?.id ?? '' });
          expect(overrideAt(after, cell)).not.toEqual(inherited ?? 'model');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('and the first one again afterwards gives each scenario what it held, where nothing was held in vain', () => {
    fc.assert(
      fc.property(withOne, ([document, id]) => {
        const old = document.scenarios[0]?.id ?? '';
        const lean = makeBase(sheetOf(document), id);
        if (!lean) return;
        const there = changed(document, lean);
        const back = changed(there, makeBase(sheetOf(there), old));
        const again = changed(back, makeBase(sheetOf(back), id));
        const held = (d: Document) => new Map(d.scenarios.map((s) => [s.id, s.overrides]));
        expect(held(again)).toEqual(held(there));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every number of the shipped model, formulas that name scenarios among them', () => {
    const cell = { scenario: 'required', line: 'gd_growth', slot: 'value' as const };
    const formula = '={base!gd_growth}+{levers!gd_growth}';
    const document = applyChange(START, { kind: 'cells', edits: [{ ...cell, content: { formula } }] }).document;
    const rows = document.scenarios.flatMap(({ id }) => SHIPPED.lines.map((line) => ({ scenario: id, line: line.id })));
    const values = ({ scenarios }: Document) => {
      const workbook = new Workbook({ lines: SHIPPED.lines, periods: SHIPPED.periods, scenarios });
      const found = workbook.read(rows).values;
      workbook.destroy();
      return found;
    };
    const after = changed(document, makeBase(sheetOf(document), 'decoupling'));
    expect(values(after)).toEqual(values(document));
  });

  it('takes the reasons along with what they are for', () => {
    const cell = { scenario: 'base', line: 'gd_growth', slot: 'value' as const };
    let document = applyChange(START, { kind: 'cells', edits: [{ ...cell, content: 0.2 }] }).document;
    document = changed(document, setReason(sheetOf(document), cell, 'Plan of 2024'));
    document = changed(document, makeBase(sheetOf(document), 'decoupling'));
    expect(named(document, 'decoupling').reasons).toEqual({ gd_growth: { value: 'Plan of 2024' } });
    expect(named(document, 'base').reasons).toBeUndefined();
    expect(named(document, 'base').overrides.gd_growth).toBeUndefined();
  });
});
