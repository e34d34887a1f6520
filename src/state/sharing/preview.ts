import { type Accessor, createSignal } from 'solid-js';
import { linkIn, pagePath } from '../page/page.ts';

/**
 * A link that is looked at before the reader takes it over. What opens it, tells of it and puts back what was open
 * before is loaded when there is one (`linked.ts`).
 */
export interface LinkPreview {
  /** The link, with its `#` and nothing behind it; undefined where there is none. */
  readonly link: Accessor<string | undefined>;
  /** Whether what is on screen is the link's, or is about to be: nothing of it is kept. */
  readonly active: Accessor<boolean>;
  /** Takes up the link in an address, where it holds one: an edit on its way may have taken it out of the page's own. */
  readonly follow: (address: string) => void;
  /** The link can't be opened: what is on screen is the reader's own. */
  readonly refuse: () => void;
  /** Back to what was open before; whoever opens the link says how. */
  readonly discard: () => void;
  readonly onDiscard: (discard: () => void) => void;
  /** The link is kept, discarded or dismissed, and leaves the address. */
  readonly end: () => void;
}

export function createPreview(): LinkPreview {
  const [link, setLink] = createSignal(linkIn(location));
  const [isRefused, setRefused] = createSignal(false);
  let discard = () => {};
  return {
    link,
    discard: () => discard(),
    onDiscard: (how) => {
      discard = how;
    },
    active: () => link() !== undefined && !isRefused(),
    follow: (address) => {
      const found = linkIn(new URL(address));
      if (!found || found === link()) return;
      setRefused(false);
      setLink(found);
    },
    refuse: () => setRefused(true),
    end: () => {
      // It may be another by now: Share writes what is looked at in the reader's own language and unit.
      if (linkIn(location)) history.replaceState(null, '', pagePath());
      setLink(undefined);
      setRefused(false);
    },
  };
}
