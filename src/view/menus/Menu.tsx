import { createMemo, createSignal, For, onMount, Show } from 'solid-js';
import { COMMAND_TEXTS, type CommandTitle, type LinesTitle } from '../../i18n/commands.ts';
import { useApp } from '../../state/app.ts';
import { commandOf } from '../../state/commands/index.ts';
import { listen } from '../listen.ts';
import { type Anchor, type Begin, isText, type MenuItem, type MenuItems, type Search } from './items.ts';
import { ariaKeys, isMac, keyText } from './keyText.ts';
import { placeMenu } from './place.ts';
import { createTypeahead } from './typeahead.ts';
import './menu.css';

interface Entry {
  readonly label: string;
  readonly run: () => void;
  readonly disabled: boolean;
  readonly checked: boolean | undefined;
  readonly hint: string | undefined;
  readonly keys: string | undefined;
  readonly sought: boolean;
}

/** The entries of a menu over the page, by keys, pointer or touch. It takes the focus, and gives it back. */
export default function Menu(props: {
  at: Anchor;
  items: MenuItems;
  /** What it is called; a menu that stands at no button needs no name of its own. */
  label?: string;
  begin: Begin;
  /** A field by which entries are found, where there is one. */
  search?: Search | undefined;
  /** What was typed before it stood there. */
  typed?: string;
  onClose: () => void;
}) {
  const app = useApp();
  let menu!: HTMLDivElement;
  let list!: HTMLDivElement;
  let field: HTMLInputElement | undefined;
  const before = props.at instanceof HTMLElement ? props.at : document.activeElement;
  const texts = () => COMMAND_TEXTS[app.lang()];
  const [sought, setSought] = createSignal((props.search && props.typed) ?? '');
  const isFound = ({ label, sought: only }: Entry) => {
    const typed = sought().trim().toLowerCase();
    return typed === '' ? !only : label.toLowerCase().includes(typed);
  };
  const groups = createMemo(() =>
    props.items.map((group) => group.filter(applies).map(entryOf).filter(isFound)).filter(({ length }) => length > 0),
  );

  const checkable = () => groups().some((group) => group.some(({ checked }) => checked !== undefined));

  function applies(item: MenuItem): boolean {
    return typeof item !== 'string' || commandOf(item).applies?.(app) !== false;
  }
  function entryOf(item: MenuItem): Entry {
    if (typeof item !== 'string')
      return { checked: undefined, hint: undefined, keys: undefined, disabled: false, sought: false, ...item };
    const command = commandOf(item);
    const [keys] = command.keys ?? [];
    const lines = command.lines?.(app) ?? 1;
    return {
      label:
        lines > 1 ? texts().ofLines[command.title as LinesTitle](lines) : texts().titles[command.title as CommandTitle],
      run: () => command.run(app),
      disabled: command.enabled?.(app) === false,
      checked: command.checked?.(app),
      hint: keys && keyText(keys, texts().keys, isMac()),
      keys: keys && ariaKeys(keys, isMac()),
      sought: false,
    };
  }

  const close = () => {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    props.onClose();
  };
  /** A touch that opened the menu and is still down must not choose what came under it. */
  let pressed = false;
  const choose = (entry: Entry, event: MouseEvent) => {
    if (entry.disabled || (event.detail > 0 && !pressed)) return;
    close();
    entry.run();
  };

  const entries = () => [...menu.querySelectorAll<HTMLElement>('.menu-item')];
  const typed = createTypeahead();
  /** Where a key leads from the entry with the focus; -1 is none. */
  const target = (event: KeyboardEvent, list: readonly HTMLElement[]): number | undefined => {
    const at = list.indexOf(document.activeElement as HTMLElement);
    switch (event.key) {
      case 'ArrowDown':
        return (at + 1) % list.length;
      case 'ArrowUp':
        return (at <= 0 ? list.length : at) - 1;
      case 'Home':
        return 0;
      case 'End':
        return list.length - 1;
      default:
        return typed(
          event,
          groups()
            .flat()
            .map(({ label }) => label),
          at,
        );
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys of a menu are its own, also where it stands in something that listens to keys.
    event.stopPropagation();
    // Those of an input method are its own.
    if (event.isComposing) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      // From a button Tab goes on; a menu at a point leads back to where it was opened.
      if (event.key === 'Escape' || !(props.at instanceof HTMLElement)) event.preventDefault();
      return;
    }
    const all = entries();
    if (field && document.activeElement !== field && isText(event)) {
      // What is typed goes on in the field.
      field.focus({ preventScroll: true });
      return;
    }
    if (field && document.activeElement === field) {
      if (event.key === 'Enter' && sought().trim() !== '') all[0]?.click();
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
        if (event.key === 'Enter') event.preventDefault();
        return;
      }
    } else if (field && event.key === 'ArrowUp' && document.activeElement === all[0]) {
      event.preventDefault();
      field.focus({ preventScroll: true });
      return;
    }
    const to = target(event, all);
    if (to === undefined) return;
    event.preventDefault();
    all[to]?.focus();
  };

  const place = () => {
    const { at } = props;
    const anchor =
      at instanceof HTMLElement ? at.getBoundingClientRect() : { left: at.x, right: at.x, top: at.y, bottom: at.y };
    const { width, height } = menu.getBoundingClientRect();
    const { left, top } = placeMenu(anchor, { width, height }, { width: innerWidth, height: innerHeight });
    menu.style.left = `${left}px`;
    menu.style.top = `${top}px`;
  };
  const isOwn = (target: EventTarget | null): boolean =>
    target instanceof Node && (menu.contains(target) || (props.at instanceof HTMLElement && props.at.contains(target)));
  onMount(() => {
    menu.showPopover();
    place();
    const all = entries();
    // On a phone the field would open a keyboard over what there is to choose from.
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const begun = field && !isTouch ? field : { first: all[0], last: all.at(-1), none: list }[props.begin];
    (begun ?? list).focus({ preventScroll: true });
    const onPress = (event: PointerEvent) => {
      if (!isOwn(event.target)) close();
    };
    listen(document, 'pointerdown', onPress, { capture: true });
    listen(window, 'resize', place);
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field and the entries within.
    <div
      ref={menu}
      popover="manual"
      class="menu"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        pressed = true;
      }}
      onContextMenu={(event) => event.preventDefault()}
      onFocusOut={(event) => {
        if (event.relatedTarget && !isOwn(event.relatedTarget)) props.onClose();
      }}
    >
      <Show when={props.search}>
        {(search) => (
          <>
            <input
              ref={field}
              type="search"
              class="menu-search"
              aria-label={search().name}
              placeholder={search().name}
              value={sought()}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => setSought(event.currentTarget.value)}
            />
            <p class="menu-nothing" role="status">
              {groups().length === 0 ? search().nothing : ''}
            </p>
          </>
        )}
      </Show>
      <div ref={list} role="menu" hidden={groups().length === 0} aria-label={props.label ?? texts().menu} tabIndex={-1}>
        <For each={groups()}>
          {(group, i) => (
            <>
              <Show when={i() > 0}>
                <hr class="menu-line" />
              </Show>
              <For each={group}>
                {(entry) => (
                  // biome-ignore lint/a11y/useAriaPropsSupportedByRole: what can be checked is a menuitemcheckbox.
                  <button
                    type="button"
                    class="menu-item"
                    role={entry.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
                    tabIndex={-1}
                    aria-checked={entry.checked}
                    aria-disabled={entry.disabled ? 'true' : undefined}
                    aria-keyshortcuts={entry.keys}
                    onClick={(event) => choose(entry, event)}
                    onPointerMove={(event) => {
                      if (event.pointerType === 'mouse') event.currentTarget.focus({ preventScroll: true });
                    }}
                  >
                    <Show when={checkable()}>
                      <span class="menu-check" aria-hidden="true">
                        {entry.checked ? '✓' : ''}
                      </span>
                    </Show>
                    <span class="menu-label">{entry.label}</span>
                    <Show when={entry.hint}>
                      <span class="menu-hint" aria-hidden="true">
                        {entry.hint}
                      </span>
                    </Show>
                  </button>
                )}
              </For>
            </>
          )}
        </For>
      </div>
    </div>
  );
}
