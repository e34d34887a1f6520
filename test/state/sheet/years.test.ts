import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { boxes } from '../../../src/document/selection.ts';
import type { CommandApp } from '../../../src/state/commands/command.ts';
import { COMMANDS, type CommandId, commandOf } from '../../../src/state/commands/index.ts';
import { exportCsv } from '../../../src/state/exporting/exporting.ts';
import { numberIn } from '../../../src/state/insight/cells.ts';
import { rowByYear, yearText } from '../../../src/state/insight/yearRows.ts';
import { Clipboard } from '../../../src/state/ranges/clipboard.ts';
import { Jobs } from '../../../src/state/ranges/jobs.ts';
import { Find } from '../../../src/state/sheet/find.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { subscriptions } from '../../fixtures/subscriptions.ts';
import { waitFor } from '../../fixtures/waitFor.ts';
import { runs } from '../../runs.ts';

const REVENUE = 7;
/** The columns in which the years stand: those of their Decembers. */
const [Y2026, Y2027, Y2028] = [14, 26, 38];

/** The subscriptions by month, looked at by year, with their values. */
async function byYear(selected = { line: REVENUE, column: 5 }): Promise<CommandApp> {
  const app = openCommandApp();
  const { workspace, editor, viewMode } = app;
  const { model, document } = subscriptions();
  workspace.show(model, document);
  await waitFor(() => expect(viewMode.years()?.can()).toBe(true));
  editor.select(selected);
  commandOf('byYear').run(app);
  expect(viewMode.byYear()).toBe(true);
  return app;
}
const run = (app: CommandApp, ...ids: CommandId[]) => ids.map((id) => commandOf(id).run(app));
const column = ({ editor }: CommandApp) => editor.selection().active.column;
const said = ({ editor }: CommandApp) => {
  const refusal = editor.refusal();
  return typeof refusal === 'object' && refusal.kind === 'said' ? refusal.text.en : refusal;
};
const COMPUTED = 'Years are computed from their months. Press Enter on a year to go to them and type there.';

