import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { modelFromFile } from '../../build/modelFiles.ts';
import { faultInWords } from '../../src/i18n/modelFile.ts';
import { printModelFile } from '../../src/modelFile/file.ts';
import { NotAModel } from '../../src/modelFile/problems.ts';
import { documentOf, readModelFile } from '../../src/modelFile/read.ts';

const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

const fileOf = (lines: string, rest = ''): string =>
  `foresheet: 1\nname: A\ntime: 2022..2024\n${rest}lines:\n${lines}\n`;
const linesOf = (lines: string, rest?: string) => readModelFile(fileOf(lines, rest), 'own-a').model.lines;

const told = (lines: string, rest?: string) => {
  try {
    readModelFile(fileOf(lines, rest), 'own-a');
  } catch (error) {
    if (!(error instanceof NotAModel)) throw error;
    for (const problem of error.problems)
      for (const lang of ['en', 'zh'] as const) expect(faultInWords(problem, lang)).toMatch(/[.。]$/);
    return error.problems.map(({ kind, line, column }) => [kind, line, column]);
  }
  return [];
};

const SHOPS =
  'lists:\n  shops:\n    north: {name: North, zh: 北, rent: 4000}\n    south: {name: South, zh: 南, rent: 2500}\n';

describe('lines that are said once', () => {
  it('stand for each item of a list, where they are, with its names filled in', () => {
    const lines = linesOf(
      [
        '  first: {value: 1}',
        '  rent_<id>: {each: shops, label: {en: "Rent, <name>", zh: 租金：<zh>}, value: <rent> EUR}',
        '  takings:',
        '    each: shops',
        '    lines:',
        '      visits_<id>: {value: 9}',
        '      sales_<id>: {formula: "{visits_<id>}*2 + toward({rent_<id>}, 1, 2)"}',
        '  last: {value: 2}',
      ].join('\n'),
      SHOPS,
    );
    expect(lines.map(({ id }) => id)).toEqual([
      ...['first', 'rent_north', 'rent_south', 'visits_north', 'sales_north', 'visits_south', 'sales_south', 'last'],
    ]);
    expect(lines[1]).toMatchObject({ label: { en: 'Rent, North', zh: '租金：北' }, value: 4000, unit: 'EUR' });
    expect(lines[6]).toMatchObject({ formula: '={visits_south}*2 + (1+({rent_south}-1)*2)' });
  });

  it('stand where a block is used, with what stands beside it; what may be missing is left out', () => {
    const blocks = 'blocks:\n  limit:\n    <key>: {label: <label>, value: <value>, range: 0..<high>, note: <note?>}\n';
    const lines = linesOf(
      [
        '  top: {use: limit, label: {en: Top, zh: 上限}, value: 3 %, high: 9, note: Look twice}',
        '  low: {use: limit, label: Low, value: 2, high: 4}',
      ].join('\n'),
      blocks,
    );
    expect(lines).toMatchObject([
      { id: 'top', label: { en: 'Top', zh: '上限' }, value: 0.03, range: { high: 0.09 }, note: { en: 'Look twice' } },
      { id: 'low', label: { en: 'Low' }, value: 2, range: { high: 4 } },
    ]);
    expect(lines[1]).not.toHaveProperty('note');
  });

  it.each([
    ['a name that nothing is said of', '  x_<id>: {each: shops, label: <nam> x, value: 1}', [['notGiven', 9, 32]]],
    ['something that has no name to stand for', '  x: {use: b, p: 1, q: 2}', [['notAsked', 12, 21]], 'b'],
    ['a block that is not there', '  x: {use: c}', [['noBlock', 12, 12]], 'b'],
    ['a list that is not there', '  x_<id>: {each: shop, value: 1}', [['noList', 9, 18]]],
    ['an id twice', '  x: {each: shops, value: 1}', [['twice', 9, 3]]],
    [
      'a key that is none, where it stands in the block',
      '  x: {use: b, p: 1}\n  y: {use: b, p: 1}',
      [['unknownKey', 10, 13]],
      'wrong',
    ],
    ['a formula in the block', '  x: {use: b, p: 1}', [['noLine', 10, 23]], 'nope'],
    ['a word that is no key', '  x_<id>: {each: shops, line: {a_<id>: {value: 1}}}', [['unknownKey', 9, 25]]],
    ['an item that says nothing', '  x_<id>: {each: {a: 5}, value: 1}', [['wrongKind', 9, 22]]],
    ['a name that no line can have', '  <p>: {each: {a: {p: __proto__}}, value: 1}', [['id', 9, 3]]],
    ['lines that are no map', '  x: {each: shops, lines: 3}', [['wrongKind', 9, 27]]],
  ])('tell of %s', (_, lines, expected, which?: string) => {
    const block =
      which === undefined
        ? ''
        : `blocks:\n  b:\n    <key>: {${which === 'wrong' ? 'valu: <p>' : which === 'nope' ? 'formula: "{nope}+<p>"' : 'value: <p>'}}\n`;
    expect(told(lines, SHOPS + block)).toEqual(expected);
  });

  it('are bounded in lines and letters', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `i_${i}: {}`).join(', ');
    const group = (i: number) =>
      `  g_${i}: {each: l, lines: {${Array.from({ length: 30 }, (_, j) => `a_${i}_${j}_<id>: {value: 1}`).join(', ')}}}`;
    const lines = Array.from({ length: 4 }, (_, i) => group(i)).join('\n');
    expect(told(lines, `lists: {l: {${many(300)}}}\n`)[0]?.[0]).toBe('many');
    const long = `  x_<id>: {each: l, value: 1, note: ${'<text>'.repeat(300)}}`;
    expect(told(long, `lists: {l: {${many(2_000).replaceAll('{}', `{text: ${'x'.repeat(20)}}`)}}}\n`)[0]?.[0]).toBe(
      'pieceLong',
    );
  });

  it('are exported as they stand where nothing was changed, and one by one where something was', () => {
    const text = fileOf('  rent_<id>: {each: shops, label: Rent of <name>, value: <rent> EUR}', SHOPS);
    const read = readModelFile(text, 'own-a');
    const printed = (about: string) =>
      printModelFile({
        ...read,
        model: { ...read.model, about: { en: about, zh: about } },
        scenarios: documentOf(read).scenarios,
      });
    expect(printed('')).toBe(text);
    expect(readModelFile(printed('Changed'), 'own-a').model.lines).toEqual(read.model.lines);
  });
});

