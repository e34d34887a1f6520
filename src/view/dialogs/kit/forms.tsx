import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import './forms.css';

/** A labelled field of a form with what is wrong with it, or what a person should know. */
export function Field(props: {
  label: string;
  problem?: string | undefined;
  hint?: string | undefined;
  wide?: boolean;
  /** Given the id for the control and that of its description. */
  children: (id: string, described: string) => JSX.Element;
}) {
  const id = createUniqueId();
  const described = `${id}-said`;
  return (
    <div class="form-field" classList={{ wide: props.wide ?? false }}>
      <label for={id}>{props.label}</label>
      {props.children(id, described)}
      <p id={described} class="form-said" classList={{ problem: props.problem !== undefined }}>
        {props.problem ?? props.hint}
      </p>
    </div>
  );
}

/** A line of text in a form. */
export function TextField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string | undefined;
  hint?: string | undefined;
  wide?: boolean;
  prose?: boolean;
  suffix?: string;
  placeholder?: string;
  disabled?: boolean;
  /** What can be chosen instead of typed. */
  suggestions?: readonly string[];
}) {
  return (
    <Field label={props.label} problem={props.problem} hint={props.hint} wide={props.wide ?? false}>
      {(id, described) => (
        <Show
          when={props.prose}
          fallback={
            <span class="form-row">
              <input
                id={id}
                class="form-input"
                value={props.value}
                placeholder={props.placeholder ?? ''}
                disabled={props.disabled ?? false}
                autocomplete="off"
                aria-describedby={described}
                aria-invalid={props.problem ? 'true' : undefined}
                list={props.suggestions ? `${id}-list` : undefined}
                onInput={(event) => props.onChange(event.currentTarget.value)}
              />
              <Show when={props.suggestions}>
                {(texts) => (
                  <datalist id={`${id}-list`}>
                    <For each={texts()}>{(text) => <option value={text} />}</For>
                  </datalist>
                )}
              </Show>
              <Show when={props.suffix}>{(suffix) => <span class="unit">{suffix()}</span>}</Show>
            </span>
          }
        >
          <textarea
            id={id}
            class="form-input"
            rows={2}
            value={props.value}
            aria-describedby={described}
            onInput={(event) => props.onChange(event.currentTarget.value)}
          />
        </Show>
      )}
    </Field>
  );
}

/** Selects the first field of a dialog that opens, to be typed over. */
export const selectFirst = (body: HTMLElement): void => body.querySelector('input')?.select();

/** A value and its text. */
export type Option<T extends string = string> = readonly [value: T, text: string];

/** The options of texts by their values. */
export const optionsOf = <T extends string>(texts: Readonly<Record<T, string>>): [T, string][] =>
  Object.entries(texts) as [T, string][];

/** One of several. Options may stand in groups, each below its name, or below none. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options?: readonly Option<T>[];
  groups?: readonly { readonly name: string | undefined; readonly options: readonly Option<T>[] }[];
  onChange: (value: T) => void;
  problem?: string | undefined;
  hint?: string | undefined;
  wide?: boolean;
  disabled?: boolean;
}) {
  const drawn = (options: readonly Option<T>[]) =>
    options.map(([value, text]) => (
      <option value={value} selected={value === props.value}>
        {text}
      </option>
    ));
  return (
    <Field label={props.label} problem={props.problem} hint={props.hint} wide={props.wide ?? false}>
      {(id, described) => (
        <select
          id={id}
          class="select"
          aria-describedby={described}
          disabled={props.disabled ?? false}
          onChange={(event) => props.onChange(event.currentTarget.value as T)}
        >
          {drawn(props.options ?? [])}
          {props.groups?.map(({ name, options }) =>
            name === undefined ? drawn(options) : <optgroup label={name}>{drawn(options)}</optgroup>,
          )}
        </select>
      )}
    </Field>
  );
}

/** What is typed in a form, and what is wrong with its fields: that goes where something else is typed. */
export function createForm<F extends object>(start: F) {
  const [form, setForm] = createSignal<F>(start);
  const [problems, setProblems] = createSignal<Partial<Record<keyof F, string>>>({});
  const set =
    <K extends keyof F>(key: K) =>
    (value: F[K]): void => {
      setForm(() => ({ ...form(), [key]: value }));
      if (problems()[key]) setProblems(() => ({ ...problems(), [key]: undefined }));
    };
  /** What a field of the form is given. */
  const field = <K extends keyof F>(key: K) => ({
    get value() {
      return form()[key];
    },
    get problem() {
      return problems()[key];
    },
    onChange: set(key),
  });
  return {
    form,
    field,
    set,
    setProblems: (found: Partial<Record<keyof F, string>>) => void setProblems(() => found),
  };
}
