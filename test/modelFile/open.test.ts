import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { save } from '../../src/document/saved.ts';
import { EXPORTING } from '../../src/i18n/exporting.ts';
import { CsvService } from '../../src/io/csv/service.ts';
import { decodeLink, encodeLink } from '../../src/io/link/link.ts';
import type { CommandApp } from '../../src/state/commands/command.ts';
import { exportModel } from '../../src/state/exporting/modelFile.ts';
import { takeDocument } from '../../src/state/importing/importing.ts';
import { ask } from '../../src/state/whatIf/asked.ts';
import { openCommandApp } from '../fixtures/commandApp.ts';
import { SUBSCRIPTIONS } from '../fixtures/modelFiles.ts';
import { worked } from '../fixtures/subscriptions.ts';
import { runs } from '../runs.ts';

const read = (text: string, form: 'yaml' | 'json' = 'yaml') =>
  new CsvService().answer({ kind: 'document', file: new Blob([text]), form });

async function open(text: string) {
  const app = openCommandApp();
  const { document, failure } = await read(text);
  if (!document) throw new Error(JSON.stringify(failure));
  await takeDocument(app, document);
  return app;
}

/** As the page exports, with what its worker does. */
const exported = (app: CommandApp) =>
  exportModel(app, async (printed) => (await new CsvService().answer({ kind: 'print', printed })).text ?? '');

const failureOf = async (text: string, form?: 'json') => (await read(text, form)).failure;

