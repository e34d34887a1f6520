import type { Store } from '../../io/store.ts';
import type { Workspace } from '../document/workspace.ts';
import type { SaveStatus } from './saveStatus.ts';
import type { Tabs } from './tabs.ts';

/** What the keeper is given: the work, its words, and the world. */
export interface Ports {
  readonly workspace: Workspace;
  readonly saveStatus: SaveStatus;
  readonly store: Store;
  readonly tabs: Tabs;
  readonly locks: LockManager | undefined;
  /** While something is only looked at, nothing of it is kept and nothing takes its place. */
  readonly isPaused: () => boolean;
  /** Under which id this page rescues what is changed before the keeper is there. */
  readonly earlyId?: () => string;
  /** The name of a copy. */
  readonly copyName: (name: string) => string;
}
