import { expect, it } from 'vitest';
import { documentOf, readModelFile } from '../../../src/modelFile/read.ts';
import { farBefore } from '../../../src/state/insight/formulaReads.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';

it('growth from a column that lies years back is told, unless the formula counts the years', () => {
  const { workspace } = openCommandApp();
  const read = readModelFile(
    [
      'foresheet: 1',
      'name: Uneven',
      'time: [2015, 2020..2022, 2030]',
      'lines:',
      '  plain: {first: 1 EUR, formula: "{plain@prev} * 1.03"}',
      '  counted: {first: 1 EUR, formula: "{counted@prev} * 1.03 ^ ({year} - {year@prev})"}',
      '  other: {formula: "{plain@prev}", start: 2020, unit: EUR}',
    ].join('\n'),
    'own-uneven',
  );
  workspace.show(read.model, documentOf(read));
  const before = (line: string, slot: number) => farBefore(workspace, { scenario: 'base', line, slot });
  expect([2015, 2020, 2021, 2022, 2030].map((slot) => before('plain', slot))).toEqual([
    undefined,
    2015,
    undefined,
    undefined,
    2022,
  ]);
  expect(before('counted', 2030)).toBeUndefined();
  expect(before('other', 2030)).toBeUndefined();
});
