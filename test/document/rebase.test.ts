import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, modelOf, newDocument, type Scenario } from '../../src/document/document.ts';
import { rebase } from '../../src/document/rebase.ts';
import { checkSaved, save } from '../../src/document/saved.ts';
import type { Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { documents } from '../fixtures/documents.ts';
import { NEXT } from '../fixtures/next.ts';
import { resolved } from '../models/shipped.ts';

const OLD = resolved('guangdong');
const fresh = newDocument(OLD);
const own = { kind: 'heading', id: 'own_1', label: { en: 'Mine', zh: '我的' } } as const;

describe('a document of an older version, opened on the model of today', () => {
  it('is a new document of today where nothing was changed in it', () => {
    expect(rebase(fresh, OLD, NEXT)).toEqual(newDocument(NEXT));
  });

  it('keeps what a person changed, and takes the rest from today', () => {
    const [base, levers, ...others] = fresh.scenarios as [Scenario, Scenario, ...Scenario[]];
    const mine: Scenario = {
      ...levers,
      name: 'Mine',
      overrides: { ...levers.overrides, gd_lever_data: { value: 0.01 }, gd_growth: { value: 0.2 } },
    };
    const { scenarios, model } = rebase({ ...fresh, scenarios: [base, mine, ...others] }, OLD, NEXT);
    expect(model).toEqual({ id: 'guangdong', version: 2 });
    expect(scenarios[1]).toEqual({
      ...NEXT.scenarios[1],
      name: 'Mine',
      // The lever that was left alone is as today's ships it.
      overrides: { ...NEXT.scenarios[1]?.overrides, gd_lever_data: { value: 0.01 }, gd_growth: { value: 0.2 } },
    });
    expect(scenarios.at(-1)?.id).toBe('added');
  });

  it('keeps an override that was taken out of a scenario out of it', () => {
    const [base, levers, ...others] = fresh.scenarios as [Scenario, Scenario, ...Scenario[]];
    const { gd_lever_compute: _, ...overrides } = levers.overrides;
    const { scenarios } = rebase({ ...fresh, scenarios: [base, { ...levers, overrides }, ...others] }, OLD, NEXT);
    expect(Object.keys(scenarios[1]?.overrides ?? {})).not.toContain('gd_lever_compute');
  });

  it('has its own lines among those of today, and changed ones as they were changed', () => {
    const changed = { ...OLD.lines[1], label: { en: 'My scale', zh: '我的规模' } } as (typeof OLD.lines)[number];
    const lines = [own, ...OLD.lines.map((line) => (line.id === changed.id ? changed : line))];
    const { lines: now = [] } = rebase({ ...fresh, lines }, OLD, NEXT);
    expect(now.map(({ id }) => id)).toEqual([own.id, ...NEXT.lines.map(({ id }) => id)]);
    expect(now.find(({ id }) => id === changed.id)).toBe(changed);
    expect(now.find(({ id }) => id === 'gd_overlap')).toBe(NEXT.lines.find(({ id }) => id === 'gd_overlap'));
  });

  it('keeps the ranges of its own formulas over the lines that they had', () => {
    const idsOf = (model: Model) => model.lines.filter(({ kind }) => kind === 'series').map(({ id }) => id);
    const [first = '', second = '', third = ''] = idsOf(OLD);
    const formula = `=SUM({${first}}:{${third}})`;
    const sum = { kind: 'series', id: 'own_1', label: own.label, unit: 'index', formula } as const;
    const scenario = { ...(fresh.scenarios[0] as Scenario), overrides: { [first]: { 2030: { formula } } } };
    const before: Document = { ...fresh, lines: [...OLD.lines, sum], scenarios: [scenario] };
    const rebased = (lines: readonly Line[]) => {
      const { lines: now = [], scenarios } = rebase(before, OLD, { ...NEXT, lines, scenarios: [] });
      const line = now.find(({ id }) => id === sum.id);
      return [line?.kind === 'series' && line.formula, scenarios[0]?.overrides[first]?.[2030]];
    };
    const without = `=SUM({${first}}:{${second}})`;
    expect(rebased(OLD.lines.filter(({ id }) => id !== third))).toEqual([without, { formula: without }]);
    expect(rebased(OLD.lines)).toEqual([formula, { formula }]);

    // Where all lines are those of the model, they stand as today's model has them.
    const overrides = { ...before, lines: undefined };
    const [one, other] = [first, third].map((id) => OLD.lines.find((line) => line.id === id) as Line);
    const swapped = OLD.lines.map((line) => (line === one ? other : line === other ? one : line)) as Line[];
    const [now] = rebase(overrides, OLD, { ...NEXT, lines: swapped }).scenarios;
    const kept = swapped.filter(({ id }) => [first, second, third].includes(id)).map(({ id }) => id);
    expect(now?.overrides[first]?.[2030]).toEqual({ formula: `=SUM({${kept[0]}}:{${kept[2]}})` });
  });

  it('is a document that can be kept, whatever a person made', () => {
    fc.assert(
      fc.property(documents(OLD), (document: Document) => {
        const now = rebase(document, OLD, NEXT);
        checkSaved(JSON.parse(JSON.stringify(save(now, NEXT))));
        const ids = modelOf(NEXT, now).lines.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
