import { type Component, createEffect, createSignal, onMount, Show } from 'solid-js';
import { useApp } from '../../state/app.ts';
import { LazyModule } from '../../state/page/lazyModule.ts';
import { listen } from '../listen.ts';

/** Under the header, where the address holds a link: what is loaded then opens it and tells of it. */
export function LinkPreview() {
  const { preview, workspace, t } = useApp();
  const [bar, setBar] = createSignal<Component>();
  const failed = () => {
    preview.refuse();
    workspace.begin();
    workspace.say(() => t().sheet.load);
  };
  const part = new LazyModule(() => import('./PreviewBar.tsx'), failed);
  createEffect(() => preview.link() && part.use(({ PreviewBar }) => setBar(() => PreviewBar)));
  onMount(() => listen(window, 'hashchange', ({ newURL }: HashChangeEvent) => preview.follow(newURL)));
  return (
    <Show when={preview.link() ? bar() : undefined} keyed>
      {(PreviewBar) => <PreviewBar />}
    </Show>
  );
}
