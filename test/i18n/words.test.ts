import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTemplate, TEMPLATES } from '../../src/templates.ts';
import { RESOLVED, SEEDS } from '../models/shipped.ts';
import { textsIn } from './sourceTexts.ts';
import { CHINESE, ENGLISH, GIVEN_UP, KEPT_IN_CHINESE, prose, type Rule, SPACES } from './wordRules.ts';

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Files whose sentences quote the syntax of a file, set off by spaces, or which quote titles of papers. */
const QUOTES_SYNTAX = /\/modelFile\.ts$/;
const QUOTES_TITLES = /\/(methods|modelFile|tables)\.ts$/;

/** English texts that quote Chinese, and a mark that stands before its word. */
const NO_CHINESE_PROSE: readonly RegExp[] = [/^Periods: /, /100 mn yuan/, /^\u25a1 亿元$/, /^[●○◆] /];

const ROOMS = ['i18n', 'state', 'view', 'analysis', 'excel'];
const ROOT = new URL('../../src/', import.meta.url);
const FILES = ROOMS.flatMap((room) =>
  readdirSync(new URL(`${room}/`, ROOT), { recursive: true })
    .map((file) => `${room}/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file)),
);
const WRITTEN = FILES.flatMap((file) =>
  textsIn(file, readFileSync(new URL(file, ROOT), 'utf8')).map((text) => ({ file, text })),
);
const CHINESE_TEXTS = WRITTEN.filter(({ text }) => isChinese(text) && !NO_CHINESE_PROSE.some((one) => one.test(text)));

/** Every text in both languages within a value, with where it stands. */
function pairsIn(value: unknown, at: string): { at: string; en: string; zh: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const { en, zh } = value as { en?: unknown; zh?: unknown };
  if (typeof en === 'string' && typeof zh === 'string') return [{ at, en, zh }];
  return Object.entries(value).flatMap(([key, child]) => pairsIn(child, `${at}.${key}`));
}
const OF_TEMPLATES = await Promise.all(TEMPLATES.map(async ({ id }) => pairsIn(await loadTemplate(id), id)));
const OF_MODELS = [...RESOLVED.map((model) => pairsIn(model, model.id)), ...OF_TEMPLATES].flat();
const OF_SEEDS = [...SEEDS.sources.values()].flatMap(({ id, publisherZh }) =>
  publisherZh ? [{ at: id, zh: publisherZh }] : [],
);

/** What breaks a rule, with where it stands. */
const broken = (texts: readonly { at: string; text: string }[], rules: readonly Rule[]): string[] =>
  rules.flatMap(({ rule, breaks }) =>
    texts.filter(({ text }) => breaks.test(text)).map(({ at, text }) => `${rule}: ${text} (${at})`),
  );

const CHINESE_EVERYWHERE = [
  ...CHINESE_TEXTS.map(({ file, text }) => ({ at: file, text })),
  ...OF_MODELS.map(({ at, zh }) => ({ at, text: zh })),
  ...OF_SEEDS.map(({ at, zh }) => ({ at, text: zh })),
];

describe('Chinese, in dictionaries, models, templates and seeds,', () => {
  const texts = CHINESE_EVERYWHERE.map(({ at, text }) => ({ at, text: prose(text) }));

  it('is written as official statistics write it', () => {
    expect(texts.length).toBeGreaterThan(2000);
    expect(broken(texts, CHINESE)).toEqual([]);
  });

  it('has no spaces within', () => {
    expect(
      broken(
        texts.filter(({ at }) => !QUOTES_SYNTAX.test(at)),
        [SPACES],
      ),
    ).toEqual([]);
  });

  it('has one word for one thing', () => {
    const rules = GIVEN_UP.map(([breaks, instead]) => ({ rule: `${instead} instead`, breaks }));
    expect(broken(texts, rules)).toEqual([]);
  });

  it('has no English left in it, but names, keys and formats', () => {
    const found = texts
      .filter(({ at }) => !QUOTES_TITLES.test(at) && !SEEDS.sources.has(at))
      .flatMap(({ at, text }) =>
        [...text.matchAll(/[A-Za-z]{2,}/g)]
          .filter(([word]) => !KEPT_IN_CHINESE.has(word))
          .map(([word]) => `${word}: ${text} (${at})`),
      );
    expect(found).toEqual([]);
  });
});

describe('English, in dictionaries and models,', () => {
  it('is written with its own marks, and in no words of a programmer', () => {
    const texts = [
      ...WRITTEN.filter(({ file, text }) => file.startsWith('i18n/') && !isChinese(text) && / /.test(text.trim())).map(
        ({ file, text }) => ({ at: file, text }),
      ),
      ...OF_MODELS.map(({ at, en }) => ({ at, text: en })),
    ];
    expect(broken(texts, ENGLISH)).toEqual([]);
  });
});

/** Dictionaries of both languages, as pairs of texts that stand in the same place. */
const PARTS = Object.entries(import.meta.glob<Record<string, unknown>>('../../src/i18n/*.ts', { eager: true })).flatMap(
  ([file, exported]) =>
    Object.entries(exported).flatMap(([name, part]) =>
      typeof part === 'object' && part !== null && 'en' in part && 'zh' in part
        ? [{ at: `${file.replace(/^.*\//, '')} ${name}`, ...(part as { en: unknown; zh: unknown }) }]
        : [],
    ),
);

function sideBySide(en: unknown, zh: unknown, at: string): { at: string; en: string; zh: string }[] {
  if (typeof en === 'string' && typeof zh === 'string') return [{ at, en, zh }];
  if (typeof en !== 'object' || en === null || typeof zh !== 'object' || zh === null) return [];
  return Object.entries(en).flatMap(([key, child]) =>
    sideBySide(child, (zh as Record<string, unknown>)[key], `${at}.${key}`),
  );
}

/** English words that are two things, and are told apart in Chinese. */
const TWO_THINGS: ReadonlySet<string> = new Set([
  // A scenario compared with another; the first and the last period.
  ...['From', 'To'],
  // Counted, and the length of a period.
  ...['half-years', 'quarters', 'months', 'Years', 'Quarters'],
  // Those within a year; how long those of a line are.
  'Its periods',
  // A column of a table that came from elsewhere is no line yet.
  'Variable',
  // A heading of an export; one of a scenario.
  'What',
  // A choice of a search; a button that ticks all.
  'All',
  // One of a table; its number in a file.
  'Row',
  // Between names; between clauses.
  ', ',
]);

it('one thing has one name in Chinese, wherever it stands in the interface', () => {
  const pairs = PARTS.flatMap(({ at, en, zh }) => sideBySide(en, zh, at)).filter(({ en }) => !TWO_THINGS.has(en));
  const names = new Map<string, Map<string, string>>();
  for (const { at, en, zh } of pairs) names.set(en, (names.get(en) ?? new Map<string, string>()).set(zh, at));
  const several = [...names].flatMap(([en, found]) =>
    found.size > 1 ? [`${en}: ${[...found].map(([zh, at]) => `${zh} (${at})`).join(', ')}`] : [],
  );
  expect(pairs.length).toBeGreaterThan(800);
  expect(several).toEqual([]);
});

describe('a text that breaks a rule is found:', () => {
  it.each([
    ['full-width punctuation', '规模约2299亿元,增长15%'],
    ['full-width punctuation', '产业规模(亿元)'],
    ['“ ” for quotes', '"产业规模"不在表中'],
    ['no mark twice', '已保存。。'],
    ['an ellipsis of one sign', '正在计算...'],
    ['a full dash in a span', '2022–2025年'],
    ['money in 亿 and 万', '约26 10亿元'],
    [SPACES.rule, '约2299 亿元'],
    [SPACES.rule, '输入 C 列'],
  ])('%s: %s', (rule, text) => {
    expect(broken([{ at: '', text: prose(text) }], [...CHINESE, SPACES]).map((one) => one.split(': ')[0])).toContain(
      rule,
    );
  });

  it.each(['如IF(除数=0, "", …)。', '可写作(1,234)或1,234-', '请另存为.xlsx后导入。', '写作2025-10'])(
    'but not %s',
    (text) => {
      expect(broken([{ at: '', text: prose(text) }], [...CHINESE, SPACES])).toEqual([]);
    },
  );

  it('also within functions and conditions', () => {
    expect(textsIn('a.ts', `const a = (n: number) => (n > 1 ? \`共\${n}项\` : '一项');`)).toEqual([
      '共\u25a1项',
      '一项',
    ]);
  });
});
