import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standardAnswer } from '../../src/analysis/standardAnswer.ts';
import { parseSaved, save } from '../../src/document/saved.ts';
import { lookUpRows, type RowLookup } from '../../src/engine/rowLookup.ts';
import { cellIn } from '../../src/engine/rowValues.ts';
import type { Slot } from '../../src/model/content.ts';
import type { Model } from '../../src/model/model.ts';
import { periodsOf, stepOf } from '../../src/model/periods.ts';
import type { Lang, Text } from '../../src/model/text.ts';
import { isKnownUnit, unitSpec } from '../../src/model/units.ts';
import { printModelFile } from '../../src/modelFile/file.ts';
import { readAsSaved } from '../../src/modelFile/saved.ts';
import { exportModel } from '../../src/state/exporting/modelFile.ts';
import { takeDocument } from '../../src/state/importing/importing.ts';
import { templateDocument } from '../../src/state/structure/templates.ts';
import { loadTemplate, TEMPLATES } from '../../src/templates.ts';
import { checkFormula } from '../../src/units/check.ts';
import { vocabularyOf } from '../../src/units/vocabulary.ts';
import { openCommandApp } from '../fixtures/commandApp.ts';
import { APPLIES, WORKED } from './worked.ts';

const IDS = TEMPLATES.map(({ id }) => id);
const LANGS: readonly Lang[] = ['en', 'zh'];
const HAN = /\p{Script=Han}/u;

async function begin(id: string, lang: Lang = 'en') {
  const app = openCommandApp(undefined, lang);
  const [model, document] = templateDocument(await loadTemplate(id), lang);
  app.workspace.show(model, document);
  return app;
}
type App = Awaited<ReturnType<typeof begin>>;

/** All cells of all scenarios: numbers, texts, and errors as `#code`. */
async function cellsOf({ workspace }: App) {
  const { lines, periods } = workspace.model();
  const rows = workspace
    .document()
    .scenarios.flatMap(({ id }) => lines.map((line) => ({ scenario: id, line: line.id })));
  const row: RowLookup = lookUpRows(rows, await workspace.engine.read(rows));
  return (scenario: string, line: string, slot: Slot): number | string => {
    const found = row(scenario, line);
    if (!found) throw new Error(`no line "${line}" in "${scenario}"`);
    const shown = cellIn(found, slot === 'value' ? 0 : 1 + slot - periods.first);
    if (typeof shown === 'number') return shown;
    return shown?.kind === 'error' ? `#${shown.code}` : shown?.kind === 'text' ? shown.text : '';
  };
}

const slotsOf = ({ periods }: Model): Slot[] => ['value', ...periodsOf(periods)];

