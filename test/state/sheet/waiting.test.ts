import { expect, it } from 'vitest';
import { newDocument } from '../../../src/document/document.ts';
import { undo } from '../../../src/state/commands/editing.ts';
import { commandOf } from '../../../src/state/commands/index.ts';
import { openBlank } from '../../../src/state/structure/ownModels.ts';
import { openCommandApp } from '../../fixtures/commandApp.ts';
import { waitFor } from '../../fixtures/waitFor.ts';

/** A blank model just opened: what knows how to take names and first values is not there yet. */
function open() {
  const app = openCommandApp();
  const { editor, workspace } = app;
  const shipped = workspace.opened;
  openBlank(app, { name: 'Plan', periods: { first: 2026, last: 2030 } }, new Date(2026, 5, 1));
  const type = (line: number, column: number, text: string) => {
    editor.select({ line, column });
    editor.type(text);
    editor.commitAndMove(() => editor.enter(1));
  };
  const over = () => waitFor(() => expect(editor.isWaiting).toBe(false));
  const names = () => workspace.model().lines.map(({ label }) => label.en);
  const held = (line: number) => workspace.base.overrides[workspace.model().lines[line]?.id ?? ''];
  return { ...app, shipped, type, over, names, held };
}

it('entries that are typed before what takes them has come land in their places and in their order', async () => {
  const { type, over, names, held, workspace } = open();
  type(0, 0, 'Price');
  type(0, 2, '5');
  type(1, 0, 'Sales');
  type(0, 2, '7');
  type(0, 2, '5');
  expect(workspace.history().past).toHaveLength(0);
  await over();
  expect(names()).toEqual(['Price', 'Sales']);
  expect(held(0)).toEqual({ value: 5 });
  for (const value of [7, 5]) {
    workspace.undo();
    expect(held(0)).toEqual({ value });
  }
  workspace.undo();
  expect(names()).toEqual(['Price']);
});

it('an undo right after an entry takes back that entry and none before it', async () => {
  const app = open();
  app.type(0, 0, 'Price');
  app.type(1, 0, 'Sales');
  expect(undo(app)).toBe(true);
  await app.over();
  expect(app.names()).toEqual(['Price']);
});

it('an undo comes back to where the entry was typed, not to where the cursor was when it was taken', async () => {
  const { type, over, editor, workspace } = open();
  type(0, 0, 'Price');
  editor.select({ line: 7, column: 5 });
  await over();
  workspace.undo();
  expect(editor.selection().active).toEqual({ line: 0, column: 0 });
});

it('Delete waits for what was typed before it', async () => {
  const { type, over, names, editor } = open();
  type(0, 0, 'Price');
  type(1, 0, 'Sales');
  editor.select({ line: 1, column: 0 });
  editor.clear();
  await over();
  expect(names()).toEqual(['Price']);
});

it('what is done to lines right after they were typed is done to them, when they are there', async () => {
  const app = open();
  const { type, over, names, editor } = app;
  type(0, 0, 'Price');
  type(1, 0, 'Sales');
  editor.select({ line: 1, column: 0 });
  commandOf('moveLinesUp').run(app);
  await over();
  await waitFor(() => expect(names()).toEqual(['Sales', 'Price']));
});

it('an entry does not land in a document that is opened before it could be taken, and that is told', async () => {
  const { type, over, workspace, shipped } = open();
  type(0, 0, 'Price');
  workspace.show(shipped.model, newDocument(shipped.model));
  await over();
  expect(workspace.document()).toEqual(newDocument(shipped.model));
  expect(workspace.history().past).toEqual([]);
  const notice = workspace.notices.shown();
  expect(notice?.kind === 'said' && notice.text).toContain('“Price” was not taken');
});
