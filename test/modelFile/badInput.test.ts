import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultInWords } from '../../src/i18n/modelFile.ts';
import { CsvService } from '../../src/io/csv/service.ts';
import { MAX_CELL_LENGTH } from '../../src/model/content.ts';
import type { Fault } from '../../src/model/fileFault.ts';
import { readAsSaved } from '../../src/modelFile/saved.ts';
import { SUBSCRIPTIONS, yearly } from '../fixtures/modelFiles.ts';
import { runs } from '../runs.ts';

const ONE = '  a: {value: 1 EUR}';
const CAFE = yearly('  a: {value: 1 EUR, label: Café}');

/** What a file that a person opens comes to: its lines, or what is told of it. */
async function opened(file: string | Uint8Array<ArrayBuffer>, form: 'yaml' | 'json' = 'yaml') {
  const { document, failure } = await new CsvService().answer({ kind: 'document', file: new Blob([file]), form });
  const told = failure?.kind === 'model' ? failure.problems : [];
  for (const { line, column, ...fault } of told) {
    expect([line, column].every((one) => Number.isInteger(one) && one > 0)).toBe(true);
    for (const lang of ['en', 'zh'] as const) expect(faultInWords(fault as Fault, lang)).toMatch(/[.。]$/);
  }
  const places = told.map(({ line, column, kind }) => `${line}:${column} ${kind}`);
  return { lines: document?.own?.lines, told: places, failure: failure?.kind };
}

const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array<ArrayBuffer> => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((sign) => sign.charCodeAt(0));
  const view = new DataView(new ArrayBuffer(2 * units.length));
  for (const [i, unit] of units.entries()) view.setUint16(2 * i, unit, little);
  return new Uint8Array(view.buffer);
};
const latin = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const spliced = (before: string, bytes: readonly number[], after: string) =>
  Uint8Array.from([...latin(before), ...bytes, ...latin(after)]);

describe('a model file is read however it was saved:', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['with a mark of its bytes', `\uFEFF${CAFE}`],
    ['with the line breaks of Windows', CAFE.replaceAll('\n', '\r\n')],
    ['with those of an old Mac', CAFE.replaceAll('\n', '\r')],
    ['as UTF-16', utf16(CAFE, true, true)],
    ['as UTF-16 of the other order', utf16(CAFE, false, true)],
    ['as UTF-16 without its mark', utf16(CAFE, true, false)],
    ['behind dashes', `---\n${CAFE}`],
  ])('%s', async (_, file) => {
    expect((await opened(file)).lines).toMatchObject([{ id: 'a', value: 1, unit: 'EUR', label: { en: 'Café' } }]);
  });

  it('in a Chinese encoding', async () => {
    // 中国人的一年
    const bytes = [0xd6, 0xd0, 0xb9, 0xfa, 0xc8, 0xcb, 0xb5, 0xc4, 0xd2, 0xbb, 0xc4, 0xea];
    const { lines } = await opened(spliced(`${yearly(ONE).replace('name: A\n', '')}name: "`, bytes, '"\n'));
    expect(lines).toHaveLength(1);
  });
});

