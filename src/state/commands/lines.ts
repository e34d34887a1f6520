import { boxOf } from '../../document/selection.ts';
import { VALUE_COLUMN } from '../../model/address.ts';
import type { CommandApp, CommandSpec } from './command.ts';

/** What is done with whole lines is loaded when it is first wanted. */
const withPart =
  <Part>(bring: () => Promise<Part>) =>
  (act: (part: Part, app: CommandApp) => void) =>
  (app: CommandApp): true => {
    bring().then(
      (part) => act(part, app),
      () => app.editor.refuse('load'),
    );
    return true;
  };
export const withLines = withPart(() => import('../structure/lines.ts'));
const withCharts = withPart(() => import('../structure/charts.ts'));

const selected = ({ editor }: CommandApp) => boxOf(editor.selection().range);
/** A place among the lines: below the last one there is none. */
const within = ({ workspace }: CommandApp, at: number) => Math.min(at, workspace.model().lines.length);
/** What is being typed is taken first: it belongs to the lines as they are. */
const of = (run: (app: CommandApp) => boolean): Pick<CommandSpec, 'group' | 'when' | 'run'> => ({
  group: 'lines',
  when: 'sheet',
  run: (app) => app.editor.commitThen(() => run(app)),
});

/** How many lines the range takes in: below the last one there are none. */
const count = (app: CommandApp) =>
  Math.min(selected(app).bottom + 1, app.workspace.model().lines.length) - selected(app).top;

/** The same, of all lines that the range takes in. */
const ofAll = (run: (app: CommandApp) => boolean) => ({
  ...of(run),
  lines: count,
  enabled: (app: CommandApp) => count(app) > 0,
});

/** Lines, years and the figures beside them. */
export const LINES = {
  insertAbove: of((app) => app.dialogs.show({ name: 'line', at: within(app, selected(app).top) })),
  insertBelow: of((app) => app.dialogs.show({ name: 'line', at: within(app, selected(app).bottom + 1) })),
  duplicateLines: ofAll(withLines((part, app) => part.duplicateSelected(app))),
  editLine: of(({ editor, workspace, dialogs }) => {
    const line = workspace.model().lines[editor.selection().active.line];
    return line !== undefined && dialogs.show({ name: 'line', line: line.id });
  }),
  moveLinesUp: {
    ...ofAll(withLines((part, app) => part.moveSelected(app, -1))),
    keys: ['Alt+Shift+ArrowUp'],
    enabled: (app) => selected(app).top > 0 && count(app) > 0,
  },
  moveLinesDown: {
    ...ofAll(withLines((part, app) => part.moveSelected(app, 1))),
    keys: ['Alt+Shift+ArrowDown'],
    enabled: (app) => selected(app).bottom < app.editor.lastLine,
  },
  keepLines: {
    ...of(({ dialogs }) => dialogs.show({ name: 'keepLines' })),
    enabled: (app) => count(app) > 0,
  },
  chartLines: ofAll(withCharts((part, app) => part.chartSelected(app))),
  deleteLines: ofAll(withLines((part, app) => part.deleteSelected(app))),
  actualUntil: {
    ...of(withLines((part, app) => part.actualUntilHere(app))),
    enabled: ({ editor }) => editor.selection().active.column > VALUE_COLUMN,
  },
  years: of(({ dialogs }) => dialogs.show({ name: 'periods' })),
  setTarget: {
    ...of(({ editor, dialogs }) => {
      const { cell } = editor;
      return cell !== undefined && dialogs.show({ name: 'figure', target: cell });
    }),
    enabled: ({ editor }) => editor.cell !== undefined && editor.cell.slot !== 'value',
  },
  figures: of(({ dialogs }) => dialogs.show({ name: 'figures' })),
} satisfies Record<string, CommandSpec>;
