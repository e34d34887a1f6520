import { expect, it } from 'vitest';
import { loadMore } from '../../../src/engine/functions/later.ts';
import type { WorkbookSpec } from '../../../src/engine/port.ts';
import { Unsupported } from '../../../src/engine/tape/tape.ts';
import { Agreement, input, inputsOf, resultsOf, text } from './agree.ts';

/** Beside what varies a formula may hold many values that do not: goal seek and bridge count all of them, as the sheet does. */

const specOf = (formula: string): WorkbookSpec => ({
  lines: [
    input('a', 3),
    input('c', 2),
    input('p', 1.5, true),
    { kind: 'series', id: 's', label: text('s'), unit: 'units', first: '={a}', formula },
  ],
  periods: { first: 2024, last: 2027 },
  scenarios: [{ id: 'base', name: text('Base'), note: text(''), overrides: { p: { 2025: -3.3, 2026: 4.7 } } }],
});
/** Whether there is a tape where `c` varies; what it gives is compared with the workbook. */
function agrees(formula: string): boolean {
  const spec = specOf(formula);
  const inputs = inputsOf(spec, 'base').filter(({ line }) => line === 'c');
  try {
    new Agreement(spec, inputs, resultsOf(spec, 'base')).check([[1], [0.5], [-1.5]]);
    return true;
  } catch (error) {
    if (error instanceof Unsupported) return false;
    throw error;
  }
}

it.each([
  '=SUM({c},{p@all}*{a})',
  '=SUM({p@all}^2,{c},{p@all}%)',
  '=SUM({c},ABS({p@all}))',
  '=SUM({c},COLUMN({p@all}))',
  '=SUM({c},IF({p@all}>1,{p@all},0))',
  '=MAX({c},{p@all}*{a})',
  '=MIN({c},-{p@all})',
  '=COUNT({c},{p@all}*{a})',
  '=AVERAGE({c},{p@all}*{a})',
  '=INDEX({p@all}*{a},1,{c})',
])('%s is answered with all of them', async (formula) => {
  await loadMore();
  expect(agrees(formula)).toBe(true);
});

it.each([
  '=SUM({c}*COLUMN({p@all}))',
  '=SUM({c}*TREND({p@all}))',
  '=COUNT({c}*({p@all}*{a}))',
  '=IFERROR(SUM({c}*ABS({p@all})),0)',
  '=IFERROR(SUM(IF({c}>0,{p@all}*2,0)),7)',
  '=IFERROR(SUM(PMT({c},{p@all},1)),7)',
  '=IFERROR(SUM(PMT({c},{p@all}*2,1)),7)',
])('%s is left to the workbook', async (formula) => {
  await loadMore();
  expect(agrees(formula)).toBe(false);
});
