import { type Accessor, createSignal } from 'solid-js';

/** What can stand open over the page. `entry`: the equation at which the methods open. */
export type Dialog =
  | { readonly name: 'keyboard' | 'about' }
  | { readonly name: 'methods'; readonly entry?: string | undefined };

export interface Dialogs {
  readonly open: Accessor<Dialog | undefined>;
  readonly show: (dialog: Dialog) => void;
  readonly close: () => void;
}

export function createDialogs(): Dialogs {
  const [open, setOpen] = createSignal<Dialog | undefined>();
  return { open, show: (dialog) => setOpen(dialog), close: () => setOpen(undefined) };
}
