import { isSingle, type Place } from '../../document/selection.ts';
import { edgeFrom } from '../sheet/edges.ts';
import { byArrows, type CommandApp, type CommandSpec } from './command.ts';

type Target = (place: Place, app: CommandApp) => Place;

const edge =
  (lines: number, columns: number): Target =>
  (place, { editor }) =>
    edgeFrom(editor, place, lines, columns);
const lineStart: Target = ({ line }) => ({ line, column: 0 });
const lineEnd: Target = ({ line }, { editor }) => ({ line, column: editor.lastColumn });
const sheetStart: Target = () => ({ line: 0, column: 0 });
const sheetEnd: Target = (_, { editor }) => ({ line: editor.lastLine, column: editor.lastColumn });
const page =
  (pages: number): Target =>
  ({ line, column }, { editor }) => ({ line: line + pages * editor.page, column });

/** Leads from the active place to another one. */
const goes = (to: Target): Pick<CommandSpec, 'group' | 'when' | 'run'> => ({
  group: 'moving',
  when: 'sheet',
  run: (app) => app.editor.select(to(app.editor.selection().active, app)),
});
/** Draws the range on to another place. */
const draws = (to: Target): Pick<CommandSpec, 'group' | 'when' | 'run'> => ({
  group: 'selecting',
  when: 'sheet',
  run: (app) => app.editor.select(to(app.editor.selection().range.to, app), true),
});

/** At either end of the sheet, and after Escape, Tab leaves it. */
function tab(step: 1 | -1): CommandSpec {
  const run = ({ editor }: CommandApp) => editor.move(0, step, { run: true });
  return {
    group: 'moving',
    when: 'sheet',
    keys: [step > 0 ? 'Tab' : 'Shift+Tab'],
    run,
    byKey: (app) => {
      const { editor } = app;
      const atEnd = editor.selection().active.column === (step > 0 ? editor.lastColumn : 0);
      if (editor.leaving || (atEnd && isSingle(editor.selection()))) return false;
      run(app);
      return true;
    },
  };
}

/** Escape also is the browser's, which may stop loading; that the next Tab leaves is for who hears the keys to know. */
const forget = ({ rangeActions }: CommandApp): boolean => rangeActions.now?.forget() ?? false;

export const MOVING = {
  ...byArrows('move', [''], (lines, columns) => ({
    group: 'moving',
    when: 'sheet',
    run: ({ editor }) => editor.move(lines, columns),
  })),
  ...byArrows('moveToEdge', ['Mod+'], (lines, columns) => goes(edge(lines, columns))),
  enterDown: { group: 'moving', when: 'sheet', keys: ['Enter'], run: ({ editor }) => editor.enter(1) },
  enterUp: { group: 'moving', when: 'sheet', keys: ['Shift+Enter'], run: ({ editor }) => editor.enter(-1) },
  tabRight: tab(1),
  tabLeft: tab(-1),
  lineStart: { ...goes(lineStart), keys: ['Home'] },
  lineEnd: { ...goes(lineEnd), keys: ['End'] },
  sheetStart: { ...goes(sheetStart), keys: ['Mod+Home'] },
  sheetEnd: { ...goes(sheetEnd), keys: ['Mod+End'] },
  pageUp: { ...goes(page(-1)), keys: ['PageUp'] },
  pageDown: { ...goes(page(1)), keys: ['PageDown'] },
  goTo: { group: 'moving', when: 'sheet', keys: ['Mod+G'], run: ({ editor }) => editor.nameFocus.ask() },
  // Mod+F stays the browser's.
  find: {
    group: 'moving',
    when: 'page',
    keys: ['Mod+Shift+F'],
    everywhere: true,
    run: ({ editor }) => editor.askFind(),
  },
  leave: {
    group: 'moving',
    when: 'sheet',
    keys: ['Escape'],
    run: forget,
    byKey: (app) => {
      forget(app);
      return false;
    },
  },
} satisfies Record<string, CommandSpec>;

export const SELECTING = {
  ...byArrows('extend', ['Shift+'], (lines, columns) => ({
    group: 'selecting',
    when: 'sheet',
    run: ({ editor }) => editor.move(lines, columns, { extend: true }),
  })),
  ...byArrows('extendToEdge', ['Mod+Shift+'], (lines, columns) => draws(edge(lines, columns))),
  extendToLineStart: { ...draws(lineStart), keys: ['Shift+Home'] },
  extendToLineEnd: { ...draws(lineEnd), keys: ['Shift+End'] },
  extendToSheetStart: { ...draws(sheetStart), keys: ['Mod+Shift+Home'] },
  extendToSheetEnd: { ...draws(sheetEnd), keys: ['Mod+Shift+End'] },
  extendPageUp: { ...draws(page(-1)), keys: ['Shift+PageUp'] },
  extendPageDown: { ...draws(page(1)), keys: ['Shift+PageDown'] },
  selectLines: {
    group: 'selecting',
    when: 'sheet',
    keys: ['Shift+Space'],
    run: ({ editor }) => editor.selectWhole('lines'),
  },
  selectColumns: {
    group: 'selecting',
    when: 'sheet',
    keys: ['Ctrl+Space'],
    run: ({ editor }) => editor.selectWhole('columns'),
  },
  selectAll: { group: 'selecting', when: 'sheet', keys: ['Mod+A'], run: ({ editor }) => editor.selectAll() },
} satisfies Record<string, CommandSpec>;
