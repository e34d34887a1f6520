import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellEdit } from '../../../src/document/change.ts';
import type { Range } from '../../../src/document/selection.ts';
import { dispatchMany } from '../../../src/state/ranges/bulk.ts';
import type { Job } from '../../../src/state/ranges/jobs.ts';
import { changeSteps } from '../../../src/state/ranges/newRows.ts';
import type { RangeActions } from '../../../src/state/ranges/rangeActions.ts';
import { type BlankSheet, blankSheet } from '../../fixtures/blankSheet.ts';
import { waitFor } from '../../fixtures/waitFor.ts';
import { runs } from '../../runs.ts';

const PERIODS = { first: 2026, last: 2030 };
const over = (part: RangeActions) => waitFor(() => expect(part.jobs.areChanging).toBe(false));

/** Names alone, a unit, an input, values by period, a formula for all of them, one with typed periods, a result. */
async function filled(): Promise<BlankSheet> {
  const sheet = await blankSheet(PERIODS);
  for (const [line, column, text] of [
    [0, 0, 'Heading'],
    [1, 0, 'Growth'],
    [1, 2, '5 %'],
    [2, 0, 'Sales'],
    [2, 1, 'EUR'],
    [2, 3, '10'],
    [2, 5, '12'],
    [3, 0, 'Double'],
    [3, 3, '=D4*2'],
  ] as const)
    await sheet.type(line, column, text);
  const { editor, rangeActions } = sheet.app;
  editor.selectRange({ from: { line: 3, column: 3 }, to: { line: 3, column: 7 } }, { line: 3, column: 3 });
  rangeActions.use((part) => part.fillSelection('right'));
  await sheet.type(3, 4, '7');
  await sheet.type(4, 2, '=C3+1');
  await sheet.type(5, 0, 'Only a name');
  return sheet;
}

const select = ({ app }: BlankSheet, { from, to }: Range) => app.editor.selectRange({ from, to }, from);
const state = ({ app }: BlankSheet) => {
  const { lines, scenarios } = { lines: app.workspace.model().lines, scenarios: app.workspace.document().scenarios };
  return { lines, scenarios, steps: app.workspace.history().past.length, refusal: app.editor.refusal() };
};

describe('Delete', () => {
  it('over many cells of own lines empties what it empties over few', async () => {
    const [few, many] = [await filled(), await filled()];
    expect(state(few)).toEqual(state(many));
    const place = fc.record({ line: fc.integer({ min: 0, max: 8 }), column: fc.integer({ min: 0, max: 7 }) });
    await fc.assert(
      fc.asyncProperty(place, place, async (from, to) => {
        const { length } = few.app.workspace.history().past;
        for (const sheet of [few, many]) select(sheet, { from, to });
        few.app.editor.clear();
        many.part.resetMany();
        await over(many.part);
        expect(state(many)).toEqual(state(few));
        for (const { workspace } of [few.app, many.app])
          while (workspace.history().past.length > length) workspace.undo();
      }),
      runs(60, 2_000),
    );
  });

  it('where there is nothing to empty is no step', async () => {
    const sheet = await filled();
    const { length } = sheet.app.workspace.history().past;
    select(sheet, { from: { line: 3, column: 5 }, to: { line: 3, column: 5 } });
    sheet.app.editor.clear();
    select(sheet, { from: { line: 6, column: 0 }, to: { line: 8, column: 3 } });
    sheet.part.resetMany();
    await over(sheet.part);
    expect(sheet.app.workspace.history().past).toHaveLength(length);
  });
});

describe('a paste that makes lines', () => {
  const TABLE = Array.from({ length: 800 }, (_, i) => `Line ${i}\tEUR\t\t${i}\t${i}\t${i}\t${i}\t${i}`).join('\n');

  it('keeps what is typed into others of its cells meanwhile', async () => {
    const sheet = await filled();
    const { workspace } = sheet.app;
    const sales = workspace.model().lines[2]?.id ?? '';
    const cell = (slot: number) => ({ scenario: 'base', line: sales, slot });
    // A formula in each period: the line is to be a series.
    const edits = [2026, 2027, 2028, 2029, 2030].map((slot) => ({ ...cell(slot), content: { formula: '=1' } }));
    const from = workspace.document();
    const work = (job: Job) => dispatchMany(workspace, edits, job, from, { layout: workspace.layout() });
    const done = sheet.part.jobs.run('paste', work);
    await Promise.resolve();
    workspace.dispatch({ kind: 'cells', edits: [{ ...cell(2027), content: 99 }] });
    await done;
    const held = { 2026: { formula: '=1' }, 2027: 99, 2028: { formula: '=1' }, 2029: { formula: '=1' } };
    expect(workspace.base.overrides[sales]).toEqual({ ...held, 2030: { formula: '=1' } });
    workspace.undo();
    expect(workspace.base.overrides[sales]).toEqual({ 2026: 10, 2027: 99, 2028: 12 });
  });

  it('lands whole, and is one step', async () => {
    const sheet = await blankSheet(PERIODS);
    sheet.part.clipboard.paste(TABLE);
    await over(sheet.part);
    expect(sheet.app.workspace.model().lines).toHaveLength(800);
    expect(sheet.app.workspace.history().past).toHaveLength(1);
  });

  it('is worked out in steps that let others in', async () => {
    const sheet = await blankSheet({ first: 2000, last: 2099 });
    const { workspace } = sheet.app;
    // Work is counted, in looks at an edit: times would tell of the machine.
    let looks = 0;
    const editOf = (line: string, slot: number): CellEdit => ({
      scenario: 'base',
      get line() {
        looks++;
        return line;
      },
      slot,
      content: 1,
    });
    const edits = Array.from({ length: 60_000 }, (_, i) => editOf(`own_${1 + Math.floor(i / 30)}`, 2000 + (i % 30)));
    const steps = changeSteps(workspace, { layout: workspace.layout() }, edits);
    let count = 0;
    let most = 0;
    for (let before = 0; !steps.next().done; before = looks, count++) most = Math.max(most, looks - before);
    expect(count).toBeGreaterThan(edits.length);
    expect(looks).toBeGreaterThan(edits.length);
    // A step is of an edit, or of a line with its thirty.
    expect(most).toBeLessThan(300);
  });
});
