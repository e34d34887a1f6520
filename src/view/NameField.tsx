import { createSignal, createUniqueId, onMount, Show } from 'solid-js';
import './nameField.css';

/** px: between the field and what is said of it, and the room that this takes. */
const GAP = 4;
const ROOM = 48;

/**
 * A name, typed in the place where it stands. Enter and a click elsewhere take it, Escape leaves the old one. An empty one is
 * refused by Enter, with a sentence, and left by a click elsewhere.
 */
export function NameField(props: {
  label: string;
  name: string;
  maxLength: number;
  /** Said of an empty name. */
  needed: string;
  /** Given the name, or undefined where the old one stays. */
  onEnd: (name: string | undefined) => void;
}) {
  let input!: HTMLInputElement;
  const problem = createUniqueId();
  const [isRefused, setRefused] = createSignal(false);
  let ended = false;
  const end = (name: string | undefined) => {
    if (ended) return;
    ended = true;
    props.onEnd(name);
  };
  /** Below the field, or above it where the page ends. */
  const place = () => {
    const { left, top, bottom } = input.getBoundingClientRect();
    return bottom + ROOM > innerHeight
      ? { left: `${left}px`, bottom: `${innerHeight - top + GAP}px` }
      : { left: `${left}px`, top: `${bottom + GAP}px` };
  };
  const typed = () => input.value.trim();
  onMount(() => {
    input.focus({ preventScroll: true });
    input.select();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    // Enter that takes what an input method offers does not end the name.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && typed() === '') setRefused(true);
    else if (event.key === 'Enter') end(typed());
    else if (event.key === 'Escape') end(undefined);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={input}
        class="name-field"
        aria-label={props.label}
        aria-invalid={isRefused()}
        aria-describedby={isRefused() ? problem : undefined}
        value={props.name}
        maxLength={props.maxLength}
        autocomplete="off"
        spellcheck={false}
        onInput={() => setRefused(false)}
        onKeyDown={onKeyDown}
        onBlur={() => end(typed() || undefined)}
      />
      <Show when={isRefused()}>
        <p id={problem} class="name-needed" style={place()} role="alert">
          {props.needed}
        </p>
      </Show>
    </>
  );
}
