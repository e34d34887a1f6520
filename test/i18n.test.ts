import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { term } from '../src/i18n/terms.ts';
import { zh } from '../src/i18n/zh.ts';
import { readSeeds } from './seeds.ts';

const leaves = (value: object, path = ''): [string, unknown][] =>
  Object.entries(value).flatMap(([key, v]) =>
    typeof v === 'object' ? leaves(v, `${path}${key}.`) : [[`${path}${key}`, v] as [string, unknown]],
  );

describe('the dictionaries', () => {
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
