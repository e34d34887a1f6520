import { type Accessor, createSignal, untrack } from 'solid-js';
import type { Info } from '../../io/kept.ts';

/** What has become of the last change. `none`: nothing has been changed yet; `reading`: another page holds the document. */
export type Saving = 'none' | 'saving' | 'saved' | 'unsaved' | 'reading';

/** What a person has to know about what is kept, and may do about it. One of a kind stands at a time. */
export type KeepingNotice =
  /**
   * Nothing can be kept: there is no room, the browser keeps nothing, its storage does not answer, or the app has a fault.
   * Stays until something is kept again.
   */
  | { readonly kind: NotKept }
  /** Another page holds the document: since before, or it has just taken it over. */
  | { readonly kind: 'elsewhere' | 'takenOver' }
  /** The document was saved elsewhere meanwhile: what is here is kept as a copy. */
  | { readonly kind: 'copied'; readonly name: string }
  /** A document that was set aside, since it can't be read. */
  | { readonly kind: 'setAside'; readonly id: string; readonly name: string }
  /** Kept, and not opened: of a newer version, not loaded, or it did not come to its first values in the last attempts. */
  | { readonly kind: 'newer' | 'notLoaded' | 'unfinished'; readonly id: string; readonly name: string }
  /** The document that was open is kept no longer; all that the browser kept was deleted, while the page was open. */
  | { readonly kind: 'missing' | 'cleared' }
  /** A newer version of the app waits; or it has taken over from another page. */
  | { readonly kind: 'update' | 'updated' };

/** Why a save did not come to its end. */
export type NotKept = 'full' | 'closed' | 'silent' | 'fault';

/** What the keeper says. */
export interface SaveStatus {
  readonly saving: Accessor<Saving>;
  /** As a person named the document; empty where nobody did. */
  readonly name: Accessor<string>;
  /** The id of the document in the store; undefined as long as nothing has been changed. */
  readonly id: Accessor<string | undefined>;
  readonly notices: Accessor<readonly KeepingNotice[]>;
  readonly setSaving: (saving: Saving) => void;
  readonly setName: (name: string) => void;
  readonly setId: (id: string | undefined) => void;
  readonly notify: (notice: KeepingNotice) => void;
  readonly dismiss: (...kinds: readonly KeepingNotice['kind'][]) => void;
}

/** What the restored session leaves to say. */
interface Start {
  readonly info?: Info;
  readonly notice?: KeepingNotice;
  readonly unsaved?: readonly string[];
}

export function createSaveStatus(first: Start | undefined): SaveStatus {
  const [saving, setSaving] = createSignal<Saving>(first?.unsaved ? 'saving' : first?.info ? 'saved' : 'none');
  const [name, setName] = createSignal(first?.info?.name ?? '');
  const [id, setId] = createSignal(first?.info?.id);
  const [notices, setNotices] = createSignal<readonly KeepingNotice[]>(first?.notice ? [first.notice] : []);
  const dismiss = (...kinds: readonly KeepingNotice['kind'][]) =>
    setNotices((before) => before.filter(({ kind }) => !kinds.includes(kind)));
  const notify = (notice: KeepingNotice) => {
    // One that is told again stays as it is: somebody may be pressing its button.
    if (untrack(notices).some((told) => JSON.stringify(told) === JSON.stringify(notice))) return;
    dismiss(notice.kind);
    setNotices((before) => [...before, notice]);
  };
  return { saving, name, id, notices, setSaving, setName, setId, dismiss, notify };
}
