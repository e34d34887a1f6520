import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUIDE } from '../../src/i18n/guide.ts';
import type { Lang } from '../../src/model/text.ts';

const DICTIONARIES = readdirSync('src/i18n')
  .filter((name) => name.endsWith('.ts') && name !== 'guide.ts')
  .map((name) => readFileSync(`src/i18n/${name}`, 'utf8'))
  .join('\n');

/** What a walk calls by name: a text between quotes, with its pieces where it leaves out what differs. */
const calledIn = (lang: Lang): string[] =>
  GUIDE[lang].parts
    .flatMap(({ steps }) => steps.flatMap((step) => [...step.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name)))
    .filter((name) => ![...GUIDE[lang].example.inputs, ...GUIDE[lang].example.series].some(([line]) => line === name));

describe('the walk to a first model', () => {
  it.each(['en', 'zh'] as const)('calls what one presses by the names that the page has, %s', (lang) => {
    // Behind three points in the middle of a name stands what the page counts.
    const isNamed = (name: string) =>
      /.…./.test(name)
        ? name.split(/ ?… ?/).every((part) => DICTIONARIES.includes(part))
        : DICTIONARIES.includes(`'${name}'`);
    expect(calledIn(lang).length).toBeGreaterThan(12);
    expect(calledIn(lang).filter((name) => !isNamed(name))).toEqual([]);
  });
});
