import { linkIn, pagePath } from '../page.ts';
import { type Last, OPEN, RESCUED } from './last.ts';

/** Notes what is open, for the next visit. */
export function remember({ kind, id }: Last): void {
  try {
    sessionStorage.setItem(OPEN, `${kind}:${id}`);
    localStorage.setItem(OPEN, `${kind}:${id}`);
  } catch {
    // Where nothing can be kept there is nothing to come back to.
  }
}

/** A link in the address is of what was shared: with a change it is of something else, and would come back with a reload. */
export function leaveLink(): void {
  const at = globalThis.location;
  if (at && linkIn(at)) history.replaceState(null, '', pagePath(at));
}

/** It is in the store. */
export function forgetRescued(): void {
  try {
    localStorage.removeItem(RESCUED);
  } catch {
    // Without a store there was none.
  }
}
