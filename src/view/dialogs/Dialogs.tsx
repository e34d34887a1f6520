import { type Component, createEffect, createMemo, createSignal, on, onMount, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '../../state/app.ts';
import type { Dialog } from '../../state/page/dialogs.ts';
import { listen } from '../listen.ts';
import type { DialogProps } from './kit/props.ts';

/** What opens over the page, loaded when it is asked for. */
const LOAD: Readonly<Record<Dialog['name'], () => Promise<{ default: Component<DialogProps> }>>> = {
  keyboard: () => import('./help/Keys.tsx'),
  methods: () => import('./help/Methods.tsx'),
  about: () => import('./help/About.tsx'),
  line: () => import('./lines/LineDialog.tsx'),
  periods: () => import('./lines/PeriodsDialog.tsx'),
  newModel: () => import('./models/NewModelDialog.tsx'),
  templates: () => import('./models/TemplatesDialog.tsx'),
  keepLines: () => import('./models/KeepLinesDialog.tsx'),
  figure: () => import('./figures/FigureDialog.tsx'),
  figures: () => import('./figures/FiguresDialog.tsx'),
  goalSeek: () => import('./analysis/GoalSeek.tsx'),
  bridge: () => import('../panels/Bridge.tsx'),
  scenario: () => import('./scenarios/ScenarioDialog.tsx'),
  exportCsv: () => import('./documents/ExportCsvDialog.tsx'),
  import: () => import('./importing/ImportDialog.tsx'),
  documents: () => import('./documents/DocumentsDialog.tsx'),
};

/** `#methods`, or `#methods/logistic` for one equation: the page can be cited by its address. */
const METHODS_ADDRESS = /^#methods(?:\/([a-z-]+))?$/;

/** The dialog that is open, if one is. */
export function Dialogs() {
  const { dialogs, editor } = useApp();
  const follow = () => {
    const match = METHODS_ADDRESS.exec(location.hash);
    if (match) dialogs.show({ name: 'methods', entry: match[1] });
  };
  onMount(() => {
    follow();
    listen(window, 'hashchange', follow);
  });

  const [shown, setShown] = createSignal<{ readonly View: Component<DialogProps> }>();
  const name = createMemo(() => dialogs.open()?.name);
  createEffect(
    on(name, (wanted) => {
      setShown(undefined);
      if (!wanted) return;
      LOAD[wanted]().then(
        ({ default: View }) => name() === wanted && setShown({ View }),
        () => {
          dialogs.close();
          editor.refuse('load');
        },
      );
    }),
  );
  const close = () => {
    dialogs.close();
    if (METHODS_ADDRESS.test(location.hash)) history.replaceState(null, '', location.pathname + location.search);
  };
  return (
    <Show when={shown()}>
      {(found) => (
        <Show when={dialogs.open()}>
          {(asked) => <Dynamic component={found().View} asked={asked()} onClose={close} />}
        </Show>
      )}
    </Show>
  );
}
