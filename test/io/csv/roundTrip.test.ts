import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../src/document/change.ts';
import { effective } from '../../../src/document/contents.ts';
import { type Document, modelOf, overrideAt } from '../../../src/document/document.ts';
import { restore, save } from '../../../src/document/saved.ts';
import { Workbook } from '../../../src/engine/workbook.ts';
import { type Target, TargetCells } from '../../../src/io/csv/target.ts';
import { longRecords, sheetRecords } from '../../../src/io/csv/write.ts';
import { writeDocument } from '../../../src/io/json.ts';
import { readDocument } from '../../../src/io/readJson.ts';
import { cellPeriods } from '../../../src/model/coarse.ts';
import type { Content, Slot } from '../../../src/model/content.ts';
import { hasPeriods, isScalar, type Line } from '../../../src/model/line.ts';
import { type Model, slotCount } from '../../../src/model/model.ts';
import { periodsOf, placeOf } from '../../../src/model/periods.ts';
import type { Lang } from '../../../src/model/text.ts';
import { documents } from '../../fixtures/documents.ts';
import { subscriptions } from '../../fixtures/subscriptions.ts';
import { RESOLVED } from '../../models/shipped.ts';
import { runs } from '../../runs.ts';
import { Opened } from './reading.ts';

const GUANGDONG = RESOLVED[0] as Model;
const SUBSCRIPTIONS = subscriptions();
const LANGS = fc.constantFrom<Lang>('en', 'zh');

/** What every cell of a scenario holds, wherever it has it from. */
function contentsOf(document: Document, scenario: string, model = GUANGDONG): Map<string, Content | undefined> {
  const { lines, periods } = modelOf(model, document);
  const lookUp = (s: string, line: string, slot: Slot) => overrideAt(document, { scenario: s, line, slot });
  const slots = (line: Line): Slot[] => (isScalar(line) ? ['value'] : hasPeriods(line) ? periodsOf(periods) : []);
  return new Map(
    lines.flatMap((line) =>
      slots(line).map((slot) => [
        `${line.id}@${slot}`,
        effective(lookUp, document.scenarios[0]?.id ?? '', line, { scenario, slot }, periods).content,
      ]),
    ),
  );
}

/** A document as a table is compared with it. `values`: whether they are computed; nothing asks for them otherwise. */
function targetOf(document: Document, view: string, values: boolean, model = GUANGDONG): Target {
  const { name, lines, periods } = modelOf(model, document);
  const { scenarios } = document;
  const rows = scenarios.flatMap(({ id }) => lines.map((line) => ({ scenario: id, line: line.id })));
  const common = { name, lines, periods, scenarios, view, regions: { gd_scale: 'Guangdong' } };
  if (!values) return { ...common, values: new Float64Array(rows.length * slotCount(periods)).fill(0), texts: [] };
  const workbook = new Workbook({ lines, periods, scenarios });
  const read = workbook.read(rows);
  workbook.destroy();
  const texts = read.notes.flatMap(([at, note]) => (note.kind === 'text' ? [[at, note.text] as const] : []));
  return { ...common, values: read.values, texts };
}

function sheetOf(document: Document, scenario: string, lang: Lang, model = GUANGDONG): string {
  const { lines, periods } = modelOf(model, document);
  const contents = contentsOf(document, scenario, model);
  const slots: Slot[] = ['value', ...periodsOf(periods)];
  const cellOf = (_: string, line: Line, slot: Slot) => contents.get(`${line.id}@${slot}`);
  return [...sheetRecords({ lines, slots }, scenario, cellOf, lang, 'formulas')].join('');
}

/** All scenarios in the long form, by the values of a target. */
function longOf(target: Target, lang: Lang): string {
  const width = slotCount(target.periods);
  const row = new Map<string, number>();
  for (const { id } of target.scenarios) for (const line of target.lines) row.set(`${id}\n${line.id}`, row.size);
  const texts = new Map(target.texts);
  const cellOf = (scenario: string, line: Line, slot: Slot) => {
    const at =
      (row.get(`${scenario}\n${line.id}`) ?? 0) * width + (slot === 'value' ? 0 : 1 + placeOf(slot, target.periods));
    const value = target.values[at];
    const text = texts.get(at);
    return value !== undefined && !Number.isNaN(value) ? value : text === undefined ? undefined : { text };
  };
  return [...longRecords({ model: target, scenarios: target.scenarios, regions: target.regions }, cellOf, lang)].join(
    '',
  );
}

