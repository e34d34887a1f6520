import type { LazyModule } from '../page/lazyModule.ts';
import type { WithEditor } from '../sheet/editor.ts';
import type { Keeper } from './keeper.ts';
import type { SaveStatus } from './saveStatus.ts';

/** ms between two looks for a newer version, in a page that stays open for days. */
const LOOK = 3_600_000;

/** ms that the old version has to finish what it serves; then the page does without it. */
const HANDOVER = 3_000;

/** Whether this page asked for the newer version, and so is loaded again when it has taken over. */
let isAsked = false;

/**
 * Lets the page be opened without a network from now on, and tells when a newer version waits. It never takes over by
 * itself: a person may be in the middle of something.
 */
export async function watchForUpdates(saveStatus: Pick<SaveStatus, 'notify' | 'dismiss'>): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  let hadController = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    saveStatus.dismiss('update');
    if (isAsked) location.reload();
    else if (hadController) saveStatus.notify({ kind: 'updated' });
    hadController = true;
  });
  // Without a network there is nothing newer; the next visit asks again.
  const registration = await serviceWorker.register('./sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  if (!registration) return;
  const tell = () => {
    if (registration.waiting && serviceWorker.controller) saveStatus.notify({ kind: 'update' });
  };
  const follow = () => registration.installing?.addEventListener('statechange', tell);
  tell();
  // It may be on its way already: another page has looked for it.
  follow();
  registration.addEventListener('updatefound', follow);
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - looked < LOOK) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

/** Takes what is being typed, saves it, and loads the page again with the newest version. Where it can't be saved, nothing. */
export async function reloadSafely({
  editor,
  keeping,
}: WithEditor & { readonly keeping: { readonly keeper: LazyModule<Keeper> } }): Promise<void> {
  if (!editor.commit()) return;
  keeping.keeper.use(async (keeper) => {
    if (!(await keeper.settle())) return;
    const registration = await navigator.serviceWorker?.getRegistration();
    if (!registration?.waiting) {
      location.reload();
      return;
    }
    isAsked = true;
    registration.waiting.postMessage('take over');
    // An old version that is ended while it serves a page may leave that half loaded (seen in Chromium). So it is asked
    // for a page of nothing, which keeps this one and lets it end; and only then for the page itself.
    setTimeout(() => location.assign('./?nothing'), HANDOVER);
    setTimeout(() => location.reload(), 2 * HANDOVER);
  });
}
