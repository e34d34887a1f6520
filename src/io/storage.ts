import { createStore, promisifyRequest } from 'idb-keyval';
import { type Store, StoreFailed, type Writes } from './store.ts';

const DATABASE = 'foresheet';

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

/** The end of a transaction: only then is what was written there for good. */
const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
  });

const beginsWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

const keysOf = async (store: IDBObjectStore, prefix: string): Promise<readonly string[]> =>
  (await promisifyRequest(store.getAllKeys(beginsWith(prefix)))).map(String);

function write(store: IDBObjectStore, writes: Writes): void {
  for (const [key, value] of Object.entries(writes)) {
    if (value === undefined) store.delete(key);
    else store.put(value, key);
  }
}

/** What a plan threw: its transaction is taken back, and who called is told the same. */
class PlanThrew {
  constructor(readonly error: unknown) {}
}

/** The browser's database, one object store of records. */
class Database implements Store {
  #use = createStore(DATABASE, 'records');

  read(keys: readonly string[]): Promise<readonly unknown[]> {
    return this.#run('readonly', (store) => Promise.all(keys.map((key) => promisifyRequest(store.get(key)))));
  }

  keys(prefix: string): Promise<readonly string[]> {
    return this.#run('readonly', (store) => keysOf(store, prefix));
  }

  list(prefix: string): Promise<readonly (readonly [string, unknown])[]> {
    return this.#run('readonly', async (store) => {
      const [keys, values] = await Promise.all([
        keysOf(store, prefix),
        promisifyRequest<unknown[]>(store.getAll(beginsWith(prefix))),
      ]);
      return keys.map((key, i) => [key, values[i]] as const);
    });
  }

  change(keys: readonly string[], plan: (found: readonly unknown[]) => Writes): Promise<void> {
    return this.#run('readwrite', async (store) => {
      const end = ended(store.transaction);
      let thrown: PlanThrew | undefined;
      const found: unknown[] = [];
      const carryOut = () => {
        try {
          write(store, plan(found));
        } catch (error) {
          thrown = new PlanThrew(error);
          store.transaction.abort();
        }
      };
      keys.forEach((key, i) => {
        const request = store.get(key);
        request.onsuccess = () => {
          found[i] = request.result;
          // Requests of a transaction are answered in their order.
          if (i === keys.length - 1) carryOut();
        };
      });
      if (keys.length === 0) carryOut();
      await end.catch((error: unknown) => {
        throw thrown ?? error;
      });
    });
  }

  put(writes: Writes): Promise<void> {
    return this.#run('readwrite', (store) => {
      const end = ended(store.transaction);
      write(store, writes);
      // Not left to the end of the task, which a page that goes may not reach.
      store.transaction.commit?.();
      return end;
    });
  }

  async #run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
    try {
      return await this.#use(mode, work).catch((error: unknown) => {
        if (nameOf(error) !== 'InvalidStateError') throw error;
        // The browser closed the database on its own, as some do when the page has slept: it is opened again, once.
        this.#use = createStore(DATABASE, 'records');
        return this.#use(mode, work);
      });
    } catch (error) {
      if (error instanceof PlanThrew) throw error.error;
      throw new StoreFailed(nameOf(error) === 'QuotaExceededError' ? 'full' : 'closed', error);
    }
  }
}

export const openStore = (): Store => new Database();
