import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toNotation } from '../../src/engine/convert.ts';
import { needsMore } from '../../src/engine/functions/later.ts';
import { createLayout } from '../../src/engine/layout.ts';
import { markNames, unmarkNames } from '../../src/engine/names.ts';
import { LINES, PERIODS } from '../fixtures/small.ts';
import { runs } from '../runs.ts';

it('a formula with names of any script comes back as it was, and the engine is given letters that it knows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('ʭ'));
      expect(unmarkNames(markNames(text))).toBe(text);
    }),
    runs(500, 20_000),
  );
  expect(markNames('=LET(增长,1,"增长"&增长)')).toMatch(/^=LET\([ -~ʭ]+,1,"增长"&[ -~ʭ]+\)$/);
  expect(markNames("='基准'!D2")).toBe("='基准'!D2");
});

it('a sheet of Chinese letters may be named without quotes, as Excel writes it', () => {
  const names = ['Base', '悲观'].map((name, i) => ({ id: i === 0 ? 'base' : 'low', name }));
  const layout = createLayout(LINES, PERIODS, names);
  const at = (text: string) => toNotation(layout, text, { scenario: 'base', line: 'scale', slot: 2024 });
  expect(at('=悲观!F7-F7')).toBe('={low!scale}-{scale}');
  expect(at('=LET(增,F7,增*2)')).toBe('=LET(增,{scale},增*2)');
  expect(at('=乐观!F7')).toBe('={?乐观!F7}');
  expect(at('=增长1e5')).toBe('=增长1e5');
});

it.each([
  '={growth}%%',
  '=SUM({a},({b},{c}))',
  '=SUM({a}:{c} {b})',
  '=SUMIF({a@all},">0",{b})',
  '=SUM({1,TRUE})',
  '="5"" pipe"',
  '=增长*2',
])('%s has to be laid out, by what is loaded later', (formula) => {
  expect(needsMore(formula)).toBe(true);
});

it.each([
  '=SUM({a}:{c})',
  '=IF({a}>1,"增长","下降")',
  '=ROUND(({a}+{b})/2,1)',
  '=SUMIF({a@all},">0")',
  '=""',
  '={a}&"%"',
])('%s is read as it stands, and a first visit loads no more', (formula) => {
  expect(needsMore(formula)).toBe(false);
});