const read = async (text: string) => {
  const file = await Opened.of(new TextEncoder().encode(text));
  expect(file.preview).toMatchObject({ encoding: 'utf-8', delimiter: ',', sign: '.', header: 0 });
  await file.table();
  return file;
};

describe('out and in again', () => {
  it('a sheet with its formulas is the same sheet, whatever it held', async () => {
    await fc.assert(
      fc.asyncProperty(documents(GUANGDONG), fc.nat(), LANGS, async (document, which, lang) => {
        const scenario = document.scenarios[which % document.scenarios.length]?.id ?? '';
        const file = await read(sheetOf(document, scenario, lang));
        const same = await file.update(targetOf(document, scenario, false), { formulas: true });
        expect([same.changes, same.left]).toEqual([[], []]);
        // In a document in which the scenario holds nothing, all that it held comes back.
        const scenarios = document.scenarios.map((s) => (s.id === scenario ? { ...s, overrides: {} } : s));
        const emptied = { ...document, scenarios };
        await file.update(targetOf(emptied, scenario, false), { formulas: true });
        const { document: back } = applyChange(emptied, { kind: 'cells', edits: await file.edits() });
        expect(contentsOf(back, scenario)).toEqual(contentsOf(document, scenario));
      }),
      runs(80, 800),
    );
  });

  it('all scenarios as values are the same values, to the last bit', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(documents(GUANGDONG), LANGS, async (document, lang) => {
        const target = targetOf(document, document.scenarios[0]?.id ?? '', true);
        const file = await read(longOf(target, lang));
        const { changes, left } = await file.update(target);
        expect([changes, left]).toEqual([[], []]);
      }),
      runs(5, 50),
    );
  });

  it('brings typed numbers back from the long form, and leaves formulas alone', async () => {
    const document: Document = {
      ...RESOLVED_DOCUMENT,
      scenarios: RESOLVED_DOCUMENT.scenarios.map((scenario) =>
        scenario.id === 'levers'
          ? { ...scenario, overrides: { ...scenario.overrides, gd_growth: { value: 0.1 + 0.2 } } }
          : scenario,
      ),
    };
    const file = await read(longOf(targetOf(document, 'base', true), 'zh'));
    const { changes } = await file.update(targetOf(RESOLVED_DOCUMENT, 'base', true));
    expect(changes.filter(({ caution }) => !caution).map(({ target }) => target)).toEqual(['gd_growth']);
    expect(await file.edits()).toEqual([{ scenario: 'levers', line: 'gd_growth', slot: 'value', content: 0.1 + 0.2 }]);
    expect(changes.find(({ target }) => target === 'gd_scale')?.caution).toBe('computed');
  });

  it('a sheet with its formulas makes the same model anew', async () => {
    const file = await read(sheetOf(RESOLVED_DOCUMENT, 'base', 'en'));
    const built = await file.build({ formulas: true });
    const own = {
      ...RESOLVED_DOCUMENT,
      lines: built.lines,
      scenarios: built.scenarios.map((s) => ({ ...s, note: '' })),
    };
    expect(built.lines.map(({ id, kind, label }) => [id, kind, label.en])).toEqual(
      GUANGDONG.lines.map(({ id, kind, label }) => [id, kind, label.en]),
    );
    const [before, after] = [contentsOf(RESOLVED_DOCUMENT, 'base'), contentsOf(own, 'base')];
    expect(after).toEqual(before);
  });

  it('lines of longer periods are the same lines, in a sheet of formulas and of values, and as a model anew', async () => {
    await fc.assert(
      fc.asyncProperty(coarse(), LANGS, async (document, lang) => {
        const target = targetOf(document, 'base', true, MONTHLY);
        for (const text of [sheetOf(document, 'base', lang, MONTHLY), valuesOf(target, lang), longOf(target, lang)]) {
          const file = await read(text);
          const { changes, left } = await file.update(target, { formulas: true });
          expect([changes, left]).toEqual([[], []]);
          // What stands between is nothing, and no text of no letters.
          expect(text).not.toMatch(/(?:^|,)'(?:,|$)/m);
        }
        const file = await read(sheetOf(document, 'base', lang, MONTHLY));
        const built = await file.build({ formulas: true });
        expect(built.lines.map((line) => [line.id, 'step' in line ? line.step : undefined])).toEqual(
          MONTHLY_LINES.map((line) => [line.id, 'step' in line ? line.step : undefined]),
        );
        const own = { ...document, lines: built.lines, scenarios: built.scenarios.map((s) => ({ ...s, note: '' })) };
        expect(contentsOf(own, 'base', MONTHLY)).toEqual(contentsOf(document, 'base', MONTHLY));
      }),
      runs(10, 100),
    );
  });

  it('a document is the same document', () => {
    fc.assert(
      fc.property(documents(GUANGDONG), (document) => {
        const saved = readDocument(writeDocument(save(document, GUANGDONG)));
        expect(restore(saved, GUANGDONG)).toEqual(document);
      }),
      runs(100, 1_000),
    );
  });
});

