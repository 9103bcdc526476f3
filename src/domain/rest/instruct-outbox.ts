import type { ReadonlySignal } from '@preact/signals-core';
import type { Outbox } from '../outbox';
import { splitText } from './split-text';

/**
 * Texts wait as long as a form stands before the chat: the form begins it, and they follow in their order. Long ones
 * become several. The outbox itself knows of neither, as both come after the first message can be sent.
 */
export function instructOutbox(
  outbox: Outbox,
  isHeld: ReadonlySignal<boolean>,
  /** Not all that is typed is for others. */
  told: (text: string) => string = (text) => text,
): () => void {
  const { partsOf } = outbox;
  outbox.isHeld = isHeld;
  outbox.partsOf = (text) => splitText(told(text));
  return () => {
    outbox.isHeld = undefined;
    outbox.partsOf = partsOf;
  };
}
