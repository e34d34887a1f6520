import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDocument } from '../../src/document/document.ts';
import { NotADocument, NotYetKnown, parseSaved, restore, save } from '../../src/document/saved.ts';
import { savedText, textsAhead } from '../../src/document/savedText.ts';
import type { Model } from '../../src/model/model.ts';
import { documents } from '../fixtures/documents.ts';
import { ownDocument } from '../fixtures/own.ts';
import { quickestOfEach } from '../fixtures/quickest.ts';
import { MONTHS, subscriptions } from '../fixtures/subscriptions.ts';
import { RESOLVED } from '../models/shipped.ts';
import { runs } from '../runs.ts';

const GUANGDONG = RESOLVED[0] as Model;
const text = JSON.stringify(save(newDocument(GUANGDONG), GUANGDONG));
const refusal = (json: string) => {
  try {
    parseSaved(json);
    return 'taken';
  } catch (error) {
    return error instanceof NotADocument ? error.message : String(error);
  }
};

describe('a kept document', () => {
  it('comes back as it was, whatever a person made', () => {
    fc.assert(
      fc.property(documents(GUANGDONG), (document) => {
        const kept = savedText(document, GUANGDONG);
        expect(kept).toBe(JSON.stringify(save(document, GUANGDONG)));
        expect(restore(parseSaved(kept), GUANGDONG)).toEqual(document);
      }),
      runs(150, 1_500),
    );
  });

  it('is the same where its text was made ahead, also with a model of its own', () => {
    const own = ownDocument();
    const samples = fc.sample(documents(GUANGDONG), 20).map((document) => ({ document, model: GUANGDONG }));
    for (const { document, model } of [own, ...samples, own]) {
      for (const _ of textsAhead(document));
      expect(savedText(document, model)).toBe(JSON.stringify(save(document, model)));
    }
  });

  it('is put into words in no time where the model has a file of some MB, and months of values: only the first time', async () => {
    const { document, model: small } = subscriptions();
    const values = Object.fromEntries(Array.from({ length: 36 }, (_, i) => [MONTHS.first + i, i / 8]));
    const lines = [
      ...small.lines,
      ...Array.from({ length: 500 }, (_, i) => {
        const id = `known_${i}`;
        return { kind: 'series' as const, id, label: { en: id, zh: id }, unit: 'EUR', formula: '', values };
      }),
    ];
    const source = 'foresheet: 1 # "as it came"\n'.repeat(150_000);
    const model = { ...small, lines, source };
    const own = { ...document, own: model };
    for (const _ of textsAhead(own));
    expect(savedText(own, model)).toBe(JSON.stringify(save(own, model)));
    const [again, alone] = await quickestOfEach(
      () => savedText({ ...own }, model),
      () => JSON.stringify(source),
    );
    expect(again).toBeLessThan(alone ?? 0);
  });

  it('holds shipped lines by their ids alone, so that it stays small', () => {
    const all = { ...newDocument(GUANGDONG), lines: GUANGDONG.lines };
    expect(save(all, GUANGDONG).lines).toEqual(GUANGDONG.lines.map(({ id }) => id));
  });

  it.each([
    ['{', 'this is no JSON'],
    ['{}', 'format'],
    [text.replace('"overrides":{}', '"overrides":{"__proto__":{"value":1}}'), '__proto__'],
    [text.replace('"overrides":{}', '"overrides":{"constructor":{"value":1}}'), 'constructor'],
    [text.replace('"overrides":{}', '"overrides":{"gd_growth":{"value":1e400}}'), 'scenarios.0.overrides.gd_growth'],
    [text.replace('"overrides":{}', '"overrides":{"gd_growth":{"-1":1}}'), 'scenarios.0.overrides.gd_growth'],
    [text.replace('"format":1', '"format":1,"extra":2'), 'extra'],
    [text.replace('"id":"base"', '"id":"levers"'), 'scenarios.1.id: the id "levers" stands twice'],
  ])('refuses what is none, and says where it is wrong: %#', (json, where) => {
    expect(refusal(json)).toContain(where);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('of a newer version is refused as such', () => {
    expect(() => parseSaved(text.replace('"format":1', '"format":3'))).toThrow(NotYetKnown);
  });
});
