import type { TabSharing } from '../../connection';
import type { FileShelf, KeptFile } from '../../domain';

interface ShelfParts {
  /** May throw. */
  readonly factory: () => IDBFactory;
  readonly namespace: string;
  readonly locks: TabSharing['locks'];
  /** Of this page. */
  readonly view: string;
}

type Stored = KeptFile & { readonly view: string };

/** Somebody logs out, here or elsewhere: nothing is kept any more. */
interface OpenShelf extends FileShelf {
  /** All that this browser has, of whomever. */
  clear(): void;
  /** What this page had: of what others have, some may be of whoever has come since. */
  clearOwn(): void;
}

/**
 * Files in IndexedDB, each with the page that it belongs to. A page holds a lock as long as it has any there; whoever gets
 * that lock knows that the page is gone, and takes what it has left.
 */
export function createFileShelf({ factory, namespace, locks, view }: ShelfParts): OpenShelf {
  const lockOf = (whose: string) => `${namespace}files${whose}`;
  const mine = new Set<string>();
  let opened: Promise<IDBDatabase> | undefined;
  let letGo: (() => void) | undefined;
  let held: Promise<void> | undefined;
  let isCleared = false;

  const name = `${namespace}files`;

  function open(): Promise<IDBDatabase> {
    opened ??= new Promise((resolve, reject) => {
      const request = factory().open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('files', { keyPath: 'customId' });
      request.onsuccess = () => {
        const database = request.result;
        const forget = () => {
          opened = undefined;
        };
        // Who clears storage is not held up; what is kept after that goes into a new one.
        database.onversionchange = () => {
          database.close();
          forget();
        };
        database.onclose = forget;
        resolve(database);
      };
      request.onerror = () => reject(request.error);
    });
    // What is denied now may be allowed later.
    opened.catch(() => {
      opened = undefined;
    });
    return opened;
  }

  async function use<T>(act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await open()).transaction('files', 'readwrite');
    const request = act(transaction.objectStore('files'));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  /** Ends well when the lock is ours. */
  function hold(): Promise<void> {
    held ??= new Promise((resolve, reject) => {
      const ended = new Promise<void>((end) => {
        letGo = end;
      });
      const kept = () => {
        resolve();
        return ended;
      };
      locks.request(lockOf(view), {}, kept).catch(reject);
    });
    return held;
  }

  function release(): void {
    letGo?.();
    letGo = undefined;
    held = undefined;
  }

  async function store(kept: KeptFile): Promise<void> {
    mine.add(kept.customId);
    await hold();
    // Meanwhile, or whatever else is still under way.
    if (isCleared) return;
    const named: Stored = { ...kept, view };
    // Without room for the file there may be some for its name.
    await use((files) => files.put(named)).catch(() => use((files) => files.put({ ...named, file: undefined })));
  }

  async function remove(customId: KeptFile['customId']): Promise<void> {
    const isLast = mine.delete(customId) && mine.size === 0;
    await use((files) => files.delete(customId)).catch(() => {});
    if (isLast && mine.size === 0) release();
  }

  function end(clear: () => Promise<unknown>): void {
    isCleared = true;
    mine.clear();
    clear()
      .catch(() => {})
      .finally(release);
  }

  const read = async (): Promise<readonly Stored[]> => (await use((files) => files.getAll())).filter(isReadable);

  return {
    put: (kept) => store(kept).catch(() => {}),
    remove: async (customId) => {
      // Nothing is opened for what was never kept.
      if (mine.has(customId)) await remove(customId);
    },
    inherit(owner, hear) {
      const over = new AbortController();
      // Our own as well: while another customer was here, nobody had them.
      const isLeft = (kept: Stored) => kept.owner === owner && !mine.has(kept.customId);
      const take = async (whose: string) => {
        const left = (await read()).filter((kept) => isLeft(kept) && kept.view === whose);
        if (over.signal.aborted) return;
        for (const kept of left) await store(kept);
        hear(left);
      };
      const takeOwn = async () => {
        await hold();
        await take(view);
        if (mine.size === 0) release();
      };
      read()
        .then((all) => {
          for (const whose of new Set(all.filter(isLeft).map((kept) => kept.view))) {
            if (whose === view) takeOwn().catch(() => {});
            else locks.request(lockOf(whose), { signal: over.signal }, () => take(whose)).catch(() => {});
          }
        })
        .catch(() => {});
      return () => {
        over.abort();
        mine.clear();
        release();
      };
    },
    // Both are asked for at once, as this page may be about to go.
    clear: () =>
      end(
        () =>
          new Promise((resolve, reject) => {
            const request = factory().deleteDatabase(name);
            request.onsuccess = resolve;
            request.onerror = reject;
          }),
      ),
    clearOwn() {
      const own = [...mine];
      end(() => Promise.all(own.map((customId) => use((files) => files.delete(customId)))));
    },
  };
}

/** Of another version, or damaged: it is left out, and harms nothing else. */
function isReadable(raw: unknown): raw is Stored {
  const { owner, view, name, size, type, at } = Object(raw) as Record<string, unknown>;
  return [owner, view, name, type].every((text) => typeof text === 'string') && Number(size) >= 0 && Number(at) > 0;
}