describe('the sheet by year', () => {
  it('keeps what is selected: a month within its year, a year as all of its months', async () => {
    const app = await byYear();
    const { editor } = app;
    expect(column(app)).toBe(Y2026);
    expect(editor.address).toBe('D9:O9');
    expect(editor.textAt(editor.selection().active)).toBe('=SUM(D9:O9)');
    run(app, 'byPeriod');
    expect(editor.address).toBe('F9');
    expect(boxes(editor.selection())).toEqual([{ top: REVENUE, bottom: REVENUE, left: 5, right: 5 }]);
    run(app, 'byYear', 'extendRight', 'byPeriod');
    expect(boxes(editor.selection())).toEqual([{ top: REVENUE, bottom: REVENUE, left: 3, right: Y2027 }]);
    expect(editor.address).toBe('D9');
  });

  it('is gone through by years, to both sides, within a range, and from the single values on', async () => {
    const app = await byYear();
    run(app, 'moveRight');
    expect(column(app)).toBe(Y2027);
    run(app, 'moveLeft', 'moveLeft');
    expect(column(app)).toBe(2);
    run(app, 'tabRight', 'tabRight', 'tabRight', 'tabRight');
    expect(column(app)).toBe(Y2028);
    run(app, 'lineStart', 'lineEnd');
    expect(column(app)).toBe(Y2028);
    run(app, 'extendLeft', 'extendLeft');
    expect(app.editor.selection().range.to.column).toBe(Y2026);
    for (const at of [Y2027, Y2026, Y2028]) {
      run(app, 'tabLeft');
      expect(column(app)).toBe(at);
    }
  });

  it('leads by Enter and by F2 to the months of a year, all of them selected; on a line without any, down', async () => {
    for (const key of ['enterDown', 'edit'] as const) {
      const app = await byYear({ line: REVENUE, column: 20 });
      run(app, key);
      expect(app.viewMode.byYear()).toBe(false);
      expect(app.editor.selection()).toMatchObject({
        active: { line: REVENUE, column: 15 },
        range: { from: { column: 15 }, to: { column: Y2027 } },
      });
    }
    const app = await byYear({ line: 3, column: 20 });
    run(app, 'enterDown');
    expect(app.editor.selection().active).toEqual({ line: 4, column: Y2027 });
  });

  it('takes nothing that is typed, pasted, filled or reset in a year, and says where it goes', async () => {
    const app = await byYear();
    const { workspace, editor } = app;
    const edits = [{ scenario: 'base', line: 'revenue', slot: 24_312 + 11, content: 5 }];
    workspace.dispatch({ kind: 'cells', edits });
    const before = workspace.document();
    const clipboard = new Clipboard({ ...app, say: app.say }, new Jobs());
    const tries: (() => unknown)[] = [
      () => editor.begin('enter', '5'),
      () => run(app, 'reset'),
      () => run(app, 'fillRight'),
      () => run(app, 'cut'),
      () => clipboard.paste('1\t2\n3\t4'),
    ];
    for (const attempt of tries) {
      editor.select({ line: REVENUE, column: Y2026 });
      attempt();
      await waitFor(() => expect(said(app)).toBe(COMPUTED));
    }
    // What begins among the single values would reach into the years.
    editor.select({ line: 3, column: 2 });
    clipboard.paste('1\t2');
    expect(said(app)).toBe(COMPUTED);
    expect(workspace.document()).toBe(before);
    clipboard.paste('51');
    expect(workspace.effective({ scenario: 'base', line: 'price', slot: 'value' }).content).toBe(51);
  });

  it('never changes a month, whatever is done by keys', async () => {
    const app = await byYear();
    const { workspace, editor } = app;
    const edits = [{ scenario: 'base', line: 'cash', slot: 24_312 + 23, content: 7 }];
    workspace.dispatch({ kind: 'cells', edits });
    const keys: CommandId[] = ['reset', 'fillDown', 'fillRight', 'takeEverywhere', 'takeDown', 'takeRight'];
    const moves = COMMANDS.filter(({ group }) => group === 'moving' || group === 'selecting').map(({ id }) => id);
    const months = () => workspace.document().scenarios.map(({ overrides: { price: _, ...others } }) => others);
    const before = months();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...keys, ...moves.filter((id) => id !== 'find' && id !== 'goTo')), { maxLength: 12 }),
        fc.constantFrom(3, REVENUE, 9),
        fc.constantFrom(Y2026, Y2027, Y2028),
        async (ids, line, at) => {
          app.viewMode.years()?.set(true);
          editor.select({ line, column: at });
          for (const id of ids) {
            if (!app.viewMode.byYear()) break;
            // Lines at which nothing has months, and names, are a person's to change.
            if (keys.includes(id) && boxes(editor.selection()).some(({ right }) => right <= 2)) continue;
            run(app, id);
          }
          await Promise.resolve();
          expect(months()).toEqual(before);
        },
      ),
      runs(60, 2_000),
    );
  });

  it('copies years with all their digits, sums what is shown, and finds it', async () => {
    const app = await byYear();
    const { workspace, editor } = app;
    const clipboard = new Clipboard({ ...app, say: app.say }, new Jobs());
    const row = workspace.rows.watch('base', 'revenue');
    await waitFor(() => expect(numberIn(row(), 12)).toBeDefined());
    run(app, 'extendToLineEnd');
    const copied = new Map<string, string>();
    clipboard.copy(false, { setData: (kind: string, text: string) => void copied.set(kind, text) } as DataTransfer);
    const years = (copied.get('text/plain') ?? '').split('\t').map(Number);
    expect(years.map((value) => Math.round(value * 100) / 100)).toEqual([901_164.18, 1_265_140.49, 1_547_280.98]);
    expect(years[0]).not.toBe(901_164.18);
    const summary = await editor
      .fold()
      ?.summarise({ scenario: 'base', lines: [REVENUE, REVENUE], columns: [2, Y2028] });
    expect(summary).toMatchObject({ numbers: 3, filled: 3 });
    expect(summary?.sum).toBeCloseTo(3_713_585.65, 1);
    editor.select({ line: 0, column: 0 });
    const find = new Find(app);
    find.type('1,265,1');
    await waitFor(() => expect(find.progress()).toBe('done'));
    expect(find.count()).toBe(1);
    expect(editor.selection().active).toEqual({ line: REVENUE, column: Y2027 });
    find.stop();
  });

  it('names all of a year where a formula points at it', async () => {
    const app = await byYear({ line: 3, column: 2 });
    const { editor } = app;
    const field = { selectionStart: 5, selectionEnd: 5, setSelectionRange: () => {} };
    editor.pointing.attach(field);
    editor.begin('enter', '=SUM(');
    editor.pointing.pointAt({ line: REVENUE, column: Y2027 });
    expect(editor.draft()?.text).toBe('=SUM(P9:AA9');
    editor.cancel();
  });

  it('goes out as CSV with years in its header, all scenarios and what is selected too', async () => {
    const app = await byYear();
    const rows = async (extent: 'sheet' | 'long' | 'selection') =>
      (await exportCsv(app, { extent, cells: 'formulas', byYear: true })).text
        .split('\r\n')
        .map((row) => row.split(','));
    const sheet = await rows('sheet');
    expect(sheet[0]?.slice(2)).toEqual(['Value', '2026', '2027', '2028', 'Id']);
    expect(Number(sheet[REVENUE + 1]?.[3])).toBeCloseTo(901_164.18, 2);
    expect(sheet[REVENUE + 1]?.[3]).toMatch(/^901164\.17755433\d*$/);
    expect(sheet[4]).toEqual(['price', 'EUR per customer', '49', '', '', '', 'price']);
    const long = await rows('long');
    expect(long[0]?.slice(5)).toEqual(['2026', '2027', '2028']);
    const rise = long.find((row) => row[1] === 'Price rise' && row[3] === 'revenue');
    expect(rise?.slice(5).map((text) => Math.round(Number(text) * 100) / 100)).toEqual([
      1_059_837.38, 1_436_826.71, 1_711_639.25,
    ]);
    run(app, 'extendRight');
    expect((await rows('selection')).slice(0, 2).map((row) => row.length)).toEqual([5, 5]);
  });

  it('has years with an error as that error, and says nothing of a text', () => {
    const { model } = subscriptions();
    const line = model.lines[REVENUE];
    if (line?.kind !== 'series') throw new Error('no series');
    const values = new Float64Array(37).fill(1);
    values[3] = Number.NaN;
    values[20] = Number.NaN;
    const root = { scenario: 'base', line: 'revenue', slot: 24_314 };
    const notes = new Map([
      [3, { kind: 'error', code: 'div0', root } as const],
      [20, { kind: 'text', text: 'soon' } as const],
    ]);
    const rolled = rowByYear({ values, notes }, line, model.periods);
    const app = openCommandApp();
    expect([1, 2, 3].map((at) => yearText(app, line, rolled, at))).toEqual(['#DIV/0!', '–', '12']);
  });

  it('is kept for the next visit, as how somebody looks at this document', async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const first = await byYear();
    expect(first.workspace.history().past).toEqual([]);
    const { model, document } = subscriptions();
    const again = openCommandApp();
    again.workspace.show(model, document);
    await waitFor(() => expect(again.viewMode.byYear()).toBe(true));
    again.editor.select({ line: REVENUE, column: 5 });
    expect(column(again)).toBe(Y2026);
    // Another document is looked at by month.
    again.workspace.show({ ...model, id: 'own-other' }, { ...document, model: { id: 'own-other', version: 1 } });
    expect(again.viewMode.byYear()).toBe(false);
    expect(again.viewMode.years()?.set(false)).toBe(false);
  });

  it('is nothing that a model of years has: no command, no key', async () => {
    const app = openCommandApp();
    for (const id of ['byYear', 'byPeriod'] as const) {
      expect(commandOf(id).applies?.(app)).toBe(false);
      expect(commandOf(id).byKey?.(app)).toBe(false);
    }
    expect(app.viewMode.byYear()).toBe(false);
  });

  it('begins so where the first chart of the model is by year, unless somebody chose otherwise', async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const open = async (by: 'year' | 'period') => {
      const app = openCommandApp();
      const { model, document } = subscriptions();
      const charts = model.charts.map((chart, i) => (i === 0 ? { ...chart, by } : chart));
      app.workspace.show({ ...model, charts }, document);
      await waitFor(() => expect(app.viewMode.years()?.can()).toBe(true));
      return app;
    };
    const first = await open('year');
    expect(first.viewMode.byYear()).toBe(true);
    run(first, 'byPeriod');
    expect(first.viewMode.byYear()).toBe(false);
    expect((await open('year')).viewMode.byYear()).toBe(false);
    const other = await open('period');
    expect(other.viewMode.byYear()).toBe(false);
    run(other, 'byYear');
    expect((await open('period')).viewMode.byYear()).toBe(true);
    expect((await open('year')).viewMode.byYear()).toBe(true);
  });
});
