import { type Accessor, createSignal } from 'solid-js';

/** A dialog that something in the sheet asks for. */
export type Asked =
  /** A new line before the 0-based place `at`, or a line as it is. */
  | { readonly kind: 'line'; readonly at: number }
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'periods' }
  /** A new figure, or one of the person's own. */
  | { readonly kind: 'figure'; readonly figure?: string }
  | { readonly kind: 'figures' };

/** Which dialog is asked for; one at a time. */
export interface Dialogs {
  readonly asked: Accessor<Asked | undefined>;
  readonly ask: (asked: Asked) => void;
  readonly close: () => void;
}

export function createDialogs(): Dialogs {
  const [asked, setAsked] = createSignal<Asked | undefined>();
  return { asked, ask: setAsked, close: () => setAsked(undefined) };
}
