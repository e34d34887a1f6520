import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputsFeeding, leanSpec } from '../../src/analysis/feeds.ts';
import type { WorkbookSpec } from '../../src/engine/port.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { CellRef, Content } from '../../src/model/content.ts';
import { hasPeriods } from '../../src/model/line.ts';
import { periodsOf } from '../../src/model/periods.ts';
import { SCENARIOS, SPEC } from '../fixtures/small.ts';
import { RESOLVED, resolved, values } from '../models/shipped.ts';

/** What a cell holds in a workbook: a number, else the notes of its row. */
function valueIn(spec: WorkbookSpec, { scenario, line, slot }: CellRef) {
  const workbook = new Workbook(spec);
  const { values: row, notes } = workbook.read([{ scenario, line }]);
  workbook.destroy();
  const place = slot === 'value' ? 0 : 1 + slot - spec.periods.first;
  return Number.isNaN(row[place]) ? (notes.find(([at]) => at === place)?.[1] ?? '') : row[place];
}

/** The small workbook with one cell of the base set. */
const withCell = (line: string, slot: string, content: Content): WorkbookSpec => ({
  ...SPEC,
  scenarios: SCENARIOS.map((s) => (s.id === 'base' ? { ...s, overrides: { [line]: { [slot]: content } } } : s)),
});

describe('the part of a workbook that a result needs', () => {
  const cells = RESOLVED.flatMap((model) =>
    model.scenarios.flatMap(({ id: scenario }) =>
      model.lines.flatMap((line) =>
        line.kind === 'heading'
          ? []
          : (hasPeriods(line) ? periodsOf(model.periods) : (['value'] as const)).map((slot) => ({
              model: model.id,
              cell: { scenario, line: line.id, slot },
            })),
      ),
    ),
  );

  it('computes every cell of the shipped models as the whole does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cells), ({ model, cell }) => {
        const lean = leanSpec(resolved(model), [cell], [cell.scenario]);
        expect(valueIn(lean, cell)).toBe(values(model)(cell.scenario, cell.line, cell.slot));
      }),
      { numRuns: 40 },
    );
  });

  it('is small: a trial must not wait for lines that say nothing of its result', () => {
    const lean = leanSpec(resolved('guangdong'), [{ line: 'gd_scale', slot: 2025 }], ['levers']);
    expect(lean.lines.length).toBeLessThan(resolved('guangdong').lines.length / 2);
    expect(lean.periods.last).toBe(2025);
    expect(lean.scenarios.map(({ id }) => id)).toEqual(['base', 'levers']);
  });

  it.each([
    ['the next year', '={scale@prev}+{extra@+1}', 2024, 2025],
    ['a later year', '={extra@2025}', 2023, 2025],
    ['all years', '=SUM({extra@all})', 2023, 2025],
    ['the last year', '={extra@last}', 2023, 2025],
  ])('keeps the years that a formula names: %s', (_name, formula, slot, last) => {
    const spec = withCell('scale', String(slot), { formula });
    const cell = { scenario: 'fast', line: 'scale', slot };
    const lean = leanSpec(spec, [cell], ['fast']);
    expect(lean.periods.last).toBe(last);
    expect(valueIn(lean, cell)).toEqual(valueIn(spec, cell));
  });

  it('keeps a scenario that a formula names, and the lines between the ends of a range', () => {
    const other = withCell('extra', '2024', { formula: '={slow!scale@2023}' });
    const cell = { scenario: 'fast', line: 'scale', slot: 2025 };
    expect(leanSpec(other, [cell], ['fast']).scenarios.map(({ id }) => id)).toEqual(['base', 'fast', 'slow']);
    const ranged = withCell('total', 'value', { formula: '=SUM({growth}:{scale@2025})' });
    const total = { scenario: 'base', line: 'total', slot: 'value' } as const;
    expect(leanSpec(ranged, [total], []).lines.map(({ id }) => id)).toEqual(SPEC.lines.map(({ id }) => id));
    expect(valueIn(leanSpec(ranged, [total], []), total)).toBe(valueIn(ranged, total));
  });

  it('is the whole where a formula reaches cells by their place', () => {
    const spec = withCell('total', 'value', { formula: '=SUM(OFFSET({growth},1,0))+ROW({start})' });
    const cell = { scenario: 'base', line: 'total', slot: 'value' } as const;
    expect(leanSpec(spec, [cell], [])).toBe(spec);
    expect(inputsFeeding(spec, cell).length).toBe(6);
  });
});

describe('the inputs that feed a result', () => {
  const feeding = (model: string, cell: CellRef) => inputsFeeding(resolved(model), cell).map(({ line }) => line);

  it('are those that can change it, by the year', () => {
    expect(feeding('guangdong', { scenario: 'base', line: 'gd_scale', slot: 2022 })).toEqual(['gd_scale_2022']);
    const later = feeding('guangdong', { scenario: 'base', line: 'gd_scale', slot: 2025 });
    expect(later).toContain('gd_growth');
    expect(later).toContain('gd_shock_depth');
    expect(later).not.toContain('gd_firms_growth');
    expect(later).not.toContain('gd_target_2027');
  });

  it('are all that do change it, of every shipped model', () => {
    const results = RESOLVED.map((model) => ({ model, cell: { line: model.answer.line, slot: 2030 } }));
    for (const { model, cell } of results) {
      const scenario = model.scenarios[0]?.id ?? '';
      const told = feeding(model.id, { scenario, ...cell });
      const workbook = new Workbook(model);
      const read = () => workbook.read([{ scenario, line: cell.line }]).values[1 + 2030 - model.periods.first];
      const before = read();
      for (const line of model.lines) {
        if (line.kind !== 'input' || line.value === undefined) continue;
        workbook.apply([{ scenario, line: line.id, slot: 'value', content: line.value * 1.01 + 0.001 }]);
        if (!Object.is(read(), before)) expect(told).toContain(line.id);
        workbook.apply([{ scenario, line: line.id, slot: 'value', content: undefined }]);
      }
      workbook.destroy();
    }
  });
});
