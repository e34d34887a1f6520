import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { term } from '../src/i18n/terms.ts';
import { zh } from '../src/i18n/zh.ts';
import { readSeeds } from './seeds.ts';

const leaves = (value: object, path = ''): [string, unknown][] =>
  Object.entries(value).flatMap(([key, v]) =>
    typeof v === 'object' ? leaves(v, `${path}${key}.`) : [[`${path}${key}`, v] as [string, unknown]],
  );

/** Dictionaries of parts that load when they are wanted: each file of i18n/ that exports `{ en, zh }`. */
const PARTS = Object.entries(import.meta.glob<Record<string, unknown>>('../src/i18n/*.ts', { eager: true })).flatMap(
  ([file, exported]) =>
    Object.entries(exported).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && 'en' in value && 'zh' in value && file !== '../src/i18n/index.ts'
        ? [[`${file} ${name}`, value as { en: object; zh: object }] as const]
        : [],
    ),
);

describe('the dictionaries', () => {
  it.each(PARTS)('of %s hold the same texts in both languages', (_, { en: english, zh: chinese }) => {
    expect(leaves(chinese).map(([key]) => key)).toEqual(leaves(english).map(([key]) => key));
  });

  it('hold the same texts in both languages, and Chinese ones in Chinese', () => {
    expect(leaves(zh).map(([key]) => key)).toEqual(leaves(en).map(([key]) => key));
    const untranslated = leaves(zh).filter(
      ([key, v]) => typeof v === 'string' && v !== '' && !/[\u4e00-\u9fff]/.test(v) && key !== 'appName',
    );
    expect(untranslated).toEqual([]);
  });

  it('name every definition of the seeds in Chinese', () => {
    const definitions = new Set([...readSeeds().figures.values()].map((figure) => figure.definition).filter(Boolean));
    expect([...definitions].filter((name) => term(name, 'zh') === name)).toEqual([]);
  });
});
