import { describe, expect, it } from 'vitest';
import { differences } from '../../src/document/difference.ts';
import { type Document, newDocument, type Scenario } from '../../src/document/document.ts';
import { LINK } from '../../src/i18n/link.ts';
import type { Lang, Text } from '../../src/model/text.ts';
import { linkedOf } from '../../src/state/sharing/linked.ts';
import { changeTexts, differenceTexts, isolated, partsOf } from '../../src/view/panels/differenceText.ts';
import { NEXT } from '../fixtures/next.ts';
import { resolved } from '../models/shipped.ts';

const GUANGDONG = resolved('guangdong');
const fresh = newDocument(GUANGDONG);
const [base, levers, decoupling, required] = fresh.scenarios as [Scenario, Scenario, Scenario, Scenario];
const words = (lang: Lang) => ({
  t: LINK[lang],
  lang: () => lang,
  say: (text: Text | string) => isolated(typeof text === 'string' ? text : text[lang]),
});
const told = (document: Document, lang: Lang = 'en') => {
  const linked = linkedOf(document, GUANGDONG, GUANGDONG);
  return { parts: partsOf(linked, LINK[lang]), ...differenceTexts(linked, words(lang)) };
};

describe('what a link differs in', () => {
  it('is counted in a sentence and told cell by cell, from what it was to what it is', () => {
    const document = {
      ...fresh,
      scenarios: [
        { ...base, overrides: { gd_growth: { value: 0.26 }, gd_scale: { 2030: { formula: '={gd_scale@prev}*2' } } } },
        { ...levers, overrides: { ...levers.overrides, gd_lever_compute: { value: 'model' as const } } },
        { ...required, name: 'Needed', overrides: required.overrides },
      ],
    };
    expect(told(document).parts).toEqual(['2 inputs', '1 calculated cell', '2 scenarios']);
    expect(told(document).first).toEqual([
      'Without the scenario: Decoupling',
      'Base: Trend growth: 15.3% → 26%',
      'Base: Industry scale, 2030: =K3*(1+L4)*L66/K66 → =K3*2',
      'All levers on: Lever: Computing power: 4 → 0',
      'Scenario: Required path → Needed',
    ]);
    expect(told(document, 'zh').parts).toEqual(['2处输入值', '1处计算单元格', '2个情景']);
    expect(told(document, 'zh').first[1]).toBe('基准情景：趋势增速：15.3% → 26%');
  });

  const slower: Scenario = {
    id: 's1',
    name: 'Slower exports',
    note: 'Exports are held up.',
    overrides: {
      gd_growth: { value: 0.12 },
      gd_firms_growth: { value: 'model' },
      gd_scale: { 2030: { formula: '={gd_scale@prev}*2' } },
    },
    reasons: { gd_growth: { value: 'Customs data.\nAs of October.' } },
  };
  const brought = {
    ...fresh,
    scenarios: [
      { ...base, overrides: { gd_growth: { value: 0.26 }, gd_firms_growth: { value: 0.2 } } },
      levers,
      decoupling,
      required,
      slower,
    ],
  };

  it('tells of a new scenario what it holds against what it would inherit in the link, with its note and reasons', () => {
    expect(told(brought).parts).toEqual(['2 inputs', '1 new scenario with 3 cells']);
    expect(told(brought).first).toEqual([
      'New scenario: Slower exports',
      'Slower exports: note: “Exports are held up.”',
      'Slower exports: Trend growth: 26% → 12%. Reason: “Customs data.\nAs of October.”',
      'Slower exports: Growth of enterprises: 20% → 12%',
      'Slower exports: Industry scale, 2030: =K3*(1+L4)*L66/K66 → =K3*2',
      'Base: Trend growth: 15.3% → 26%',
      'Base: Growth of enterprises: 12% → 20%',
    ]);
    expect(told(brought, 'zh').parts).toEqual(['2处输入值', '1个新增情景（含3个单元格）']);
    expect(told(brought, 'zh').first.slice(0, 3)).toEqual([
      '新增情景：Slower exports',
      'Slower exports：说明：“Exports are held up.”',
      'Slower exports：趋势增速：26% → 12%。理由：“Customs data.\nAs of October.”',
    ]);
  });

  it('counts what new scenarios hold beside what has changed in those that are there', () => {
    const inputs = { ...slower, note: '', overrides: { gd_growth: { value: 0.12 }, gd_overlap: { value: 0.1 } } };
    const empty = { ...slower, id: 's2', name: 'Empty', note: '', overrides: {}, reasons: {} };
    const of = (...scenarios: Scenario[]) => told({ ...fresh, scenarios: [...fresh.scenarios, ...scenarios] });
    expect(of(inputs).parts).toEqual(['1 new scenario with 2 inputs']);
    expect(of(inputs, empty).parts).toEqual(['2 new scenarios with 2 inputs']);
    expect(of(empty)).toEqual({ parts: ['1 new scenario'], first: ['New scenario: Empty'], more: 0 });
  });

  it('tells notes, colours and reasons of scenarios that are there; a reason at its cell where that differs too', () => {
    const reasons = { gd_growth: { value: 'Judgement.' }, gd_scale: { 2030: 'As announced.' } };
    const was = { ...base, note: 'Why', reasons: { gd_overlap: { value: 'Old.' } } };
    const is = { ...base, note: '', colour: 4, overrides: { gd_growth: { value: 0.26 } }, reasons };
    const sheet = (scenario: Scenario) => ({ document: { ...fresh, scenarios: [scenario] }, model: GUANGDONG });
    const sheets = { was: sheet(was), is: sheet(is) };
    const linked = {
      ...linkedOf(fresh, GUANGDONG, GUANGDONG),
      ...sheets,
      differences: differences(sheets.was, sheets.is),
    };
    expect(differenceTexts(linked, words('en')).first).toEqual([
      'Base: note: –',
      'Base: another colour',
      'Base: Industry scale, 2030: reason: “As announced.”',
      'Base: Overlap of levers: reason: –',
      'Base: Trend growth: 15.3% → 26%. Reason: “Judgement.”',
    ]);
  });

  it('counts a value and the reason that came with it as one thing', () => {
    const reasons = { gd_growth: { value: 'Judgement.' } };
    const document = (overrides: Scenario['overrides']) => ({
      ...fresh,
      scenarios: [{ ...base, overrides, reasons }, levers, decoupling, required],
    });
    expect(told(document({ gd_growth: { value: 0.26 } })).parts).toEqual(['1 input']);
    expect(told(document({})).parts).toEqual(['1 scenario']);
  });

  it('says nothing of colours that are named and look as before', () => {
    const copy = { ...levers, id: 's1', name: 'Copy', colour: 5 };
    const named = [decoupling, required].map((scenario, i) => ({ ...scenario, colour: i + 3 }));
    const { parts, first } = told({ ...fresh, scenarios: [base, levers, copy, ...named] });
    expect(parts).toEqual(['1 new scenario with 4 inputs']);
    expect(first).toHaveLength(6);
  });

  it('shows the start of a long reason, and of long lists the first hundred rows', () => {
    const inputs = GUANGDONG.lines.filter(({ kind }) => kind === 'input').slice(0, 30);
    const overrides = Object.fromEntries(inputs.map(({ id }) => [id, { value: 1 }]));
    const many = Array.from({ length: 4 }, (_, i) => ({
      ...slower,
      id: `s${i + 1}`,
      note: 'x'.repeat(2_000),
      overrides,
    }));
    const { first, more } = told({ ...fresh, scenarios: [...fresh.scenarios, ...many] });
    // Each with its name and its note.
    expect([first.length, more]).toEqual([100, 4 * 32 - 100]);
    expect(first[1]).toBe(`Slower exports: note: “${'x'.repeat(300)}…”`);
  });

  it('names scenarios and lines in another order, other years and figures', () => {
    const [first, second, ...lines] = GUANGDONG.lines;
    const document = {
      ...fresh,
      lines: [second, first, ...lines] as Document['lines'],
      periods: { first: 2022, last: 2040 },
      scenarios: [base, decoupling, levers, required],
    };
    expect(told(document).parts).toEqual(['the order of its scenarios', 'the order of its lines', 'its periods']);
    expect(told(document).first).toEqual([
      'Scenarios in another order',
      'Lines in another order',
      'Periods: 2022–2035 → 2022–2040',
    ]);
  });

  it('is nothing where nothing differs, whatever is looked at', () => {
    const view = { scenario: 'levers', line: 'gd_firms', known: 'latest' } as const;
    expect(told({ ...fresh, view })).toEqual({ parts: [], first: [], more: 0 });
  });

  it('is told at most a hundred times and then counted', () => {
    const own = Array.from({ length: 250 }, (_, i) => ({
      kind: 'heading' as const,
      id: `own_${i + 1}`,
      label: { en: `Mine ${i}`, zh: '我的' },
    }));
    const { parts, first, more } = told({ ...fresh, lines: [...GUANGDONG.lines, ...own] });
    expect(parts).toEqual(['250 lines']);
    expect([first.length, more]).toEqual([100, 150]);
  });

  it('is not turned by names that run from right to left', () => {
    const name = '\u202e%62 → %3.51 \u2066עברית';
    const { first } = told({ ...fresh, scenarios: [{ ...base, name }, levers, decoupling, required] });
    expect(first).toEqual(['Scenario: Base → \u2068%62 → %3.51 עברית\u2069']);
  });

  it('is told against the figures of then where the model has moved on, with what has changed since', () => {
    const linked = linkedOf(fresh, GUANGDONG, NEXT);
    expect(partsOf(linked, LINK.en)).toEqual([]);
    expect(changeTexts(linked, words('en')).first).toEqual([
      'Overlap of levers: 20% → 30%',
      'Added: – → 10%',
      expect.stringMatching(/^Held for ever, it passes the nation in: =IF.* → –$/),
    ]);
  });
});
