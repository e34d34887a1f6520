import { type Component, createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '../../state/app.ts';
import type { Dialog } from '../../state/dialogs.ts';

/** `entry`: where in it to begin, of those that have entries. */
export interface DialogProps {
  readonly entry: string | undefined;
  readonly onClose: () => void;
}

/** What opens over the page, loaded when it is asked for. */
const LOAD: Readonly<Record<Dialog['name'], () => Promise<{ default: Component<DialogProps> }>>> = {
  keyboard: () => import('./Keys.tsx'),
  methods: () => import('./Methods.tsx'),
  about: () => import('./About.tsx'),
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
    addEventListener('hashchange', follow);
    onCleanup(() => removeEventListener('hashchange', follow));
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
  const entry = () => {
    const open = dialogs.open();
    return open?.name === 'methods' ? open.entry : undefined;
  };
  const close = () => {
    dialogs.close();
    if (METHODS_ADDRESS.test(location.hash)) history.replaceState(null, '', location.pathname + location.search);
  };
  return <Show when={shown()}>{(found) => <Dynamic component={found().View} entry={entry()} onClose={close} />}</Show>;
}
