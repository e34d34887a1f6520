import { describe, expect, it } from 'vitest';
import { formOf, shownNumber } from '../../../src/io/xlsx/formats.ts';

describe('a number reads as its format shows it', () => {
  it.each([
    ['General', 0.1, '0.1'],
    ['#,##0.00', 1234.5678, '1234.5678'],
    ['0.00E+00', 1.5e-7, '1.5e-7'],
    ['0.0%', 0.153, '15.3%'],
    ['0%;[Red]-0%', 0.1 + 0.2, '30.000000000000004%'],
    ['"100%" 0', 5, '5'],
    ['#,##0 "days"', 5, '5'],
    ['\\d0', 5, '5'],
    ['[$-409]mmmm\\ d\\,\\ yyyy;@', 45243, '2023-11-13'],
    ['yyyy"年"m"月"d"日"', 45243, '2023-11-13'],
    ['yyyy"年"', 45243, '2023'],
    ['mmm', 45243, '2023-11-13'],
    ['m/d/yy h:mm', 45243.4375, '2023-11-13 10:30'],
    ['m/d/yy h:mm', 45243, '2023-11-13'],
    ['h:mm AM/PM', 0.4375, '10:30'],
    ['mm:ss', 0.0007523148148148148, '00:01:05'],
    ['[h]:mm', 1.0625, '25:30'],
    ['yyyy-mm-dd', 1, '1900-01-01'],
    ['yyyy-mm-dd', 60, '1900-02-29'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
    ['yyyy-mm-dd', 2958465, '9999-12-31'],
    ['yyyy-mm-dd', -1, '-1'],
    ['yyyy-mm-dd', 3e6, '3000000'],
    ['@', 5, '5'],
  ])('%s, %d: %s', (code, value, shown) => {
    expect(shownNumber(value, formOf(164, code), false)).toBe(shown);
  });

  it.each([
    [0, 'plain'],
    [9, 'percent'],
    [14, 'date'],
    [22, 'moment'],
    [31, 'date'],
    [46, 'elapsed'],
    [49, 'text'],
  ])('number %d of those that every workbook has is %s', (id, form) => {
    expect(formOf(id, undefined)).toBe(form);
  });
});
