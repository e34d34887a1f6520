import fc from 'fast-check';
import { createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Catalog } from '../../../src/catalog.ts';
import type { CellEdit } from '../../../src/document/change.ts';
import { touched } from '../../../src/document/otherLines.ts';
import { createEngine } from '../../../src/engine/client.ts';
import { CEILING, type Size } from '../../../src/engine/size.ts';
import type { CellRef, Content } from '../../../src/model/content.ts';
import type { Model } from '../../../src/model/model.ts';
import { passed } from '../../../src/state/document/ceiling.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { dispatchMany } from '../../../src/state/ranges/bulk.ts';
import { type Job, Jobs } from '../../../src/state/ranges/jobs.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { LINES, PERIODS, SCENARIOS } from '../../fixtures/small.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const MODEL: Model = {
  ...(RESOLVED[0] as Model),
  lines: LINES,
  periods: PERIODS,
  // One of them says why: what is reset takes its reason along.
  scenarios: SCENARIOS.map((one) =>
    one.id === 'fast' ? { ...one, reasons: { growth: { value: 'The plan' } } } : one,
  ) as Model['scenarios'],
};
const CATALOG: Catalog = { seeds: SEEDS, first: MODEL, entries: RESOLVED, load: async () => RESOLVED[1] as Model };

function open(): Workspace {
  return createRoot((dispose) => {
    const engine = createEngine(inProcess);
    onTestFinished(() => {
      engine.dispose();
      dispose();
    });
    return new Workspace(CATALOG, engine);
  });
}
/** The engine says of itself that it holds so much. */
const claim = ({ engine }: Workspace, size: Size) =>
  Object.defineProperty(engine, 'size', { value: size, configurable: true });
const many = (workspace: Workspace, edits: readonly CellEdit[], jobs = new Jobs()) => {
  const { opened } = workspace;
  const work = (job: Job) => dispatchMany(workspace, edits, job, workspace.document(), { layout: workspace.layout() });
  return jobs.run('paste', work, () => workspace.opened === opened);
};
const set = (line: string, slot: CellEdit['slot'], content: Content | undefined, scenario = 'base'): CellEdit => ({
  scenario,
  line,
  slot,
  content,
});
const rows = SCENARIOS.flatMap(({ id }) => LINES.map((line) => ({ scenario: id, line: line.id })));

const content = fc.constantFrom<Content | undefined>(undefined, 'model', 7, 0.5, { text: 'x' }, { formula: '=1+1' });
const edit = fc.oneof(
  fc.record({
    scenario: fc.constantFrom('base', 'fast', 'slow'),
    line: fc.constantFrom('growth', 'start'),
    slot: fc.constant<CellEdit['slot']>('value'),
    content,
  }),
  fc.record({
    scenario: fc.constantFrom('base', 'fast', 'slow'),
    line: fc.constantFrom('extra', 'scale'),
    slot: fc.integer({ min: 2022, max: 2025 }),
    content,
  }),
);

