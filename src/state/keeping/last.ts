import type { Document } from '../../document/document.ts';
import type { Info } from '../../io/kept.ts';
import type { Model } from '../../model/model.ts';
import type { KeepingNotice } from './keeping.ts';

/** What was found of the last visit. */
export interface First {
  readonly opened?: { readonly model: Model; readonly document: Document };
  /** Of a document that was kept; none where a model was open as it ships. */
  readonly info?: Info;
  readonly notice?: KeepingNotice;
  /** The document that could not be read in time: it is shown when it comes. */
  readonly late?: string;
  /** Whether what is opened is newer than what the store has. */
  readonly isUnsaved?: boolean;
}

/** What was open last: a kept document, or a model as it ships. */
export interface Last {
  readonly kind: 'document' | 'model';
  readonly id: string;
  /** What was left before the keeper was there. */
  readonly rescued?: string | undefined;
}

/** Keys of what the page remembers by itself, beside its store. */
export const OPEN = 'foresheet.open';
export const RESCUED = 'foresheet.rescued';

/** Of this page before it was loaded again, else of the last page. Undefined on a first visit, where nothing is read. */
export function lastOpen(): Last | undefined {
  try {
    const rescued = localStorage.getItem(RESCUED) ?? undefined;
    const last = sessionStorage.getItem(OPEN) ?? localStorage.getItem(OPEN) ?? (rescued && 'model:none');
    const [, kind, id] = /^(document|model):([a-z0-9-]+)$/.exec(last ?? '') ?? [];
    return id ? { kind: kind as Last['kind'], id, rescued } : undefined;
  } catch {
    return undefined;
  }
}

/** A document that was left before it was in the store, as the page remembers it. */
export interface Rescued {
  readonly document: Document;
  /** Of the save that it goes on from; none where it was never saved. */
  readonly revision?: number | undefined;
  /** Of the last save that the same page may have begun meanwhile. */
  readonly own?: number | undefined;
}

/** Keeps a document that was changed and left too early for the store: the page has time for one text. */
export function rescue(rescued: Rescued): void {
  try {
    localStorage.setItem(RESCUED, JSON.stringify(rescued));
  } catch {
    // No room, or no store.
  }
}
