import { type ComponentProps, createEffect, createSignal, on, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '../../state/app.ts';
import { LazyModule } from '../../state/page/lazyModule.ts';
import type { Anchor } from './items.ts';
import type Menu from './Menu.tsx';

type MenuProps = ComponentProps<typeof Menu>;

/** A menu that is open as long as it has a place. What draws it is loaded with the first one. */
export function MenuAt(props: Omit<MenuProps, 'at'> & { at: Anchor | undefined }) {
  const { editor } = useApp();
  const [View, setView] = createSignal<typeof Menu>();
  const menu = new LazyModule(
    () => import('./Menu.tsx'),
    () => {
      props.onClose();
      editor.refuse('load');
    },
  );
  createEffect(
    on(
      () => props.at,
      (at) => at && menu.use((module) => setView(() => module.default)),
    ),
  );
  return (
    <Show when={View() && props.at} keyed>
      {(at) => <Dynamic component={View()} {...props} at={at} />}
    </Show>
  );
}
