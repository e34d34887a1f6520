import { countSet } from '../../document/document.ts';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import type { App } from '../../state/app.ts';
import { scenarioName } from '../../state/insight/cells.ts';
import { duplicate, namedUsers, promote, remove, reset } from '../../state/structure/scenarios.ts';
import type { MenuItem, MenuItems } from '../menus/items.ts';

export { addScenario, moveTo, rename } from '../../state/structure/scenarios.ts';

/** An entry that this menu alone has. */
type Entry = Exclude<MenuItem, string>;

/** What a new scenario can be made from. */
export function newItems(app: App, create: (from: string | undefined) => void): MenuItems {
  const { base, scenarioId } = app.workspace;
  const from = (id: string, source: string | undefined) => ({
    label: scenarioName(app, id),
    run: () => create(source),
  });
  return [[from(base.id, undefined), ...(scenarioId === base.id ? [] : [from(scenarioId, scenarioId)])]];
}

/** What can be done with a scenario. */
export function tabItems(
  app: App,
  id: string,
  on: { name: (id: string) => void; move: (id: string, to: number) => void },
): readonly (readonly Entry[])[] {
  const { workspace, dialogs, viewMode, lang } = app;
  const t = SCENARIOS[lang()];
  const { scenarios } = workspace.document();
  const at = scenarios.findIndex((scenario) => scenario.id === id);
  const isBase = at <= 0;
  const alone = scenarios.length < 2;
  const held = scenarios[at] ? countSet(workspace.openModel, scenarios[at]) : 0;
  const ask = (part: 'note' | 'colour' | 'copy' | 'delete') => () =>
    app.editor.commitThen(() => dialogs.show({ name: 'scenario', id, part }));
  // A formula that is being typed may be one that names it.
  const askFirst = () =>
    app.editor.commitThen(() => (namedUsers(app, id).length > 0 ? ask('delete')() : remove(app, id)));
  return [
    [
      { label: t.rename, run: () => on.name(id), hint: 'F2' },
      { label: t.duplicate, run: () => duplicate(app, id) },
      { label: `${t.note}…`, run: ask('note') },
      { label: `${t.colour}…`, run: ask('colour') },
    ],
    [
      { label: `${t.copyFrom}…`, run: ask('copy'), disabled: alone },
      { label: t.makeBase, run: () => promote(app, id), disabled: isBase },
    ],
    [
      { label: t.pick, run: () => viewMode.pick(id), checked: viewMode.picked() === id },
      { label: t.left, run: () => on.move(id, at - 1), disabled: at <= 1, hint: 'Alt+Shift+←' },
      {
        label: t.right,
        run: () => on.move(id, at + 1),
        disabled: isBase || at === scenarios.length - 1,
        hint: 'Alt+Shift+→',
      },
    ],
    [
      { label: t.resetAll, run: () => reset(app, id), disabled: held === 0 },
      { label: t.remove, run: askFirst, disabled: isBase },
    ],
  ];
}
