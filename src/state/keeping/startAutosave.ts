import { type Accessor, untrack } from 'solid-js';
import type { Opened } from '../../document/transaction.ts';
import { KEEPING } from '../../i18n/keeping.ts';
import { listKept, purge } from '../../io/documents.ts';
import { openStore } from '../../io/storage.ts';
import type { Store } from '../../io/store.ts';
import type { Lang } from '../../model/text.ts';
import type { Workspace } from '../document/workspace.ts';
import { Keeper } from './keeper.ts';
import { lastSession, type RestoredSession } from './lastSession.ts';
import { finish } from './opening.ts';
import type { SaveStatus } from './saveStatus.ts';
import { calledAs } from './seen.ts';
import { Tabs } from './tabs.ts';

/** The document that was changed last: the browser may have forgotten which one was open. */
const newest = (store: Store): Promise<string | undefined> =>
  listKept(store).then(
    ({ documents }) => documents[0]?.id,
    () => undefined,
  );

/** The keeper, with what it has to do at the start and at the end of the page. `opened`: what was, before it came. */
export async function startAutosave(
  workspace: Workspace,
  saveStatus: SaveStatus,
  lang: Accessor<Lang>,
  { opened, first }: { readonly opened: Opened; readonly first: RestoredSession | undefined },
  isPaused: Accessor<boolean>,
  earlyId: () => string,
): Promise<Keeper> {
  const store = openStore();
  const called = () => {
    const name = calledAs(workspace.document(), workspace.shipped());
    return typeof name === 'string' ? name : name[lang()];
  };
  const keeper = new Keeper(
    {
      workspace,
      saveStatus,
      store,
      tabs: new Tabs(),
      locks: navigator.locks as LockManager | undefined,
      isPaused: () => untrack(isPaused),
      earlyId,
      copyName: (name) => KEEPING[lang()].copyOf(name || called()),
    },
    { opened, info: first?.info, unsaved: first?.unsaved },
  );
  // The first values stand: what was opened does no harm.
  finish();
  addEventListener('pagehide', () => keeper.leave());
  addEventListener('pageshow', () => keeper.comeBack());
  addEventListener('beforeunload', (event) => keeper.isAtRisk && event.preventDefault());
  document.addEventListener('visibilitychange', () => document.hidden && void keeper.settle());
  purge(store, Date.now()).catch(() => {});
  void keeper.fileRescues();
  const forgotten = first || lastSession() ? undefined : await newest(store);
  if (forgotten !== undefined && !untrack(isPaused) && workspace.document() === opened.document)
    void keeper.open(forgotten);
  return keeper;
}
