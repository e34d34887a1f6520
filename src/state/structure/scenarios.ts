import type { Change } from '../../document/change.ts';
import { countOverrides, type Scenario } from '../../document/document.ts';
import type { Sheet } from '../../document/lineFormula.ts';
import { type Cells, copyOverrides, resetScenario, setReason } from '../../document/overrides.ts';
import {
  createScenario,
  deleteScenario,
  duplicateScenario,
  freeName,
  freshScenarioId,
  moveScenario,
  renameScenario,
  setColour,
  setNote,
  usersOfScenario,
} from '../../document/scenarios.ts';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import type { CellRef } from '../../model/content.ts';
import type { Lang, Text } from '../../model/text.ts';
import type { WithWorkspace } from '../document/workspace.ts';
import { cellName } from '../insight/cells.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';

type Shared = WithEditor & Words;

const sheetOf = ({ workspace }: Shared) => ({ document: workspace.document(), model: workspace.model() });
const scenariosOf = ({ workspace }: Shared): readonly Scenario[] => workspace.document().scenarios;
const texts = ({ lang }: Shared) => SCENARIOS[lang()];

export const scenarioName = (app: WithWorkspace & Words, id: string): string => {
  const found = app.workspace.document().scenarios.find((scenario) => scenario.id === id);
  return found ? app.say(found.name) : id;
};

/** Takes what is being typed, and carries out a change of the document that comes of it. @returns whether there was one */
function act(app: Shared, change: (sheet: Sheet) => Change | undefined): boolean {
  if (!app.editor.commit()) return false;
  const found = change({ document: app.workspace.document(), model: app.workspace.model() });
  return found !== undefined && app.workspace.dispatch(found);
}

export const showScenario = ({ workspace }: Shared, scenario: string): boolean =>
  workspace.dispatch({ kind: 'view', view: { scenario } });

/** The ids that scenarios had at any step that can be taken back or done again. */
function* idsOfHistory({ workspace }: Shared): Generator<string> {
  const { past, future } = workspace.history();
  for (const step of [...past, ...future])
    for (const change of [step.change, step.inverse])
      if (change.kind === 'structure') for (const { id } of change.parts.scenarios ?? []) yield id;
}
const freshId = (app: Shared): string => freshScenarioId(sheetOf(app), idsOfHistory(app));

const both = (text: (lang: Lang) => string): Text => ({ en: text('en'), zh: text('zh') });

/** “Scenario 5”, or the next number that no scenario bears. */
function defaultName(app: Shared): Text {
  const scenarios = scenariosOf(app);
  for (let n = scenarios.length + 1; ; n++) {
    const name = both((lang) => SCENARIOS[lang].defaultName(n));
    if (freeName(scenarios, name) === name) return name;
  }
}

/** A new scenario, from the base or with what another one holds, in view. `made`: told its id, unless there are too many. */
export const addScenario = (app: Shared, from?: string, made: (id: string) => void = () => {}): void =>
  app.editor.commitThen(() => {
    const id = freshId(app);
    if (!act(app, (sheet) => createScenario(sheet, id, defaultName(app), from))) return;
    showScenario(app, id);
    made(id);
  });

export const duplicate = (app: Shared, of: string): void =>
  app.editor.commitThen(() => {
    const id = freshId(app);
    if (act(app, (sheet) => duplicateScenario(sheet, of, id))) showScenario(app, id);
  });

/** @returns whether its name is another one now */
export const rename = (app: Shared, id: string, name: string): boolean =>
  act(app, (sheet) => renameScenario(sheet, id, name, defaultName(app)));

/** @returns whether it stands elsewhere now */
export const moveTo = (app: Shared, id: string, to: number): boolean =>
  act(app, (sheet) => moveScenario(sheet, id, to));

export const annotate = (app: Shared, id: string, note: string): boolean =>
  act(app, (sheet) => setNote(sheet, id, note));

export const paint = (app: Shared, id: string, colour: number | undefined): boolean =>
  act(app, (sheet) => setColour(sheet, id, colour));

/** Where formulas outside of a scenario name it, in words: they would show an error without it. */
export function usersOf(app: Shared, id: string): string[] {
  const { lines, cells } = usersOfScenario(sheetOf(app), id);
  const label = (line: string) => app.say(app.workspace.line(line)?.label ?? line);
  const named = (cell: CellRef) => `${cellName(app, app.workspace, cell)} (${scenarioName(app, cell.scenario)})`;
  return [...lines.map(label), ...cells.map(named)];
}

/** Takes a scenario out and shows the one before it; says so, with the way back. */
export const remove = (app: Shared, id: string): void =>
  app.editor.commitThen(() => {
    const scenarios = scenariosOf(app);
    const at = scenarios.findIndex((scenario) => scenario.id === id);
    const name = scenarioName(app, id);
    const shown = app.workspace.scenarioId === id;
    if (!act(app, (sheet) => deleteScenario(sheet, id))) return;
    if (shown) showScenario(app, scenarios[at - 1]?.id ?? '');
    app.workspace.say(texts(app).deleted(name), true);
  });

/** Makes another scenario the base. */
export const promote = (app: Shared, id: string): void =>
  app.editor.commitThen(() => {
    import('./promotion.ts').then(
      (part) => part.makeBase(app, id),
      () => app.workspace.say(app.t().sheet.load),
    );
  });

/** A scenario takes over what another sets, in all cells or in some. */
export const takeFrom = (app: Shared, to: string, from: string, cells?: Cells): void =>
  app.editor.commitThen(() => {
    const names = [scenarioName(app, from), scenarioName(app, to)] as const;
    const done = act(app, (sheet) => copyOverrides(sheet, to, from, cells));
    const said = done ? texts(app).copied(...names) : texts(app).nothingCopied(...names);
    app.workspace.say(said, done);
  });

/** Resets cells of a scenario; says so where they are more than one, since they are not all in sight. */
export const reset = (app: Shared, id: string, cells?: Cells): void =>
  app.editor.commitThen(() => {
    const count = () => countOverrides(scenariosOf(app).find((scenario) => scenario.id === id) ?? { overrides: {} });
    const before = count();
    if (!act(app, (sheet) => resetScenario(sheet, id, cells))) return;
    const gone = before - count();
    if (gone > 1) app.workspace.say(texts(app).wasReset(scenarioName(app, id), gone), true);
  });

/** Resets one cell; its reason goes with it. */
export const resetCell = (app: Shared, cell: CellRef): void =>
  app.editor.commitThen(() => void app.workspace.dispatch({ kind: 'cells', edits: [{ ...cell, content: undefined }] }));

export const giveReason = (app: Shared, cell: CellRef, text: string): boolean =>
  act(app, (sheet) => setReason(sheet, cell, text));
