import { describe, expect, it } from 'vitest';
import { newDocument } from '../../../src/document/document.ts';
import { ownModel } from '../../../src/document/saved.ts';
import type { OwnModel } from '../../../src/document/schema.ts';
import { ordinalOf, type Periods, periodsOf } from '../../../src/model/periods.ts';
import { actualsOf } from '../../../src/state/insight/actuals.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';

const both = (text: string) => ({ en: text, zh: text });
const series = (id: string, formula: string, values: Record<string, number> = {}) =>
  ({ kind: 'series', id, label: both(id), unit: '', formula, values }) as const;

/** A model of a person's own, and the scenario that sets one of its actual cells. */
function open(
  periods: Periods,
  observedUntil: number,
  typed: Record<string, number>,
  set: Record<string, number> = {},
) {
  const { workspace } = openCommandApp();
  const kept = {
    name: both('Plan'),
    about: both(''),
    periods,
    observedUntil,
    lines: [
      series('sales', '={sales@prev}*1.1', typed),
      series('margin', '={sales}/2'),
      { kind: 'input', id: 'table', label: both('table'), unit: '', perPeriod: true },
      { kind: 'input', id: 'rate', label: both('rate'), unit: '', perPeriod: true, value: 0.1 },
    ],
    charts: ['sales'],
  } as unknown as OwnModel;
  const held = Object.fromEntries(periodsOf(periods).map((slot) => [slot, 5]));
  const scenario = (id: string, overrides: object) => ({ id, name: id, note: '', overrides }) as never;
  const model = ownModel('own-plan', kept, [scenario('base', { table: held }), scenario('s1', { sales: set })]);
  workspace.show(model, { ...newDocument(model), own: model });
  return (line: string, scenario = 'base', byYear = false) => [...actualsOf(workspace, scenario, line, byYear)];
}

describe('what is drawn as observed of a line of one’s own', () => {
  const years = { first: 2022, last: 2026 };
  const typed = { 2022: 10, 2023: 12, 2024: 13 };

  it('are the numbers that are typed up to the boundary, and nothing that a formula gives', () => {
    const actual = open(years, 2024, typed);
    expect(actual('sales')).toEqual([2022, 2023, 2024]);
    expect(actual('margin')).toEqual([]);
    expect(open(years, 2023, typed)('sales')).toEqual([2022, 2023]);
  });

  it('a table’s numbers up to there too; one rate for all periods is assumed', () => {
    const actual = open(years, 2024, typed);
    expect(actual('table')).toEqual([2022, 2023, 2024]);
    expect(actual('rate')).toEqual([]);
  });

  it('not where a scenario sets another number', () => {
    expect(open(years, 2024, typed, { 2023: 99 })('sales', 's1')).toEqual([2022, 2024]);
  });

  it('a year is observed where all of its periods are', () => {
    const first = ordinalOf(2022, 1, 'quarter');
    const quarters = { first, last: first + 11, step: 'quarter' } as const;
    const six = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [first + i, i + 1]));
    expect(open(quarters, first + 5, six)('sales', 'base', true)).toEqual([2022]);
  });

  it('nothing of a model that ships: its facts are figures with their sources', () => {
    const { workspace } = openCommandApp();
    for (const { id } of workspace.model().lines) expect(actualsOf(workspace, 'base', id).size).toBe(0);
  });
});
