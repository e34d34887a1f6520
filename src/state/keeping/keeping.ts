import { type Accessor, createEffect, createSignal, untrack } from 'solid-js';
import { type Document, isAsShipped } from '../../document/document.ts';
import type { Model } from '../../model/model.ts';
import type { Lang } from '../../model/text.ts';
import { Later } from '../later.ts';
import type { Workspace } from '../workspace.ts';
import type { Keeper } from './keeper.ts';
import { type First, rescue } from './last.ts';

/** What has become of the last change. `none`: nothing has been changed yet; `reading`: another page holds the document. */
export type Saving = 'none' | 'saving' | 'saved' | 'unsaved' | 'reading';

/** What a person has to know about what is kept, and may do about it. One of a kind stands at a time. */
export type KeepingNotice =
  /** Nothing can be kept: there is no room, or the browser keeps nothing. Stays until something is kept again. */
  | { readonly kind: 'full' | 'closed' }
  /** Another page holds the document: since before, or it has just taken it over. */
  | { readonly kind: 'elsewhere' | 'takenOver' }
  /** The document was saved elsewhere meanwhile: what is here is kept as a copy. */
  | { readonly kind: 'copied'; readonly name: string }
  /** A document that was set aside, since it can't be read. */
  | { readonly kind: 'setAside'; readonly id: string; readonly name: string }
  /** Kept, and not opened: of a newer version, not loaded, or it did not come to its first values in the last attempts. */
  | { readonly kind: 'newer' | 'notLoaded' | 'unfinished'; readonly id: string; readonly name: string }
  /** A newer version of the app waits; or it has taken over from another page. */
  | { readonly kind: 'update' | 'updated' };

/** What is on screen, as the keeper is told of it. */
export interface Seen {
  readonly shows: number;
  readonly document: Document;
  readonly shipped: Model;
}

/** What the keeper says. */
export interface Said {
  readonly saving: Accessor<Saving>;
  /** As a person named the document; empty where nobody did. */
  readonly name: Accessor<string>;
  /** The id of the document in the store; undefined as long as nothing has been changed. */
  readonly id: Accessor<string | undefined>;
  readonly notices: Accessor<readonly KeepingNotice[]>;
  readonly setSaving: (saving: Saving) => void;
  readonly setName: (name: string) => void;
  readonly setId: (id: string | undefined) => void;
  readonly tell: (notice: KeepingNotice) => void;
  readonly untell: (...kinds: readonly KeepingNotice['kind'][]) => void;
}

/** The part of keeping that is there from the start: it watches, and brings the keeper when there is something to keep. */
export interface Keeping extends Said {
  readonly keeper: Later<Keeper>;
}

export function createSaid(first: First | undefined): Said {
  const [saving, setSaving] = createSignal<Saving>(first?.info ? 'saved' : 'none');
  const [name, setName] = createSignal(first?.info?.name ?? '');
  const [id, setId] = createSignal(first?.info?.id);
  const [notices, setNotices] = createSignal<readonly KeepingNotice[]>(first?.notice ? [first.notice] : []);
  const untell = (...kinds: readonly KeepingNotice['kind'][]) =>
    setNotices((before) => before.filter(({ kind }) => !kinds.includes(kind)));
  const tell = (notice: KeepingNotice) => {
    // One that is told again stays as it is: somebody may be pressing its button.
    if (untrack(notices).some((told) => JSON.stringify(told) === JSON.stringify(notice))) return;
    untell(notice.kind);
    setNotices((before) => [...before, notice]);
  };
  return { saving, name, id, notices, setSaving, setName, setId, untell, tell };
}

/** What keeping must know of the rest of the app. */
interface Bounds {
  /** While something is only looked at, nothing is written. */
  readonly isPaused: Accessor<boolean>;
  /** Carries out what was typed and waits for its values. */
  readonly settle: () => void;
  /** Whether somebody has the page in hand. */
  readonly isInHand: Accessor<boolean>;
}

/** Keeps what a person makes: every change of the document is saved a moment later. `first`: what was opened at the start. */
export function createKeeping(
  workspace: Workspace,
  lang: Accessor<Lang>,
  first: First | undefined,
  { isPaused, settle, isInHand }: Bounds,
): Keeping {
  const said = createSaid(first);
  const opened = untrack(workspace.document);
  const bring = async () =>
    (await import('./bring.ts')).bringKeeper(workspace, said, lang, { document: opened, first }, isPaused);
  const keeper = new Later(bring, () => said.setSaving('unsaved'));
  let isChanged = false;
  createEffect(() => {
    const seen = { shows: workspace.shows(), document: workspace.document(), shipped: workspace.shipped() };
    isChanged = seen.document !== opened && !isAsShipped(seen.document, seen.shipped);
    if (isPaused()) return;
    if (keeper.now) keeper.now.see(seen);
    else if (isChanged) keeper.use((part) => part.see(seen));
  });
  addEventListener('pagehide', () => {
    settle();
    if (!keeper.now && isChanged) rescue({ document: untrack(workspace.document), revision: first?.info?.revision });
  });
  // Once the first values stand, and a person who was here before or has the page in hand may come to want it.
  createEffect(() => {
    if (workspace.rows.revision() > 0 && (first || isInHand())) keeper.load();
  });
  return { ...said, keeper };
}
