import { describe, expect, it } from 'vitest';
import { save } from '../../src/document/saved.ts';
import { CsvService } from '../../src/io/csv/service.ts';
import { decodeLink, encodeLink } from '../../src/io/link/link.ts';
import { exportModel } from '../../src/state/exporting/modelFile.ts';
import { takeDocument } from '../../src/state/importing/importing.ts';
import { openCommandApp } from '../fixtures/commandApp.ts';
import { SUBSCRIPTIONS } from '../fixtures/modelFiles.ts';
import { worked } from '../fixtures/subscriptions.ts';

const read = (text: string, form: 'yaml' | 'json' = 'yaml') =>
  new CsvService().answer({ kind: 'document', file: new Blob([text]), form });

async function open(text: string) {
  const app = openCommandApp();
  const { document, failure } = await read(text);
  if (!document) throw new Error(JSON.stringify(failure));
  await takeDocument(app, document);
  return app;
}

const failureOf = async (text: string, form?: 'json') => (await read(text, form)).failure;

describe('a model file that is opened', () => {
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
    expect(exportModel(app).text).toBe(SUBSCRIPTIONS);
  });

  it('is exported to the letter as long as nothing was changed, and with the change and all else where something was', async () => {
    const app = await open(SUBSCRIPTIONS);
    expect(exportModel(app)).toEqual({ name: 'Subscriptions.yaml', text: SUBSCRIPTIONS });
    app.workspace.dispatch({
      kind: 'cells',
      edits: [{ scenario: 'rise', line: 'churn', slot: 'value', content: 0.03 }],
    });
    const { text } = exportModel(app);
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
    expect(exportModel(app)).toEqual({ name: 'A.json', text: json });
  });

  it('that is no model, or no JSON, changes nothing and says so', async () => {
    expect(await failureOf('hello')).toMatchObject({ kind: 'model', problems: [{ kind: 'foreign' }] });
    expect(await failureOf('{"foresheet": 1}', 'json')).toMatchObject({ kind: 'model' });
    expect(await failureOf('{"foresheet": 1', 'json')).toMatchObject({ problems: [{ kind: 'yaml', line: 1 }] });
    expect(await failureOf('{"a": 1', 'json')).toEqual({ kind: 'noJson' });
    expect(await failureOf('{"a": 1}', 'json')).toEqual({ kind: 'foreign' });
  });
});

describe('the model that ships', () => {
  it('is exported as a file that opens on the same numbers', async () => {
    const app = openCommandApp();
    const { lines, scenarios } = app.workspace.catalog.first;
    const { text, name } = exportModel(app);
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
