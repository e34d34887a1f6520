import { createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Catalog } from '../../../src/catalog.ts';
import { newDocument } from '../../../src/document/document.ts';
import { createEngine } from '../../../src/engine/client.ts';
import type { CellRef } from '../../../src/model/content.ts';
import type { Model } from '../../../src/model/model.ts';
import { Workspace } from '../../../src/state/document/workspace.ts';
import { Editor } from '../../../src/state/sheet/editor.ts';
import { inProcess } from '../../fixtures/inProcess.ts';
import { RESOLVED, SEEDS } from '../../models/shipped.ts';

const [GUANGDONG, CHINA] = RESOLVED as [Model, Model];
const CATALOG: Catalog = { seeds: SEEDS, first: GUANGDONG, entries: RESOLVED, load: async () => GUANGDONG };
const GROWTH: CellRef = { scenario: 'base', line: 'gd_growth', slot: 'value' };

/** An editor at the growth; `isSilent`: its engine never answers. */
function open(isSilent = false) {
  return createRoot((dispose) => {
    onTestFinished(dispose);
    const engine = createEngine(isSilent ? () => ({ send: () => {}, stop: () => {} }) : inProcess);
    onTestFinished(() => engine.dispose());
    const workspace = new Workspace(CATALOG, engine);
    const editor = new Editor(workspace);
    editor.jump(GROWTH);
    const typed = (text: string) => {
      editor.begin('enter', text);
      editor.commitAndMove(() => editor.enter(1));
    };
    const held = () => workspace.base.overrides.gd_growth?.value;
    return { workspace, editor, typed, held };
  });
}

describe('a formula that is typed', () => {
  it('is in the document at once, whatever the engine does: nothing of it comes later', () => {
    const { workspace, editor, typed, held } = open(true);
    typed('=0.1+gd_growth*0');
    expect(held()).toEqual({ formula: '=0.1+{gd_growth}*0' });
    editor.jump(GROWTH);
    typed('0.2');
    expect(held()).toBe(0.2);
    workspace.undo();
    expect(held()).toEqual({ formula: '=0.1+{gd_growth}*0' });
    workspace.undo();
    expect(held()).toBeUndefined();
    expect(workspace.undo()).toBe(false);
  });

  it('does not land in a document that is opened right after it', async () => {
    const { workspace, typed } = open();
    typed('=1/4');
    workspace.show(CHINA, newDocument(CHINA));
    await workspace.engine.functions();
    expect(workspace.document()).toEqual(newDocument(CHINA));
    expect(workspace.history().past).toEqual([]);
  });

  it('leaves the next key its own cell, though the screen still waits for the values', () => {
    const { editor, typed } = open(true);
    typed('0.2');
    const below = editor.address;
    editor.type('7');
    expect(editor.draft()).toMatchObject({ text: '7', cell: { line: expect.not.stringMatching('gd_growth') } });
    expect(editor.address).toBe(below);
  });
});

describe('an undo', () => {
  it('comes back to what was selected, in its scenario', () => {
    const { workspace, editor } = open();
    const other = workspace.document().scenarios[1]?.id ?? '';
    editor.jump({ scenario: other, line: 'gd_scale', slot: 2025 });
    const { active } = editor.selection();
    const range = { from: active, to: { line: active.line, column: active.column + 2 } };
    editor.selectRange(range, active);
    const edits = [2025, 2026].map((slot) => ({ scenario: other, line: 'gd_scale', slot, content: 1 }));
    workspace.dispatch({ kind: 'cells', edits });
    editor.jump(GROWTH);
    workspace.undo();
    expect(workspace.scenarioId).toBe(other);
    expect(editor.selection()).toMatchObject({ range, active });
    editor.jump(GROWTH);
    workspace.redo();
    expect(editor.selection()).toMatchObject({ range, active });
  });

  it('leads to the cell that it changes, where that was not selected: a slider’s is not', () => {
    const { workspace, editor } = open();
    editor.jump({ scenario: 'base', line: 'gd_scale', slot: 2025 });
    workspace.dispatch({ kind: 'cells', edits: [{ ...GROWTH, content: 0.2 }] }, { gesture: 'slide' });
    workspace.undo();
    expect(editor.cell).toEqual(GROWTH);
  });

  it('leaves the cursor where it was although the last line is gone again: the row below the lines is empty', () => {
    const { workspace, editor } = open();
    const { lines } = workspace.model();
    editor.select({ line: editor.lastLine, column: 5 });
    workspace.dispatch({ kind: 'structure', parts: { lines: lines.slice(0, -1) } });
    workspace.undo();
    expect(editor.selection().active.line).toBe(lines.length - 1);
    workspace.redo();
    expect(editor.selection().active.line).toBe(lines.length - 1);
    expect(editor.cell).toBeUndefined();
  });
});

describe('another document', () => {
  it('is shown after what is typed in the one before has been taken', () => {
    const { workspace, editor } = open();
    const before: unknown[] = [];
    workspace.gateway.listen(({ event, start }) => {
      const [base] = start.document.scenarios;
      if (event === 'open') before.push(base?.overrides.gd_growth?.value);
    });
    editor.begin('enter', '31%');
    workspace.show(CHINA, newDocument(CHINA));
    expect(before).toEqual([0.31]);
    expect(editor.draft()).toBeUndefined();
    expect(workspace.document().model.id).toBe(CHINA.id);
  });
});

describe('what is refused', () => {
  it('stays a draft where another page holds the document, and the cell says why', () => {
    const { workspace, editor, held } = open();
    editor.begin('enter', '0.2');
    workspace.isReadOnly = () => true;
    expect(editor.commit()).toBe(false);
    expect(editor.draft()?.text).toBe('0.2');
    expect(editor.refusal()).toBe('elsewhere');
    expect(held()).toBeUndefined();
  });
});
