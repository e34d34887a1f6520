import { describe, expect, it } from 'vitest';
import { newDocument } from '../../src/document/document.ts';
import { restoreSaved } from '../../src/document/restoring.ts';
import { bookOf } from '../../src/excel/book.ts';
import { carriedIn } from '../../src/excel/returned/carriedIn.ts';
import { returnedFrom } from '../../src/excel/returned/returned.ts';
import type { BookSheet } from '../../src/io/xlsx/book.ts';
import { readBook } from '../../src/io/xlsx/cells.ts';
import { writeXlsx } from '../../src/io/xlsx/write.ts';
import type { Input, Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import type { Lang } from '../../src/model/text.ts';
import type { WhatIf } from '../../src/model/whatIf.ts';
import { excelJob } from '../fixtures/excel.ts';
import { resolved } from '../models/shipped.ts';

const input = (id: string, unit: string, value: number, perPeriod = false): Input => ({
  kind: 'input',
  id,
  label: { en: `The ${id}`, zh: `${id}值` },
  unit,
  value,
  ...(perPeriod ? { perPeriod } : {}),
});
const LINES: readonly Line[] = [
  { kind: 'heading', id: 'h', label: { en: 'H', zh: '题' } },
  input('price', 'EUR', 24.5),
  input('growth', 'percent', 0.12, true),
  input('churn', 'percent', 0.02),
  input('seats', 'seats', 10),
  { kind: 'result', id: 'total', label: { en: 'Total', zh: '合计' }, unit: 'EUR', formula: '={price}*{seats}' },
];
const MODEL: Model = {
  ...resolved('guangdong'),
  lines: LINES,
  periods: { first: 2024, last: 2028 },
  observedUntil: 2025,
};
const WHAT_IF: WhatIf = {
  uncertain: {
    growth: { shape: { kind: 'pert', low: 0.8, high: 1.3 }, relative: true, memory: 0.6 },
    price: { shape: { kind: 'metalog', p10: 17, p50: 24, p90: 35.25, least: 0 } },
    churn: { shape: { kind: 'lognormal', deviation: 0.15 } },
    seats: { shape: { kind: 'discrete', values: [8, 10], weights: [1, 3] } },
    gone: { shape: { kind: 'normal', deviation: 1 } },
    total: { shape: { kind: 'normal', deviation: 1 } },
  },
  correlations: [
    { lines: ['price', 'churn'], rank: 0.5 },
    { lines: ['churn', 'price'], rank: -0.25 },
    { lines: ['price', 'gone'], rank: 0.9 },
  ],
  draws: { runs: 5_000, seed: 7 },
};
const OF = { ...newDocument(MODEL), whatIf: WHAT_IF };
const bookFor = (whatIf: WhatIf | undefined, lang: Lang = 'en') => {
  const { whatIf: _, ...plain } = OF;
  return bookOf(excelJob(whatIf ? { ...plain, whatIf } : plain, MODEL, lang));
};
const sheetOf = (lang: Lang): BookSheet => {
  const found = bookFor(WHAT_IF, lang).sheets.find(
    ({ name }) => name === { en: 'Uncertain inputs', zh: '不确定输入' }[lang],
  );
  if (!found) throw new Error('there is no such sheet');
  return found;
};
/** What its cells show, row by row, from the head of the inputs on; empty ones at the end left out. */
const shown = ({ rows }: BookSheet): string[] => {
  const texts = rows.map((row) =>
    row.map((cell) => (cell?.formula === undefined ? String(cell?.value ?? '') : `=${cell.formula}`)).join('|'),
  );
  return texts.slice(texts.findIndex((text) => /^(Input|输入项)\|/.test(text)));
};

describe('the sheet of what is uncertain', () => {
  it('has a row an input, with its cells, its numbers as numbers and a sentence', () => {
    expect(shown(sheetOf('en')).slice(0, 5)).toEqual([
      'Input|Unit|Cells|In the base|Distribution|Low|High|St. dev. of the logarithm|10 %|50 %|90 %|Never below|What it means',
      'The price|EUR|C3|=Base!C3|metalog||||17|24|35.25|0|Metalog through 17, 24 and 35.25 at 10, 50 and 90 %, never below 0.',
      'The growth|%|F4:H4||PERT|0.8|1.3||||||PERT between 80% and 130% of what the cell holds, most likely what the cell holds. Drawn in each period; of a deviation 0.6 stays in the next.',
      'The churn|%|C5|=Base!C5|lognormal|||0.15|||||Lognormal, its median what the cell holds, standard deviation of the logarithm 15%.',
      'The seats|seats|C6|=Base!C6|listed values||||||||One of 8 (25%), 10 (75%).',
    ]);
    const formats = sheetOf('en').rows.map((row) => row.map((cell) => cell?.look.format));
    expect(formats.some((row) => row.includes('#,##0.00') && row.includes('#,##0'))).toBe(true);
    expect(formats.some((row) => row.includes('0%'))).toBe(true);
  });

  it('says it in the language of the workbook', () => {
    expect(shown(sheetOf('zh'))[2]).toBe(
      'growth值|%|F4:H4||PERT分布|0.8|1.3||||||PERT分布，单元格取值的80%至130%，众数为单元格取值。逐期抽取，偏离有0.6延续至下期。',
    );
  });

  it('has what goes together as a matrix, in which the last of a pair counts, and what is listed', () => {
    expect(shown(sheetOf('en')).slice(5)).toEqual([
      '',
      'What goes together: Spearman’s rank correlations',
      '|C3|C5',
      'The price|1|-0.25',
      'The churn|-0.25|1',
      '',
      'Listed values and samples',
      'C6: values|Weights',
      '8|1',
      '10|3',
    ]);
  });

  it('says how many futures are drawn, and by which seed', () => {
    const texts = sheetOf('en').rows.map((row) => row.map((cell) => cell?.value));
    expect(texts).toContainEqual(['Futures drawn', undefined, undefined, 5_000]);
    expect(texts).toContainEqual(['Seed', undefined, undefined, 7]);
  });

  it('is there where something is uncertain, and gives its name up where another sheet has it', () => {
    const names = (whatIf: WhatIf | undefined) => bookFor(whatIf).sheets.map(({ name }) => name);
    expect(names(undefined)).not.toContain('Uncertain inputs');
    expect(names({ uncertain: { gone: { shape: { kind: 'normal', deviation: 1 } } } })).not.toContain(
      'Uncertain inputs',
    );
    const scenarios = OF.scenarios.map((one, i) => (i === 0 ? { ...one, name: 'Uncertain inputs' } : one));
    const { sheets } = bookOf(excelJob({ ...OF, scenarios }, MODEL));
    expect(sheets.map(({ name }) => name)).toContain('Uncertain inputs 2');
  });
});

it('stands beside the input in the sheet of each scenario', () => {
  const { sheets } = bookFor(WHAT_IF);
  for (const { rows } of sheets.slice(0, OF.scenarios.length)) {
    expect(rows[3]?.at(-1)?.value).toBe(
      'Uncertain: PERT between 80% and 130% of what the cell holds, most likely what the cell holds. Drawn in each period; of a deviation 0.6 stays in the next.',
    );
    expect(rows[5]?.at(-1)?.value).toBe('Uncertain: one of 8 (25%), 10 (75%).');
  }
});

it('comes back with the document, and a change of its sheet is told as one of a page', async () => {
  const edit = (book: ReturnType<typeof bookOf>) => ({
    ...book,
    sheets: book.sheets.map((sheet) =>
      sheet.name === 'Uncertain inputs'
        ? {
            ...sheet,
            rows: sheet.rows.map((row) => row.map((cell) => (cell?.value === 0.8 ? { ...cell, value: 0.7 } : cell))),
          }
        : sheet,
    ),
  });
  const back = async (book: ReturnType<typeof bookOf>) => {
    const cells = await readBook(await writeXlsx(book));
    const carried = carriedIn(cells);
    if (typeof carried !== 'object') throw new Error(`it carries no document: ${carried}`);
    const { model, document } = await restoreSaved(carried.saved, async () => MODEL);
    return { document, ...returnedFrom(cells, carried, model, document) };
  };
  const plain = await back(bookFor(WHAT_IF));
  expect(plain.document.whatIf).toEqual(WHAT_IF);
  expect([plain.change, plain.told]).toEqual([undefined, []]);
  const edited = await back(edit(bookFor(WHAT_IF)));
  expect(edited.document.whatIf).toEqual(WHAT_IF);
  expect(edited.told?.map(({ kind }) => kind)).toEqual(['pages']);
});
