import { createSignal, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js';
import { useApp } from '../../state/app.ts';

const About = lazy(() => import('./About.tsx'));
const Methods = lazy(() => import('./Methods.tsx'));

/** `#methods`, or `#methods/logistic` for one equation: the page can be cited by its address. */
const METHODS_ADDRESS = /^#methods(?:\/([a-z-]+))?$/;

/** What opens over the page, loaded when it is first asked for. */
export function Dialogs() {
  const { t } = useApp();
  const [about, setAbout] = createSignal(false);
  const [methods, setMethods] = createSignal<{ entry: string | undefined }>();
  const follow = () => {
    const match = METHODS_ADDRESS.exec(location.hash);
    if (match) setMethods({ entry: match[1] });
  };
  onMount(() => {
    follow();
    addEventListener('hashchange', follow);
    onCleanup(() => removeEventListener('hashchange', follow));
  });
  const closeMethods = () => {
    setMethods(undefined);
    if (METHODS_ADDRESS.test(location.hash)) history.replaceState(null, '', location.pathname + location.search);
  };
  return (
    <>
      <button type="button" class="button quiet" onClick={() => setMethods({ entry: undefined })}>
        {t().methods.button}
      </button>
      <button type="button" class="button quiet" onClick={() => setAbout(true)}>
        {t().header.about}
      </button>
      <Suspense>
        <Show when={about()}>
          <About onClose={() => setAbout(false)} />
        </Show>
        <Show when={methods()}>{(open) => <Methods entry={open().entry} onClose={closeMethods} />}</Show>
      </Suspense>
    </>
  );
}