describe('edits of many cells', () => {
  it('take the reason of an override along when they reset it, and bring it back with it', async () => {
    const workspace = open();
    const fast = () => workspace.document().scenarios[1];
    await many(workspace, [set('growth', 'value', 0.3, 'fast')]);
    expect(fast()?.reasons).toEqual({ growth: { value: 'The plan' } });
    await many(workspace, [set('growth', 'value', undefined, 'fast')]);
    expect(fast()?.reasons).toBeUndefined();
    workspace.undo();
    expect(fast()).toMatchObject({ overrides: { growth: { value: 0.3 } }, reasons: { growth: { value: 'The plan' } } });
  });

  it('make the same document and the same values as one by one, and are one step of undo', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
        const [workspace, other] = [open(), open()];
        const before = workspace.document();
        await many(workspace, edits);
        other.dispatch({ kind: 'cells', edits });
        expect(workspace.document().scenarios).toEqual(other.document().scenarios);
        expect(await workspace.engine.read(rows)).toEqual(await other.engine.read(rows));
        expect(workspace.engine.size).toEqual(other.engine.size);
        expect(workspace.history().past).toHaveLength(1);
        workspace.undo();
        other.undo();
        expect(workspace.document().scenarios).toBe(before.scenarios);
        expect(await workspace.engine.read(rows)).toEqual(await other.engine.read(rows));
      }),
      { numRuns: 40 },
    );
  });

  it('keep what was edited in their lines while they were under way', async () => {
    const workspace = open();
    const done = many(workspace, [set('extra', 2022, 5), set('start', 'value', 1)]);
    await Promise.resolve();
    // One of them over a cell of theirs: it came later, and stays.
    workspace.dispatch({ kind: 'cells', edits: [set('extra', 2023, 9), set('start', 'value', 2)] });
    await done;
    expect(workspace.base.overrides).toEqual({ extra: { 2022: 5, 2023: 9 }, start: { value: 2 } });
    workspace.undo();
    expect(workspace.base.overrides).toEqual({ extra: { 2023: 9 }, start: { value: 2 } });
  });

  it('lead to the first cell of them when they are taken back', async () => {
    const workspace = open();
    await many(workspace, [set('scale', 2024, 1), set('extra', 2023, 2)]);
    const led: (CellRef | undefined)[] = [];
    workspace.gateway.listen((transaction) => led.push(touched(transaction, workspace.layout().indexOf)[0]));
    workspace.undo();
    workspace.redo();
    expect(led).toEqual(Array(2).fill({ scenario: 'base', line: 'extra', slot: 2023 }));
  });

  it('do nothing where they are called off, or where another model was opened meanwhile', async () => {
    const workspace = open();
    const jobs = new Jobs();
    const before = workspace.document();
    const done = many(workspace, [set('start', 'value', 1)], jobs);
    jobs.cancel();
    await done;
    expect(workspace.document()).toBe(before);
    // What is asked for after that is done.
    await many(workspace, [set('start', 'value', 2)], jobs);
    expect(workspace.base.overrides.start).toEqual({ value: 2 });
    const told: string[] = [];
    const late = many(workspace, [set('start', 'value', 3)], new Jobs((kind) => told.push(kind)));
    await workspace.open('china');
    const opened = workspace.document();
    await late;
    expect(workspace.document()).toBe(opened);
    expect(told).toEqual(['paste']);
  });
});

describe('the ceiling', () => {
  it('is told with both numbers before it is passed, and only then', async () => {
    const workspace = open();
    claim(workspace, { ...CEILING, typed: 0 });
    const formula = (line: string, slot: CellEdit['slot']) => set(line, slot, { formula: '=1' });
    // In the base one cell becomes a formula; in the others it refers to the base, as before.
    expect(passed(workspace, [formula('start', 'value')])).toEqual({
      cells: CEILING.formulas + 1,
      ceiling: CEILING.formulas,
      of: 'formulas',
    });
    expect(passed(workspace, [set('start', 'value', 3), formula('scale', 2024)])).toBeUndefined();
    expect(passed(workspace, [set('scale', 2024, 3), formula('start', 'value')])).toBeUndefined();
    const before = workspace.document();
    const told: unknown[] = [];
    workspace.gateway.onRefused((why) => told.push(why));
    expect(await many(workspace, [formula('start', 'value')])).toBe(false);
    expect(workspace.dispatch({ kind: 'cells', edits: [formula('start', 'value')] })).toBe(false);
    expect(told).toEqual(Array(2).fill(expect.objectContaining({ kind: 'ceiling', of: 'formulas' })));
    expect(workspace.document()).toBe(before);
  });

  it('counts what edits add to the workbook, whatever they replace', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { maxLength: 4 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        async (a, b) => {
          const [workspace, full] = [open(), open()];
          for (const each of [workspace, full]) each.dispatch({ kind: 'cells', edits: a });
          await workspace.engine.read([]);
          const before = workspace.engine.size;
          workspace.dispatch({ kind: 'cells', edits: b });
          await workspace.engine.read([]);
          const after = workspace.engine.size;
          for (const of of ['formulas', 'typed'] as const) {
            claim(full, { formulas: 0, typed: 0, lines: 0, [of]: CEILING[of] });
            const grown = after[of] - before[of];
            expect(passed(full, b)).toEqual(
              grown > 0 ? { cells: CEILING[of] + grown, ceiling: CEILING[of], of } : undefined,
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
