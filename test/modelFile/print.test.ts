import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dividedAt, typedIn } from '../../src/document/boundary.ts';
import { distinct } from '../../src/document/charts.ts';
import type { Scenario } from '../../src/document/document.ts';
import { cellPeriods } from '../../src/model/coarse.ts';
import type { Content } from '../../src/model/content.ts';
import { hasPeriods, type InputRange, type Line, type MeasuredLine } from '../../src/model/line.ts';
import { CHART_KINDS, type Model } from '../../src/model/model.ts';
import { LONGER, PER_YEAR, type Periods, periodsOf, periodText, stepOf } from '../../src/model/periods.ts';
import { KNOWN_UNITS } from '../../src/model/units.ts';
import { printModelFile } from '../../src/modelFile/file.ts';
import { documentOf, readModelFile } from '../../src/modelFile/read.ts';
import { SUBSCRIPTIONS, yearly } from '../fixtures/modelFiles.ts';
import { runs } from '../runs.ts';

const words = fc.oneof(
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.constantFrom(
    'a: b',
    'see #3',
    '{x}',
    '- x',
    "it's",
    '"q"',
    'true',
    '12',
    '1,200',
    '~',
    '=1',
    'é 基准 😀',
    ' x ',
    'a\nb',
  ),
);
const said = fc.oneof(
  words.map((text) => ({ en: text, zh: text })),
  fc.record({ en: words, zh: words }),
);
const number = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    fc.integer({ min: -999, max: 999 }),
  )
  .map((n) => n / 1000)
  .map((n) => (n === 0 ? 0 : n));
const unit = fc.constantFrom(...KNOWN_UNITS.filter((one) => one !== 'check'));
const given = <T, K extends string>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((v) => (v === undefined ? {} : { [key]: v }) as { [P in K]?: T });
const joined = <T>(...parts: fc.Arbitrary<object>[]): fc.Arbitrary<T> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as T);

const formula = fc.constantFrom(
  '=1',
  '=2*{a}',
  '={a}+1',
  '=SUM({a@all})',
  '==1',
  '=5 firms',
  '',
  '="{x}, # : "&1',
  '=IF({a}>1,1,0)',
);
const measured = (id: string) => [
  fc.record({ id: fc.constant(id), label: said, unit }),
  given('decimals', fc.integer({ min: 0, max: 12 })),
  given('rollup', fc.constantFrom('sum', 'last', 'mean', 'compound', 'none')),
  given('note', said),
];
const range = fc
  .tuple(number, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), fc.double({ min: 1e-9, max: 1e3, noNaN: true }), said)
  .map(([low, width, step, rationale]): InputRange => ({ low, high: low + width, step, rationale }))
  .filter(({ low, high }) => low < high);

const line = (id: string, periods: Periods): fc.Arbitrary<Line> =>
  fc
    .constantFrom(undefined, ...LONGER.filter((one) => PER_YEAR[one] <= PER_YEAR[stepOf(periods)]))
    .chain((step) => lineIn(id, periods, step ? { step } : {}));

/** A line whose own periods may be longer. */
const lineIn = (id: string, periods: Periods, own: Pick<MeasuredLine, 'step'>): fc.Arbitrary<Line> => {
  const cells = cellPeriods({ kind: 'input', id, label: { en: '', zh: '' }, unit: '', ...own }, periods);
  const second = cells[1] ?? periods.last;
  const { last } = periods;
  return fc.oneof(
    joined<Line>(fc.record({ kind: fc.constant('heading'), id: fc.constant(id), label: said }), given('note', said)),
    joined<Line>(
      fc.constant({ kind: 'input' }),
      ...measured(id),
      given('value', number),
      Object.keys(own).length > 0 ? fc.constant({ perPeriod: true, ...own }) : given('perPeriod', fc.boolean()),
    ),
    range.chain((found) =>
      joined<Line>(
        fc.constant({ kind: 'input', range: found }),
        ...measured(id),
        given('value', fc.constantFrom(found.low, found.high)),
      ),
    ),
    joined<Line>(
      fc.constant({ kind: 'series', ...own }),
      ...measured(id),
      fc.record({ formula }),
      given(
        'first',
        formula.filter((text) => text !== ''),
      ),
      given('values', fc.record({ [second]: number, [last]: words.map((text) => ({ text })) })),
      given('exceptions', fc.constant([second, last])),
      given('start', fc.constantFrom(...cells)),
    ),
    joined<Line>(fc.constant({ kind: 'result' }), ...measured(id), fc.record({ formula })),
  );
};