describe('a model file that is opened', () => {
  it('goes out with what is uncertain in it, also once that was changed', async () => {
    const text = SUBSCRIPTIONS.replace('range: 0.5..6 by 0.1,', 'range: 0.5..6 by 0.1, uncertain: pert,');
    expect(text).not.toBe(SUBSCRIPTIONS);
    const app = await open(text);
    expect((await exported(app)).text).toBe(text);
    ask(app.workspace, { draws: { runs: 500, seed: 3 } });
    const { document } = await read((await exported(app)).text);
    expect(document?.whatIf).toMatchObject({
      draws: { runs: 500, seed: 3 },
      uncertain: { churn: { shape: { low: 0.005 } } },
    });
  });

  it('says how much of what is asked has no place in its file any more', async () => {
    const app = await open(SUBSCRIPTIONS);
    const pert = { shape: { kind: 'pert', low: 0.01, high: 0.05 } } as const;
    ask(app.workspace, {
      uncertain: { churn: pert, gone: pert, revenue: pert },
      correlations: [
        { lines: ['churn', 'price'], rank: 0.5 },
        { lines: ['churn', 'gone'], rank: 0.5 },
      ],
      futures: { line: 'cash', slot: 12 * 2028 + 11 },
      tornado: { line: 'gone', slot: 'value' },
      table: {
        inputs: [{ line: 'gone', slot: 'value', low: 1, high: 2, steps: 3 }],
        results: [{ line: 'cash', slot: 12 * 2028 + 11 }],
      },
    });
    const { left } = await exported(app);
    expect(left).toEqual({ values: 0, distributions: 2, correlations: 1, questions: 3 });
    expect(EXPORTING.en.leftOut(left)).toBe(
      'The file is saved without 2 distributions, 1 correlation, 3 questions of lines or periods that are gone, or of what can’t be drawn. This document keeps them.',
    );
    expect(EXPORTING.zh.leftOut({ ...left, values: 2, correlations: 0 })).toBe(
      '文件已保存，但不含模型期间以外的2个数值。这些数值仍在本文档中，延长期间后即可导出。文件也不含2项概率分布、3项设问，因所涉指标或期间已不存在，或无法抽样；这些内容仍保留在本文档中。',
    );
  });

  it('is a model of one’s own, by months, with the numbers worked out by hand in each scenario', async () => {
    const { workspace } = await open(SUBSCRIPTIONS);
    for (const [scenario, how] of [
      ['base', {}],
      ['rise', { price: 59, churn: 0.026 }],
    ] as const) {
      const { customers = [], revenue = [], cash = [] } = worked(how);
      for (const [line, expected] of Object.entries({ customers, revenue, cash })) {
        const { values } = await workspace.engine.read([{ scenario, line }]);
        for (const [i, value] of expected.entries())
          expect(Math.abs((values[i + 1] ?? Number.NaN) / value - 1), `${line} ${i}`).toBeLessThan(1e-12);
      }
    }
    expect(workspace.model()).toMatchObject({
      currency: 'EUR',
      slug: 'subscriptions',
      answer: { line: 'revenue', target: 'arr_2028' },
      warnings: [{ check: 'runs_out', at: 'cash', text: { en: 'Cash runs out' } }],
    });
    expect(workspace.document().figures).toMatchObject([{ id: 'arr_2028', period: '2028', value: 2_000_000 }]);
  });

  it('takes the place of what was open, and no step of undo leads out of it', async () => {
    const app = await open(SUBSCRIPTIONS);
    expect(app.workspace.undo()).toBe(false);
    const cell = { scenario: 'base', line: 'price', slot: 'value' as const };
    app.workspace.dispatch({ kind: 'cells', edits: [{ ...cell, content: 50 }] });
    expect(app.workspace.undo()).toBe(true);
    expect((await exported(app)).text).toBe(SUBSCRIPTIONS);
  });

  it('is exported to the letter as long as nothing was changed, and with the change and all else where something was', async () => {
    const app = await open(SUBSCRIPTIONS);
    expect(await exported(app)).toMatchObject({ name: 'Subscriptions.yaml', text: SUBSCRIPTIONS });
    app.workspace.dispatch({
      kind: 'cells',
      edits: [{ scenario: 'rise', line: 'churn', slot: 'value', content: 0.03 }],
    });
    const { text } = await exported(app);
    expect(text).toContain('churn: 3 %');
    expect(text).toContain('# or {en: …, zh: …}');
    const back = await open(text);
    expect(save(back.workspace.document(), back.workspace.shipped()).scenarios).toEqual(
      save(app.workspace.document(), app.workspace.shipped()).scenarios,
    );
  });

  it('keeps in a link all that it declares', async () => {
    const { workspace } = await open(SUBSCRIPTIONS);
    const link = await encodeLink(workspace.document(), workspace.shipped(), {});
    expect(link).toMatch(/^#2\./);
    const brought = await decodeLink(link, async () => undefined);
    if ('problem' in brought) throw new Error(brought.problem);
    const { source: _, ...declared } = workspace.model();
    expect(brought.shipped).toEqual(declared);
    expect(brought.document.figures).toEqual(workspace.document().figures);
  });

  it('may be JSON of the same shape', async () => {
    const lines = { a: { value: '2.1 %' }, b: { formula: '{b@prev}+{a}', first: '5 firms' } };
    const json = JSON.stringify({ foresheet: 1, name: 'A "\u2028', time: '2022..2024', lines }, null, '\t');
    const app = await (async () => {
      const made = openCommandApp();
      const { document } = await read(json, 'json');
      if (document) await takeDocument(made, document);
      return made;
    })();
    expect(app.workspace.model().lines).toMatchObject([{ value: 0.021 }, { first: '=5', formula: '={b@prev}+{a}' }]);
    expect(await exported(app)).toMatchObject({ name: 'A.json', text: json });
  });

  it('that is no model, or no JSON, changes nothing and says so', async () => {
    expect(await failureOf('hello')).toMatchObject({ kind: 'model', problems: [{ kind: 'foreign' }] });
    expect(await failureOf('{"foresheet": 1}', 'json')).toMatchObject({ kind: 'model' });
    expect(await failureOf('{"foresheet": 1', 'json')).toMatchObject({ problems: [{ kind: 'yaml', line: 1 }] });
    expect(await failureOf('{"a": 1', 'json')).toEqual({ kind: 'noJson' });
    expect(await failureOf('{"a": 1}', 'json')).toEqual({ kind: 'foreign' });
  });
});

describe('a model whose parts are gone', () => {
  const MODEL = `foresheet: 1
name: Plan
time: 2026..2030
observed_until: 2025
lines:
  price: {value: 5 EUR, range: 1..9, basis: [f]}
  share: {figure: g}
  sold: {formula: "{price}*2", values: {2026: 3, 2029: 4}, unit: EUR}
  more: {formula: "{sold}", unit: EUR}
  bad: {check: "{price} > 3", at: sold, text: Dear}
scenarios:
  up: {set: {price: 6 EUR, sold: {2029: 7 EUR}}}
figures:
  f: {variable: x, period: 2024, value: 5, unit: EUR, kind: observed, reported: 2024, source: us}
  g: {variable: x, period: 2024, value: 15, unit: "%", kind: observed, reported: 2024, source: us}
sources:
  us: {publisher: Us, date: 2024, grade: A}
targets:
  t: {line: sold, in: 2030, value: 9 EUR, source: Us, date: 2024}
charts:
  - {lines: [sold, more]}
answer: {line: more, target: t, terms: {a: {cell: more@2030, format: amount}}, clauses: [{text: "{a}"}]}
`;

  it('is exported as a file that opens, whatever it named of them', async () => {
    const { workspace } = await open(MODEL);
    const ids = workspace.model().lines.map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(['price', 'share', 'sold', 'more', 'bad']),
        fc.subarray(['f', 'g', 't']),
        fc.integer({ min: 2020, max: 2030 }),
        fc.nat({ max: 3 }),
        async (gone, figures, first, length) => {
          const app = await open(MODEL);
          const { lines } = app.workspace.model();
          const left = (app.workspace.document().figures ?? []).filter(({ id }) => !figures.includes(id));
          app.workspace.dispatch({
            kind: 'structure',
            parts: {
              lines: lines.filter(({ id, kind }) => !gone.includes(id) || (kind === 'series' && id === 'more')),
              periods: { first, last: first + length },
              figures: left.length > 0 ? left : undefined,
            },
          });
          // What a formula names stays needed.
          if (gone.includes('sold') || gone.includes('price')) return;
          const { text, left: out } = await exported(app);
          const read = await new CsvService().answer({ kind: 'document', file: new Blob([text]), form: 'yaml' });
          expect(read.failure).toBeUndefined();
          expect(out.values).toBe([2026, 2029, 2029].filter((year) => year < first || year > first + length).length);
        },
      ),
      runs(40, 500),
    );
    expect(ids).toHaveLength(5);
  });
});

describe('the model that ships', () => {
  it('is exported as a file that opens on the same numbers', async () => {
    const app = openCommandApp();
    const { lines, scenarios } = app.workspace.catalog.first;
    const { text, name } = await exported(app);
    expect(name).toBe('Guangdong AI hub.yaml');
    const back = await open(text);
    const rows = scenarios.flatMap(({ id }) => lines.map((line) => ({ scenario: id, line: line.id })));
    const [was, is] = await Promise.all([app.workspace.engine.read(rows), back.workspace.engine.read(rows)]);
    expect(is.values).toEqual(was.values);
    const { id: _, version: __, slug, source: ___, ...model } = back.workspace.model();
    const { id, version: ____, scenarios: _____, ...shipped } = app.workspace.model();
    expect(slug).toBe(id);
    expect(model).toMatchObject(JSON.parse(JSON.stringify(shipped)));
  });
});
