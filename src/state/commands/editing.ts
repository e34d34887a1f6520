import { areaOf, isSingle } from '../../document/selection.ts';
import { gestureOf } from '../ranges/gesture.ts';
import { MANY } from '../ranges/slices.ts';
import { byArrows, type CommandApp, type CommandSpec } from './command.ts';

/** What has to be told of the keys that fill: with a single cell they are the browser's. */
const fill = (way: 'down' | 'right'): Pick<CommandSpec, 'group' | 'when' | 'run' | 'byKey'> => {
  const run = ({ editor, rangeActions }: CommandApp) => {
    const found = gestureOf(editor);
    return rangeActions.use((part) => part.fillSelection(way, found));
  };
  return {
    group: 'clipboard',
    when: 'sheet',
    run,
    byKey: (app) => {
      if (isSingle(app.editor.selection())) return false;
      run(app);
      return true;
    },
  };
};

/** The browser's own event follows the key, and brings the clipboard along. */
const followed = (): boolean => false;

/** Takes back the last step. What is still under way came later, and is called off first. */
export const undo = ({
  workspace,
  editor,
  rangeActions,
}: Pick<CommandApp, 'workspace' | 'editor' | 'rangeActions'>): boolean =>
  rangeActions.now?.jobs.callOff() || editor.callOff() || workspace.undo();

export const EDITING = {
  edit: {
    group: 'editing',
    when: 'sheet',
    keys: ['F2'],
    also: ['Shift+F2'],
    enabled: ({ editor }) => editor.takesText(editor.selection().active),
    run: ({ editor }) => editor.begin('edit'),
  },
  reset: {
    group: 'editing',
    when: 'sheet',
    keys: ['Delete', 'Backspace'],
    also: ['Shift+Delete', 'Shift+Backspace'],
    enabled: ({ editor }) => !editor.overridden().next().done || editor.clearsOwn(),
    run: ({ editor, rangeActions }) => {
      const found = gestureOf(editor);
      return areaOf(found.boxes) <= MANY ? editor.clear() : rangeActions.use((part) => part.resetMany(found));
    },
  },
  undo: {
    group: 'editing',
    when: 'page',
    keys: ['Mod+Z'],
    enabled: ({ workspace, editor, rangeActions }) =>
      workspace.history().past.length > 0 || editor.isWaiting || (rangeActions.now?.jobs.areChanging ?? false),
    run: undo,
  },
  redo: {
    group: 'editing',
    when: 'page',
    keys: ['Mod+Y', 'Mod+Shift+Z'],
    also: ['Mod+Shift+Y'],
    enabled: ({ workspace }) => workspace.history().future.length > 0,
    run: ({ workspace }) => workspace.redo(),
  },
  menu: {
    group: 'editing',
    when: 'sheet',
    keys: ['Shift+F10', 'ContextMenu'],
    run: ({ editor }) => editor.menu.ask(),
  },
} satisfies Record<string, CommandSpec>;

/** Takes what is typed, moves on, and gives the sheet the focus, which the formula bar may have. */
const takes = (move: (app: CommandApp) => void): Pick<CommandSpec, 'group' | 'when' | 'run'> => ({
  group: 'typing',
  when: 'edit',
  run: (app) =>
    app.editor.commitAndMove(() => {
      move(app);
      app.editor.focus();
    }),
});

export const TYPING = {
  takeDown: { ...takes(({ editor }) => editor.enter(1)), keys: ['Enter'] },
  takeUp: { ...takes(({ editor }) => editor.enter(-1)), keys: ['Shift+Enter'] },
  takeRight: { ...takes(({ editor }) => editor.move(0, 1, { run: true })), keys: ['Tab'] },
  takeLeft: { ...takes(({ editor }) => editor.move(0, -1, { run: true })), keys: ['Shift+Tab'] },
  // After F2 the arrows move the caret.
  ...byArrows('takeAndMove', ['', 'Shift+', 'Mod+', 'Mod+Shift+', 'Alt+'], (lines, columns) => {
    const run = ({ editor }: CommandApp) => editor.commitAndMove(() => editor.move(lines, columns));
    return {
      group: 'typing',
      when: 'cell',
      run,
      byKey: (app) => {
        if (app.editor.draft()?.mode !== 'enter') return false;
        run(app);
        return true;
      },
    };
  }),
  takeEverywhere: {
    group: 'typing',
    when: 'edit',
    keys: ['Mod+Enter'],
    also: ['Mod+Shift+Enter'],
    run: ({ editor, rangeActions }) =>
      rangeActions.use((part) => {
        part.fillDraft();
        editor.focus();
      }),
  },
  newLine: { group: 'typing', when: 'edit', keys: ['Alt+Enter'], run: ({ editor }) => editor.pointing.insert('\n') },
  cancel: {
    group: 'typing',
    when: 'edit',
    keys: ['Escape'],
    run: ({ editor }) => {
      const isCancelled = editor.cancel();
      editor.focus();
      return isCancelled;
    },
  },
  caret: { group: 'typing', when: 'cell', keys: ['F2'], also: ['Shift+F2'], run: ({ editor }) => editor.caret() },
} satisfies Record<string, CommandSpec>;

export const CLIPBOARD = {
  cut: {
    group: 'clipboard',
    when: 'sheet',
    keys: ['Mod+X'],
    run: ({ rangeActions }) => rangeActions.use(({ clipboard }) => clipboard.copy(true)),
    byKey: followed,
  },
  copy: {
    group: 'clipboard',
    when: 'sheet',
    keys: ['Mod+C'],
    run: ({ rangeActions }) => rangeActions.use(({ clipboard }) => clipboard.copy(false)),
    byKey: followed,
  },
  paste: {
    group: 'clipboard',
    when: 'sheet',
    keys: ['Mod+V'],
    run: ({ rangeActions }) => rangeActions.use(({ clipboard }) => clipboard.read(false)),
    byKey: ({ rangeActions }) => {
      rangeActions.use(({ clipboard }) => clipboard.pasteNext(false));
      return followed();
    },
  },
  // The paste that follows brings text alone, and does not tell that Shift was held.
  pasteValues: {
    group: 'clipboard',
    when: 'sheet',
    keys: ['Mod+Shift+V'],
    run: ({ rangeActions }) => rangeActions.use(({ clipboard }) => clipboard.read(true)),
    byKey: ({ rangeActions }) => {
      rangeActions.use(({ clipboard }) => clipboard.pasteNext(true));
      return followed();
    },
  },
  fillDown: { ...fill('down'), keys: ['Mod+D'] },
  fillRight: { ...fill('right'), keys: ['Mod+R'] },
} satisfies Record<string, CommandSpec>;
