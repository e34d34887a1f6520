import { type Accessor, createSignal } from 'solid-js';

/** A value that is read by calling it, and followed; who may write it has `set`. */
export type Signal<T> = Accessor<T> & { readonly set: (value: T) => void };

export function signal<T>(first: T): Signal<T> {
  const [value, setValue] = createSignal(first);
  return Object.assign(value, { set: (next: T) => void setValue(() => next) });
}
