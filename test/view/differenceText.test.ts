import { describe, expect, it } from 'vitest';
import { type Document, newDocument, type Scenario } from '../../src/document/document.ts';
import { LINK } from '../../src/i18n/link.ts';
import type { Lang, Text } from '../../src/model/text.ts';
import { linkedOf } from '../../src/state/linked.ts';
import { changeTexts, differenceTexts, isolated, partsOf } from '../../src/view/panels/differenceText.ts';
import { NEXT } from '../fixtures/next.ts';
import { resolved } from '../models/shipped.ts';

const GUANGDONG = resolved('guangdong');
const fresh = newDocument(GUANGDONG);
const [base, levers, decoupling, required] = fresh.scenarios as [Scenario, Scenario, Scenario, Scenario];
const words = (lang: Lang) => ({
  t: LINK[lang],
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

  it('names scenarios and lines in another order, other years and figures', () => {
    const [first, second, ...lines] = GUANGDONG.lines;
    const document = {
      ...fresh,
      lines: [second, first, ...lines] as Document['lines'],
      periods: { first: 2022, last: 2040 },
      scenarios: [base, decoupling, levers, required],
    };
    expect(told(document).parts).toEqual(['the order of its scenarios', 'the order of its lines', 'its years']);
    expect(told(document).first).toEqual([
      'Scenarios in another order',
      'Lines in another order',
      'Years: 2022–2035 → 2022–2040',
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
