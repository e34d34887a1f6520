/** Values by key; what is undefined is taken away. */
export type Writes = Readonly<Record<string, unknown>>;

/** What another page, or the browser, did to the whole store. `newer`: a newer version of the app has changed its form. */
export type StoreEvent = 'lost' | 'newer';

/** Records by key that outlive the page. Each call is one transaction: all of it happens, or none. */
export interface Store {
  /** The values of keys in their order; undefined where there is none. @throws StoreFailed */
  read(keys: readonly string[]): Promise<readonly unknown[]>;
  /** The keys that begin with a prefix, in order. @throws StoreFailed */
  keys(prefix: string): Promise<readonly string[]>;
  /** The records whose keys begin with a prefix, in the order of these. @throws StoreFailed */
  list(prefix: string): Promise<readonly (readonly [key: string, value: unknown])[]>;
  /**
   * Writes what `plan` makes of the values that it finds. Nobody else writes in between; where `plan` throws, nothing is
   * written and the call is rejected with the same. @throws StoreFailed
   */
  change(keys: readonly string[], plan: (found: readonly unknown[]) => Writes): Promise<void>;
  /** Writes without looking. Begun before the call returns, since the page may go right after it. @throws StoreFailed */
  put(writes: Writes): Promise<void>;
  /**
   * The page is left, and may be kept as it is to be shown again: what it had begun would then hold up every other page
   * (WebKit). All that is under way is broken off, and carried out with all that is asked but `put` after `wake`.
   */
  rest(): void;
  wake(): void;
  /** Tells when the store may hold nothing any more of what was written to it. */
  onEvent(listener: (event: StoreEvent) => void): void;
}

/** Nothing could be kept: there is no room for it, or the browser keeps nothing for this page. */
export class StoreFailed extends Error {
  constructor(
    readonly reason: 'full' | 'closed',
    cause: unknown,
  ) {
    super(reason === 'full' ? 'there is no room left' : 'nothing can be kept here', { cause });
    this.name = 'StoreFailed';
  }
}
