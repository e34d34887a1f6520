import { type Accessor, createSignal } from 'solid-js';

/** By what a page can tell that somebody is there. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'focusin', 'dragover'] as const;

/**
 * Whether a person has interacted with the page: from the first sign of a pointer or a key on. What only they need is loaded
 * from then on, and nothing of it for who only reads the answer.
 */
export function createInteracted(): Accessor<boolean> {
  const [hasInteracted, setInteracted] = createSignal(false);
  const see = () => {
    for (const sign of SIGNS) removeEventListener(sign, see, true);
    setInteracted(true);
  };
  for (const sign of SIGNS) addEventListener(sign, see, { capture: true, passive: true });
  return hasInteracted;
}
