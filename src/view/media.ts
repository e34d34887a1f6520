import { type Accessor, createSignal } from 'solid-js';
import { listen } from './listen.ts';

/** As in the style sheets: from here on the panels stand below each other. In the browser's own size of text. */
const NARROW = '(max-width: 53.75em)';

/** px of text where a reader has chosen none of their own. */
const USUAL = 16;

function createMedia(condition: string): Accessor<boolean> {
  const query = matchMedia(condition);
  const [matches, setMatches] = createSignal(query.matches);
  listen(query, 'change', () => setMatches(query.matches));
  return matches;
}

/** Within a reactive owner: whether the window is as narrow as a phone's. */
export const createNarrow = (): Accessor<boolean> => createMedia(NARROW);

/** Within a reactive owner: whether the page is used by a finger. */
export const createCoarse = (): Accessor<boolean> => createMedia('(pointer: coarse)');

/** How much larger than usual text is by the choice of the reader, 1 where they have made none. */
export const textScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL || 1;
