import { describe, expect, it } from 'vitest';
import { parseCsvRows } from '../../src/io/csv.ts';

describe('CSV rows', () => {
  it('keep the line on which each begins, also after a line break within quotes', () => {
    const rows = parseCsvRows('\uFEFFid,note\r\na,"one\r\ntwo"\r\nb,"said ""so"", then"\r\n');
    expect(rows).toEqual([
      { line: 2, cells: { id: 'a', note: 'one\r\ntwo' } },
      { line: 4, cells: { id: 'b', note: 'said "so", then' } },
    ]);
  });

  it('name the line of a ragged row and of a quote that is not closed', () => {
    expect(() => parseCsvRows('id,note\na,b\nc\n')).toThrow('line 3: 1 cells where the header has 2');
    expect(() => parseCsvRows('id,note\na,"b\n')).toThrow(/^line 2: /);
  });
});