describe('what is wrong with a model file is told at its place, in both languages:', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>, string[]]>([
    ['bytes of an old Windows', latin(CAFE), ['5:31 encoding']],
    ['nothing in it', '', ['1:1 nothing']],
    ['blank lines alone', '\n\n  \n', ['1:1 nothing']],
    ['a list', '- foresheet: 1\n- b', ['1:1 foreign']],
    ['digits in groups by a space', yearly('  a: {value: 1 200 EUR}'), ['5:14 grouping']],
    ['by a comma of full width', yearly('  a: {value: 1，200 EUR}'), ['5:14 grouping']],
    ['by a point above', yearly("  a: {value: 1'200 EUR}"), ['5:14 grouping']],
    ['the same in the first period', yearly('  a: {first: 1 200 EUR, formula: 1}'), ['5:14 grouping']],
    ['digits of full width', yearly('  a: {value: １２％}'), ['5:14 wide']],
    ['colons of full width', 'foresheet：1\nname：A', ['1:10 wide', '2:5 wide']],
    ['one behind an id', yearly('  a：{value: 1}'), ['5:4 wide']],
    ['one in a map', yearly('  a: {value：1}'), ['5:12 wide']],
    ['a comma of full width between keys', yearly('  a: {value: 1 EUR，label: 甲}'), ['5:19 wide']],
    ['braces of full width', yearly('  a: ｛value: 1｝'), ['5:6 wide']],
    ['the same in a formula', yearly(`${ONE}\n  b: {formula: "｛a｝*2"}`), ['6:17 wide']],
    ['quotes of a text', yearly(`${ONE}\n  b: {formula: “{a}*2”}`), ['6:16 wide']],
    [
      'numbers that have no end',
      yearly('  a: {value: 1e999}\n  b: {value: .nan}\n  c: {value: -Infinity EUR}'),
      ['5:14 quantity', '6:14 quantity', '7:14 quantity'],
    ],
    ['dates as values', yearly('  a: {value: 2024-01-01}'), ['5:14 quantity']],
    ['marks of a merge', `<<<<<<< HEAD\n${yearly(ONE)}=======\n`, ['1:1 yaml']],
    ['a figure that is not there', yearly('  a: {unit: EUR, figure: f}'), ['5:26 noTarget']],
    ['the same under an assumption', yearly('  a: {value: 1, range: 0..2, basis: [f]}'), ['5:38 noTarget']],
    ['a figure in another unit', yearly('  a: {unit: USD, figure: f}', FIGURE), ['5:26 units']],
    [
      'dates of knowledge that are none',
      yearly(ONE, 'known: [2023-13, soon, latest, latest]'),
      ['6:9 wrongKind', '6:18 wrongKind', '6:32 twice'],
    ],
    ['a chart of no line', yearly(ONE, 'charts: [{lines: []}]'), ['6:18 noValue']],
    [
      'a place on the web that is none',
      yearly(ONE, FIGURE.replace('grade: A', 'grade: A, url: "javascript:x"')),
      ['9:50 wrongKind'],
    ],
    ['items that are a list', yearly('  x_<id>: {each: [a, b], value: 1}'), ['5:18 wrongKind']],
    [
      'more names than a piece may take',
      yearly('  a: {formula: "1"}', `pieces: {p: {takes: [${Array(21).fill('x')}], formula: <x>}}`),
      ['6:21 many'],
    ],
    ['an exchange that is no input', yearly(ONE, 'exchange: b'), ['6:11 noLine']],
    ['a publisher without a name', yearly(ONE, FIGURE.replace('publisher: Us', 'publisher: ""')), ['9:19 missing']],
    ['a date that is none', yearly(ONE, FIGURE.replace('date: 2024', 'date: 20')), ['9:29 wrongKind']],
    [
      'a formula that is too long with its sign',
      yearly(`  a: {formula: "${'1'.repeat(MAX_CELL_LENGTH)}"}`),
      ['5:16 long'],
    ],
  ])('%s', async (_, file, told) => {
    expect((await opened(file)).told).toEqual(told);
  });

  it.each<[string, string, string[]]>([
    ['a cell of no period', 'terms: {t: {cell: s, format: amount}}', ['7:37 noPeriod']],
    ['a cell of a period that is not there', 'terms: {t: {cell: s@2040, format: amount}}', ['7:37 periodRange']],
    ['a period of a scalar', 'terms: {t: {cell: a@2022, format: amount}}', ['7:37 noSlot']],
    ['a cell of no line', 'terms: {t: {cell: z@2022, format: amount}}', ['7:37 noLine']],
    ['a condition of no line', 'clauses: [{when: [{cell: z, is: number}], text: x}]', ['7:44 noLine']],
    ['a condition of no figure', 'clauses: [{when: [{figure: z, reported: known}], text: x}]', ['7:46 noTarget']],
    ['a condition without its cell', 'clauses: [{when: [{is: number}], text: x}]', ['7:38 needs']],
    ['a term that is not there', 'clauses: [{text: "{t} {known}"}]', ['7:36 noTerm']],
    ['a term by a name that is none', 'terms: {a b: {cell: a, format: amount}}', ['7:27 slug']],
  ])('in an answer, %s', async (_, answer, told) => {
    const file = yearly(`${ONE}\n  s: {formula: 1}`, `answer: {line: s, ${answer}}`);
    expect((await opened(file)).told).toEqual(told);
  });

  it.each<[string, string, string[]]>([
    ['comments of programs', '{\n // x\n "foresheet": 1}', ['2:2 yaml']],
    ['the same before it', '/* x */\n{"foresheet": 1}', ['1:1 yaml']],
    ['an end that is missing', '{"foresheet": 1, "name": "A", "lines": {"a": {"val', ['1:51 yaml']],
    ['an unknown key', '{"foresheet":1,"name":"A","time":"2022..2030","lines":{"a":{"valeu":1}}}', ['1:61 unknownKey']],
  ])('in JSON, %s', async (_, file, told) => {
    expect((await opened(file, 'json')).told).toEqual(told);
  });
});

const FIGURE = `figures:
  f: {variable: v, period: 2024, value: 15.3, unit: "%", kind: observed, reported: 2024, source: us}
sources:
  us: {publisher: Us, date: 2024, grade: A}`;

it('an input that names a figure of its file has its value and its unit, without saying them again', async () => {
  const { lines } = await opened(
    yearly('  a: {figure: f}\n  b: {figure: f, take: year}\n  c: {value: 3 %, figure: f}', FIGURE),
  );
  expect(lines).toMatchObject([
    { figure: 'f', value: 0.153, unit: 'percent' },
    { figure: 'f', value: 2024 },
    { value: 0.03 },
  ]);
});

it('a file of scenarios and their base has no more of them than a document', async () => {
  const scenarios = Array.from({ length: 200 }, (_, i) => `  s_${i}: {name: S}`).join('\n');
  expect((await opened(yearly(ONE, `scenarios:\n${scenarios}`))).told).toEqual(['6:1 many']);
});

it('a file that is cut, or typed into anywhere, is told or is a document: nothing else comes of it', () => {
  const slip = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\t',
    ...'{}[],:#"\'%&*!|>-=@～：，％'.split(''),
    '1,200',
    '1e999',
    'null',
    '__proto__',
    'a'.repeat(300),
    '{nope}',
    '2040',
    '""',
    '0',
  );
  const edit = fc.record({ at: fc.nat({ max: SUBSCRIPTIONS.length }), out: fc.nat({ max: 12 }), slip });
  const file = fc
    .array(edit, { minLength: 1, maxLength: 3 })
    .map((edits) =>
      edits.reduce((text, { at, out, slip: put }) => text.slice(0, at) + put + text.slice(at + out), SUBSCRIPTIONS),
    );
  fc.assert(
    fc.property(file, (text) => {
      const read = readAsSaved(text, 'own-a');
      if ('problems' in read) expect(read.problems.length).toBeGreaterThan(0);
    }),
    runs(1_500, 50_000),
  );
});
