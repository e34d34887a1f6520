import { type Accessor, createEffect, createSignal, on, untrack } from 'solid-js';
import { type Document, isAsShipped } from '../../document/document.ts';
import { save } from '../../document/kept.ts';
import type { Opened, State } from '../../document/transaction.ts';
import { freshKey } from '../../io/freshKey.ts';
import type { Info } from '../../io/kept.ts';
import type { Model } from '../../model/model.ts';
import type { Lang } from '../../model/text.ts';
import type { Workspace } from '../document/workspace.ts';
import { LazyModule } from '../page/lazyModule.ts';
import type { Keeper } from './keeper.ts';
import { type First, remember } from './last.ts';
import { rescue } from './rescue.ts';

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

/** What is on screen, as the keeper is told of it. */
export interface Seen {
  /** As it was opened: another object once another document is. */
  readonly opened: Opened;
  readonly document: Document;
  readonly shipped: Model;
  /** Its place in the list if it has none yet: it may have been rescued there. */
  readonly info?: Info;
}

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

/** The part of keeping that is there from the start: it watches, and brings the keeper when there is something to keep. */
export interface Keeping extends SaveStatus {
  readonly keeper: LazyModule<Keeper>;
}

export function createSaveStatus(first: First | undefined): SaveStatus {
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

/** What keeping must know of the rest of the app. */
interface Bounds {
  /** While something is only looked at, nothing is written. */
  readonly isPaused: Accessor<boolean>;
  /** Whether somebody has the page in hand. */
  readonly hasInteracted: Accessor<boolean>;
  /** Whether the first answer stands: nothing is loaded before. */
  readonly isAnswered: Accessor<boolean>;
}

/** The place in the list of a document that is changed for the first time, before the keeper is there. */
export const firstInfo = (name: string): Info => {
  const now = Date.now();
  return { id: freshKey(), name, model: '', createdAt: now, changedAt: now, revision: 0 };
};

/** Of which model a document is, as its place in the list tells. */
export const modelInfo = ({ own }: Document, { id, name }: Model): Pick<Info, 'model' | 'modelName'> => ({
  model: id,
  ...(own ? { modelName: name } : {}),
});

/** ms after the first values, when all that a first visit loads is there. */
const SETTLED = 2_000;

let isWatching = false;

/** From some time on the page opens without a network, and tells of newer versions. */
function watchOnce(saveStatus: SaveStatus): void {
  if (isWatching) return;
  isWatching = true;
  const watch = () => import('./update.ts').then(({ watchForUpdates }) => watchForUpdates(saveStatus));
  setTimeout(() => watch().catch(() => {}), SETTLED);
}

/** Keeps what a person makes: every change of the document is saved a moment later. `first`: what was opened at the start. */
export function createKeeping(
  workspace: Workspace,
  lang: Accessor<Lang>,
  first: First | undefined,
  { isPaused, hasInteracted, isAnswered }: Bounds,
): Keeping {
  const saveStatus = createSaveStatus(first);
  const { opened } = workspace;
  const bring = async () =>
    (await import('./bring.ts')).bringKeeper(
      workspace,
      saveStatus,
      lang,
      { opened, first },
      isPaused,
      () => early.info.id,
    );
  const keeper = new LazyModule(bring, () => saveStatus.setSaving('unsaved'));
  let early = { opened, info: first?.info ?? firstInfo('') };
  /** Until the keeper is there, what is changed is safe in the same way as when the page goes. */
  const rescueEarly = ({ opened, document, shipped }: Seen): Info => {
    if (opened !== early.opened) early = { opened, info: firstInfo('') };
    const { info } = early;
    const isRescued = rescue(info.id, document, () => ({
      info: { ...info, ...modelInfo(document, shipped), changedAt: Date.now() },
      text: JSON.stringify(save(document, shipped)),
      own: first?.unsaved ?? [],
    }));
    if (isRescued) remember({ kind: 'document', id: info.id });
    return info;
  };
  const see = (state: State) => {
    const seen = { opened: state.opened, document: state.document, shipped: state.opened.model };
    const isChanged = seen.document !== opened.document && !isAsShipped(seen.document, seen.shipped);
    if (keeper.now) keeper.now.see(seen);
    else if (isChanged) {
      const info = rescueEarly(seen);
      keeper.use((part) => part.see({ ...seen, info }));
    }
  };
  // As things stood then, whatever is open when the screen shows it.
  workspace.gateway.listen(({ state }) => !isPaused() && workspace.picture.soon(() => see(state)));
  createEffect(on(isPaused, (paused) => paused || see(workspace.gateway.state)));
  // Without its service worker the page needs a network, and nothing else is missing. Who only reads has it as well.
  createEffect(() => {
    if (import.meta.env.PROD && isAnswered()) watchOnce(saveStatus);
  });
  // Once the answer stands, and a person who was here before or has the page in hand may come to want it.
  createEffect(() => {
    if (isAnswered() && (first || hasInteracted())) keeper.load();
  });
  return { ...saveStatus, keeper };
}
