import { describe, expect, it } from 'vitest';
import { composeAnswer } from '../../src/analysis/answer.ts';
import { isKnown, wholeYear } from '../../src/model/figure.ts';
import { hasPeriods, type Input, isScalar, type Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { parseFormula } from '../../src/model/notation.ts';
import { periodsOf } from '../../src/model/periods.ts';
import type { Lang, Text } from '../../src/model/text.ts';
import { unitSpec } from '../../src/model/units.ts';
import { RESOLVED, resolved, SEEDS, SHIPPED, values } from './shipped.ts';

const each = RESOLVED.map((model) => [model.id, model] as const);

/** Every text of a model, with where it stands. */
function textsOf(model: Model): [string, Text][] {
  const found: [string, Text][] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const candidate = value as Partial<Text>;
    if (typeof candidate.en === 'string' && typeof candidate.zh === 'string') found.push([path, candidate as Text]);
    else for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`);
  };
  walk(model, model.id);
  return found;
}

const inputs = (model: Model) => model.lines.filter((line): line is Input => line.kind === 'input');
const formulasOf = (line: Line): string[] => {
  if (line.kind === 'result') return [line.formula];
  return line.kind === 'series' ? [line.formula, ...(line.first ? [line.first] : [])] : [];
};

describe.each(each)('the texts of %s', (_id, model) => {
  const texts = textsOf(model);

  it('exist in both languages', () => {
    expect(
      texts.filter(([, { en, zh }]) => en.trim() === '' || zh.trim() === '' || /[\u4e00-\u9fff]/.test(en)),
    ).toEqual([]);
    expect(texts.filter(([, { zh }]) => !/[\u4e00-\u9fff]/.test(zh))).toEqual([]);
  });

  it('use Chinese punctuation, and count money in 亿', () => {
    expect(texts.filter(([, { zh }]) => /[,;:!?()"]|\.$|十亿/.test(zh.replace(/\(1\+.*?\)/g, '')))).toEqual([]);
  });

  it('say of each assumption on what it rests, and call a judgement one', () => {
    for (const { id, range, figure } of inputs(model)) {
      if (!range) continue;
      const judged = range.rationale.en.startsWith('Judgement: ');
      expect(judged, id).toBe(range.rationale.zh.startsWith('判断：'));
      if (!judged) expect(figure !== undefined || (range.basis?.length ?? 0) > 0, id).toBe(true);
    }
  });
});

describe.each(each)('the lines of %s', (_id, model) => {
  it('start each assumption within its range and on one of its steps', () => {
    for (const { id, value = Number.NaN, range } of inputs(model)) {
      if (!range) continue;
      const steps = (value - range.low) / range.step;
      expect(value >= range.low && value <= range.high, id).toBe(true);
      expect(Math.abs(steps - Math.round(steps)), `${id}: a slider could not stand on its default`).toBeLessThan(1e-6);
    }
  });

  it('keep numbers out of formulas, but for constants of the equations', () => {
    // 2: halving and squares; 4: the quadratic formula; 9: digits down to the yuan; 1000: million to billion;
    // 2025: the year for which a closed form holds.
    const constants = new Set(['0', '1', '2', '4', '9', '1000', '2025']);
    const found = model.lines.flatMap((line) =>
      formulasOf(line).flatMap((formula) =>
        parseFormula(formula).flatMap((part) =>
          'text' in part ? [...part.text.matchAll(/(?<![\w.])\d+(\.\d+)?/g)].map(([digits]) => [line.id, digits]) : [],
        ),
      ),
    );
    expect(found.filter(([, digits]) => !constants.has(digits ?? ''))).toEqual([]);
  });

  it('take years from figures of one whole year, or the last of several', () => {
    for (const line of inputs(model)) {
      if (line.take !== 'year') continue;
      const figure = SEEDS.figures.get(line.figure ?? '');
      expect(figure && (wholeYear(figure) ?? /-\d{4}$/.test(figure.period)), line.id).toBeTruthy();
      expect(line.value, line.id).toSatisfy((year: number) => Number.isInteger(year) && year > 2000 && year < 2100);
    }
  });
});

describe.each(each)('what %s declares', (_id, model) => {
  const line = (id: string) => model.lines.find((l) => l.id === id);
  const cellExists = (cell: string) => {
    const [id = '', year] = cell.split('@');
    const found = line(id);
    if (!found) return false;
    return year === undefined ? isScalar(found) : hasPeriods(found) && periodsOf(model.periods).includes(Number(year));
  };

  it('charts lines that exist, beside figures that exist', () => {
    expect(model.charts[0]?.line).toBe(model.answer.line);
    for (const { line: id, figures, beside } of model.charts) {
      const [main, ...others] = [id, ...(beside ?? [])].map(line);
      expect(main && hasPeriods(main), id).toBe(true);
      for (const other of others) expect(other && hasPeriods(other), id).toBe(true);
      if (!figures) continue;
      const unit = main && main.kind !== 'heading' ? main.unit : 'index';
      const same = [...SEEDS.figures.values()].filter(
        (f) => f.region === figures.region && f.variable === figures.variable && f.definition === figures.definition,
      );
      expect(
        same.some((f) => unitSpec(f.unit).form === unitSpec(unit).form),
        id,
      ).toBe(true);
    }
  });

  it('answers with terms and cells that exist', () => {
    const { terms, clauses } = model.answer;
    for (const [name, term] of Object.entries(terms))
      if ('cell' in term) expect(cellExists(term.cell), name).toBe(true);
    const used = new Set<string>();
    for (const { text, when } of clauses) {
      for (const lang of ['en', 'zh'] as const)
        for (const [, name = ''] of text[lang].matchAll(/\{(\w+)\}/g)) used.add(name);
      for (const { cell, figure } of when ?? []) {
        if (cell !== undefined) expect(cellExists(cell), cell).toBe(true);
        if (figure !== undefined) expect(SEEDS.figures.has(figure), figure).toBe(true);
      }
    }
    for (const name of ['known', 'scenario']) used.delete(name);
    expect([...used].sort()).toEqual(Object.keys(terms).sort());
  });

  it('warns by checks of its own, each once', () => {
    const checks = model.lines.filter((l) => l.kind === 'result' && l.unit === 'check').map(({ id }) => id);
    expect(model.warnings.map(({ check }) => check).sort()).toEqual(checks.sort());
    for (const { at } of model.warnings) expect(line(at)?.kind, at).toMatch(/series|result/);
  });

  it('opens at a date by which its answer is not yet told', () => {
    const reported = model.answer.clauses.flatMap(({ when }) => when ?? []).flatMap(({ figure }) => figure ?? []);
    for (const id of reported) {
      const figure = SEEDS.figures.get(id);
      expect(figure && isKnown(figure, model.known[0] ?? 'latest'), id).toBe(false);
      expect(model.known.at(-1)).toBe('latest');
    }
  });

  it('converts by its own rate', () => {
    expect(line(model.exchange)).toMatchObject({ kind: 'input', unit: 'yuan per US$' });
  });
});

describe('the answers', () => {
  const say = (id: string, scenario: string, known: string, lang: Lang) => {
    const model = resolved(id);
    const read = values(id);
    const value = (line: string, slot: 'value' | number) => {
      const found = read(scenario, line, slot);
      return typeof found === 'number' ? found : undefined;
    };
    const pieces = composeAnswer(model.answer, {
      value,
      figures: SEEDS.figures,
      known,
      lang,
      money: 'bn yuan',
      yuanPerDollar: 7.2957,
      scenario: scenario === 'base' ? undefined : model.scenarios.find((s) => s.id === scenario)?.name[lang],
    });
    return pieces
      ?.map(({ text }) => text)
      .join('')
      .replace(/\u00a0/g, ' ');
  };

  it.each([
    [
      'guangdong',
      'base',
      '2023-11',
      'en',
      'As known in November 2023: at 15.3 % a year Guangdong reaches 230 bn yuan in 2025, 70 bn (23.4 %) short of its 300 bn target; it needs 26.0 % a year from 150 bn in 2022. Reported since: over 300 bn.',
    ],
    [
      'guangdong',
      'base',
      '2023-11',
      'zh',
      '据2023年11月已知数据，若年均增长15.3%，2025年广东人工智能核心产业规模约2299亿元，比3000亿元目标少701亿元（23.4%）；如期达标，2022—2025年年均增速须达26.0%。后续公布：2025年超过3000亿元。',
    ],
    [
      'china',
      'base',
      '2023-11',
      'en',
      'As known in November 2023: at 16.0 % a year China’s core AI industry reaches 780 bn yuan in 2025 (768 bn if growth saturates); Guangdong’s target is 38.4 % of it. Reported since: over 1,200 bn in 2025.',
    ],
    [
      'china',
      'base',
      '2023-11',
      'zh',
      '据2023年11月已知数据，若年均增长16.0%，全国人工智能核心产业规模将由2022年的5000亿元增至2025年的7804亿元（考虑饱和为7681亿元），广东目标约占38.4%。后续公布：2025年超过1.2万亿元。',
    ],
    [
      'regions',
      'base',
      '2024-12',
      'en',
      'As known in December 2024: among regions that report core industry scale, Beijing reaches 303 bn yuan and Guangdong 230 bn in 2025. Shanghai and Hangzhou count differently and are not ranked. Reported since: Beijing over 450 bn (estimate), Guangdong over 300 bn.',
    ],
    [
      'regions',
      'base',
      '2024-12',
      'zh',
      '据2024年12月已知数据，以核心产业口径计，2025年北京约3025亿元、广东约2299亿元；上海、杭州统计口径不同，不参与排名。后续公布：2025年北京超过4500亿元（初步测算），广东超过3000亿元。',
    ],
    [
      'shanghai',
      'base',
      '2023-11',
      'en',
      'As known in November 2023: at 15.0 % a year Shanghai reaches 581 bn yuan in 2025, past its 400 bn target; the 11 measures add 17 bn by assumption. Reported since: 435 bn in the first nine months of 2025.',
    ],
    [
      'shanghai',
      'base',
      '2023-11',
      'zh',
      '据2023年11月已知数据，若年均增长15.0%，2025年上海规上人工智能产业规模约5811亿元，已超4000亿元目标；按假设，11条措施再增约166亿元。后续公布：2025年前三季度为4355亿元。',
    ],
  ] as const)('%s, %s, as known in %s, in %s', (id, scenario, known, lang, expected) => {
    expect(say(id, scenario, known, lang)).toBe(expected);
  });

  it('say in “All levers on” that the levers come too late', () => {
    expect(say('guangdong', 'levers', '2023-11', 'en')).toContain(
      'Levers that start in 2024 come too late: it would take 2.23 times as much.',
    );
    expect(say('guangdong', 'levers', '2023-11', 'zh')).toContain(
      '2024年起的政策见效过晚，力度须达到2.23倍方能如期达标。',
    );
    expect(say('guangdong', 'decoupling', '2023-11', 'en')).not.toContain('Levers');
  });

  it('say on the required path that the target is just reached', () => {
    expect(say('guangdong', 'required', 'latest', 'en')).toMatch(
      /: at 26\.0 % a year from 150 bn in 2022 Guangdong just reaches its target of 300 bn yuan in 2025\. Held for ever, 26\.0 % a year would pass the whole nation in 2034\. Reported: over 300 bn\.$/,
    );
  });

  it('can be given in each scenario, at each date and in both languages', () => {
    for (const model of SHIPPED)
      for (const scenario of model.scenarios)
        for (const known of model.known)
          for (const lang of ['en', 'zh'] as const) {
            const text = say(model.id, scenario.id, known, lang);
            expect(text, `${model.id} ${scenario.id}`).toBeTruthy();
            expect(text).not.toMatch(/[{}]|no answer|暂无结论| {2}/);
          }
  });
});
