import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editableNumber, parseEntry } from '../../src/document/entry.ts';
import { formatOf } from '../../src/excel/looks.ts';
import { formatCell } from '../../src/i18n/format.ts';
import { DATE_UNIT, dateNumber, dateText } from '../../src/model/dates.ts';
import { guessedRange } from '../../src/model/guess.ts';
import { asModel, bookOf } from '../fixtures/live.ts';
import { runs } from '../runs.ts';

describe('a date', () => {
  it('is the number by which spreadsheets count days, shown and edited as a date', () => {
    expect(dateNumber('2024-03-05')).toBe(45356);
    expect(formatCell(45356, DATE_UNIT, 'en')).toBe('2024-03-05');
    expect(formatCell(45356.75, DATE_UNIT, 'zh')).toBe('2024-03-05');
    expect(editableNumber(45356, DATE_UNIT)).toBe('2024-03-05');
    expect([dateNumber('2024/3/5'), dateNumber('2024年3月5日')]).toEqual([45356, 45356]);
  });

  it('that is typed over is read back the same', () => {
    const days = fc.integer({ min: 1, max: 2_958_465 });
    fc.assert(
      fc.property(days, (day) => {
        expect(parseEntry(editableNumber(day, DATE_UNIT), DATE_UNIT)).toBe(day);
      }),
      runs(200, 20_000),
    );
  });

  it('that is none stays what was typed, and a number that is no day the number', () => {
    expect(parseEntry('2024-02-30', DATE_UNIT)).toEqual({ text: '2024-02-30' });
    expect(parseEntry('2024-03-05', '')).toEqual({ text: '2024-03-05' });
    expect(dateText(-3)).toBeUndefined();
    expect(formatCell(-3, DATE_UNIT, 'en')).toBe('\u22123');
    // A moment keeps its part of the day where it is edited.
    expect(editableNumber(45356.75, DATE_UNIT)).toBe('45356.75');
  });

  it('has no slider, and is a date in Excel', () => {
    expect(guessedRange(45356, DATE_UNIT)).toBeUndefined();
    expect(formatOf(DATE_UNIT, undefined, { ok: '', flagged: '' })).toBe('yyyy-mm-dd');
  });

  it('of a workbook stays one, typed or computed', () => {
    const book = bookOf({
      Plan: [
        ['Start', 45356],
        ['End', '=B1+30'],
        ['Price', 5],
      ],
    });
    const [sheet] = book.sheets;
    const format = book.formats.length;
    const cells = (sheet?.cells ?? []).map((cell) => (cell.column === 1 && cell.row < 2 ? { ...cell, format } : cell));
    const dated = {
      ...book,
      sheets: [{ ...sheet, cells }],
      formats: [...book.formats, { form: 'date', code: 'd/m/yyyy' }],
    };
    const model = asModel(dated as typeof book);
    expect(model.lines.map((line) => [line.label.en, line.kind !== 'heading' && line.unit])).toEqual([
      ['Start', 'date'],
      ['End', 'date'],
      ['Price', ''],
    ]);
  });
});
