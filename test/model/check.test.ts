import { describe, expect, it } from 'vitest';
import { checkModel, problemText } from '../../src/model/check.ts';
import type { Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { LINES, PERIODS } from '../fixtures/small.ts';

const text = (words: string) => ({ en: words, zh: words });
const model = (lines: readonly Line[], overrides = {}): Model => ({
  id: 'small',
  version: 1,
  name: text('Small'),
  about: text(''),
  periods: PERIODS,
  observedUntil: 2022,
  lines,
  scenarios: [{ id: 'base', name: text('Base'), note: text(''), overrides }],
  charts: [],
  answer: { line: 'scale', terms: {}, clauses: [] },
  warnings: [],
  known: ['latest'],
  exchange: 'fx',
});
const series = (id: string, formula: string, first?: string): Line => ({
  kind: 'series',
  id,
  label: text(id),
  unit: 'bn yuan',
  formula,
  ...(first === undefined ? {} : { first }),
});
const problems = (...extra: Line[]) => checkModel(model([...LINES, ...extra])).map(problemText);

describe('a model', () => {
  it('that is sound has no problem', () => {
    expect(problems()).toEqual([]);
  });

  it.each([
    [series('s_x', '=1+{nobody}'), 'character 4: unknown line "nobody"'],
    [series('s_x', '={s_x@prev}+1'), 'character 2: "s_x" has no period 2021: a lag needs a "first"'],
    [series('s_x', '={t_x}'), 'character 2: unknown line "t_x"'],
    [series('s_x', '=2*{s_x}'), 'character 4: a cycle: s_x@2022 needs s_x@2022, which needs it'],
    [series('s_x', '=SUM({s_x@all})', '=1'), 'character 6: a cycle: s_x@2023 needs s_x@2023, which needs it'],
    [series('s_x', '={scale@1999}'), 'character 2: 1999 lies outside the periods'],
    [series('s_x', '={growth@prev}'), 'character 2: "growth" is a scalar and has no periods'],
    [series('s_x', '={other!scale}'), 'character 2: unknown scenario "other"'],
    [series('s_x', '={gone/*}'), 'character 2: unknown heading "gone"'],
    [series('s_x', '={scale@soon}'), 'character 2: unknown period "@soon"'],
  ])('tells line and character of what is wrong (%#)', (line, message) => {
    expect(problems(line)).toContain(`models/small.yaml, line "s_x", ${message}`);
  });

  it.each(['GDP2030', 'gdp2030', 'r1c1', 'year', '产业', 'a b'])(
    'refuses %s as an id, which the engine would misread',
    (id) => {
      expect(problems(series(id, '=1'))[0]).toContain(`line "${id}": an id is lower-case ASCII`);
    },
  );

  it('finds an input without a value, without a range, or outside of it', () => {
    const input = (more: object) => ({ kind: 'input', id: 'i_x', label: text('i'), unit: 'percent', ...more }) as Line;
    const range = { low: 0, high: 1, step: 0.1, rationale: text('') };
    expect(problems(input({ range }))[0]).toContain('needs a value or a figure');
    expect(problems(input({ value: 1 }))[0]).toContain('needs a range');
    expect(problems(input({ value: 2, range }))[0]).toContain('outside its range');
    expect(problems(input({ value: 1, range: { ...range, low: 1 } }))[0]).toContain('low must lie below high');
  });

  it('finds overrides of cells that do not exist', () => {
    const found = checkModel(model(LINES, { nobody: { value: 1 }, growth: { 2023: 1 }, scale: { value: 1, 2099: 1 } }));
    expect(found.map(({ line }) => line)).toEqual(['nobody', 'growth', 'scale', 'scale']);
  });
});
