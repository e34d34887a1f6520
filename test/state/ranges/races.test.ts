import { expect, it } from 'vitest';
import type { Place } from '../../../src/document/selection.ts';
import type { CommandApp } from '../../../src/state/commands/command.ts';
import { undo } from '../../../src/state/commands/editing.ts';
import type { RangeActions } from '../../../src/state/ranges/rangeActions.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { waitFor } from '../../fixtures/waitFor.ts';

const FIRST: Place = { line: 0, column: 2 };
const GROWTH = { scenario: 'base', line: 'gd_growth', slot: 'value' } as const;
const TWO = { scenario: 'base', line: 'gd_scale', slot: 2030 } as const;

/** A sheet of a hundred years, all of it selected: a paste or a fill of one value takes several slices. */
async function openLarge(): Promise<{ app: CommandApp; part: RangeActions }> {
  const app = openCommandApp();
  app.workspace.dispatch({ kind: 'structure', parts: { periods: { first: 2022, last: 2121 } } });
  const { lastLine, lastColumn } = app.editor;
  app.editor.selectRange({ from: FIRST, to: { line: lastLine, column: lastColumn } }, FIRST);
  let part: RangeActions | undefined;
  app.rangeActions.use((loaded) => {
    part = loaded;
  });
  await waitFor(() => expect(part).toBeDefined());
  return { app, part: part as RangeActions };
}
/** What was asked for is under way, and not done. */
const begun = () => Promise.resolve();
const over = (part: RangeActions) => waitFor(() => expect(part.jobs.areChanging).toBe(false));
const base = ({ workspace }: CommandApp) => workspace.base.overrides;
const told = ({ workspace }: CommandApp) => {
  const notice = workspace.notices.shown();
  return notice?.kind === 'said' ? notice.text : undefined;
};

it('a paste lands where it was made, whatever is selected and typed before it does, and takes nobody away from there', async () => {
  const { app, part } = await openLarge();
  part.clipboard.paste('7');
  app.editor.select({ line: 5, column: 6 });
  app.editor.begin('edit');
  const typing = app.editor.draft();
  await over(part);
  expect(base(app).gd_growth?.value).toBe(0.07);
  expect(base(app).gd_scale?.[2121]).toBe(7);
  expect(app.editor.selection().active).toEqual({ line: 5, column: 6 });
  expect(app.editor.draft()).toBe(typing);
});

it('a number that is typed over cells of a paste while that is under way stays', async () => {
  const { app, part } = await openLarge();
  part.clipboard.paste('7');
  await begun();
  app.workspace.dispatch({ kind: 'cells', edits: [{ ...TWO, content: 77 }] });
  await over(part);
  expect(base(app).gd_scale).toMatchObject({ 2029: 7, 2030: 77, 2031: 7 });
  app.workspace.undo();
  expect(base(app).gd_scale).toEqual({ 2030: 77 });
});

it('a paste, a fill and a reset do nothing in another document, and say so', async () => {
  const { app, part } = await openLarge();
  app.workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.2 }] });
  for (const [begin, sentence] of [
    [() => part.clipboard.paste('7'), 'Nothing was pasted'],
    [() => part.fillSelection('right'), 'Nothing was filled'],
    [() => part.resetMany(), 'Nothing was reset'],
  ] as const) {
    const { opened, document } = app.workspace;
    begin();
    app.workspace.show(opened.model, { ...document() });
    const before = document();
    await over(part);
    expect(document()).toBe(before);
    expect(app.workspace.history().past).toEqual([]);
    expect(told(app)).toContain(sentence);
    app.workspace.notices.dismiss();
    const { lastLine, lastColumn } = app.editor;
    app.workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.2 }] });
    app.editor.selectRange({ from: FIRST, to: { line: lastLine, column: lastColumn } }, FIRST);
  }
});

it('a paste whose scenario or line is gone does nothing, says so, and leaves no empty step', async () => {
  const { app, part } = await openLarge();
  const { workspace } = app;
  const last = workspace.document().scenarios.at(-1)?.id ?? '';
  workspace.dispatch({ kind: 'view', view: { scenario: last } });
  part.clipboard.paste('7');
  workspace.dispatch({ kind: 'structure', parts: { scenarios: workspace.document().scenarios.slice(0, -1) } });
  const steps = workspace.history().past.length;
  await over(part);
  expect(workspace.history().past).toHaveLength(steps);
  expect(told(app)).toContain('Nothing was pasted');
});

it('an undo calls off the paste that is under way, and leaves the step before it', async () => {
  const { app, part } = await openLarge();
  app.workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.2 }] });
  const before = app.workspace.document();
  part.clipboard.paste('7');
  expect(undo(app)).toBe(true);
  await over(part);
  expect(app.workspace.document()).toBe(before);
  expect(undo(app)).toBe(true);
  expect(base(app).gd_growth).toBeUndefined();
});

it('work that waits for another follows it, on what was selected when it was asked for', async () => {
  const { app, part } = await openLarge();
  part.clipboard.paste('7');
  part.resetMany();
  app.editor.select({ line: 5, column: 6 });
  await over(part);
  expect(base(app)).toEqual({});
  app.workspace.undo();
  expect(base(app).gd_growth?.value).toBe(0.07);
});
