import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
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
  onInput: (value: string) => void;
  problem?: string | undefined;
  hint?: string | undefined;
  wide?: boolean;
  prose?: boolean;
  suffix?: string;
  placeholder?: string;
  ref?: (element: HTMLInputElement) => void;
}) {
  return (
    <Field label={props.label} problem={props.problem} hint={props.hint} wide={props.wide ?? false}>
      {(id, described) => (
        <Show
          when={props.prose}
          fallback={
            <span class="form-row">
              <input
                ref={(element) => props.ref?.(element)}
                id={id}
                class="form-input"
                value={props.value}
                placeholder={props.placeholder ?? ''}
                autocomplete="off"
                aria-describedby={described}
                aria-invalid={props.problem ? 'true' : undefined}
                onInput={(event) => props.onInput(event.currentTarget.value)}
              />
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
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        </Show>
      )}
    </Field>
  );
}

/** One of several. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
  problem?: string | undefined;
  hint?: string | undefined;
  wide?: boolean;
  disabled?: boolean;
}) {
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
          {props.options.map(([value, text]) => (
            <option value={value} selected={value === props.value}>
              {text}
            </option>
          ))}
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
  return {
    form,
    problems,
    set,
    setProblems: (found: Partial<Record<keyof F, string>>) => void setProblems(() => found),
  };
}
