import { createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { DIALOG_TEXTS } from '../../../i18n/dialogs.ts';
import { useTexts } from '../../../state/app.ts';
import { Button } from '../../Button.tsx';
import './dialogs.css';

/**
 * A dialog over the page: its title, what it holds, and a button that closes it, as Escape does. The browser keeps the
 * focus within, and gives it back to where it was. `opened`: once what it holds stands.
 */
export function Frame(props: {
  title: string;
  wide?: boolean;
  opened?: (body: HTMLElement) => void;
  /** Makes a form of it. */
  onSubmit?: (event: SubmitEvent) => void;
  /** What submits the form, and whether that is not to be had now. */
  submits?: { readonly label: string; readonly disabled?: boolean };
  /** What stands before and behind the button that closes it. */
  before?: JSX.Element;
  after?: JSX.Element;
  /** Whether another button than the one that closes it leads on. */
  plain?: boolean;
  onClose: () => void;
  children: JSX.Element;
}) {
  const t = useTexts(DIALOG_TEXTS);
  const id = createUniqueId();
  let dialog!: HTMLDialogElement;
  let body!: HTMLDivElement;
  let gone = false;
  // Closed before it is taken away, so that the focus goes back to where it was.
  onCleanup(() => {
    gone = true;
    dialog.close();
  });
  onMount(() => {
    dialog.showModal();
    // What scrolls takes the focus, so that it scrolls by keys.
    if (!props.onSubmit && body.scrollHeight > body.clientHeight) {
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
      // Before the browser closes it: it tells of that only later, when the same dialog may have been asked for again.
      onCancel={(event) => {
        if (event.target !== dialog) return;
        event.preventDefault();
        props.onClose();
      }}
      onClose={() => gone || props.onClose()}
    >
      <h2 id={id} class="dialog-title">
        {props.title}
      </h2>
      <form
        method="dialog"
        class="dialog-form"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (props.onSubmit) props.onSubmit(event);
          else props.onClose();
        }}
      >
        <div ref={body} class="dialog-body">
          {props.children}
        </div>
        <div class="dialog-actions">
          {props.before}
          <Show when={props.submits || props.plain}>
            <Button text={props.submits ? t().cancel : t().close} onClick={() => props.onClose()} />
          </Show>
          <Show when={!props.plain}>
            <button type="submit" class="button primary" disabled={props.submits?.disabled ?? false}>
              {props.submits?.label ?? t().close}
            </button>
          </Show>
          {props.after}
        </div>
      </form>
    </dialog>
  );
}
