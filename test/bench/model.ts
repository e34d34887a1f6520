import type { Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';

const text = (words: string) => ({ en: words, zh: words });
const range = { low: 0, high: 0.4, step: 0.001, rationale: text('For measuring.') };
export const PERIODS = { first: 2022, last: 2035 };
export const WIDTH = PERIODS.last - PERIODS.first + 1;

/**
 * A sheet in which one input feeds every formula: `formulas` of them in series over 14 years.
 * Its answer tells the last line's last value, so that it changes with every edit. Each scenario has the same.
 */
export function largeModel(formulas: number, scenarios = 1): Model {
  const count = Math.ceil(formulas / WIDTH);
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
  const last = `s_${count - 1}_x@2035`;
  return {
    id: 'large',
    version: 1,
    name: text('Large'),
    about: text(`${count * WIDTH} formulas.`),
    periods: PERIODS,
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

/** Lines and years of the sheet of typed values: 400,000 of them. */
export const TYPED = { lines: 10_000, first: 2000, last: 2039 };

/** A sheet of typed values alone: each of its lines one value a year, all of them set in the base. */
export function typedModel(): Model {
  const years = Array.from({ length: TYPED.last - TYPED.first + 1 }, (_, i) => TYPED.first + i);
  const lines = Array.from({ length: TYPED.lines }, (_, i): Line => {
    return { kind: 'input', id: `v_${i}_x`, label: text(`Value ${i}`), unit: 'bn yuan', value: 1, perPeriod: true };
  });
  const overrides = Object.fromEntries(
    lines.map(({ id }, i) => [id, Object.fromEntries(years.map((year, j) => [year, (i * 7 + j * 3) / 8]))]),
  );
  return {
    ...largeModel(0),
    id: 'typed',
    periods: { first: TYPED.first, last: TYPED.last },
    lines: [...largeModel(0).lines, ...lines],
    scenarios: [{ id: 'base', name: text('Base'), note: text(''), overrides }],
    charts: [{ line: 'v_0_x' }],
    answer: {
      line: 'v_0_x',
      terms: { last: { cell: 'v_0_x@2025', format: 'amount' } },
      clauses: [{ text: text('{known}: {last} in 2025.') }],
    },
  };
}
