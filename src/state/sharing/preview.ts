import { type Accessor, createSignal } from 'solid-js';
import { linkIn, pagePath } from '../page/page.ts';

/**
 * A link that is looked at before the reader takes it over. What opens it, tells of it and puts back what was open
 * before is loaded when there is one (`linked.ts`).
 */
export interface LinkPreview {
  /** The link, with its `#` and nothing behind it; undefined where there is none. */
  readonly link: Accessor<string | undefined>;
  /**
   * Whether what is on screen is the link's, or a page begins with one: nothing of it is kept. A link that comes to an open
   * page is read first, and until then all is as without it.
   */
  readonly active: Accessor<boolean>;
  /**
   * Takes up the link in an address: an edit on its way may have taken it out of the page's own. One that holds nothing
   * leads away from the link, as the browser's Back does.
   */
  readonly follow: (address: string) => void;
  /** The link's document is shown from now on. */
  readonly take: () => void;
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
  const [active, setActive] = createSignal(link() !== undefined);
  let discard = () => {};
  return {
    link,
    discard: () => discard(),
    onDiscard: (how) => {
      discard = how;
    },
    active,
    follow: (address) => {
      const to = new URL(address);
      const found = linkIn(to);
      if (found) setLink(found);
      else if (to.hash === '' && active()) discard();
    },
    take: () => setActive(true),
    refuse: () => setActive(false),
    end: () => {
      // It may be another by now: Share writes what is looked at in the reader's own language and unit.
      if (linkIn(location)) history.replaceState(null, '', pagePath());
      setLink(undefined);
      setActive(false);
    },
  };
}
