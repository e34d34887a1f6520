import { createSignal } from 'solid-js';
import { formatMoment } from '../../i18n/keeping.ts';
import { MODELS } from '../../i18n/models.ts';
import type { Listed } from '../../io/documents.ts';
import type { Info } from '../../io/kept.ts';
import type { App } from '../../state/app.ts';
import { Library } from '../../state/keeping/library.ts';
import { shownNames } from '../../state/keeping/names.ts';
import type { Template } from '../../templates.ts';
import type { MenuItem, MenuItems, Search } from '../menus/items.ts';

/** Documents that the menu names before any is looked for. */
const RECENT = 8;

export const searchOf = ({ lang }: Pick<App, 'lang'>): Search => {
  const { search, nothing } = MODELS[lang()];
  return { name: search, nothing };
};

/** What the menu of models holds; templates, and the documents of this browser, come as soon as they are read. */
export function modelItems(app: App): () => MenuItems {
  const { workspace, keeping, dialogs, editor, preview, say, lang } = app;
  const [library, setLibrary] = createSignal<Library>();
  const [listed, setListed] = createSignal<Listed>();
  keeping.keeper.use((keeper) => {
    const part = new Library(app, keeper);
    setLibrary(part);
    // Where they can't be read, the list of documents says why.
    part.list().then(setListed, () => {});
  });
  const [templates, setTemplates] = createSignal<readonly Template[]>([]);
  import('../../templates.ts').then(
    ({ TEMPLATES }) => setTemplates(TEMPLATES),
    () => {},
  );
  const begin = (id: string) =>
    import('../../state/structure/templates.ts').then(
      ({ openTemplate }) => openTemplate(app, id),
      () => editor.refuse('load'),
    );
  const then = (go: () => unknown) => () => {
    if (!editor.commit()) return;
    // On a phone the menu stands in a dialog.
    dialogs.close();
    go();
  };
  const open = async ({ id }: Info) => {
    if (!((await library()?.open(id)) ?? false)) dialogs.show({ name: 'documents' });
  };
  const document = (info: Info, i: number, names: ReadonlyMap<string, string>): MenuItem => ({
    label: names.get(info.id) ?? '',
    hint: formatMoment(info.changedAt, lang()),
    sought: i >= RECENT,
    run: then(() => open(info)),
  });
  return () => {
    const t = MODELS[lang()];
    const { documents = [], trashed = [] } = listed() ?? {};
    const names = shownNames([...documents, ...trashed], app);
    const others = documents.filter(({ id }) => id !== keeping.id() || preview.active());
    return [
      [
        { label: t.blank, run: then(() => dialogs.show({ name: 'newModel' })) },
        { label: t.fromTemplate, run: then(() => dialogs.show({ name: 'templates' })) },
        ...templates().map(({ id, name }) => ({
          label: t.fresh(say(name)),
          sought: true,
          run: then(() => begin(id)),
        })),
        { label: t.fromFile, run: then(() => dialogs.show({ name: 'import' })) },
      ],
      workspace.catalog.entries.map(({ id, name }) => ({
        label: say(name),
        checked: id === workspace.model().id,
        run: then(() => workspace.open(id)),
      })),
      others.map((info, i) => document(info, i, names)),
      [{ label: t.all, run: then(() => dialogs.show({ name: 'documents' })) }],
    ];
  };
}
