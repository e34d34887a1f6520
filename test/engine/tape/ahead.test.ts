import { expect, it } from 'vitest';
import type { CellEdit } from '../../../src/document/change.ts';
import { packSpec } from '../../../src/engine/packed.ts';
import type { Frame, RowRef, WorkbookSpec } from '../../../src/engine/port.ts';
import { EngineService } from '../../../src/engine/service.ts';
import { LIMITS } from '../../../src/engine/size.ts';
import { SPEC } from '../../fixtures/small.ts';

/** On a large sheet a dragged number is followed by what is in sight before the workbook has calculated, and rightly. */

const ROWS: readonly RowRef[] = SPEC.scenarios.flatMap(({ id }) =>
  SPEC.lines.flatMap(({ id: line, kind }) => (kind === 'heading' ? [] : [{ scenario: id, line }])),
);

function begin(spec: WorkbookSpec = SPEC, rows = ROWS): EngineService {
  // Every edit counts as slow.
  const service = new EngineService(LIMITS, -1);
  service.answer({ kind: 'watch', watch: 1, rows });
  service.answer({ kind: 'build', spec: packSpec(spec) });
  return service;
}
const set = (service: EngineService, edit: CellEdit): Frame => {
  const { frame } = service.answer({ kind: 'apply', edits: [edit] });
  if (!frame) throw new Error('no values came');
  return frame;
};
const number = (line: string, content: number, scenario = 'base'): CellEdit => ({
  scenario,
  line,
  slot: 'value',
  content,
});
/** What another workbook shows that was given the same from the start. */
const shown = (edits: readonly CellEdit[], spec = SPEC, rows = ROWS): Frame => {
  const service = begin(spec, rows);
  for (const edit of edits) service.answer({ kind: 'apply', edits: [edit] });
  return set(service, edits.at(-1) as CellEdit);
};
const told = ({ values, notes }: Frame) => ({ values: [...values], notes: [...notes].sort(([a], [b]) => a - b) });

it('shows the numbers of the workbook while a number is dragged, and has the workbook follow', async () => {
  const service = begin();
  set(service, number('growth', 0.2));
  expect(service.rest).toBe('unready');
  await service.makeReady();
  expect(service.rest).toBeUndefined();
  for (const growth of [0.21, 0.3, -0.5, 0, -0]) {
    const frame = set(service, number('growth', growth));
    // The workbook has not taken it.
    expect(service.rest).toBe('behind');
    expect(told(frame)).toEqual(told(shown([number('growth', growth)])));
  }
  const last = set(service, number('growth', 0.12345));
  const { frame, disagreement } = service.follow();
  expect(disagreement).toBeUndefined();
  expect(service.rest).toBeUndefined();
  expect(frame && told(frame)).toEqual(told(last));
  expect(frame?.revision).toBeGreaterThan(last.revision);
});

it('answers nothing before the workbook has what the rows show: a range is summed with it, another cell is set after it', async () => {
  const service = begin();
  set(service, number('growth', 0.2));
  await service.makeReady();
  set(service, number('growth', 0.4));
  expect(service.rest).toBe('behind');
  const { values } = service.answer({ kind: 'read', rows: [{ scenario: 'base', lines: ['scale'] }] });
  expect(values?.values.slice(1)).toEqual(
    shown([number('growth', 0.4)], SPEC, [{ scenario: 'base', line: 'scale' }]).values.slice(1),
  );
  expect(service.rest).toBeUndefined();
  set(service, number('growth', 0.5));
  const other = set(service, number('start', 70));
  expect(told(other)).toEqual(told(shown([number('growth', 0.5), number('start', 70)])));
  // What was ready for the first cell holds no longer.
  const again = set(service, number('growth', 0.6));
  expect(told(again)).toEqual(told(shown([number('start', 70), number('growth', 0.6)])));
});