describe('what a model says in short', () => {
  const FIGURES = [
    'figures:\n  f: {region: R, variable: v, definition: d, period: 2023, value: 15, unit: "%", kind: observed, reported: 2024, source: s}',
    'sources: {s: {publisher: P, date: 2024, grade: A}}\n',
  ].join('\n');

  it('an input that takes a figure has its unit, and one that takes the year of it is a year', () => {
    expect(
      linesOf('  a: {value: 15 %, figure: f}\n  b: {figure: f}\n  c: {figure: f, take: year}', FIGURES),
    ).toMatchObject([{ value: 0.15, unit: 'percent' }, { unit: 'percent' }, { unit: 'year' }]);
  });

  it('a label by its languages, a judgement, terms, conditions, and figures like one', () => {
    const rest = `${FIGURES}charts: [{lines: [b], figures: f}]\nanswer:\n  line: b\n  terms: {x: b@2023 as amount, y: abs b@2024 as short, z: f as share}\n  clauses:\n    - {when: b@2023 > 0, text: "{x} {y}"}\n    - {when: [b@2024 is none, f later], text: "{z}"}\n`;
    const { model } = readModelFile(
      fileOf('  a: {en: A, zh: 甲, value: 1, range: 0..2, judged: so}\n  b: {formula: "{a}"}', rest),
      'own-a',
    );
    expect(model.lines[0]).toMatchObject({
      label: { en: 'A', zh: '甲' },
      range: { rationale: { en: 'Judgement: so', zh: '判断：so' } },
    });
    expect(model.charts).toEqual([{ line: 'b', figures: { region: 'R', variable: 'v', definition: 'd' } }]);
    expect(model.answer).toMatchObject({
      terms: {
        x: { cell: 'b@2023', format: 'amount' },
        y: { cell: 'b@2024', format: 'short', abs: true },
        z: { figure: 'f', format: 'share' },
      },
      clauses: [
        { when: [{ cell: 'b@2023', is: '>0' }] },
        {
          when: [
            { cell: 'b@2024', is: 'none' },
            { figure: 'f', reported: 'later' },
          ],
        },
      ],
    });
    expect(told('  a: {label: A, en: B, value: 1}')).toEqual([['mixed', 5, 17]]);
    const answer = (text: string) => told('  b: {value: 1, per_period: true}', `answer: {line: b, ${text}}\n`);
    expect(answer('terms: {x: b as money}')).toEqual([['term', 4, 30]]);
    expect(answer('terms: {x: f as share}')).toEqual([['noTarget', 4, 30]]);
    expect(answer('clauses: [{when: b is big, text: x}]')).toEqual([['condition', 4, 36]]);
    expect(answer('clauses: [{when: nobody later, text: x}]')).toEqual([['noTarget', 4, 36]]);
    expect(answer('clauses: [{when: c > 0, text: x}]')).toEqual([['noLine', 4, 36]]);
  });
});

describe('the files of the models that ship', () => {
  const files = ['models', 'models/shared'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`),
  );

  it.each(files)('have no line that an editor would cut: %s', (file) => {
    const long = readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => [...line].length > 160);
    expect(long).toEqual([]);
  });

  it('fail the build with file, line and column where something is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foresheet-'));
    const file = join(folder, 'small.yaml');
    writeFileSync(file, fileOf('  a: {formula: "{b}"}'));
    await expect(modelFromFile(file)).rejects.toThrow(/small\.yaml:5:17: There is no line “b”\.$/);
    writeFileSync(file, `id: other\n${fileOf('  a: {value: 1}')}`);
    await expect(modelFromFile(file)).rejects.toThrow('the model calls itself "other"');
  });
});
