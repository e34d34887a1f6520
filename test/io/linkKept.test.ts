import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog.ts';
import { type Document, modelOf } from '../../src/document/document.ts';
import { save } from '../../src/document/saved.ts';
import type { Saved } from '../../src/document/schema.ts';
import { decodeLink } from '../../src/io/link/link.ts';
import type { Slot } from '../../src/model/content.ts';
import type { Model } from '../../src/model/model.ts';
import { projections } from '../models/projections.ts';

/** A link that somebody may have kept, with what it has to open to. Files are added for a new version, never changed. */
interface KeptLink {
  readonly about: string;
  readonly link: string;
  readonly reading: { readonly lang?: string; readonly money?: string };
  readonly document: Saved;
  readonly values: readonly {
    readonly scenario: string;
    readonly line: string;
    readonly slot: Slot;
    readonly value: number;
  }[];
}

const FILES = import.meta.glob<KeptLink>('../fixtures/links/*.json', { import: 'default', eager: true });
const KEPT = Object.entries(FILES).map(([path, kept]) => ({ name: path.replace(/^.*\//, ''), ...kept }));

describe('links of every version', () => {
  it('are kept, plain and deflated, with lines and models of people’s own', () => {
    expect(KEPT.map(({ name }) => name)).toEqual(['1-deflated.json', '1-lines.json', '1-own.json', '1-plain.json']);
  });

  it.each(KEPT)('open on the numbers that their makers saw: $name', async ({ link, reading, document, values }) => {
    const { load } = loadCatalog();
    const brought = await decodeLink(link, load);
    if ('problem' in brought) throw new Error(brought.problem);
    const { document: opened, shipped, ...how } = brought;
    expect(how).toEqual(reading);
    expect(save(opened, shipped)).toEqual(document);
    const read = projections(sheetOf(opened, shipped));
    // Powers differ in their last bit between machines.
    for (const { scenario, line, slot, value } of values)
      expect(Number(read(scenario, line, slot)) / value).toBeCloseTo(1, 12);
  });
});

const sheetOf = (document: Document, shipped: Model): Model => ({
  ...modelOf(shipped, document),
  scenarios: document.scenarios as Model['scenarios'],
});