it('leaves to the workbook what turns into an error or a text, and takes it back', async () => {
  const scenario = SPEC.scenarios[0];
  if (!scenario) throw new Error('no base');
  const formula = { formula: '=IF({growth}>1,"much",1/({growth}-0.5))' };
  const base = { ...scenario, overrides: { ...scenario.overrides, scale: { 2024: formula } } };
  const spec = { ...SPEC, scenarios: [base, ...SPEC.scenarios.slice(1)] };
  const service = begin(spec);
  set(service, number('growth', 0.2));
  await service.makeReady();
  for (const growth of [0.3, 0.5, 0.4, 2, 0.1, 0.5, 0.2])
    expect(told(set(service, number('growth', growth)))).toEqual(told(shown([number('growth', growth)], spec)));
});

it('leaves to the workbook whether an error is over where a tape can not tell', async () => {
  const scenario = SPEC.scenarios[0];
  if (!scenario) throw new Error('no base');
  // Place 0 is of all cells.
  const formula = { formula: '=AVERAGE(INDEX({extra@all},1,{growth}))' };
  const spec = { ...SPEC, scenarios: [{ ...scenario, overrides: { scale: { 2024: formula } } }] };
  const rows = ROWS.filter((row) => row.scenario === 'base');
  const service = begin(spec, rows);
  set(service, number('growth', -1));
  await service.makeReady();
  for (const growth of [0.2, -2, 1])
    expect(told(set(service, number('growth', growth)))).toEqual(told(shown([number('growth', growth)], spec, rows)));
});

it('is ahead from the first number on where it is told which cell will be given one', async () => {
  const service = begin();
  service.answer({ kind: 'aim', cell: { scenario: 'base', line: 'growth', slot: 'value' } });
  expect(service.rest).toBe('unready');
  await service.makeReady();
  const frame = set(service, number('growth', 0.25));
  expect(service.rest).toBe('behind');
  expect(told(frame)).toEqual(told(shown([number('growth', 0.25)])));
  // Told again of the same cell, it has nothing to catch up with.
  service.answer({ kind: 'aim', cell: { scenario: 'base', line: 'growth', slot: 'value' } });
  expect(service.rest).toBe('behind');
  // A scenario with a number of its own there is not moved by the base's.
  expect(service.follow().disagreement).toBeUndefined();
});

it('shows an empty text where the workbook has one, and the number again', async () => {
  const scenario = SPEC.scenarios[0];
  if (!scenario) throw new Error('no base');
  const formula = { formula: '=IF({growth}>0.5,"",{growth}*2)' };
  const base = { ...scenario, overrides: { ...scenario.overrides, scale: { 2024: formula } } };
  // What is computed from a blank is an error, which is the workbook's to tell: the row of the blank alone is in sight.
  const spec = { ...SPEC, scenarios: [base, ...SPEC.scenarios.slice(1)], periods: { ...SPEC.periods, last: 2024 } };
  const rows = [{ scenario: 'base', line: 'scale' }];
  const service = begin(spec, rows);
  set(service, number('growth', 0.2));
  await service.makeReady();
  for (const growth of [0.6, 0.3, 0.9, 0.1]) {
    expect(told(set(service, number('growth', growth)))).toEqual(told(shown([number('growth', growth)], spec, rows)));
    expect(service.rest).toBe('behind');
  }
});

it('shows a truth as the workbook does, and what is computed from it', async () => {
  const scenario = SPEC.scenarios[0];
  if (!scenario) throw new Error('no base');
  const formula = { formula: '=AND({growth}>0.5,{growth}<0.8)' };
  const base = { ...scenario, overrides: { ...scenario.overrides, scale: { 2024: formula } } };
  const spec = { ...SPEC, scenarios: [base, ...SPEC.scenarios.slice(1)] };
  const service = begin(spec);
  set(service, number('growth', 0.2));
  await service.makeReady();
  for (const growth of [0.6, 0.3, 0.9, 0.7, 0.1]) {
    const frame = set(service, number('growth', growth));
    expect(told(frame)).toEqual(told(shown([number('growth', growth)], spec)));
    expect(frame.notes.some(([, note]) => note.kind === 'text')).toBe(true);
    expect(service.rest).toBe('behind');
  }
});
