import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDocument } from '../../../src/document/document.ts';
import { checkSaved, ownModel, restore, save } from '../../../src/document/saved.ts';
import { buildLines } from '../../../src/io/csv/build.ts';
import { NotInEncoding } from '../../../src/io/csv/encoding.ts';
import { makePreview } from '../../../src/io/csv/preview.ts';
import { BrokenQuotes, readTable } from '../../../src/io/csv/table.ts';
import { modelFrom } from '../../../src/state/importing/importing.ts';
import { runs } from '../../runs.ts';
import { fixture } from './reading.ts';

const FILES = [
  'libreoffice.csv',
  'libreoffice-de.csv',
  'excel-zh.csv',
  'excel-zh-unicode.txt',
  'statistics-office.csv',
];

/** What files are full of that were cut, joined, or written by a program with a fault. */
const PIECES = [
  '"',
  '""',
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  '\0',
  '\uFEFF',
  '=1+1',
  '-',
  '1e999',
  '2024',
  '１２',
  '😀',
  ':',
  'NaN',
];
const piece = fc.oneof(
  fc.constantFrom(...PIECES).map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 6 }),
);
type Harm = readonly [place: number, cut: number, piece: Uint8Array];
const harm: fc.Arbitrary<Harm> = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), piece);

const harmed = fc.tuple(fc.constantFrom(...FILES), fc.array(harm, { minLength: 1, maxLength: 8 })).map(([name, all]) =>
  all.reduce<Uint8Array>((bytes, [place, cut, added]) => {
    const at = Math.floor(place * bytes.length);
    return Uint8Array.from([...bytes.subarray(0, at), ...added, ...bytes.subarray(at + cut)]);
  }, fixture(name)),
);
const anything = fc.oneof(
  { weight: 6, arbitrary: harmed },
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(fc.constantFrom(...PIECES, 'Line', 'Unit', '2023', '5'), { maxLength: 60 })
    .map((all) => new TextEncoder().encode(all.join(''))),
);

/** All that happens to a table between its file and the model that it makes. */
function taken(bytes: Uint8Array): 'taken' | 'refused' {
  const preview = makePreview(bytes, true, {});
  const { encoding, delimiter, header, roles, sign } = preview;
  let table: ReturnType<typeof readTable>;
  try {
    table = readTable(bytes, { encoding, delimiter, header, roles, workbook: false }, () => {});
  } catch (error) {
    if (error instanceof BrokenQuotes || error instanceof NotInEncoding) return 'refused';
    throw error;
  }
  const built = buildLines(table, { sign, formulas: true, units: {} }, { ids: [] });
  const { id, kept } = modelFrom(built, { file: 'a.csv', name: 'A', notes: [] }, new Date(2026, 0, 1));
  const scenarios = built.scenarios.map((scenario) => ({ ...scenario, note: '' }));
  const model = ownModel(id, kept, scenarios);
  const document = { ...newDocument(model), own: model, scenarios };
  expect(restore(checkSaved(JSON.parse(JSON.stringify(save(document, model)))), model).scenarios).toEqual(scenarios);
  return 'taken';
}

describe('a table from a file that was cut, mixed up or never was one', () => {
  it('is read into a document that stands up to all checks, or refused with its place, and never anything else', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anything, (bytes) => {
        seen.add(taken(bytes));
      }),
      runs(100, 2_000),
    );
    expect(seen).toContain('taken');
  });
});
