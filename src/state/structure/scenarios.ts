import type { CellEdit, Change } from '../../document/change.ts';
import type { OpenModel } from '../../document/document.ts';
import { countOverrides, type Scenario } from '../../document/document.ts';
import { type CellFilter, copyOverrides, resetScenario, setReason } from '../../document/overrides.ts';
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
import { CELL_FACTS } from '../../i18n/cellFacts.ts';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import type { CellRef } from '../../model/content.ts';
import type { Lang, Text } from '../../model/text.ts';
import { cellName, scenarioName } from '../insight/cells.ts';
import type { Words } from '../page/words.ts';
import type { WithEditor } from '../sheet/editor.ts';

const scenariosOf = ({ workspace }: WithEditor & Words): readonly Scenario[] => workspace.document().scenarios;
const texts = ({ lang }: WithEditor & Words) => SCENARIOS[lang()];

/** Takes what is being typed, and carries out a change of the document that comes of it. @returns whether there was one */
function act(app: WithEditor & Words, change: (sheet: OpenModel) => Change | undefined): boolean {
  if (!app.editor.commit()) return false;
  const found = change(app.workspace.openModel);
  return found !== undefined && app.workspace.dispatch(found);
}

export const showScenario = ({ workspace }: WithEditor & Words, scenario: string): boolean =>
  workspace.dispatch({ kind: 'view', view: { scenario } });

/** The ids that scenarios had at any step that can be taken back or done again. */
function* idsOfHistory({ workspace }: WithEditor & Words): Generator<string> {
  const { past, future } = workspace.history();
  for (const step of [...past, ...future])
    for (const change of [step.change, step.inverse])
      if (change.kind === 'structure') for (const { id } of change.parts.scenarios ?? []) yield id;
}
const freshId = (app: WithEditor & Words): string => freshScenarioId(app.workspace.openModel, idsOfHistory(app));

const both = (text: (lang: Lang) => string): Text => ({ en: text('en'), zh: text('zh') });

/** “Scenario 5”, or the next number that no scenario bears. */
function defaultName(app: WithEditor & Words): Text {
  const scenarios = scenariosOf(app);
  for (let n = scenarios.length + 1; ; n++) {
    const name = both((lang) => SCENARIOS[lang].defaultName(n));
    if (freeName(scenarios, name) === name) return name;
  }
}

/** A new scenario, from the base or with what another one holds, in view. `made`: told its id, unless there are too many. */
export const addScenario = (app: WithEditor & Words, from?: string, made: (id: string) => void = () => {}): boolean =>
  app.editor.commitThen(() => {
    const id = freshId(app);
    if (!act(app, (sheet) => createScenario(sheet, id, defaultName(app), from))) return false;
    showScenario(app, id);
    made(id);
    return true;
  });

/** A new scenario that is as the one in view and sets some cells, in view. One step of undo. */
export const addScenarioWith = (app: WithEditor & Words, edits: readonly CellEdit[], name: Text): boolean =>
  app.editor.commitThen(() => {
    const id = freshId(app);
    const from = app.workspace.scenarioId;
    const isDone = act(app, (sheet) => {
      const change = createScenario(sheet, id, name, from === app.workspace.base.id ? undefined : from);
      if (change?.kind !== 'structure') return undefined;
      const scenarios = change.parts.scenarios?.map((one) => (one.id === id ? withCells(one, edits) : one));
      return scenarios && { ...change, parts: { ...change.parts, scenarios } };
    });
    return isDone && showScenario(app, id);
  });

function withCells(scenario: Scenario, edits: readonly CellEdit[]): Scenario {
  const overrides: Record<string, Scenario['overrides'][string]> = { ...scenario.overrides };
  for (const { line, slot, content } of edits)
    if (content !== undefined) overrides[line] = { ...overrides[line], [slot]: content };
  return { ...scenario, overrides };
}

