import { onMount } from 'solid-js';
import { SCENARIOS } from '../../i18n/scenarios.ts';
import { useApp } from '../../state/app.ts';

/** px: room for a name to be typed in, however short the one that it replaces. */
const LEAST = 120;

/** The name of a scenario, being typed over its tab. Enter and a click elsewhere take it, Escape leaves the old one. */
export function TabName(props: {
  tab: HTMLElement;
  name: string;
  /** Given the name, or undefined where the old one stays. */
  onEnd: (name: string | undefined) => void;
}) {
  const { lang } = useApp();
  let input!: HTMLInputElement;
  const { offsetLeft, offsetWidth } = props.tab;
  let ended = false;
  const end = (name: string | undefined) => {
    if (ended) return;
    ended = true;
    props.onEnd(name);
  };
  onMount(() => {
    input.focus({ preventScroll: true });
    input.select();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    // Enter that takes what an input method offers does not end the name.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter') end(input.value);
    else if (event.key === 'Escape') end(undefined);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      class="tab-field"
      aria-label={SCENARIOS[lang()].name}
      value={props.name}
      maxLength={200}
      autocomplete="off"
      spellcheck={false}
      style={{ left: `${offsetLeft}px`, width: `${Math.max(LEAST, offsetWidth)}px` }}
      onKeyDown={onKeyDown}
      onBlur={() => end(input.value)}
    />
  );
}
