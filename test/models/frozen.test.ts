import { describe, expect, it } from 'vitest';
import { loadCatalog, UnknownModel } from '../../src/catalog.ts';
import { newDocument } from '../../src/document/document.ts';
import { checkSaved, restore, save } from '../../src/document/saved.ts';
import { resolveModel } from '../../src/evidence/resolve.ts';
import { checkModel } from '../../src/model/check.ts';
import type { Model } from '../../src/model/model.ts';
import { RESOLVED, SEEDS } from './shipped.ts';

const FILES = import.meta.glob<Model>('../../models/frozen/*.json', { import: 'default', eager: true });
const frozen = Object.entries(FILES).map(([path, model]) => ({ name: path.replace(/^.*\//, ''), model }));

describe('the models as they were shipped', () => {
  it.each(RESOLVED)('hold $id as it is: where it differs, raise its version and run `npm run freeze`', (model) => {
    const kept = frozen.find(({ name }) => name === `${model.id}-${model.version}.json`);
    expect(JSON.parse(JSON.stringify(model))).toEqual(kept?.model);
  });

  it('have every version from the first on, so that every link still finds its lines', () => {
    const wanted = RESOLVED.flatMap(({ id, version }) =>
      Array.from({ length: version }, (_, i) => `${id}-${i + 1}.json`),
    );
    expect(frozen.map(({ name }) => name).sort()).toEqual(wanted.sort());
  });

  it.each(frozen)('stand up to the checks of today: $name', ({ name, model }) => {
    expect(`${model.id}-${model.version}.json`).toBe(name);
    expect(checkModel(model)).toEqual([]);
    const document = newDocument(model);
    expect(restore(checkSaved(save(document, model)), model)).toEqual(document);
    // The figures that they cite are still there to be read about, whatever value they have today.
    expect(resolveModel(model, SEEDS.figures).lines.length).toBe(model.lines.length);
  });

  it('are found by the catalog, and one of a newer version is not taken for a broken one', async () => {
    const { load, first } = loadCatalog();
    expect(await load('guangdong', 1)).toBe(first);
    expect((await load('shanghai', 1)).id).toBe('shanghai');
    await expect(load('guangdong', 99)).rejects.toThrow(UnknownModel);
    await expect(load('mars')).rejects.toThrow(UnknownModel);
    await expect(load('__proto__', 1)).rejects.toThrow(UnknownModel);
  });

  it('are loaded for a version of before', async () => {
    const { frozen: load } = await import('../../models/frozen/index.ts');
    expect((await load('china', 1))?.lines.length).toBe(RESOLVED[1]?.lines.length);
    expect(await load('china', 0)).toBeUndefined();
  });
});
