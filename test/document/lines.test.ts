import { describe, expect, it } from 'vitest';
import { applyChange, type Change } from '../../src/document/change.ts';
import type { OpenModel } from '../../src/document/document.ts';
import { type Document, modelOf, newDocument } from '../../src/document/document.ts';
import { freshId } from '../../src/document/lineIds.ts';
import { deleteLines, duplicateLines, insertLines, moveLines, usersOf } from '../../src/document/lines.ts';
import { leaningLines, periodSteps, type ReadValue } from '../../src/document/periods.ts';
import { atOnce } from '../../src/document/steps.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { Model, Periods } from '../../src/model/model.ts';
import { RESOLVED } from '../models/shipped.ts';

const SHIPPED = RESOLVED[0] as Model;
const sheetOf = (document: Document) => ({ document, model: modelOf(SHIPPED, document) });
const START = newDocument(SHIPPED);

/** The document after a change that must be there, and the values that a workbook gives it. */
function changed(change: Change | undefined, from = START) {
  expect(change).toBeDefined();
  const { document, inverse } = applyChange(from, change as Change);
  expect(applyChange(document, inverse).document).toEqual(from);
  return document;
}
function value(document: Document, line: string, year: number, scenario = 'base'): number | undefined {
  const { lines, periods } = modelOf(SHIPPED, document);
  const workbook = new Workbook({ lines, periods, scenarios: document.scenarios });
  const { values } = workbook.read([{ scenario, line }]);
  workbook.destroy();
  return values[1 + year - periods.first];
}

describe('lines', () => {
  it('put in above others leave every number as it was, since formulas name lines and not addresses', () => {
    const id = freshId(SHIPPED.lines);
    const line = { kind: 'heading' as const, id, label: { en: 'Mine', zh: '自拟' } };
    const document = changed(insertLines(sheetOf(START), 1, [line]));
    expect(modelOf(SHIPPED, document).lines[1]?.id).toBe(id);
    expect(value(document, 'gd_scale', 2025)).toBeCloseTo(229.92, 2);
  });

  it('moved elsewhere leave every number as it was', () => {
    const document = changed(moveLines(sheetOf(START), ['gd_scale', 'gd_gap'], SHIPPED.lines.length));
    const ids = modelOf(SHIPPED, document).lines.map(({ id }) => id);
    expect(ids.slice(-2)).toEqual(['gd_scale', 'gd_gap']);
    expect(value(document, 'gd_scale', 2025, 'levers')).toBeCloseTo(260.28, 2);
  });

  it('duplicated go on by themselves: the copy counts from its own year before', () => {
    const document = changed(duplicateLines(sheetOf(START), ['gd_scale'], () => ({ en: 'Copy', zh: '副本' })));
    const { lines } = modelOf(SHIPPED, document);
    const copy = lines[lines.findIndex(({ id }) => id === 'gd_scale') + 1];
    expect(copy).toMatchObject({ id: 'own_1', formula: expect.stringContaining('{own_1@prev}') });
    expect(value(document, 'own_1', 2025)).toBeCloseTo(229.92, 2);
  });

  it('deleted are named before by the lines that use them, and their cells are errors after', () => {
    const sheet = sheetOf(START);
    expect(usersOf(sheet, ['gd_growth'])).not.toEqual([]);
    const document = changed(deleteLines(sheet, ['gd_growth']));
    expect(Number.isNaN(value(document, 'gd_scale', 2025))).toBe(true);
    expect(document.scenarios.every(({ overrides }) => overrides.gd_growth === undefined)).toBe(true);
  });
});

const setPeriods = (sheet: OpenModel, periods: Periods, read: ReadValue) => atOnce(periodSteps(sheet, periods, read));

describe('periods', () => {
  const none = () => undefined;

  it('that reach further on let every formula go on', () => {
    const document = changed(setPeriods(sheetOf(START), { first: 2022, last: 2040 }, none));
    expect(value(document, 'gd_scale', 2035)).toBeCloseTo(684.03, 2);
    expect(value(document, 'gd_scale', 2040)).toBeGreaterThan(684.03);
  });

  it('that reach further back leave what was given in its year, and the years before it empty', () => {
    const document = changed(setPeriods(sheetOf(START), { first: 2018, last: 2035 }, none));
    expect(value(document, 'gd_scale', 2025)).toBeCloseTo(229.92, 2);
    expect(Number.isNaN(value(document, 'gd_scale', 2021))).toBe(true);
    // What asks for the first value of a line finds it where the line begins.
    expect(value(document, 'gd_required_path', 2025)).toBeCloseTo(300, 9);
  });

  it('that begin later keep the numbers that no formula can reach any more', () => {
    const sheet = sheetOf(START);
    const periods = { first: 2024, last: 2035 };
    expect(leaningLines(sheet, periods).map(({ id }) => id)).toContain('gd_scale');
    const document = changed(setPeriods(sheet, periods, (scenario, line) => value(START, line, 2024, scenario)));
    for (const scenario of ['base', 'levers', 'decoupling'])
      expect(value(document, 'gd_scale', 2030, scenario)).toBeCloseTo(value(START, 'gd_scale', 2030, scenario) ?? 0, 6);
  });
});
