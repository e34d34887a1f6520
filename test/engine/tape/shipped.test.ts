import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../src/catalog.ts';
import { newDocument } from '../../../src/document/document.ts';
import type { Model } from '../../../src/model/model.ts';
import { loadTemplate, TEMPLATES } from '../../../src/templates.ts';
import { runs } from '../../runs.ts';
import { Agreement, inputsOf, resultsOf } from './agree.ts';

/** A question that is asked of a shipped model is answered with the numbers that the sheet would show. */

const catalog = loadCatalog();
const MODELS = [
  ...catalog.entries.map(({ id }) => ({ id, load: async (): Promise<Model> => catalog.load(id) })),
  ...TEMPLATES.map(({ id }) => ({ id, load: async (): Promise<Model> => (await loadTemplate(id)).model })),
];

/** Lines that no tape can hold: a search through an array of truths. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = { project: ['back'] };

describe.each(MODELS)('the tape of $id', ({ id: model, load }) => {
  it('gives every number of every scenario as the workbook does, to the bit, whatever its inputs are', async () => {
    const read = await load();
    const { lines, periods } = read;
    const { scenarios } = newDocument(read);
    const spec = { lines, periods, scenarios };
    for (const { id } of scenarios) {
      const results = resultsOf(spec, id).filter(({ line }) => !WITHOUT[model]?.includes(line));
      const agreement = new Agreement(spec, inputsOf(spec, id), results);
      const factors = fc.array(fc.array(fc.double({ min: -2, max: 3, noNaN: true }), { minLength: 1, maxLength: 7 }), {
        minLength: 3,
        maxLength: 3,
      });
      fc.assert(
        fc.property(factors, (settings) => agreement.check(settings)),
        runs(3, 60),
      );
    }
    expect(scenarios.length).toBeGreaterThan(0);
  });
});
