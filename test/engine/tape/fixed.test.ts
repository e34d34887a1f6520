import { expect, it } from 'vitest';
import { loadMore } from '../../../src/engine/functions/later.ts';
import type { WorkbookSpec } from '../../../src/engine/port.ts';
import { Unsupported } from '../../../src/engine/tape/tape.ts';
import type { Line } from '../../../src/model/line.ts';
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

it.each(['={c}>1', '=IF({c}>1,{c}<2.5,{a}>{c})', '=NOT({c}=2)'])(
  '%s is a truth and no number, on a tape too',
  (formula) => {
    expect(agrees(formula)).toBe(true);
  },
);

/** Twenty numbers of which each order of adding them up makes other bits. */
const many = (formula: string): WorkbookSpec => {
  const spec = specOf('={c}*SQRT({p})');
  const last = 2043;
  const overrides = { p: Object.fromEntries(Array.from({ length: 20 }, (_, i) => [2024 + i, 1 / (i + 3)])) };
  const result = (id: string, formula: string): Line => ({
    kind: 'result',
    id,
    label: text(id),
    unit: 'units',
    formula,
  });
  return {
    ...spec,
    lines: [...spec.lines, result('r', formula)],
    periods: { first: 2024, last },
    scenarios: spec.scenarios.map((scenario) => ({ ...scenario, overrides })),
  };
};

it.each([
  '=AVERAGE({c},{s@all})',
  '=AVERAGE({s@all},{c},{a})',
  '=AVERAGE({c},{a},{s@all},{s@all})',
  '=AVERAGE({c},1/3,{p@all},{s@all})',
  '=AVERAGE({c},{p@all}*3,{s@all})',
  '=PRODUCT({c},{s@all})',
  '=SUM({c},1/3,{s@all},{s@all})',
])('%s adds up in the order of the engine', (formula) => {
  const spec = many(formula);
  const inputs = inputsOf(spec, 'base').filter(({ line }) => line !== 'p');
  const factors = Array.from({ length: 40 }, (_, i) => [1 + i / 7, 1 + i / 11]);
  new Agreement(spec, inputs, [{ scenario: 'base', line: 'r', slot: 'value' }]).check(factors);
});
