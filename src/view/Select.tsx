import { createEffect, For } from 'solid-js';

interface SelectProps<T extends string> {
  options: readonly T[];
  text: (value: T) => string;
  value: T;
  onChange: (value: T) => void;
  class?: string;
  id?: string;
  onClick?: () => void;
}

/** One of several values, each told by its text. `label`: its name, where no `<label>` gives it one. */
export function Select<T extends string>(props: SelectProps<T> & { label?: string }) {
  let list!: HTMLSelectElement;
  // Options that come or go leave the browser with a choice of its own.
  createEffect(() => {
    if (props.options) list.value = props.value;
  });
  return (
    <select
      ref={list}
      id={props.id}
      onClick={() => props.onClick?.()}
      class={props.class ?? 'select'}
      aria-label={props.label}
      onChange={() => {
        props.onChange(list.value as T);
        // What is still on its way, or could not be had, is not chosen yet.
        list.value = props.value;
      }}
    >
      <For each={props.options}>{(value) => <option value={value}>{props.text(value)}</option>}</For>
    </select>
  );
}

/** The same within its label. `named`: what it is called is also seen. */
export function SelectField<T extends string>(props: SelectProps<T> & { name: string; named?: boolean }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is that of Select.
    <label class="field">
      <span class={props.named ? 'field-label' : 'visually-hidden'}>{props.name}</span>
      <Select {...props} />
    </label>
  );
}
