import { type ReadonlySignal, signal } from '@preact/signals-core';

/** Something that is fetched while the rest already works. */
export interface Later<T> {
  /** Undefined until it is there. */
  readonly part: ReadonlySignal<T | undefined>;
  /** Does nothing while it comes, or when it is there; tries again when it could not be had. */
  readonly load: () => void;
}

export function createLater<T>(fetch: () => Promise<T | undefined>, onError: (error: unknown) => void): Later<T> {
  const part = signal<T | undefined>(undefined);
  let isPending = false;
  return {
    part,
    load() {
      if (isPending || part.peek()) return;
      isPending = true;
      fetch()
        .then((fetched) => {
          part.value = fetched;
        }, onError)
        .finally(() => {
          isPending = false;
        });
    },
  };
}