const content: fc.Arbitrary<Content> = fc.oneof(
  number,
  words.map((text) => ({ text })),
  fc.constantFrom<Content>('model', { formula: '={a}*2' }, { formula: '=1' }),
);

const PERIODS: readonly Periods[] = [
  { first: 2022, last: 2026 },
  { first: 24312, last: 24320, step: 'month' },
  { first: 24312, last: 24320, step: 'month', yearStart: 4 },
  { first: 4 * 2026, last: 4 * 2026 + 5, step: 'quarter' },
  { first: 2015, last: 2050, list: [2015, 2020, 2021, 2022, 2023, 2030, 2050] },
  { first: 24312, last: 24399, step: 'month', list: [24312, 24313, 24320, 24399] },
];

const models: fc.Arbitrary<{ model: Model; scenarios: readonly Scenario[] }> = fc
  .constantFrom(...PERIODS)
  .chain((periods) =>
    fc.tuple(line('b', periods), line('c_d', periods), line('e', periods)).chain((others) => {
      const a: Line = { kind: 'input', id: 'a', label: { en: 'A', zh: 'A' }, unit: 'firms', value: 3 };
      const lines = [a, ...others];
      const held = others.filter(({ kind }) => kind !== 'heading');
      const slots = (one: Line) => (hasPeriods(one) ? cellPeriods(one, periods).map(String) : ['value']);
      const cell = (one: Line) => fc.record({ slot: fc.constantFrom(...slots(one)), held: content });
      const overrides = fc
        .tuple(...held.map((one) => fc.array(cell(one), { maxLength: 3 }).map((cells) => [one.id, cells] as const)))
        .map((all) =>
          Object.fromEntries(
            all
              .filter(([, cells]) => cells.length > 0)
              .map(([id, cells]) => [id, Object.fromEntries(cells.map((one) => [one.slot, one.held]))]),
          ),
        );
      const scenario = (id: string) =>
        joined<Scenario>(
          fc.record({ id: fc.constant(id), name: fc.oneof(words, said), note: fc.oneof(words, said), overrides }),
          given('colour', fc.integer({ min: 1, max: 6 })),
        );
      return fc
        .record({
          base: scenario('base'),
          rise: scenario('rise'),
          name: said,
          about: said,
          until: fc.constantFrom(periods.first - 1, ...periodsOf(periods)),
        })
        .map(({ base, rise, name, about, until }) => ({
          scenarios: [base, rise],
          model: {
            id: 'own-a',
            version: 1,
            name,
            about,
            periods,
            observedUntil: until,
            lines: lines.map((one) =>
              one.kind === 'series' ? dividedAt(one, typedIn(one) ?? {}, until, periods) : one,
            ),
            scenarios: [],
            charts: lines.filter(hasPeriods).map(({ id }, i) => ({
              line: id,
              as: CHART_KINDS[i % CHART_KINDS.length] ?? 'lines',
              ...(i % 2 ? { show: 'index', log: true, split: 'lines', span: 'round' } : { title: name, note: about }),
            })),
            answer: { line: 'a', terms: {}, clauses: [] },
            warnings: lines.flatMap(({ id, kind }) =>
              kind === 'result' ? [{ check: id, at: 'a', severity: 'error' as const, text: name }] : [],
            ),
            known: ['latest'],
            exchange: '',
          },
        }));
    }),
  );

/** Plain data in which what is the same in both languages is one text. */
const plain = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (_, value) => (value?.en !== undefined && value.en === value.zh ? value.en : value));

