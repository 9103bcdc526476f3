import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { ChatAtHand } from '../gateway-rest';
import type { Clock, Outcome, SendOutcome } from '../ports';
import type { SessionCore } from '../session';
import type { CustomId } from '../types';

// As for messages: history may lag behind what was accepted.
const BEFORE_LOOKING_MS = 3_000;
const MOST_ATTEMPTS = 5;

type DeliverParts = Pick<SessionCore, 'chat' | 'timeline' | 'sync' | 'isOnline'> & {
  readonly clock: Clock;
  readonly newCustomId: () => CustomId;
};

/**
 * Sends what is too large for the outbox, and keeps it as long as this page lives. What may have arrived is looked for
 * before it is sent again.
 */
export async function deliver(
  { chat, timeline, sync, isOnline, clock, newCustomId }: DeliverParts,
  send: (chat: ChatAtHand, customId: CustomId) => Promise<SendOutcome>,
): Promise<Outcome> {
  const customId = newCustomId();
  let isInDoubt = false;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    await until(isOnline);
    const couldLook = !isInDoubt || (await sync.lookAgain());
    if (timeline.sent.peek().has(customId)) return 'done';
    if (couldLook) {
      const id = chat.id.peek();
      const sent = await send(id && { id, isActive: chat.activeId.peek() === id }, customId);
      if (sent.outcome === 'refused') return 'refused';
      if (sent.outcome === 'accepted') {
        if (!chat.known.peek()) chat.goesOn(sent.chatId);
        return 'done';
      }
      isInDoubt ||= sent.outcome === 'unknown';
    }
    await new Promise<void>((resolve) => clock.after(BEFORE_LOOKING_MS, resolve));
  }
  return 'failed';
}

function until(isTrue: ReadonlySignal<boolean>): Promise<void> {
  let stop = () => {};
  return new Promise<void>((resolve) => {
    stop = effect(() => {
      if (isTrue.value) resolve();
    });
  }).then(() => stop());
}
