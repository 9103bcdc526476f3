import type { ReadonlySignal } from '@preact/signals-core';
import type { Outbox } from '../outbox';

/**
 * Texts wait as long as a form stands before the chat: the form begins it, and they follow in their order. The outbox
 * itself knows of no forms, as those come after the first message can be sent.
 */
export function holdOutbox(outbox: Outbox, isHeld: ReadonlySignal<boolean>): () => void {
  const next = outbox.next.bind(outbox);
  outbox.next = () => (isHeld.value ? undefined : next());
  return () => {
    outbox.next = next;
  };
}
