import type { Store } from '../../src/domain';

/** A store in memory; `isBroken` makes it refuse to write. */
export function fakeStore(
  kept: Map<string, string> = new Map(),
): Store & { isBroken: boolean; kept: Map<string, string> } {
  const store = {
    isBroken: false,
    kept,
    read: (name: string) => (kept.has(name) ? (JSON.parse(kept.get(name)!) as unknown) : undefined),
    write(name: string, value: unknown) {
      if (!store.isBroken) kept.set(name, JSON.stringify(value));
      return !store.isBroken;
    },
    remove: (name: string) => void kept.delete(name),
  };
  return store;
}
