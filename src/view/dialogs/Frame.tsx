import { createUniqueId, type JSX, onMount } from 'solid-js';

/** A dialog over the page: its title, and what it holds. Escape closes it, and the browser gives the focus back. */
export function Frame(props: { title: string; wide?: boolean; onClose: () => void; children: JSX.Element }) {
  const id = createUniqueId();
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  return (
    <dialog
      ref={dialog}
      class="dialog"
      classList={{ wide: props.wide ?? false }}
      aria-labelledby={id}
      onClose={() => props.onClose()}
    >
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </dialog>
  );
}
