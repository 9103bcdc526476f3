import type { Clock, Store } from '../ports';
import type { Users } from '../users';

const NAME = 'forms';
const KEPT_MS = 24 * 60 * 60_000;

interface Kept {
  readonly at: number;
  readonly ownerId: unknown;
  readonly answers: unknown;
}

/** Half-filled forms by a name that whoever draws them chooses. What comes out is as foreign as all that is stored. */
export interface FormDrafts {
  read(name: string): unknown;
  write(name: string, answers: unknown): void;
  remove(name: string): void;
}

/** Survive a reload, for a day, and are nobody else's. */
export function createFormDrafts(clock: Clock, store: Store, users: Pick<Users, 'me'>): FormDrafts {
  const ownerId = () => users.me.peek()?.id;

  function all(): Map<string, Kept> {
    const stored = Object.entries(Object(store.read(NAME)) as Record<string, Partial<Kept> | null>);
    return new Map(
      stored.flatMap(([name, kept]): [string, Kept][] => {
        const { at, ownerId: owner, answers } = kept ?? {};
        const isGood = typeof at === 'number' && clock.now() - at < KEPT_MS && owner === ownerId();
        return isGood ? [[name, { at, ownerId: owner, answers }]] : [];
      }),
    );
  }

  function keep(drafts: ReadonlyMap<string, Kept>): void {
    if (drafts.size === 0) store.remove(NAME);
    else store.write(NAME, Object.fromEntries(drafts));
  }

  return {
    read: (name) => all().get(name)?.answers,
    write: (name, answers) => keep(all().set(name, { at: clock.now(), ownerId: ownerId(), answers })),
    remove(name) {
      const drafts = all();
      if (drafts.delete(name)) keep(drafts);
    },
  };
}
