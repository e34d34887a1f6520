import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/document/change.ts';
import { modelOf, newDocument } from '../../src/document/document.ts';
import { NO_HISTORY } from '../../src/document/history.ts';
import { deleteLines, duplicateLines, insertLines, moveLines, usersOf } from '../../src/document/lines.ts';
import { rangeChanges } from '../../src/document/rangeChanges.ts';
import { type State, transact } from '../../src/document/transaction.ts';
import { createLayout, layOut } from '../../src/engine/layout.ts';
import { Workbook } from '../../src/engine/workbook.ts';
import { isFormula } from '../../src/model/content.ts';
import type { Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { tryParse } from '../../src/model/notation.ts';
import { RESOLVED } from '../models/shipped.ts';
import { runs } from '../runs.ts';

type Kind = 'years' | 'scalar' | 'heading';
const KINDS: readonly Kind[] = ['years', 'years', 'years', 'heading', 'scalar'];

function lineOf(id: string, kind: Kind): Line {
  const label = { en: id, zh: id };
  if (kind === 'heading') return { kind, id, label };
  if (kind === 'scalar') return { kind: 'input', id, label, unit: 'index', value: 1 };
  return { kind: 'input', id, label, unit: 'index', value: 1, perPeriod: true };
}

/** Where a range is written, and how: each holder has one. */
interface Written {
  readonly from: number;
  readonly to: number;
  readonly where: 'line' | 'base' | 'fast';
  readonly form: (from: string, to: string) => string;
}

const FORMS: readonly Written['form'][] = [
  (from, to) => `=SUM({${from}}:{${to}})`,
  (from, to) => `=1+SUM({fast!${from}} : {${to}})&"{${from}}:{${to}}"`,
  (from, to) => `=MAX({${from}@prev}:{${to}@2025},2)-{year}`,
];

/** The line that holds a range stands far from the lines that are in it, and is never touched itself. */
const holder = (n: number) => `total_${'abcdef'[n]}`;

/** Lines of all kinds with ranges over them, some written from last to first. */
function open(kinds: readonly Kind[], written: readonly Written[]): State {
  const lines = kinds.map((kind, i) => lineOf(`line_${i}_x`, kind));
  const overrides: Record<Written['where'], Record<string, Record<string, { formula: string }>>> = {
    line: {},
    base: {},
    fast: {},
  };
  const totals = written.map(({ from, to, where, form }, n): Line => {
    const formula = form(`line_${from}_x`, `line_${to}_x`);
    const id = holder(n);
    if (where !== 'line') overrides[where][id] = { 2024: { formula } };
    const label = { en: id, zh: id };
    return { kind: 'series', id, label, unit: 'index', formula: where === 'line' ? formula : '=1' };
  });
  const scenarios = (['base', 'fast'] as const).map((id) => ({
    id,
    name: { en: id, zh: id },
    note: { en: '', zh: '' },
    overrides: overrides[id],
  }));
  const model: Model = {
    ...(RESOLVED[0] as Model),
    lines: [...lines, lineOf('between', 'heading'), ...totals],
    scenarios,
  };
  const document = newDocument(model);
  return { opened: { model, document }, document, history: NO_HISTORY };
}

const sheetOf = ({ opened, document }: State) => ({ document, model: modelOf(opened.model, document) });
const linesOf = (state: State): readonly Line[] => sheetOf(state).model.lines;

/** The formula of a holder, wherever it is written. */
function formulaOf(state: State, n: number, { where }: Written): string {
  const line = linesOf(state).find(({ id }) => id === holder(n));
  if (where === 'line') return line?.kind === 'series' ? line.formula : '';
  const content = state.document.scenarios.find(({ id }) => id === where)?.overrides[holder(n)]?.[2024];
  return isFormula(content) ? content.formula : '';
}

/** The lines from one end of the first range of a formula to the other; undefined where an end is gone. */
function membersOf(formula: string, lines: readonly Line[]): string[] | undefined {
  const ends = (tryParse(formula) ?? []).flatMap((part) =>
    'ref' in part && part.ref.kind === 'line'
      ? [lines.findIndex(({ id }) => 'id' in part.ref && id === part.ref.id)]
      : [],
  );
  const [from = -1, to = -1] = ends;
  if (from < 0 || to < 0) return undefined;
  return lines.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
}

/** What a range is in the plain model: the set of its members, undefined once all of them are gone. */
type Members = ReadonlySet<string> | undefined;

const isHeld = (line: Line | undefined): boolean => line?.kind === 'input' && line.perPeriod === true;

/** The lines of a stretch without those at its ends that have no cell a year. */
function trimmed(stretch: readonly Line[]): Members {
  const inner = stretch.slice(stretch.findIndex(isHeld), stretch.findLastIndex(isHeld) + 1);
  return stretch.some(isHeld) ? new Set(inner.map(({ id }) => id)) : undefined;
}

/** A range after its lines were arranged anew, by the words of the rule and one line at a time. */
function afterwards(members: Members, lines: readonly Line[], moved: ReadonlySet<string>): Members {
  if (!members) return undefined;
  const isMember = (i: number) => members.has(lines[i]?.id ?? '');
  const places = lines.map((_, i) => i).filter((i) => isMember(i) && isHeld(lines[i]));
  const stayed = places.filter((i) => !moved.has(lines[i]?.id ?? ''));
  const core = stayed.length > 0 ? stayed : places;
  let [first, last] = [Math.min(...core), Math.max(...core)];
  if (core.length === 0) return undefined;
  while (isMember(first - 1)) first--;
  while (isMember(last + 1)) last++;
  return trimmed(lines.slice(first, last + 1));
}

type Act =
  | { readonly kind: 'insert'; readonly at: number; readonly line: Kind }
  | { readonly kind: 'delete' | 'duplicate'; readonly from: number; readonly count: number }
  | { readonly kind: 'move'; readonly from: number; readonly count: number; readonly to: number }
  | { readonly kind: 'undo' };

const NONE: ReadonlySet<string> = new Set();
const place = fc.nat(20);
const count = fc.integer({ min: 1, max: 4 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: place, line: fc.constantFrom(...KINDS) }),
  fc.record({ kind: fc.constantFrom('delete' as const, 'duplicate' as const), from: place, count }),
  { arbitrary: fc.record({ kind: fc.constant('move' as const), from: place, count, to: place }), weight: 3 },
  fc.record({ kind: fc.constant('undo' as const) }),
);