/** Every text of a model, with where it stands. */
function textsOf(model: Model): [string, Text][] {
  const found: [string, Text][] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const one = value as Partial<Text>;
    if (typeof one.en === 'string' && typeof one.zh === 'string') found.push([path, one as Text]);
    else for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`);
  };
  walk(model, model.id);
  return found;
}

it('there are six, and each has its numbers worked out a second time', () => {
  expect(IDS).toEqual(['adoption', 'budget', 'growth', 'population', 'project', 'subscriptions']);
  expect(Object.keys(WORKED).sort()).toEqual(IDS);
});

describe.each(IDS)('the template %s', (id) => {
  const text = readFileSync(new URL(`../../models/templates/${id}.yaml`, import.meta.url), 'utf8');

  it('comes to the numbers that are worked out beside it, without an error, and warns where it is to', async () => {
    const app = await begin(id);
    const model = app.workspace.model();
    const at = await cellsOf(app);
    const { scenarios } = app.workspace.document();
    expect(Object.keys(WORKED[id] ?? {})).toEqual(scenarios.map((one) => one.id));
    for (const { id: scenario } of scenarios) {
      const slots = slotsOf(model);
      const errors = model.lines.flatMap(({ id: line }) =>
        slots.flatMap((slot) => (`${at(scenario, line, slot)}`.startsWith('#') ? [[scenario, line, slot]] : [])),
      );
      expect(errors).toEqual([]);
      for (const [line, values] of Object.entries(WORKED[id]?.[scenario] ?? {}))
        for (const [i, expected] of values.entries()) {
          const slot = values.length === 1 ? 'value' : model.periods.first + i;
          const cell = at(scenario, line, slot);
          const where = `${scenario} ${line} ${slot}: ${cell}, not ${expected}`;
          if (expected === undefined) expect(cell, where).toBe('');
          else
            expect(Math.abs(Number(cell) - expected), where).toBeLessThanOrEqual(
              1e-9 * Math.max(1, Math.abs(expected)),
            );
        }
      const applies = model.warnings
        .filter(({ check }) => at(scenario, check, 'value') !== 0)
        .map(({ check }) => check);
      expect(applies, scenario).toEqual(APPLIES[id]?.[scenario]);
    }
  });

  it.each(LANGS)(
    'raises no alarm about units when it is begun in %s, nor shows a unit of the other language',
    async (lang) => {
      const [{ lines, periods }, { figures = [] }] = templateDocument(await loadTemplate(id), lang);
      const vocabulary = vocabularyOf(lines, stepOf(periods));
      const alarms = lines.flatMap((line) => {
        if (line.kind !== 'series' && line.kind !== 'result') return [];
        const formulas = [line.formula, ...(line.kind === 'series' && line.first ? [line.first] : [])];
        return formulas.flatMap((formula) => checkFormula(formula, line.unit, vocabulary) ?? []);
      });
      expect(alarms).toEqual([]);
      const units = [
        ...lines.flatMap((line) => (line.kind === 'heading' ? [] : [line.unit])),
        ...figures.map(({ unit }) => unit),
      ];
      expect(
        units.filter((unit) => !isKnownUnit(unit) && HAN.test(unitSpec(unit).label[lang]) !== (lang === 'zh')),
      ).toEqual([]);
    },
  );

  it('is told in both languages, each number as an example, in lines that are read at a glance', async () => {
    const { model, figures, sources } = await loadTemplate(id);
    const texts = textsOf(model);
    expect(
      texts.filter(
        ([, { en, zh }]) => HAN.test(en) || !HAN.test(zh) || /[,;:!?()"]|\.$/.test(zh.replace(/\(1\+.*?\)/g, '')),
      ),
    ).toEqual([]);
    for (const line of model.lines) {
      if (line.kind === 'heading' || line.kind === 'result') continue;
      const isGiven = line.kind === 'input' || /^=-?\d/.test(line.first ?? '') || line.values !== undefined;
      const said = line.kind === 'input' && line.range ? line.range.rationale : line.note;
      if (isGiven) expect([said?.en.slice(0, 8), said?.zh.slice(0, 3)], line.id).toEqual(['Example.', '示例。']);
    }
    for (const { id: scenario, note } of model.scenarios)
      expect([note.en.slice(0, 8), note.zh.slice(0, 3)], scenario).toEqual(['Example:', '示例：']);
    expect(sources.map(({ publisher }) => publisher)).toEqual(figures.map(() => 'Example'));
    expect(text.split('\n').filter(({ length }) => length > 160)).toEqual([]);
  });

  it('has what a model is to have: sliders that can stand on their values, a target, checks that warn, charts', async () => {
    const { model, figures } = await loadTemplate(id);
    for (const line of model.lines) {
      if (line.kind !== 'input' || !line.range) continue;
      const { low, high, step } = line.range;
      const steps = ((line.value ?? Number.NaN) - low) / step;
      expect(Math.abs(steps - Math.round(steps)), line.id).toBeLessThan(1e-6);
      expect((line.value ?? Number.NaN) >= low && (line.value ?? Number.NaN) <= high, line.id).toBe(true);
    }
    expect(model.scenarios.length).toBeGreaterThan(1);
    expect(model.warnings.length).toBeGreaterThan(0);
    expect(model.charts.length).toBeGreaterThan(1);
    expect(figures.map((figure) => figure.id)).toEqual([model.answer.target]);
    expect(figures[0]?.variable).toBe(model.answer.line);
  });

  it.each(LANGS)('begun in %s says that its numbers are examples, answers, and is named by itself', async (lang) => {
    const app = await begin(id, lang);
    const { model, figures } = { model: app.workspace.model(), figures: app.workspace.figures() };
    expect(model.id).toMatch(/^own-/);
    expect(model.name.en).toBe(TEMPLATES.find((one) => one.id === id)?.name[lang]);
    expect(model.about[lang]).toMatch(lang === 'en' ? /All numbers are examples/ : /全部数值均为示例/);
    const line = app.workspace.line(model.answer.line);
    if (!line || line.kind === 'heading') throw new Error('the answer speaks of no line');
    const at = await cellsOf(app);
    const number = (slot: Slot) => Number(at('base', line.id, slot));
    const scalar = line.kind === 'result' ? number('value') : undefined;
    const asked = {
      line,
      periods: model.periods,
      scalar,
      values: periodsOf(model.periods).map(number),
      target: figures.get(model.answer.target ?? ''),
    };
    const context = {
      value: () => undefined,
      figures,
      known: 'latest',
      lang,
      money: 'bn yuan',
      yuanPerDollar: Number.NaN,
      scenario: undefined,
    } as const;
    const sentence =
      standardAnswer(asked, line.label[lang], context)
        ?.map((piece) => piece.text)
        .join('') ?? '';
    expect(sentence).toMatch(lang === 'en' ? / the target of .*\.$/ : /的目标.*。$/);
  });

  it.each(LANGS)(
    'begun in %s is exported as a file that opens on the same numbers, and is kept as it is',
    async (lang) => {
      const app = await begin(id, lang);
      const file = await exportModel(app, async (printed) => printModelFile(printed));
      expect(file.name).toBe(`${app.workspace.model().name.en}.yaml`);
      const saved = readAsSaved(file.text, 'own-again');
      if ('problems' in saved) throw new Error(JSON.stringify(saved.problems));
      const { workspace } = app;
      const kept = parseSaved(JSON.stringify(save(workspace.document(), workspace.shipped())));
      const was = await cellsOf(app);
      for (const one of [saved, kept]) {
        const back = openCommandApp(undefined, lang);
        await takeDocument(back, one);
        const is = await cellsOf(back);
        const { lines, ...rest } = back.workspace.model();
        expect(lines).toEqual(workspace.model().lines);
        expect([rest.warnings, rest.charts, rest.answer]).toEqual([
          workspace.model().warnings,
          workspace.model().charts,
          workspace.model().answer,
        ]);
        for (const { id: scenario } of workspace.document().scenarios)
          for (const line of lines)
            for (const slot of slotsOf(workspace.model()))
              expect(is(scenario, line.id, slot)).toBe(was(scenario, line.id, slot));
      }
    },
  );
});
