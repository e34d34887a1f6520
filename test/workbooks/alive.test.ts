import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { KeptWhy } from '../../src/io/workbook/live.ts';
import { readExpected } from './expected.ts';
import { type Difference, knownFunctions, type Measured, measure } from './measure.ts';

const here = (path: string): URL => new URL(path, import.meta.url);
const bytesOf = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(here(path)));

const NAMES = readdirSync(here('files')).map((file) => file.replace(/\.xlsx$/, ''));
/** What it holds can't be in a model: it is counted apart. */
const UNLIVABLE = 'unlivable';
const OF_REAL_SHAPE = NAMES.filter((name) => name !== UNLIVABLE);

/** Why cells of that workbook compute no more. One that does all the same is held to its value like all others. */
const REASONS: Readonly<Record<string, KeptWhy>> = {
  'Forecast!E11': 'offset',
  'Forecast!F11': 'offset',
  'Forecast!G11': 'offset',
  'Forecast!H11': 'offset',
  'Forecast!C21': 'offset',
  'Forecast!C22': 'wholeColumns',
  'Forecast!C23': 'outside',
  'Forecast!C24': 'function',
  'Forecast!C25': 'cycle',
  'Forecast!C26': 'array',
  'Forecast!C27': 'array',
};

const known = knownFunctions();
const measured = new Map<string, Promise<Measured>>();
/** What became of a workbook, measured once. */
function of(name: string): Promise<Measured> {
  const expected = readExpected(bytesOf(`values/${name}.json.gz`));
  const found = measured.get(name) ?? measure(name, bytesOf(`files/${name}.xlsx`), expected, (one) => known.has(one));
  measured.set(name, found);
  return found;
}

const told = ({ at, ours, theirs }: Difference): string =>
  `${at} is ${JSON.stringify(ours)}, LibreOffice has ${JSON.stringify(theirs)}`;

describe.each(NAMES)('the workbook %s', (name) => {
  it('has the values of LibreOffice in every cell', async () => {
    expect((await of(name)).before.map(told)).toEqual([]);
  });

  it('has them after five inputs were changed too', async () => {
    const { stuck, after } = await of(name);
    expect(stuck).toEqual([]);
    expect(after.map(told)).toEqual([]);
  });

  it('leaves out no formula without saying so', async () => {
    const { silent, misplaced, formulas, model } = await of(name);
    expect(silent).toEqual([]);
    expect(misplaced).toEqual([]);
    expect(formulas).not.toHaveLength(0);
    expect(model.formulas).toBe(formulas.length);
  });
});

it('computes at least 95 of 100 formula cells of the workbooks', async () => {
  const all = await Promise.all(OF_REAL_SHAPE.map(async (name) => ({ name, ...(await of(name)) })));
  const counts = all.map(({ name, formulas, live, kept }) => {
    return { name, formulas: formulas.length, live: live.size, kept: [...kept].map(([at, { why }]) => `${at} ${why}`) };
  });
  const sum = (key: 'formulas' | 'live') => counts.reduce((total, count) => total + count[key], 0);
  const held = counts.filter(({ formulas, live }) => live < formulas);
  expect(sum('live') / sum('formulas'), JSON.stringify(held)).toBeGreaterThanOrEqual(0.95);
});

it('says of each cell that can compute no more why', async () => {
  const { kept, live } = await of(UNLIVABLE);
  const reasons = Object.fromEntries([...kept].map(([at, { why }]) => [at, why]));
  const wanted = Object.fromEntries(Object.entries(REASONS).filter(([at]) => !live.has(at)));
  expect(reasons).toEqual(wanted);
});

it('tells what is in no cell: links, arrays, iteration, dates from 1904, a hidden sheet', async () => {
  const kinds = (await of(UNLIVABLE)).model.told.map(({ kind }) => kind);
  for (const kind of ['outsideLinks', 'arrays', 'iteration', 'dates1904', 'hiddenSheets'])
    expect(kinds).toContain(kind);
});

it('makes a model of twelve sheets and 1,500 formulas within three seconds', async () => {
  const { book, formulas, time } = await of('twelve-sheets');
  expect(book.sheets).toHaveLength(12);
  expect(formulas.length).toBeGreaterThan(1_450);
  expect(time).toBeLessThan(3_000);
});