/** What an act changes, and which lines it moves; the totals and the heading over them stay where they are. */
function changeOf(state: State, made: Act, fresh: string): readonly [Change | undefined, ReadonlySet<string>] {
  const sheet = sheetOf(state);
  const end = sheet.model.lines.findIndex(({ id }) => id === 'between');
  if (made.kind === 'undo') return [undefined, NONE];
  if (made.kind === 'insert') return [insertLines(sheet, made.at % (end + 1), [lineOf(fresh, made.line)]), NONE];
  const from = made.from % Math.max(1, end);
  const ids = sheet.model.lines.slice(from, Math.min(end, from + made.count)).map(({ id }) => id);
  if (made.kind === 'move') return [moveLines(sheet, ids, made.to % (end + 1)), new Set(ids)];
  return [made.kind === 'delete' ? deleteLines(sheet, ids) : duplicateLines(sheet, ids, ({ label }) => label), NONE];
}

const ranges = fc.array(
  fc.record({
    from: fc.nat(),
    to: fc.nat(),
    where: fc.constantFrom('line' as const, 'base' as const, 'fast' as const),
    form: fc.constantFrom(...FORMS),
  }),
  { minLength: 1, maxLength: 6 },
);
const start = fc.tuple(fc.array(fc.constantFrom(...KINDS), { maxLength: 9 }), ranges).map(([some, wanted]) => {
  const kinds: Kind[] = ['years', ...some];
  const holding = kinds.flatMap((kind, i) => (kind === 'years' ? [i] : []));
  const nth = (n: number) => holding[n % holding.length] ?? 0;
  return { kinds, written: wanted.map((one): Written => ({ ...one, from: nth(one.from), to: nth(one.to) })) };
});

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

describe('a range', () => {
  it('is a set of neighbours through move, delete, insert, duplicate and undo', () => {
    fc.assert(
      fc.property(start, fc.array(act, { maxLength: 12 }), ({ kinds, written }, acts) => {
        let state = open(kinds, written);
        const sets: Members[][] = [
          written.map((one, n) =>
            afterwards(new Set(membersOf(formulaOf(state, n, one), linesOf(state))), linesOf(state), NONE),
          ),
        ];
        acts.forEach((made, i) => {
          const before = state.document;
          const [change, moved] = changeOf(state, made, `fresh_${i}_x`);
          const done = transact(state, change ? { event: 'edit', change } : { event: 'undo' });
          if (!done || (!change && made.kind !== 'undo')) return;
          if (made.kind === 'undo') sets.pop();
          else sets.push((sets.at(-1) ?? []).map((set) => afterwards(set, linesOf(done.state), moved)));
          if (change) expect(transact(done.state, { event: 'undo' })?.state.document).toEqual(before);
          state = done.state;
          written.forEach((one, n) => {
            const found = membersOf(formulaOf(state, n, one), linesOf(state));
            expect(found && new Set(found)).toEqual(sets.at(-1)?.[n]);
          });
        });
      }),
      runs(300, 20_000),
    );
  });
});
