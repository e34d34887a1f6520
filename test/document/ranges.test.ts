import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/document/change.ts';
import { newDocument } from '../../src/document/document.ts';
import { NO_HISTORY } from '../../src/document/history.ts';
import { deleteLines, duplicateLines, insertLines, moveLines, usersOf } from '../../src/document/lines.ts';
import { rangeChanges } from '../../src/document/rangeChanges.ts';
import { type State, transact } from '../../src/document/transaction.ts';
import { createLayout, layOut } from '../../src/engine/layout.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import type { Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { lineOf, linesOf, sheetOf } from '../fixtures/ranges.ts';
import { RESOLVED } from '../models/shipped.ts';

/** Three lines of a value a year, 1, 10 and 100 by their default, under one that no sum is of, and their total. */
function sums(formula: string, held?: string) {
  const inputs = [5, 1, 10, 100].map((value, i): Line => {
    const id = ['other', 'farms', 'firms', 'trade'][i] ?? '';
    return { kind: 'input', id, label: { en: id, zh: id }, unit: 'index', value, perPeriod: true };
  });
  const total: Line = { kind: 'series', id: 'total', label: { en: 'Total', zh: '合计' }, unit: 'index', formula };
  const overrides = held === undefined ? {} : { total: { 2025: { formula: held } } };
  const text = { en: '', zh: '' };
  const model: Model = {
    ...(RESOLVED[0] as Model),
    lines: [...inputs, lineOf('between', 'heading'), total],
    scenarios: [
      { id: 'base', name: text, note: text, overrides: {} },
      { id: 'fast', name: text, note: text, overrides },
    ],
  };
  const document = newDocument(model);
  return { opened: { model, document }, document, history: NO_HISTORY } satisfies State;
}
const changed = (state: State, change: Change | undefined): State => {
  expect(change).toBeDefined();
  return transact(state, { event: 'edit', change: change as Change })?.state ?? state;
};
const totalOf = (state: State): string => {
  const total = linesOf(state).find(({ id }) => id === 'total');
  return total?.kind === 'series' ? total.formula : '';
};
/** What the total of a year comes to; an error is undefined. */
function numberOf(state: State, scenario = 'base'): number | undefined {
  const { lines, periods } = sheetOf(state).model;
  const workbook = new Workbook({ lines, periods, scenarios: state.document.scenarios });
  const value = workbook.read([{ scenario, line: 'total' }]).values[1 + 2025 - periods.first];
  workbook.destroy();
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
const move = (state: State, ids: readonly string[], to: number) => changed(state, moveLines(sheetOf(state), ids, to));
const drop = (state: State, ...ids: string[]) => changed(state, deleteLines(sheetOf(state), ids));
const indexOf = (state: State, line: string) => linesOf(state).findIndex(({ id }) => id === line);

describe('a sum over lines', () => {
  const start = sums('=SUM({farms}:{trade})', '=SUM({base!trade}:{farms@prev})+1');

  it('keeps its number while its lines change places with each other', () => {
    expect(numberOf(start)).toBe(111);
    const up = move(start, ['trade'], indexOf(start, 'firms'));
    expect([totalOf(up), numberOf(up)]).toEqual(['=SUM({farms}:{firms})', 111]);
    const down = move(up, ['farms'], indexOf(up, 'between'));
    expect([totalOf(down), numberOf(down)]).toEqual(['=SUM({trade}:{farms})', 111]);
    expect(down.document.scenarios[1]?.overrides.total?.[2025]).toEqual({
      formula: '=SUM({base!farms}:{trade@prev})+1',
    });
  });

  it('goes with its lines where all of them are moved', () => {
    const moved = move(start, ['farms', 'firms', 'trade'], 0);
    expect([totalOf(moved), numberOf(moved)]).toEqual(['=SUM({farms}:{trade})', 111]);
  });

  it('loses a line that is moved beyond another, and takes in one that is put inside', () => {
    const left = move(start, ['farms'], 0);
    expect([totalOf(left), numberOf(left)]).toEqual(['=SUM({firms}:{trade})', 110]);
    const joined = move(start, ['other'], indexOf(start, 'trade'));
    expect([totalOf(joined), numberOf(joined)]).toEqual(['=SUM({farms}:{trade})', 116]);
  });

  it('goes on with the lines that are left, down to one; without any it is an error that can be read', () => {
    const two = drop(start, 'trade');
    expect([totalOf(two), numberOf(two)]).toEqual(['=SUM({farms}:{firms})', 11]);
    expect(usersOf(sheetOf(two), ['trade'])).toEqual([]);
    expect(two.document.scenarios[1]?.overrides.total?.[2025]).toEqual({
      formula: '=SUM({base!firms}:{farms@prev})+1',
    });
    const one = drop(two, 'farms');
    expect([totalOf(one), numberOf(one)]).toEqual(['=SUM({firms}:{firms})', 10]);
    const none = drop(one, 'firms');
    expect([totalOf(none), numberOf(none)]).toEqual(['=SUM({firms}:{firms})', undefined]);
    expect(usersOf(sheetOf(none), ['firms'])).toEqual(['total']);
    const layout = createLayout(linesOf(none), sheetOf(none).model.periods, none.document.scenarios);
    expect(layOut(layout, totalOf(none), { scenario: 'base', line: 'total', slot: 2025 })).toBe('=SUM(#REF!)');
  });

  it('ends at lines that have a cell in its column', () => {
    const headed = changed(start, insertLines(sheetOf(start), indexOf(start, 'trade'), [lineOf('within', 'heading')]));
    expect(totalOf(drop(headed, 'trade'))).toBe('=SUM({farms}:{firms})');
    const scalar = changed(start, insertLines(sheetOf(start), indexOf(start, 'firms'), [lineOf('one', 'scalar')]));
    expect(totalOf(drop(scalar, 'farms'))).toBe('=SUM({firms}:{trade})');
  });

  it('over scalars and years goes on with those that are left, whichever of them stands first', () => {
    const mixed = sums('=COUNT({one}:{trade})');
    const state = changed(mixed, insertLines(sheetOf(mixed), 1, [lineOf('one', 'scalar')]));
    expect(totalOf(drop(state, 'trade'))).toBe('=COUNT({one}:{firms})');
    expect(totalOf(drop(state, 'one'))).toBe('=COUNT({farms}:{trade})');
    expect(totalOf(drop(state, 'farms', 'firms', 'trade'))).toBe('=COUNT({one}:{one})');
    const below = move(state, ['one'], indexOf(state, 'between'));
    expect(totalOf(below)).toBe('=COUNT({farms}:{one})');
    expect(totalOf(move(below, ['one'], indexOf(below, 'farms')))).toBe('=COUNT({one}:{trade})');
    const fixed = sums('=COUNT({base!trade@2025}:{one})');
    const held = changed(fixed, insertLines(sheetOf(fixed), 1, [lineOf('one', 'scalar')]));
    expect(totalOf(move(held, ['one'], indexOf(held, 'between')))).toBe('=COUNT({base!one}:{farms@2025})');
  });

  it('may begin at the line of years', () => {
    const years = sums('=COUNT({year}:{trade})');
    expect(numberOf(years)).toBe(5);
    expect(totalOf(drop(years, 'trade'))).toBe('=COUNT({year}:{firms})');
    expect(totalOf(move(years, ['trade'], 0))).toBe('=COUNT({year}:{firms})');
  });

  it('is the same in the copy of a line, but for a range along the line itself', () => {
    const within = sums('=SUM({farms@prev}:{total@prev})+SUM({total@2022}:{total@prev})+{total@prev}');
    const { lines } = sheetOf(
      changed(
        within,
        duplicateLines(sheetOf(within), ['total'], ({ label }) => label),
      ),
    ).model;
    expect(lines.at(-1)).toMatchObject({
      formula: '=SUM({farms@prev}:{total@prev})+SUM({own_1@2022}:{own_1@prev})+{own_1@prev}',
    });
  });

  it('is told of where it has other lines after a move', () => {
    const told = (moved: State, ids: string[]) => rangeChanges(sheetOf(start), sheetOf(moved), ids);
    expect(told(move(start, ['trade'], indexOf(start, 'firms')), ['trade'])).toEqual({ fewer: [], more: [] });
    expect(told(move(start, ['farms'], 0), ['farms'])).toEqual({ fewer: ['total'], more: [] });
    expect(told(move(start, ['other'], indexOf(start, 'trade')), ['other'])).toEqual({ fewer: [], more: ['total'] });
  });
});
