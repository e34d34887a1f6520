import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../../src/io/csv/cells.ts';
import { readPeriod } from '../../../src/io/csv/header.ts';
import type { Step } from '../../../src/model/periods.ts';
import { Opened } from './reading.ts';

const fileAt = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const DOCUMENT = fileAt('docs/csv.md');

/** What stands between backticks in the row of a table of the document that begins with a cell. */
const examples = (row: string): readonly string[] => {
  const line = DOCUMENT.split('\n').find((one) => one.startsWith(`| ${row} |`)) ?? '';
  return [...line.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '');
};

describe('docs/csv.md', () => {
  it.each([
    ['year', 'year'],
    ['half-year', 'half'],
    ['quarter', 'quarter'],
    ['month', 'month'],
  ] satisfies [string, Step][])('names heads of a %s that are read as one', (row, step) => {
    const texts = examples(row);
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(readPeriod(text)?.step, text).toBe(step);
  });

  it('says what cells hold', () => {
    const read = (cell: string, shift = 0) => readCell(cell, { sign: '.', shift, formulas: false });
    for (const text of [
      '1,234.5',
      '12 %',
      '(1,234)',
      '1,234-',
      '−1,234',
      '€49',
      '$1,200',
      'RMB 3',
      '1.2e6',
      '89*',
      '89①',
    ])
      expect(DOCUMENT.includes(`\`${text}\``) && typeof read(text), text).toBe('number');
    expect([read('12 %'), read('12', -2), read('(1,234)'), read('89 [2]'), read('=B2*2'), read('#N/A')]).toEqual([
      0.12,
      0.12,
      -1234,
      89,
      undefined,
      undefined,
    ]);
    expect(read("'text")).toEqual({ text: 'text' });
  });
});

it('the sample that the app hands out comes in without a question', async () => {
  const opened = await Opened.of(fileAt('public/sample.csv'));
  expect(opened.preview).toMatchObject({ encodingDoubt: false, signDoubt: false, interpreted: [], doubled: [] });
  await opened.table();
  const { lines, texts, scenarios, shares } = await opened.build();
  expect(lines.map((line) => [line.label.en, line.kind === 'heading' ? '' : line.unit])).toEqual([
    ['North', 'm3/day'],
    ['South', 'm3/day'],
    ['East', 'm3/day'],
    ['Losses', 'percent'],
    ['Result', 'thousand EUR'],
  ]);
  expect([texts, shares]).toEqual([0, undefined]);
  const held = Object.values(scenarios[0]?.overrides ?? {}).map((slots) => Object.values(slots));
  expect(held[3]).toEqual([0.118, 0.121, 0.124, 0.12]);
  expect(held[4]).toEqual([120, -35, 210, 64]);
});
