type Heard = (() => void) | null;
type Row = { readonly customId: string; readonly file?: { readonly size: number } | undefined };

class Asked<T> {
  result!: T;
  error: Error | null = null;
  onupgradeneeded: Heard = null;
  onsuccess: Heard = null;
  onerror: Heard = null;
}

/** One store of an IndexedDB, as far as files need it. It outlives the pages that open it. */
export function fakeIndexedDb(rows: unknown[] = []) {
  const kept = new Map((rows as Row[]).map((row) => [row.customId, row]));
  let closeAll: (() => void)[] = [];
  let isMade = rows.length > 0;

  const disk = {
    kept: kept as ReadonlyMap<string, Row>,
    /** Bytes that one file may have. */
    room: Number.POSITIVE_INFINITY,
    /** What every attempt to open it ends with. */
    fault: undefined as Error | undefined,
    opened: 0,
    /** Somebody clears the storage of the origin. */
    wipe(): void {
      kept.clear();
      isMade = false;
      const closing = closeAll;
      closeAll = [];
      for (const close of closing) close();
    },
    factory: (): IDBFactory => ({ open, deleteDatabase }) as unknown as IDBFactory,
  };

  function open(): Asked<object> {
    const asked = new Asked<object>();
    queueMicrotask(() => {
      if (disk.fault) {
        asked.error = disk.fault;
        asked.onerror?.();
        return;
      }
      disk.opened += 1;
      asked.result = createDatabase();
      if (!isMade) asked.onupgradeneeded?.();
      asked.onsuccess?.();
    });
    return asked;
  }

  function deleteDatabase(): Asked<undefined> {
    const asked = new Asked<undefined>();
    queueMicrotask(() => {
      if (!disk.fault) disk.wipe();
      asked.error = disk.fault ?? null;
      (disk.fault ? asked.onerror : asked.onsuccess)?.();
    });
    return asked;
  }

  function createDatabase() {
    let isClosed = false;
    const database = {
      onversionchange: null as Heard,
      onclose: null as Heard,
      createObjectStore() {
        isMade = true;
      },
      transaction() {
        if (isClosed) throw new DOMException('The database connection is closing', 'InvalidStateError');
        return createTransaction();
      },
      close() {
        isClosed = true;
      },
    };
    closeAll.push(() => database.onversionchange?.());
    return database;
  }

  /** All that is asked of it is done in a microtask; what does not fit undoes nothing, for it is one thing only. */
  function createTransaction() {
    const transaction = {
      oncomplete: null as Heard,
      onabort: null as Heard,
      error: null as Error | null,
      objectStore: () => ({
        put: (row: Row) => act(() => put(row)),
        delete: (id: string) => act(() => kept.delete(id)),
        clear: () => act(() => kept.clear()),
        getAll: () => act(() => [...kept.values()]),
      }),
    };
    function act<T>(how: () => T): Asked<T> {
      const asked = new Asked<T>();
      queueMicrotask(() => {
        try {
          asked.result = how();
          transaction.oncomplete?.();
        } catch (error) {
          transaction.error = error as Error;
          transaction.onabort?.();
        }
      });
      return asked;
    }
    return transaction;
  }

  function put(row: Row): void {
    if ((row.file?.size ?? 0) > disk.room) throw new DOMException('Full', 'QuotaExceededError');
    kept.set(row.customId, row);
  }

  return disk;
}
