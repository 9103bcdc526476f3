import { type Outbox, readItems } from '../outbox';
import type { Store } from '../ports';
import type { CustomId } from '../types';

/**
 * What a page that is gone had stored and not sent, under that name: this one goes on with it. It goes where its time says,
 * but clocks may be set, so nobody's own order changes; and what is on its way is not overtaken. `sent`: it has arrived.
 */
export function adoptTexts(outbox: Outbox, store: Store, name: string, sent: ReadonlySet<CustomId | undefined>): void {
  const all = [...outbox.items.peek()];
  const known = new Set([...sent, ...all.map(({ customId }) => customId)]);
  const orphans = readItems(store, name).filter(({ customId }) => !known.has(customId));
  let from = all.findIndex(({ state }) => state === 'in-flight') + 1;
  for (const orphan of orphans) {
    const later = all.slice(from).findIndex(({ typedAt }) => typedAt > orphan.typedAt);
    const at = later < 0 ? all.length : from + later;
    all.splice(at, 0, orphan);
    from = at + 1;
  }
  if (orphans.length > 0) outbox.keep(all);
  if (outbox.isKept.peek()) store.remove(name);
}