describe('a model that is printed', () => {
  it('comes back as it was, whatever it says', () => {
    fc.assert(
      fc.property(models, ({ model, scenarios }) => {
        const text = printModelFile({ model, scenarios, figures: [], sources: [] });
        const { model: back } = readModelFile(text, 'own-a');
        const { source, scenarios: got, ...rest } = back;
        const { scenarios: _, ...wanted } = model;
        expect(source).toBe(text);
        expect(plain(rest)).toEqual(plain(wanted));
        expect(plain(got)).toEqual(plain(scenarios));
        // What is canonical is printed as it stands, also where nobody remembers its text.
        expect(printModelFile({ model: { ...rest, scenarios: [] }, scenarios, figures: [], sources: [] })).toBe(text);
      }),
      runs(300, 20_000),
    );
  });

  it('is the file from which it was opened, to the last letter, where nothing was changed', () => {
    for (const text of [SUBSCRIPTIONS, `\uFEFF${SUBSCRIPTIONS.replaceAll('\n', '\r\n')}`]) {
      const read = readModelFile(text, 'own-a');
      expect(printModelFile({ ...read, scenarios: documentOf(read).scenarios })).toBe(text);
    }
  });

  it('keeps the comments of its file where it was changed', () => {
    const text = `# Head\n\n${yearly(
      '  # Above a\n  a: {value: 3 firms} # behind a\n  b:\n    # within b\n    value: 4 firms\n  # below',
      'known: [latest] # behind known\n# foot\n',
    )}`;
    const read = readModelFile(text, 'own-a');
    const lines = read.model.lines.map((one) => (one.id === 'a' ? { ...one, value: 5 } : one)) as Line[];
    const printed = printModelFile({ ...read, model: { ...read.model, lines }, scenarios: read.model.scenarios });
    expect(printed).toBe(
      [
        '# Head',
        '',
        'foresheet: 1',
        'name: A',
        'time: 2022..2030',
        'lines:',
        '  # Above a',
        '  a: {value: 5 firms}  # behind a',
        '  b:',
        '    # within b',
        '    value: 4 firms',
        '  # below',
        '',
        '# foot',
        '',
      ].join('\n'),
    );
  });

  it('keeps the comments of lists at what they are of, also where it stands elsewhere by then', () => {
    const text = yearly(
      '  a: {value: 3 firms}\n  b: {formula: "{a}"}\n  c: {formula: "{a}"}\n  d:\n    value: 1\n    unit: index # said',
      `known:
  # k0
  - 2023-11 # b0

  - latest # b1
charts: # all charts
  # gone
  - {lines: [c]} # with it
  # above b
  - {lines: [b]} # behind b
  # above wide
  - lines: [b, c] # behind lines
    # above as
    as: bars # behind as
  # below charts
warnings:
  # of the check
  - {check: r, at: b, severity: error, text: x} # behind it
`,
    ).replace('  d:\n', '  r: {result: "{a}"}\n  d:\n');
    const read = readModelFile(text, 'own-a');
    const { charts, ...rest } = read.model;
    // A file gives charts no ids: by their order, of two that one line leads the second has one.
    const named = (list: typeof charts) => distinct(list.map(({ id: _, ...chart }) => chart));
    const model = { ...rest, charts: named(charts.filter(({ line }) => line !== 'c').reverse()) };
    const printed = printModelFile({ ...read, model, scenarios: read.model.scenarios });
    const from = (mark: string) => printed.slice(printed.indexOf(mark));
    for (const kept of [
      'k0',
      'b0',
      'b1',
      'all charts',
      'above b',
      'behind b',
      'above wide',
      'behind lines',
      'above as',
    ])
      expect(printed).toContain(`# ${kept}\n`);
    for (const kept of ['behind as', 'below charts', 'of the check', 'behind it', 'said'])
      expect(printed).toContain(`# ${kept}\n`);
    expect(printed).not.toMatch(/# (gone|with it)/);
    expect(from('known:')).toMatch(/^known:\n {2}# k0\n {2}- 2023-11 {2}# b0\n/);
    expect(from('charts:')).toMatch(
      /^charts: {2}# all charts\n {2}# above wide\n {2}- lines: \[b, c\] {2}# behind lines\n {4}# above as\n {4}as: bars {2}# behind as\n {2}# above b\n {2}- \{lines: \[b\]\} {2}# behind b\n/,
    );
    expect(printed).toMatch(/ {2}# of the check\n {2}# behind it\n {2}r: /);
    const back = readModelFile(printed, 'own-a');
    expect(plain({ ...back.model, source: '' })).toEqual(plain({ ...model, source: '' }));
    // Printed once more, all of them are there still.
    const again = { ...back.model, name: { en: 'B', zh: 'B' } };
    const twice = printModelFile({ ...back, model: again, scenarios: back.model.scenarios });
    expect(twice.replace('name: B', 'name: A')).toBe(printed);
  });

  it('has no line that is too long to read, but for texts that are', () => {
    const read = readModelFile(SUBSCRIPTIONS, 'own-a');
    const { source: _, ...model } = read.model;
    const text = printModelFile({ ...read, model, scenarios: documentOf(read).scenarios });
    expect(Math.max(...text.split('\n').map((one) => one.length))).toBeLessThanOrEqual(160);
    expect(text).toContain(
      '\n  churn:       {value: 2.1 %, range: 0.5..6 by 0.1, why: Trailing year of the billing system}\n',
    );
    expect(text).toContain(`\n  runs_out:    {check: "MIN({cash@all}) < 0", at: cash, text: Cash runs out}\n`);
    expect(text).toContain(`time: ${periodText(read.model.periods.first, stepOf(read.model.periods))}..2028-12`);
  });
});
