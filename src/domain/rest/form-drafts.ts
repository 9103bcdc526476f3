import type { Clock, Store } from '../ports';
import type { Users } from '../users';

const NAME = 'forms';
const KEPT_MS = 24 * 60 * 60_000;

interface Kept {
  readonly at: number;
  readonly answers: unknown;
}

/** Half-filled forms by a name that whoever draws them chooses. What comes out is as foreign as all that is stored. */
export interface FormDrafts {
  read(name: string): unknown;
  write(name: string, answers: unknown): void;
  remove(name: string): void;
}

/** Survive a reload, for a day, and wait for whoever filled them: others neither read nor replace them. */
export function createFormDrafts(clock: Clock, store: Store, users: Pick<Users, 'me'>): FormDrafts {
  const ownerId = () => users.me.peek()?.id;
  const keyOf = (name: string) => ofNobody(name) + (ownerId() ?? '');

  function all(): Map<string, Kept> {
    const stored = Object.entries(Object(store.read(NAME)) as Record<string, Partial<Kept> | null>);
    return new Map(
      stored.flatMap(([key, kept]): [string, Kept][] => {
        const { at, answers } = kept ?? {};
        return typeof at === 'number' && clock.now() - at < KEPT_MS ? [[key, { at, answers }]] : [];
      }),
    );
  }

  function keep(drafts: ReadonlyMap<string, Kept>): void {
    if (drafts.size === 0) store.remove(NAME);
    else store.write(NAME, Object.fromEntries(drafts));
  }

  /** All but what nobody in particular, or who is here now, has begun of it. */
  function others(name: string): Map<string, Kept> {
    const drafts = all();
    for (const key of [keyOf(name), ofNobody(name)]) drafts.delete(key);
    return drafts;
  }

  return {
    read(name) {
      const drafts = all();
      return (drafts.get(keyOf(name)) ?? drafts.get(ofNobody(name)))?.answers;
    },
    write: (name, answers) => keep(others(name).set(keyOf(name), { at: clock.now(), answers })),
    remove: (name) => keep(others(name)),
  };
}

/** Begun before it was known who is here: whoever comes next is who began it. */
const ofNobody = (name: string) => `${name}:`;
