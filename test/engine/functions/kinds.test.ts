import { expect, it } from 'vitest';
import { resultOf } from '../../fixtures/formulas.ts';

it.each([
  ['=ERROR.TYPE(1/0)', 2],
  ['=ERROR.TYPE("x"+1)', 3],
  ['=ERROR.TYPE(#REF!)', 4],
  ['=ERROR.TYPE(NOPE())', 5],
  ['=ERROR.TYPE(SQRT(-1))', 6],
  ['=ERROR.TYPE(NA())', 7],
  ['=ERROR.TYPE(5)', '#na'],
  ['=ERROR.TYPE()', '#na'],
  ['=TYPE(1)', 1],
  ['=TYPE("x")', 2],
  ['=TYPE(TRUE)', 4],
  ['=TYPE(1/0)', 16],
  ['=TYPE(D2:H2)', 64],
  ['=TYPE(D3)', 1],
  ['=TYPE(1,2)', '#na'],
  ['=ISREF(D2)', 'TRUE'],
  ['=ISREF((D2:H2))', 'TRUE'],
  ['=ISREF(1)', 'FALSE'],
  ['=ISEVEN(2.5)', 'TRUE'],
  ['=ISEVEN(-1)', 'FALSE'],
  ['=ISODD(5)', 'TRUE'],
  ['=ISODD("x")', '#value'],
  ['=N(TRUE)', 1],
  ['=N("7")', 0],
  ['=T(1)', ''],
  ['=T("x")', 'x'],
])('%s', (formula, shown) => {
  expect(resultOf(formula)).toBe(shown);
});
