import type { Document } from '../../document/document.ts';
import type { Info } from '../../io/kept.ts';
import { placeName } from '../../io/place.ts';
import type { Model } from '../../model/model.ts';
import { rescuedText } from './rescue.ts';
import type { KeepingNotice } from './saveStatus.ts';

/** What was found of the last visit. */
export interface RestoredSession {
  readonly opened?: { readonly model: Model; readonly document: Document };
  /** Of a document that was kept; none where a model was open as it ships. */
  readonly info?: Info;
  readonly notice?: KeepingNotice;
  /** Where what is opened was rescued and may not be in the store: the states that its page may have saved before it. */
  readonly unsaved?: readonly string[];
}

/** What was open last: a kept document, or a model as it ships. */
export interface LastSession {
  readonly kind: 'document' | 'model';
  readonly id: string;
  /** What was left of it before the store had it. */
  readonly rescued?: string | undefined;
}

const OPEN = placeName('foresheet.open');
/** The document that this page held when it was left. */
const HELD = placeName('foresheet.held');

/** Of this page before it was loaded again, else of the last page. Undefined on a first visit, where nothing is read. */
export function lastSession(): LastSession | undefined {
  try {
    const last = sessionStorage.getItem(OPEN) ?? localStorage.getItem(OPEN);
    const [, kind, id] = /^(document|model):([a-z0-9-]+)$/.exec(last ?? '') ?? [];
    return id ? { kind: kind as LastSession['kind'], id, rescued: rescuedText(id) } : undefined;
  } catch {
    return undefined;
  }
}

/** Notes what is open, for the next visit. */
export function remember({ kind, id }: LastSession): void {
  try {
    sessionStorage.setItem(OPEN, `${kind}:${id}`);
    localStorage.setItem(OPEN, `${kind}:${id}`);
  } catch {
    // Where nothing can be kept there is nothing to come back to.
  }
}

/** Notes that this page holds a document as it is left, or none. */
export function rememberHeld(id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(HELD);
    else sessionStorage.setItem(HELD, id);
  } catch {
    // As above.
  }
}

/** Whether this page held a document before it was loaded again; asked once. */
export function hadHeld(id: string): boolean {
  try {
    const had = sessionStorage.getItem(HELD) === id;
    sessionStorage.removeItem(HELD);
    return had;
  } catch {
    return false;
  }
}