export const duplicate = (app: WithEditor & Words, of: string): boolean =>
  app.editor.commitThen(() => {
    const id = freshId(app);
    return act(app, (sheet) => duplicateScenario(sheet, of, id)) && showScenario(app, id);
  });

/** @returns whether its name is another one now */
export const rename = (app: WithEditor & Words, id: string, name: string): boolean =>
  act(app, (sheet) => renameScenario(sheet, id, name, defaultName(app)));

/** @returns whether it stands elsewhere now */
export const moveTo = (app: WithEditor & Words, id: string, to: number): boolean =>
  act(app, (sheet) => moveScenario(sheet, id, to));

export const annotate = (app: WithEditor & Words, id: string, note: string): boolean =>
  act(app, (sheet) => setNote(sheet, id, note));

export const paint = (app: WithEditor & Words, id: string, colour: number | undefined): boolean =>
  act(app, (sheet) => setColour(sheet, id, colour));

/** Where formulas outside of a scenario name it, in words: they would show an error without it. */
export function namedUsers(app: WithEditor & Words, id: string): string[] {
  const { lines, cells } = usersOfScenario(app.workspace.openModel, id);
  const label = (line: string) => app.say(app.workspace.line(line)?.label ?? line);
  const named = (cell: CellRef) =>
    CELL_FACTS[app.lang()].inScenario(cellName(app, cell), scenarioName(app, cell.scenario));
  return [...lines.map(label), ...cells.map(named)];
}

/** Takes a scenario out and shows the one before it; says so, with the way back. */
export const remove = (app: WithEditor & Words, id: string): boolean =>
  app.editor.commitThen(() => {
    const scenarios = scenariosOf(app);
    const at = scenarios.findIndex((scenario) => scenario.id === id);
    const gone = scenarios[at];
    const shown = app.workspace.scenarioId === id;
    if (!act(app, (sheet) => deleteScenario(sheet, id))) return false;
    if (shown) showScenario(app, scenarios[at - 1]?.id ?? '');
    app.workspace.say(() => texts(app).deleted(app.say(gone?.name ?? id)), true);
    return true;
  });

/** Makes another scenario the base. */
export const promote = (app: WithEditor & Words, id: string): boolean =>
  app.editor.commitThen(() => {
    import('./promotion.ts').then(
      (part) => part.makeBase(app, id),
      () => app.workspace.say(() => app.t().sheet.load),
    );
    return true;
  });

/** A scenario takes over what another sets, in all cells or in some. */
export const takeFrom = (app: WithEditor & Words, to: string, from: string, cells?: CellFilter): boolean =>
  app.editor.commitThen(() => {
    const names = () => [scenarioName(app, from), scenarioName(app, to)] as const;
    const done = act(app, (sheet) => copyOverrides(sheet, to, from, cells));
    app.workspace.say(() => texts(app)[done ? 'copied' : 'nothingCopied'](...names()), done);
    return done;
  });

/** Resets cells of a scenario; says so where they are more than one, since they are not all in sight. */
export const reset = (app: WithEditor & Words, id: string, cells?: CellFilter): boolean =>
  app.editor.commitThen(() => {
    const count = () => countOverrides(scenariosOf(app).find((scenario) => scenario.id === id) ?? { overrides: {} });
    const before = count();
    if (!act(app, (sheet) => resetScenario(sheet, id, cells))) return false;
    const gone = before - count();
    if (gone > 1) app.workspace.say(() => texts(app).wasReset(scenarioName(app, id), gone), true);
    return true;
  });

/** Resets one cell; its reason goes with it. */
export const resetCell = (app: WithEditor & Words, cell: CellRef): boolean =>
  app.editor.commitThen(() => app.workspace.dispatch({ kind: 'cells', edits: [{ ...cell, content: undefined }] }));

export const giveReason = (app: WithEditor & Words, cell: CellRef, text: string): boolean =>
  act(app, (sheet) => setReason(sheet, cell, text));
