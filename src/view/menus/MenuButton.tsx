import { createSignal, type JSX } from 'solid-js';
import type { Begin, MenuItems } from './items.ts';
import { MenuAt } from './MenuAt.tsx';

const BY_KEY: Readonly<Record<string, Begin>> = { ArrowDown: 'first', ArrowUp: 'last' };

/** A button that opens a menu. `children`: what it shows where that is not its label. */
export function MenuButton(props: { label: string; items: MenuItems; class?: string; children?: JSX.Element }) {
  let button!: HTMLButtonElement;
  const [at, setAt] = createSignal<HTMLElement>();
  const [begin, setBegin] = createSignal<Begin>('none');
  const open = (how: Begin) => {
    setBegin(how);
    setAt(button);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={props.class ?? 'button quiet'}
        aria-haspopup="menu"
        aria-expanded={at() !== undefined}
        aria-label={props.children === undefined ? undefined : props.label}
        // A click that no pointer made came from the keyboard.
        onClick={(event) => (at() ? setAt(undefined) : open(event.detail === 0 ? 'first' : 'none'))}
        onKeyDown={(event) => {
          const how = BY_KEY[event.key];
          if (!how) return;
          event.preventDefault();
          open(how);
        }}
      >
        {props.children ?? props.label}
      </button>
      <MenuAt at={at()} items={props.items} label={props.label} begin={begin()} onClose={() => setAt(undefined)} />
    </>
  );
}
