import { createUniqueId, type JSX, onMount } from 'solid-js';
import { DIALOG_TEXTS } from '../../i18n/dialogs.ts';
import { useApp } from '../../state/app.ts';
import './dialogs.css';

/**
 * A dialog over the page: its title, what it holds, and a button that closes it, as Escape does. The browser keeps the
 * focus within, and gives it back to where it was. `opened`: once what it holds stands.
 */
export function Frame(props: {
  title: string;
  wide?: boolean;
  opened?: (body: HTMLElement) => void;
  onClose: () => void;
  children: JSX.Element;
}) {
  const { lang } = useApp();
  const id = createUniqueId();
  let dialog!: HTMLDialogElement;
  let body!: HTMLDivElement;
  onMount(() => {
    dialog.showModal();
    // What scrolls takes the focus, so that it scrolls by keys.
    if (body.scrollHeight > body.clientHeight) {
      body.tabIndex = 0;
      body.focus();
    }
    props.opened?.(body);
  });
  return (
    <dialog
      ref={dialog}
      class="dialog"
      classList={{ wide: props.wide }}
      aria-labelledby={id}
      onClose={() => props.onClose()}
    >
      <h2 id={id} class="dialog-title">
        {props.title}
      </h2>
      <div ref={body} class="dialog-body">
        {props.children}
      </div>
      <form method="dialog" class="dialog-actions">
        <button type="submit" class="button primary">
          {DIALOG_TEXTS[lang()].close}
        </button>
      </form>
    </dialog>
  );
}