/** A business by months, with a budget by year, a survey by quarter, and what is made of both. */
const MONTHLY_LINES: readonly Line[] = [
  ...SUBSCRIPTIONS.model.lines,
  { kind: 'input', id: 'budget', label: { en: 'Budget', zh: '预算' }, unit: 'EUR', perPeriod: true, step: 'year' },
  { kind: 'input', id: 'survey', label: { en: 'Survey', zh: '调查' }, unit: '%', perPeriod: true, step: 'quarter' },
  {
    ...{ kind: 'series', id: 'left', label: { en: 'Left', zh: '余额' }, unit: 'EUR', step: 'year' },
    ...{ formula: '={left@prev}+{budget}-{cost}*12', first: '={budget}' },
  },
  { kind: 'series', id: 'twelfth', label: { en: 'A twelfth', zh: '十二分之一' }, unit: 'EUR', formula: '={budget}/12' },
];
const MONTHLY: Model = { ...SUBSCRIPTIONS.model, lines: MONTHLY_LINES };

/** The document of that business with numbers in some of its longer periods. */
const coarse = (): fc.Arbitrary<Document> => {
  const held = (id: string) => {
    const cells = cellPeriods(
      MONTHLY_LINES.find((line) => line.id === id),
      MONTHLY.periods,
    );
    return fc
      .subarray([...cells], { minLength: 1 })
      .chain((some) => fc.tuple(...some.map((cell) => fc.integer({ min: 1, max: 1e6 }).map((n) => [cell, n] as const))))
      .map((pairs) => Object.fromEntries(pairs));
  };
  return fc.tuple(held('budget'), held('survey')).map(([budget, survey]) => ({
    ...SUBSCRIPTIONS.document,
    own: MONTHLY,
    scenarios: SUBSCRIPTIONS.document.scenarios.map((one) =>
      one.id === 'base' ? { ...one, overrides: { ...one.overrides, budget, survey } } : one,
    ),
  }));
};

/** The sheet of the base as it shows. */
function valuesOf(target: Target, lang: Lang): string {
  const cells = new TargetCells(target);
  const slots: Slot[] = ['value', ...periodsOf(target.periods)];
  const cellOf = (scenario: string, { id }: Line, slot: Slot) => {
    const shown = cells.shown({ scenario, line: id, slot });
    return typeof shown === 'string' ? { text: shown } : shown;
  };
  return [...sheetRecords({ lines: target.lines, slots }, 'base', cellOf, lang, 'values')].join('');
}

const RESOLVED_DOCUMENT: Document = {
  model: { id: GUANGDONG.id, version: GUANGDONG.version },
  scenarios: GUANGDONG.scenarios,
  view: { scenario: 'base', line: 'gd_scale', known: 'latest' },
};
