import { type Outbox, readItems } from '../outbox';
import type { Store } from '../ports';

/** What a page that is gone had stored and not sent, under that name: this one goes on with it. */
export function adoptTexts(outbox: Outbox, store: Store, name: string): void {
  const own = outbox.items.peek();
  const held = new Set(own.map(({ customId }) => customId));
  const orphans = readItems(store, name).filter(({ customId }) => !held.has(customId));
  if (orphans.length > 0) outbox.keep([...own, ...orphans].sort((a, b) => a.typedAt - b.typedAt));
  if (outbox.isKept.peek()) store.remove(name);
}
