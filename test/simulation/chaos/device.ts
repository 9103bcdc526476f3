import type { Store } from '../../../src/domain';
import { createStore } from '../../../src/host/app/environment';
import { createFileShelf } from '../../../src/host/app/file-shelf';
import type { OwnClock, WorldClock } from './clock';
import { createFileDisk, type FileDisk } from './file-disk';
import type { Sharing } from './sharing';

/** One browser: what its tabs share. */
export interface Device {
  readonly cookies: Map<string, string>;
  readonly disk: Disk;
  readonly files: FileDisk;
  /** What a page view sees of it. */
  open(page: OwnClock, view: string): Door;
  /** The page has ended. */
  gone(page: OwnClock): void;
}

/** The storage of one page view. */
export interface Door {
  readonly store: Store;
  /** Hears what other pages write. */
  readonly events: EventTarget;
  /** As `localStorage`, to list what is there. */
  readonly storage: () => Storage;
  readonly shelf: ReturnType<typeof createFileShelf>;
}

/** A `localStorage` that can be ill. */
export interface Disk {
  readonly kept: Map<string, string>;
  state: 'well' | 'full' | 'denied';
  /** When it last was not well, or was changed by somebody else. */
  troubleAt: number;
}

export const NAMESPACE = 'natter:test:';
const HEARD_WITHIN_MS = 20;

export function createDevice(clock: WorldClock, chance: () => number, sharing: Sharing): Device {
  const kept = new Map<string, string>();
  const disk: Disk = {
    kept,
    state: 'well',
    troubleAt: Number.NEGATIVE_INFINITY,
  };
  const files = createFileDisk(clock, chance, disk);
  const doors = new Map<OwnClock, EventTarget>();

  function storageOf(own: OwnClock): Storage {
    const tell = () => {
      for (const [page, events] of doors) {
        if (page === own) continue;
        clock.after(chance() * HEARD_WITHIN_MS, () => page.hear(() => void events.dispatchEvent(new Event('storage'))));
      }
    };
    return {
      getItem(name: string) {
        if (disk.state === 'denied') throw new Error('denied');
        return kept.get(name) ?? null;
      },
      setItem(name: string, text: string) {
        if (disk.state !== 'well') throw new Error(disk.state);
        if (kept.get(name) === text) return;
        kept.set(name, text);
        tell();
      },
      removeItem(name: string) {
        if (disk.state === 'denied') throw new Error('denied');
        if (kept.delete(name)) tell();
      },
    } as unknown as Storage;
  }

  return {
    cookies: new Map(),
    disk,
    files,
    open(page, view) {
      const events = new EventTarget();
      const storage = storageOf(page);
      doors.set(page, events);
      return {
        store: createStore(() => storage, NAMESPACE),
        events,
        storage() {
          if (disk.state === 'denied') throw new Error('denied');
          // Its own names are what it keeps.
          return Object.assign(Object.create(storage) as Storage, Object.fromEntries(kept));
        },
        shelf: createFileShelf({
          factory: () => files.factory(page),
          namespace: NAMESPACE,
          locks: sharing.forPage(page).locks,
          view,
        }),
      };
    },
    gone: (page) => void doors.delete(page),
  };
}
