import { createSignal, type JSX } from 'solid-js';
import type { Begin, MenuItems, Search } from './items.ts';
import { MenuAt } from './MenuAt.tsx';

const BY_KEY: Readonly<Record<string, Begin>> = { ArrowDown: 'first', ArrowUp: 'last' };

/** A button that opens a menu. `children`: what it shows where that is not its label. `onOpen`: brings what the menu
 * holds; false where it could not be brought. */
export function MenuButton(props: {
  label: string;
  items: MenuItems;
  class?: string;
  children?: JSX.Element;
  /** A field by which entries are found, where there is one. */
  search?: Search | undefined;
  onOpen?: () => Promise<boolean>;
}) {
  let button!: HTMLButtonElement;
  const [at, setAt] = createSignal<HTMLElement>();
  const [begin, setBegin] = createSignal<Begin>('none');
  /** Counts the times it was opened or closed: what was called off meanwhile does not open when it has come. */
  let asked = 0;
  const open = async (how: Begin) => {
    const mine = ++asked;
    if (props.onOpen && !(await props.onOpen())) return;
    if (mine !== asked) return;
    setBegin(how);
    setAt(button);
  };
  const close = () => {
    asked++;
    setAt(undefined);
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
        onClick={(event) => (at() ? close() : void open(event.detail === 0 ? 'first' : 'none'))}
        onKeyDown={(event) => {
          // The menu takes its keys itself as soon as it has the focus.
          if (event.key === 'Escape') close();
          const how = BY_KEY[event.key];
          if (!how) return;
          event.preventDefault();
          void open(how);
        }}
      >
        {props.children ?? props.label}
      </button>
      <MenuAt at={at()} items={props.items} label={props.label} search={props.search} begin={begin()} onClose={close} />
    </>
  );
}
