import { describe, expect, it } from 'vitest';
import { boxOf } from '../../src/document/selection.ts';
import { COMMAND_TEXTS } from '../../src/i18n/commands.ts';
import { MAX_CELL_LENGTH } from '../../src/model/content.ts';
import { type CommandApp, type Context, GROUPS } from '../../src/state/commands/command.ts';
import { CLIPBOARD, EDITING, TYPING } from '../../src/state/commands/editing.ts';
import { FORMULAS } from '../../src/state/commands/formulas.ts';
import { COMMANDS, type Command, commandOf } from '../../src/state/commands/index.ts';
import { commandFor, editKey, pageKey, sheetKey } from '../../src/state/commands/keys.ts';
import { LINES } from '../../src/state/commands/lines.ts';
import { MOVING, SELECTING } from '../../src/state/commands/moving.ts';
import { PAGE } from '../../src/state/commands/page.ts';
import { openCommandApp } from '../fixtures/commandApp.ts';
import { waitFor } from '../fixtures/waitFor.ts';

/** The event that a keyboard makes of keys in the notation of the list. */
function press(keys: string, { mac = false } = {}): KeyboardEvent {
  const parts = keys.split('+');
  const held = (name: string) => parts.includes(name);
  const last = parts.at(-1) ?? '';
  const letter = held('Shift') ? last : last.toLowerCase();
  return {
    key: last === 'Space' ? ' ' : last.length === 1 ? letter : last,
    code: last === '`' ? 'Backquote' : '',
    ctrlKey: held('Ctrl') || (held('Mod') && !mac),
    metaKey: held('Mod') && mac,
    altKey: held('Alt'),
    shiftKey: held('Shift'),
    isComposing: false,
    keyCode: 0,
    defaultPrevented: false,
    target: null,
  } as KeyboardEvent;
}

/** Each command with each of its keys. */
const all = COMMANDS.flatMap((command) =>
  [...(command.keys ?? []), ...(command.also ?? [])].map((keys) => ({ command, keys })),
);

