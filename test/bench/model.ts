import { type Document, newDocument } from '../../src/document/document.ts';
import type { Line } from '../../src/model/line.ts';
import type { Model, Periods } from '../../src/model/model.ts';

const text = (words: string) => ({ en: words, zh: words });
const range = { low: 0, high: 0.4, step: 0.001, rationale: text('For measuring.') };
export const PERIODS = { first: 2022, last: 2035 };
export const WIDTH = PERIODS.last - PERIODS.first + 1;

/**
 * A sheet in which one input feeds every formula: `formulas` of them in series over 14 years.
 * Its answer tells the last line's last value, so that it changes with every edit. Each scenario has the same.
 */
export function largeModel(formulas: number, scenarios = 1, periods: Periods = PERIODS): Model {
  const width = periods.last - periods.first + 1;
  const count = Math.ceil(formulas / width);
  const series = Array.from({ length: count }, (_, i): Line => {
    const id = `s_${i}_x`;
    return {
      kind: 'series',
      id,
      label: text(`Series ${i}`),
      unit: 'bn yuan',
      first: '={start}',
      formula: `={${id}@prev}*(1+{growth})`,
    };
  });
  const inputs: Line[] = [
    { kind: 'input', id: 'growth', label: text('Trend growth'), unit: 'percent', value: 0.153, range },
    { kind: 'input', id: 'start', label: text('Start'), unit: 'bn yuan', value: 150, range: { ...range, high: 300 } },
    {
      kind: 'input',
      id: 'fx',
      label: text('Exchange'),
      unit: 'yuan per US$',
      value: 7.3,
      range: { ...range, high: 10 },
    },
  ];
  const last = `s_${count - 1}_x@${periods.last}`;
  return {
    id: 'large',
    version: 1,
    name: text('Large'),
    about: text(`${count * width} formulas.`),
    periods,
    observedUntil: 2022,
    lines: [...inputs, ...series],
    scenarios: Array.from({ length: scenarios }, (_, i) => ({
      id: i === 0 ? 'base' : `scenario_${i}`,
      name: text(i === 0 ? 'Base' : `Scenario ${i}`),
      note: text(''),
      overrides: i === 0 ? {} : { growth: { value: 0.1 + i / 100 } },
    })),
    charts: [{ line: 's_0_x' }],
    answer: {
      line: 's_0_x',
      terms: { last: { cell: last, format: 'amount' } },
      clauses: [{ text: text('{known}: {last} in 2025.') }],
    },
    warnings: [],
    known: ['latest'],
    exchange: 'fx',
  };
}

/** Lines of the sheet of typed values, and its last year: 400,000 of them, 40 years of one scenario or 10 of four. */
export const TYPED = { lines: 10_000, values: 400_000, last: 2039 };

/** A sheet of typed values alone: each of its lines one value a year in each scenario, which holds them itself. */
export function typedModel(scenarios = 1): Model {
  const first = TYPED.last + 1 - TYPED.values / TYPED.lines / scenarios;
  const years = Array.from({ length: TYPED.last + 1 - first }, (_, i) => first + i);
  const lines = Array.from({ length: TYPED.lines }, (_, i): Line => {
    return { kind: 'input', id: `v_${i}_x`, label: text(`Value ${i}`), unit: 'bn yuan', value: 1, perPeriod: true };
  });
  const overrides = (of: number) =>
    Object.fromEntries(
      lines.map(({ id }, i) => [id, Object.fromEntries(years.map((year, j) => [year, of + (i * 7 + j * 3) / 8]))]),
    );
  return {
    ...largeModel(0, scenarios),
    id: 'typed',
    periods: { first, last: TYPED.last },
    lines: [...largeModel(0).lines, ...lines],
    scenarios: largeModel(0, scenarios).scenarios.map((scenario, i) => ({ ...scenario, overrides: overrides(i) })),
    charts: [{ line: 'v_0_x' }],
    answer: {
      line: 'v_0_x',
      terms: { last: { cell: `v_0_x@${TYPED.last}`, format: 'amount' } },
      clauses: [{ text: text('{known}: {last} in 2025.') }],
    },
  };
}

/** A model as a document that a person made on an empty one: its lines, years and scenarios are all theirs. */
export function madeByHand(model: Model): { readonly model: Model; readonly document: Document } {
  const [base] = model.scenarios;
  const empty: Model = {
    ...model,
    lines: largeModel(0).lines,
    scenarios: base ? [{ ...base, overrides: {} }] : [],
    periods: PERIODS,
  };
  const { lines, periods, scenarios } = model;
  return { model: empty, document: { ...newDocument(model), lines, periods, scenarios } };
}
