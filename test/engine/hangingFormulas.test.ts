import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/document/change.ts';
import { type Document, modelOf, newDocument } from '../../src/document/document.ts';
import { asTexts, findHangingFormulas, suspectsOf } from '../../src/engine/hangingFormulas.ts';
import { EngineStopped, type WorkbookSpec } from '../../src/engine/port.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { Model } from '../../src/model/model.ts';
import { ownDocument } from '../fixtures/own.ts';
import { RESOLVED } from '../models/shipped.ts';

const MODEL = RESOLVED[0] as Model;
/** A formula that never ends, as far as this engine is concerned. */
const BOMB = '=SUM(99,1,1)';

/** An engine that stops where a bomb is to be calculated; in quotes it is a text. */
function engine() {
  const built: string[] = [];
  return {
    built,
    build: async (spec: WorkbookSpec) => {
      const text = JSON.stringify(spec);
      built.push(text);
      if (text.includes(`"formula":"${BOMB}`)) throw new EngineStopped('time');
    },
  };
}

const own = (label: string) => ({ en: label, zh: label });
function documentWith(overrides: Record<string, Record<string, string>>, lines: readonly string[] = []): Document {
  const start = newDocument(MODEL);
  const edits = Object.entries(overrides).flatMap(([line, slots]) =>
    Object.entries(slots).map(([slot, formula]) => ({
      scenario: 'base',
      line,
      slot: slot === 'value' ? ('value' as const) : Number(slot),
      content: { formula },
    })),
  );
  const added = lines.map((formula, i) => ({
    kind: 'series' as const,
    id: `own_${i + 1}`,
    label: own(`Own ${i}`),
    unit: 'bn yuan' as const,
    formula,
  }));
  const { document } = applyChange(start, { kind: 'cells', edits });
  return lines.length === 0 ? document : { ...document, lines: [...MODEL.lines, ...added] };
}
const specOf = (document: Document): WorkbookSpec => {
  const { lines, periods } = modelOf(MODEL, document);
  return { lines, periods, scenarios: document.scenarios };
};
const YEARS = Array.from({ length: 13 }, (_, i) => 2023 + i);

describe('a document that does not come to an end', () => {
  it('loses only the formula that keeps it from that: all others stand, in the engine and in the document', async () => {
    const many = Object.fromEntries(YEARS.map((year) => [year, `=${year}*2`]));
    const document = documentWith({
      gd_scale: many,
      gd_growth: { value: BOMB },
      gd_gap: Object.fromEntries(YEARS.map((year) => [year, `=${year}`])),
    });
    const { built, build } = engine();
    const suspects = suspectsOf(document, MODEL);
    const culprits = await findHangingFormulas(
      { build },
      () => specOf(document),
      suspects,
      () => false,
    );
    expect(culprits).toEqual([{ cell: { scenario: 'base', line: 'gd_growth', slot: 'value' } }]);
    const after = asTexts(culprits, document, MODEL.lines).reduce(
      (d, change) => applyChange(d, change).document,
      document,
    );
    expect(after.scenarios[0]?.overrides.gd_growth).toEqual({ value: { text: BOMB } });
    expect(after.scenarios[0]?.overrides.gd_scale).toEqual(document.scenarios[0]?.overrides.gd_scale);
    expect(built.at(-1)).toBe(JSON.stringify(specOf(after)));
  });

  it('is searched with few builds, since each that fails takes seconds', async () => {
    const document = documentWith({
      gd_scale: Object.fromEntries(YEARS.map((year) => [year, year === 2030 ? BOMB : '=1'])),
      gd_gap: Object.fromEntries(YEARS.map((year) => [year, '=2'])),
    });
    const { built, build } = engine();
    await findHangingFormulas(
      { build },
      () => specOf(document),
      suspectsOf(document, MODEL),
      () => false,
    );
    expect(built.filter((text) => text.includes(`"formula":"${BOMB}`)).length).toBe(2);
    expect(built.length).toBeLessThan(25);
  });

  it('keeps a line whose formula is the culprit, as a text that shows what was typed', async () => {
    const document = documentWith({}, ['="a"&{gd_scale}', BOMB]);
    const { build } = engine();
    const culprits = await findHangingFormulas(
      { build },
      () => specOf(document),
      suspectsOf(document, MODEL),
      () => false,
    );
    expect(culprits).toEqual([{ line: 'own_2' }]);
    const after = asTexts(culprits, document, modelOf(MODEL, document).lines).reduce(
      (d, change) => applyChange(d, change).document,
      document,
    );
    const workbook = new Workbook(specOf(after));
    const { notes } = workbook.read([{ scenario: 'base', line: 'own_2' }]);
    expect(notes[0]?.[1]).toEqual({ kind: 'text', text: BOMB });
    workbook.destroy();
  });

  it('of a model of one’s own can have them in the model too, and in what it came with', () => {
    const { document, model } = ownDocument();
    const { lines: _, ...bare } = document;
    const edit = { scenario: 's1', line: 'own_2', slot: 'value' as const, content: { formula: BOMB } };
    const { document: held } = applyChange(bare, { kind: 'cells', edits: [edit] });
    const shipped = { ...model, scenarios: held.scenarios as Model['scenarios'] };
    const cell = { scenario: 's1', line: 'own_2', slot: 'value' };
    expect(suspectsOf({ ...held, own: shipped }, shipped)).toEqual([{ line: 'own_3' }, { cell }]);
  });

  it('that holds none of them is told as such', async () => {
    const document = documentWith({ gd_growth: { value: '=1' } });
    const build = async () => {
      throw new EngineStopped('crash');
    };
    const search = findHangingFormulas(
      { build },
      () => specOf(document),
      suspectsOf(document, MODEL),
      () => false,
    );
    await expect(search).rejects.toBeInstanceOf(EngineStopped);
  });

  it('is suspected of the formulas of a person alone, never of those that ship', () => {
    expect(MODEL.scenarios.some(({ overrides }) => JSON.stringify(overrides).includes('formula'))).toBe(true);
    expect(suspectsOf(newDocument(MODEL), MODEL)).toEqual([]);
    expect(suspectsOf({ ...newDocument(MODEL), lines: MODEL.lines }, MODEL)).toEqual([]);
  });
});
