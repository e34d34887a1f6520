import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '../../src/document/change.ts';
import { newDocument } from '../../src/document/document.ts';
import { NO_HISTORY } from '../../src/document/history.ts';
import { deleteLines, duplicateLines, insertLines, moveLines } from '../../src/document/lines.ts';
import { type State, transact } from '../../src/document/transaction.ts';
import { isFormula } from '../../src/model/content.ts';
import type { Line } from '../../src/model/line.ts';
import type { Model } from '../../src/model/model.ts';
import { tryParse } from '../../src/model/notation.ts';
import { KINDS, type Kind, lineOf, linesOf, sheetOf } from '../fixtures/ranges.ts';
import { RESOLVED } from '../models/shipped.ts';
import { runs } from '../runs.ts';

/** Where a range is written, and how: each holder has one. */
interface Written {
  readonly from: number;
  readonly to: number;
  /** Of which kind both ends are. */
  readonly held: Kind;
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

const isHeld = (line: Line | undefined, held: Kind): boolean =>
  line?.kind === 'input' && (line.perPeriod ? 'years' : 'scalar') === held;

/** The lines of a stretch without those at its ends that have no cell in the column of the range. */
function trimmed(stretch: readonly Line[], held: Kind): Members {
  const isIn = (line: Line) => isHeld(line, held);
  const inner = stretch.slice(stretch.findIndex(isIn), stretch.findLastIndex(isIn) + 1);
  return stretch.some(isIn) ? new Set(inner.map(({ id }) => id)) : undefined;
}

/** A range after its lines were arranged anew, by the words of the rule and one line at a time. */
function afterwards(members: Members, lines: readonly Line[], moved: ReadonlySet<string>, held: Kind): Members {
  if (!members) return undefined;
  const isMember = (i: number) => members.has(lines[i]?.id ?? '');
  const places = lines.map((_, i) => i).filter((i) => isMember(i) && isHeld(lines[i], held));
  const stayed = places.filter((i) => !moved.has(lines[i]?.id ?? ''));
  const core = stayed.length > 0 ? stayed : places;
  let [first, last] = [Math.min(...core), Math.max(...core)];
  if (core.length === 0) return undefined;
  while (isMember(first - 1)) first--;
  while (isMember(last + 1)) last++;
  return trimmed(lines.slice(first, last + 1), held);
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
    held: fc.constantFrom<Kind>('years', 'years', 'scalar'),
    where: fc.constantFrom('line' as const, 'base' as const, 'fast' as const),
    form: fc.constantFrom(...FORMS),
  }),
  { minLength: 1, maxLength: 6 },
);
const start = fc.tuple(fc.array(fc.constantFrom(...KINDS), { maxLength: 9 }), ranges).map(([some, wanted]) => {
  const kinds: Kind[] = ['years', ...some, 'scalar'];
  const nth = (n: number, held: Kind) => {
    const places = kinds.flatMap((kind, i) => (kind === held ? [i] : []));
    return places[n % places.length] ?? 0;
  };
  const written = wanted.map((one): Written => ({ ...one, from: nth(one.from, one.held), to: nth(one.to, one.held) }));
  return { kinds, written };
});

it('a range is a set of neighbours through move, delete, insert, duplicate and undo', () => {
  fc.assert(
    fc.property(start, fc.array(act, { maxLength: 12 }), ({ kinds, written }, acts) => {
      let state = open(kinds, written);
      const sets: Members[][] = [
        written.map((one, n) =>
          afterwards(new Set(membersOf(formulaOf(state, n, one), linesOf(state))), linesOf(state), NONE, one.held),
        ),
      ];
      acts.forEach((made, i) => {
        const before = state.document;
        const [change, moved] = changeOf(state, made, `fresh_${i}_x`);
        const done = transact(state, change ? { event: 'edit', change } : { event: 'undo' });
        if (!done || (!change && made.kind !== 'undo')) return;
        if (made.kind === 'undo') sets.pop();
        else
          sets.push(
            (sets.at(-1) ?? []).map((set, n) =>
              afterwards(set, linesOf(done.state), moved, written[n]?.held ?? 'years'),
            ),
          );
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
