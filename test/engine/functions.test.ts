import { describe, expect, it } from 'vitest';
import { Workbook } from '../../src/engine/workbook.ts';
import { FUNCTIONS_ZH } from '../../src/i18n/functions.ts';
import { SPEC } from '../fixtures/small.ts';

describe('the functions of a workbook', () => {
  const functions = new Map(new Workbook(SPEC).functions().map((info) => [info.name, info]));

  it('come with their parameters, and which of them are optional or repeat', () => {
    expect(functions.size).toBeGreaterThan(400);
    expect(functions.get('PMT')).toEqual({
      name: 'PMT',
      parameters: ['rate', 'nper', 'pv', 'fv', 'type'].map((name, i) => ({ name, optional: i > 2 })),
      repeats: 0,
      summary: 'Returns the periodic payment for a loan.',
    });
    expect(functions.get('FORECAST')).toMatchObject({
      parameters: ['x', 'known_ys', 'known_xs'].map((name) => ({ name, optional: false })),
      summary: 'Predicts a value by linear regression.',
    });
    expect(functions.get('SUMIFS')).toMatchObject({ repeats: 2, parameters: { length: 3 } });
  });

  it('hold none whose result changes by the day', () => {
    for (const name of ['RAND', 'RANDBETWEEN', 'NOW', 'TODAY']) expect(functions.has(name)).toBe(false);
  });

  it('are the ones that the Chinese list describes, parameter by parameter', () => {
    const counts = (name: string) => functions.get(name)?.parameters.length;
    for (const [name, { parameters }] of Object.entries(FUNCTIONS_ZH))
      expect([name, parameters.length]).toEqual([name, counts(name)]);
  });
});
