import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { placeName } from './place.ts';
import { type Store, type StoreEvent, StoreFailed, type Writes } from './store.ts';

/** The database of a page at the root of its origin, which pages in folders shared before they had their own. */
const SHARED = 'foresheet';
const RECORDS = 'records';
/** The key under which a database of a folder notes that it has what the shared one held. */
const TAKEN_OVER = 'meta/taken-over';

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

const beginsWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

type Records = IDBPDatabase<unknown>;

/** Transactions that are under way. */
const underWay = new Set<Pick<IDBPTransaction, 'abort'>>();

/** A transaction that is cut off tells each that waits for it, and nobody else: where none does, it is no error. */
function begin<M extends 'readonly' | 'readwrite'>(db: Records, mode: M) {
  const transaction = db.transaction(RECORDS, mode);
  underWay.add(transaction);
  const over = () => underWay.delete(transaction);
  transaction.done.then(over, over);
  return transaction;
}

function writeIn({ store }: IDBPTransaction<unknown, [typeof RECORDS], 'readwrite'>, writes: Writes): void {
  for (const [key, value] of Object.entries(writes)) {
    const request = value === undefined ? store.delete(key) : store.put(value, key);
    // Where it fails, the transaction does, and says so.
    request.catch(() => {});
  }
}

/** A transaction is over when its records are there for good: its own promise says so, that of a request does not. */
async function write(db: Records, writes: Writes): Promise<void> {
  const transaction = begin(db, 'readwrite');
  writeIn(transaction, writes);
  // Not left to the end of the task, which a page that goes may not reach.
  transaction.commit();
  await transaction.done;
}

/**
 * What the shared database held, for a folder that had none of its own: it stays there, since another folder may still
 * run a version that uses it.
 */
async function takeOver(db: Records): Promise<void> {
  if ((await begin(db, 'readonly').store.get(TAKEN_OVER)) !== undefined) return;
  const shared = await openDB(SHARED, undefined, {
    upgrade: (_, __, ___, transaction) => transaction.abort(),
  }).catch(() => undefined);
  const writes: Record<string, unknown> = { [TAKEN_OVER]: true };
  if (shared?.objectStoreNames.contains(RECORDS)) {
    const { store } = begin(shared, 'readonly');
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    keys.forEach((key, i) => {
      writes[String(key)] = values[i];
    });
  }
  shared?.close();
  await write(db, writes);
}

/** The browser's database, one object store of records. */
class Database implements Store {
  readonly #name = placeName(SHARED);
  #listener: ((event: StoreEvent) => void) | undefined;
  /** What happened before anybody listened. */
  #missed: StoreEvent | undefined;
  #opening: Promise<Records> | undefined;
  /** Once it is open: work that has to begin at once needs no turn of the event loop then. */
  #open: Records | undefined;
  /** While the page is left: until it is shown again. */
  #resting: Promise<void> | undefined;
  #wake = () => {};
  /** How often all was broken off. */
  #rests = 0;

  read(keys: readonly string[]): Promise<readonly unknown[]> {
    return this.#run((db) => {
      const { store } = begin(db, 'readonly');
      return Promise.all(keys.map((key) => store.get(key)));
    });
  }

  keys(prefix: string): Promise<readonly string[]> {
    return this.#run(async (db) => (await begin(db, 'readonly').store.getAllKeys(beginsWith(prefix))).map(String));
  }

  list(prefix: string): Promise<readonly (readonly [string, unknown])[]> {
    return this.#run(async (db) => {
      const { store } = begin(db, 'readonly');
      const range = beginsWith(prefix);
      const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
      return keys.map((key, i) => [String(key), values[i]] as const);
    });
  }

  async change(keys: readonly string[], plan: (found: readonly unknown[]) => Writes): Promise<void> {
    let refused: { readonly by: unknown } | undefined;
    await this.#run(async (db) => {
      const transaction = begin(db, 'readwrite');
      const { store, done } = transaction;
      const found = await Promise.all(keys.map((key) => store.get(key)));
      let writes: Writes;
      try {
        writes = plan(found);
      } catch (error) {
        refused = { by: error };
        transaction.abort();
        return;
      }
      writeIn(transaction, writes);
      await done;
    });
    if (refused) throw refused.by;
  }

  put(writes: Writes): Promise<void> {
    return this.#run((db) => write(db, writes), true);
  }

  rest(): void {
    this.#rests++;
    this.#resting ??= new Promise((resolve) => {
      this.#wake = resolve;
    });
    for (const transaction of underWay)
      try {
        transaction.abort();
      } catch {
        // It is being brought to its end.
      }
  }

  wake(): void {
    this.#resting = undefined;
    this.#wake();
  }

  onEvent(listener: (event: StoreEvent) => void): void {
    this.#listener = listener;
    if (this.#missed) listener(this.#missed);
    this.#missed = undefined;
  }

  #tell(event: StoreEvent): void {
    if (this.#listener) this.#listener(event);
    else this.#missed = event;
  }

  /** `isLast`: also while the page is left. */
  async #run<T>(work: (db: Records) => Promise<T>, isLast = false): Promise<T> {
    const carryOut = async (db: Records): Promise<T> => work(db);
    for (;;) {
      if (this.#resting && !isLast) await this.#resting;
      const rests = this.#rests;
      try {
        return await (this.#open ? carryOut(this.#open) : this.#opened().then(carryOut)).catch(
          async (error: unknown) => {
            if (nameOf(error) !== 'InvalidStateError') throw error;
            // The browser closed the database on its own, as some do when the page has slept: it is opened again, once.
            this.#close();
            return work(await this.#opened());
          },
        );
      } catch (error) {
        // Broken off by `rest`.
        if (this.#rests !== rests && !isLast && nameOf(error) === 'AbortError') continue;
        throw new StoreFailed(nameOf(error) === 'QuotaExceededError' ? 'full' : 'closed', error);
      }
    }
  }

  #opened(): Promise<Records> {
    this.#opening ??= this.#connect().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #connect(): Promise<Records> {
    const db = await openDB(this.#name, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore(RECORDS);
      },
      // Deleted, or brought to a newer form, elsewhere: that waits until this page lets go.
      blocking: (_, version, event) => {
        (event.target as IDBDatabase).close();
        this.#close();
        this.#tell(version === null ? 'lost' : 'newer');
      },
      terminated: () => {
        this.#close();
        this.#tell('lost');
      },
    });
    if (this.#name !== SHARED) await takeOver(db);
    this.#open = db;
    return db;
  }

  #close(): void {
    this.#open = undefined;
    this.#opening = undefined;
  }
}

let database: Database | undefined;

/** The one store of the page: what befalls it between its opening and its first save is not missed. */
export const openStore = (): Store => {
  database ??= new Database();
  return database;
};
