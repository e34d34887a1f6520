import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/document/change.ts';
import { type Document, modelOf, openModel } from '../../src/document/document.ts';
import { restep } from '../../src/document/restep.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { inStep, ordinalOf, parsePeriod, type Step } from '../../src/model/periods.ts';
import { MONTHS, subscriptions } from '../fixtures/subscriptions.ts';

const at = (text: string) => parsePeriod(text)?.ordinal ?? Number.NaN;

/** The subscriptions by months with what is typed in single months of their revenue. */
function typed(overrides: Document['scenarios'][number]['overrides']) {
  const { document, model } = subscriptions();
  const [base, ...others] = document.scenarios;
  if (!base) throw new Error('no base');
  const edited: Document = { ...document, scenarios: [{ ...base, overrides }, ...others] };
  return { sheet: openModel(model, edited), model, document: edited };
}

function stepped(overrides: Document['scenarios'][number]['overrides'], step: Step) {
  const { sheet, model, document } = typed(overrides);
  const found = restep(sheet, step);
  const after = applyChange(document, found.change).document;
  return { ...found, after, model: modelOf(model, after) };
}

describe('periods of another length', () => {
  it('go over the same time, and are actual as far as all of a period was', () => {
    const { model } = stepped({}, 'quarter');
    expect(model.periods).toEqual({ first: at('2026Q1'), last: at('2028Q4'), step: 'quarter' });
    expect(MONTHS.first).toBe(at('2026-01'));
    expect(model.observedUntil).toBe(at('2025Q4'));
    expect(stepped({}, 'year').model.periods).toEqual({ first: 2026, last: 2028 });
  });

  it('join what is typed by the roll-up of its line, and say what could not be', () => {
    const months = (year: number, value: number) =>
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [ordinalOf(year, i + 1, 'month'), value + i]));
    const { after, joined, dropped } = stepped(
      {
        revenue: { ...months(2026, 1), [at('2027-01')]: 5 },
        cash: { [at('2026-12')]: 7, [at('2027-06')]: 8 },
        profit: { [at('2026-03')]: { formula: '={revenue@2026-03}' } },
        price: { value: 50 },
      },
      'year',
    );
    expect(after.scenarios[0]?.overrides).toEqual({
      revenue: { 2026: 78 },
      cash: { 2026: 7 },
      profit: {},
      price: { value: 50 },
    });
    expect([joined, dropped]).toEqual([13, 3]);
  });

  it('divide a sum, repeat all else, and take a formula to the period in which its own ends', () => {
    const { sheet } = typed({});
    const year = restep(sheet, 'year');
    const { document, model } = subscriptions();
    const byYear = applyChange(document, year.change).document;
    const held = {
      revenue: { 2027: 24 },
      cash: { 2026: 9 },
      profit: { 2026: { formula: '={revenue@2027}+{revenue@prev}' } },
    };
    const edited = {
      ...byYear,
      scenarios: byYear.scenarios.map((one, i) => (i === 0 ? { ...one, overrides: held } : one)),
    };
    const back = restep(openModel(model, edited), 'quarter');
    const after = applyChange(edited, back.change).document;
    const quarters = (of: number, value: unknown) =>
      Object.fromEntries([1, 2, 3, 4].map((part) => [ordinalOf(of, part, 'quarter'), value]));
    expect(after.scenarios[0]?.overrides).toEqual({
      revenue: quarters(2027, 6),
      cash: quarters(2026, 9),
      profit: quarters(2026, { formula: '={revenue@2027Q4}+{revenue@prev}' }),
    });
    expect(back.spread).toBe(3);
  });

  it('are those of the year that begins in its own month', () => {
    const { model, document } = subscriptions();
    // The year 2026 goes from April 2025 to March 2026.
    const fiscal = { first: at('2025-04'), last: at('2026-03'), step: 'month' as const, yearStart: 4 };
    const priced = model.lines.map((line) =>
      line.id === 'added' || line.id === 'price' ? { ...line, perPeriod: true as const } : line,
    );
    const typed = { revenue: { [at('2025-06')]: 30 }, cash: { [at('2025-06')]: 7 } };
    const edited = {
      ...document,
      lines: priced,
      periods: fiscal,
      scenarios: document.scenarios.map((one, i) => (i === 0 ? { ...one, overrides: typed } : one)),
    };
    const quarters = restep(openModel(model, edited), 'quarter').change;
    const after = applyChange(edited, quarters).document;
    const byQuarter = modelOf(model, after);
    expect(byQuarter.periods).toEqual({ first: at('2026Q1'), last: at('2026Q4'), step: 'quarter', yearStart: 4 });
    expect(after.scenarios[0]?.overrides.cash).toEqual({ [at('2026Q1')]: 7 });
    // What an input holds in each period is summed as well, or stays.
    expect(byQuarter.lines.find(({ id }) => id === 'added')).toMatchObject({ value: 270 });
    expect(byQuarter.lines.find(({ id }) => id === 'price')).toMatchObject({ value: 49 });
    expect(
      modelOf(model, applyChange(edited, restep(openModel(model, edited), 'year').change).document).periods,
    ).toEqual({
      first: 2026,
      last: 2026,
      yearStart: 4,
    });
    const back = restep(openModel(model, after), 'month').change;
    expect(modelOf(model, applyChange(after, back).document).periods).toEqual(fiscal);
  });

  it('compute: a workbook of each step is built of what comes of it', () => {
    for (const step of ['year', 'half', 'quarter'] as const) {
      const { after, model } = stepped({}, step);
      const workbook = new Workbook({ lines: model.lines, periods: model.periods, scenarios: after.scenarios });
      const { values, notes } = workbook.read([{ scenario: 'base', line: 'customers' }]);
      expect(notes).toEqual([]);
      expect(values[2]).toBeCloseTo(1200 + 90 - 1200 * 0.021, 9);
      workbook.destroy();
    }
    expect(inStep(MONTHS.first, 'month', 'year')).toBe(2026);
  });

  it('take where a series begins and what is its own along', () => {
    const { model, document } = subscriptions();
    const lines = model.lines.map((line) =>
      line.id === 'cash' && line.kind === 'series'
        ? { ...line, start: at('2026-12'), values: { [at('2026-12')]: 3, [at('2027-11')]: 4 } }
        : line,
    );
    const edited = { ...document, lines };
    const { change } = restep(openModel(model, edited), 'year');
    const cash = modelOf(model, applyChange(edited, change).document).lines.find(({ id }) => id === 'cash');
    expect(cash).toMatchObject({ start: 2026, values: { 2026: 3 } });
  });
});