describe('the list of commands', () => {
  it('has a title in both languages for each, and no title without a command', () => {
    const titles = [...new Set(COMMANDS.map(({ title }) => title))].sort();
    for (const lang of ['en', 'zh'] as const) {
      expect(Object.keys(COMMAND_TEXTS[lang].titles).sort()).toEqual(titles);
      expect(Object.keys(COMMAND_TEXTS[lang].groups)).toEqual([...GROUPS]);
    }
    const { groups, titles: chinese, keyboard, menu, keys } = COMMAND_TEXTS.zh;
    const texts = [groups, chinese, keyboard, keys].flatMap((part) => Object.values(part));
    expect([...texts, menu].filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it('has a title for several lines for each that is done to lines, and says how many are selected', () => {
    const titles = COMMANDS.filter(({ lines }) => lines).map(({ title }) => title);
    for (const lang of ['en', 'zh'] as const)
      for (const text of Object.values(COMMAND_TEXTS[lang].ofLines)) expect(text(3)).toContain('3');
    expect(Object.keys(COMMAND_TEXTS.en.ofLines).sort()).toEqual(titles.sort());
    expect(Object.keys(COMMAND_TEXTS.zh.ofLines).sort()).toEqual(titles);
    const app = openCommandApp();
    app.editor.selectRange({ from: { line: 4, column: 2 }, to: { line: 2, column: 3 } }, { line: 4, column: 2 });
    expect(commandOf('deleteLines').lines?.(app)).toBe(3);
  });

  it('names each command once', () => {
    const parts = [MOVING, SELECTING, EDITING, TYPING, FORMULAS, CLIPBOARD, LINES, PAGE].flatMap((part) =>
      Object.keys(part),
    );
    expect(COMMANDS.map(({ id }) => id)).toEqual(parts);
    for (const command of COMMANDS) expect(commandOf(command.id)).toBe(command);
  });

  it('gives no key to two commands that are heard at the same place', () => {
    const together: readonly (readonly Context[])[] = [
      ['page', 'sheet'],
      ['page', 'edit', 'cell'],
      ['formula'],
      ['list'],
    ];
    for (const contexts of together) {
      const keys = all
        .filter(({ command }) => contexts.includes(command.when))
        .map(({ keys: own }) => own.replace('Ctrl+', 'Mod+'));
      expect(keys.filter((own, i) => keys.indexOf(own) !== i)).toEqual([]);
    }
  });

  it('is what the keys call, with Ctrl and on a Mac with ⌘', () => {
    const called = (mac: boolean) =>
      all.filter(({ command, keys }) => commandFor(command.when, press(keys, { mac })) !== command);
    expect(called(false)).toEqual([]);
    expect(called(true)).toEqual([]);
  });

  it('leaves to the browser what it does not name', () => {
    for (const keys of [
      'Mod+F',
      'Mod+P',
      'Mod+T',
      'Mod+L',
      'Mod+Shift+A',
      'Mod+Alt+[',
      'Alt+ArrowLeft',
      'A',
      'Shift+A',
    ])
      expect(commandFor('sheet', press(keys)) ?? commandFor('page', press(keys)), keys).toBeUndefined();
  });
});

/** The opening model with the cursor at G3. */
function opened() {
  const app = openCommandApp();
  app.editor.select({ line: 1, column: 6 });
  return { ...app, app, at: () => app.editor.address };
}

describe('keys', () => {
  it('do what their command does, and tell whether they were used', () => {
    const { app, editor, at } = opened();
    const steps: readonly (readonly [string, string])[] = [
      ['ArrowDown', 'G4'],
      ['Mod+ArrowRight', 'Q4'],
      ['Home', 'A4'],
      ['Mod+End', 'Q93'],
      ['PageUp', 'Q83'],
      ['Mod+Home', 'A2'],
      ['Tab', 'B2'],
      ['Enter', 'A3'],
    ];
    for (const [keys, address] of steps) {
      expect(sheetKey(press(keys), app), keys).toBe(true);
      expect(at(), keys).toBe(address);
    }
    sheetKey(press('Mod+Shift+ArrowDown'), app);
    expect(boxOf(editor.selection().range)).toEqual({ top: 1, bottom: 91, left: 0, right: 0 });
  });

  it('fill a range, and with one cell leave Ctrl+D and Ctrl+R to the browser', async () => {
    const { app, editor, workspace } = opened();
    const scale = (year: number) => workspace.scenario.overrides.gd_scale?.[year];
    expect(sheetKey(press('Mod+R'), app)).toBe(false);
    editor.type('310');
    editor.commit();
    sheetKey(press('Shift+ArrowRight'), app);
    expect(sheetKey(press('Mod+R'), app)).toBe(true);
    await waitFor(() => expect(scale(2026)).toBe(310));
    expect(scale(2027)).toBeUndefined();
    expect(sheetKey(press('Mod+D'), app)).toBe(true);
  });

  it('leave copy, cut and paste to the browser, whose own events bring the clipboard along', () => {
    const { app } = opened();
    for (const keys of ['Mod+V', 'Mod+Shift+V', 'Mod+C', 'Mod+X']) expect(sheetKey(press(keys), app)).toBe(false);
  });

  it('leave the sheet by Tab after Escape, and at its ends', () => {
    const { app, editor, at } = opened();
    expect(sheetKey(press('Escape'), app)).toBe(false);
    expect(sheetKey(press('Shift'), app)).toBe(false);
    expect(sheetKey(press('Shift+Tab'), app)).toBe(false);
    sheetKey(press('Escape'), app);
    sheetKey(press('ArrowLeft'), app);
    expect(sheetKey(press('Tab'), app)).toBe(true);
    expect(at()).toBe('G3');
    sheetKey(press('Escape'), app);
    editor.begin('enter', '1');
    editor.cancel();
    expect(sheetKey(press('Tab'), app)).toBe(true);
    sheetKey(press('End'), app);
    expect(sheetKey(press('Tab'), app)).toBe(false);
  });

  it('take an entry by arrows while it is typed, and move the caret after F2', () => {
    const { app, editor, workspace, at } = opened();
    editor.type('5');
    expect(editKey(press('ArrowDown'), app, 'cell')).toBe(true);
    expect(at()).toBe('G4');
    expect(workspace.scenario.overrides.gd_scale?.[2025]).toBe(5);
    editor.begin('edit');
    expect(editKey(press('ArrowDown'), app, 'cell')).toBe(false);
    editKey(press('F2'), app, 'cell');
    // In the formula bar the arrows are its own.
    expect(editKey(press('ArrowDown'), app, 'bar')).toBe(false);
    expect(editKey(press('ArrowDown'), app, 'cell')).toBe(true);
    expect(at()).toBe('G5');
  });

  it('break lines at the caret, and know the line breaks of files as the same', () => {
    const { app, editor, workspace } = opened();
    editor.type('onetwo');
    editor.pointing.attach({ selectionStart: 3, selectionEnd: 3, setSelectionRange: () => {} });
    expect(editKey(press('Alt+Enter'), app, 'cell')).toBe(true);
    expect(editor.draft()?.text).toBe('one\ntwo');
    editor.cancel();
    const cell = { scenario: 'base', line: 'gd_scale', slot: 2025 } as const;
    workspace.dispatch({ kind: 'cells', edits: [{ ...cell, content: { text: 'one\r\ntwo' } }] });
    editor.begin('edit');
    editKey(press('Enter'), app, 'cell');
    expect(workspace.effective(cell).content).toEqual({ text: 'one\r\ntwo' });
    expect(workspace.history().past.length).toBe(1);
  });

  it('belong to the input method while it composes, as the code 229 tells', () => {
    const { app, editor } = opened();
    editor.type('yue');
    for (const own of [{ isComposing: true }, { keyCode: 229 }])
      expect(editKey({ ...press('Enter'), ...own }, app, 'cell')).toBe(false);
    expect(editor.draft()?.text).toBe('yue');
  });

  it('open the help anywhere, and undo only where no field has its own', () => {
    const { app, editor, workspace, dialogs } = opened();
    workspace.dispatch({
      kind: 'cells',
      edits: [{ scenario: 'base', line: 'gd_growth', slot: 'value', content: 0.2 }],
    });
    editor.type('=1');
    expect(pageKey(press('Mod+Z'), app)).toBe(false);
    expect(pageKey(press('F1'), app)).toBe(true);
    expect(dialogs.open()).toEqual({ name: 'keyboard' });
    editor.cancel();
    expect(pageKey(press('Mod+Z'), app)).toBe(true);
    expect(workspace.history().past).toEqual([]);
  });
});

describe('a command', () => {
  const run = (app: CommandApp, id: Command['id']) => commandOf(id).run(app);

  it('says whether something else is selected by it', () => {
    const { app, editor } = opened();
    editor.select({ line: 0, column: 0 });
    const still: readonly Command['id'][] = ['moveUp', 'moveLeft', 'sheetStart', 'lineStart', 'pageUp', 'extendUp'];
    for (const id of still) expect(run(app, id), id).toBe(false);
    const moving: readonly Command['id'][] = [
      'moveDown',
      'tabRight',
      'enterDown',
      'lineEnd',
      'extendLeft',
      'selectAll',
    ];
    for (const id of moving) expect(run(app, id), id).toBe(true);
    expect(run(app, 'selectAll')).toBe(false);
  });

  it('says whether there was something to reset, to take back and to do again', () => {
    const { app, editor, workspace } = opened();
    const nothing: readonly Command['id'][] = ['reset', 'undo', 'redo', 'cancel', 'caret', 'leave'];
    for (const id of nothing) expect(run(app, id), id).toBe(false);
    editor.type('5');
    expect(run(app, 'takeDown')).toBe(true);
    editor.select({ line: 1, column: 6 });
    expect(run(app, 'reset')).toBe(true);
    expect(run(app, 'undo')).toBe(true);
    expect(workspace.scenario.overrides.gd_scale?.[2025]).toBe(5);
    expect(run(app, 'redo')).toBe(true);
    expect(run(app, 'redo')).toBe(false);
  });

  it('that is refused says so: nothing is typed in a heading, and what is too long stays to be shortened', () => {
    const { app, editor, workspace, dialogs } = opened();
    editor.select({ line: 0, column: 2 });
    expect(run(app, 'edit')).toBe(false);
    expect(editor.refusal()).toBe('readonly');
    editor.select({ line: 1, column: 6 });
    editor.type('x'.repeat(MAX_CELL_LENGTH + 1));
    for (const id of ['takeDown', 'insertAbove', 'find'] as const) expect(run(app, id), id).toBe(false);
    expect([dialogs.open(), workspace.history().past.length]).toEqual([undefined, 0]);
    workspace.isReadOnly = () => true;
    editor.cancel();
    expect(run(app, 'edit')).toBe(false);
    expect(editor.refusal()).toBe('elsewhere');
  });

  it('that opens, shows or loads something has done so', () => {
    const { app, dialogs, viewMode } = opened();
    expect([run(app, 'keyboard'), dialogs.open()?.name]).toEqual([true, 'keyboard']);
    expect([run(app, 'compare'), viewMode.comparing()]).toEqual([true, true]);
    expect([run(app, 'replay'), run(app, 'replay')]).toEqual([true, false]);
    expect([run(app, 'tracePrecedents'), run(app, 'showFormulas')]).toEqual([true, true]);
  });

  it('that is asked for before its part has come goes by what was selected then, wherever the cursor is when it has', async () => {
    const { app, editor, workspace } = opened();
    editor.select({ line: 1, column: 3 });
    editor.selectRange({ from: { line: 1, column: 3 }, to: { line: 1, column: 5 } }, { line: 1, column: 3 });
    run(app, 'fillRight');
    editor.select({ line: 4, column: 8 });
    await waitFor(() => expect(workspace.history().past.length).toBe(1));
    expect(Object.keys(workspace.document().scenarios[0]?.overrides ?? {})).toEqual(['gd_scale']);
  });
});
