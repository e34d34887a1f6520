import { type Accessor, createEffect, on } from 'solid-js';
import { isAsShipped } from '../../document/document.ts';
import { save } from '../../document/kept.ts';
import type { State } from '../../document/transaction.ts';
import type { Info } from '../../io/kept.ts';
import type { Lang } from '../../model/text.ts';
import type { Workspace } from '../document/workspace.ts';
import { LazyModule } from '../page/lazyModule.ts';
import type { Keeper } from './keeper.ts';
import { type RestoredSession, remember } from './lastSession.ts';
import { rescue } from './rescue.ts';
import { createSaveStatus, type SaveStatus } from './saveStatus.ts';
import { firstInfo, modelInfo, ownName, type Seen } from './seen.ts';

/** The part of keeping that is there from the start: it watches, and brings the keeper when there is something to keep. */
export interface Keeping extends SaveStatus {
  readonly keeper: LazyModule<Keeper>;
}

/** What keeping must know of the rest of the app. */
interface Bounds {
  /** While something is only looked at, nothing is written. */
  readonly isPaused: Accessor<boolean>;
  /** Whether a person has interacted with the page. */
  readonly hasInteracted: Accessor<boolean>;
  /** Whether the first answer stands: nothing is loaded before. */
  readonly isAnswered: Accessor<boolean>;
}

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
  first: RestoredSession | undefined,
  { isPaused, hasInteracted, isAnswered }: Bounds,
): Keeping {
  const saveStatus = createSaveStatus(first);
  const { opened } = workspace;
  const bring = async () =>
    (await import('./startAutosave.ts')).startAutosave(
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
    if (opened !== early.opened) early = { opened, info: firstInfo(ownName(document)) };
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
  // As things stood then, whatever is open when the frame of it is there.
  workspace.gateway.listen(({ state }) => !isPaused() && workspace.picture.after(() => see(state)));
  createEffect(on(isPaused, (paused) => paused || see(workspace.gateway.state)));
  // Without its service worker the page needs a network, and nothing else is missing. Who only reads has it as well.
  createEffect(() => {
    if (import.meta.env.PROD && isAnswered()) watchOnce(saveStatus);
  });
  // Once the answer stands, and a person who was here before, or interacts with the page, may come to want it.
  createEffect(() => {
    if (isAnswered() && (first || hasInteracted())) keeper.load();
  });
  return { ...saveStatus, keeper };
}
