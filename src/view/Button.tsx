/** A button with a text. `class`: its look, where it is no plain button; `label`: its name, where the text says too little. */
export function Button(props: {
  class?: string;
  text: string;
  label?: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class={props.class ?? 'button'}
      aria-label={props.label}
      disabled={props.disabled ?? false}
      onClick={() => props.onClick()}
    >
      {props.text}
    </button>
  );
}
