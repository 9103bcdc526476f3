import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { ChatAtHand } from '../gateway-rest';
import type { Clock, Outcome, SendOutcome } from '../ports';
import type { SessionCore } from '../session';
import type { CancelSignal } from '../session-rest';
import type { CustomId } from '../types';

// As for messages: history may lag behind what was accepted.
const BEFORE_LOOKING_MS = 3_000;
const MOST_ATTEMPTS = 5;

type DeliverParts = Pick<SessionCore, 'chat' | 'timeline' | 'sync' | 'isOnline'> & {
  readonly clock: Clock;
  readonly newCustomId: () => CustomId;
};

/** One thing to deliver, over all attempts. */
export interface Delivery {
  readonly customId: CustomId;
  /** It may have arrived. */
  isInDoubt: boolean;
  /** A page that is gone may have sent it just now: history may lag behind it. */
  isFromBefore?: boolean;
}

/**
 * Sends what is too large for the outbox; who calls it keeps it. What may have arrived is looked for
 * before it is sent again. After `cancel` nothing is begun, and nothing waited for.
 */
export async function deliver(
  { chat, timeline, sync, isOnline, clock, newCustomId }: DeliverParts,
  send: (chat: ChatAtHand, customId: CustomId) => Promise<SendOutcome>,
  delivery: Delivery = { customId: newCustomId(), isInDoubt: false },
  cancel?: CancelSignal,
): Promise<Outcome> {
  const { customId } = delivery;
  let cancelPause = () => {};
  const cancelled = new Promise<void>((resolve) => {
    cancel?.addEventListener(
      'abort',
      () => {
        cancelPause();
        resolve();
      },
      { once: true },
    );
  });
  const paused = () =>
    new Promise<void>((resolve) => {
      cancelPause = clock.after(BEFORE_LOOKING_MS, resolve);
    });
  const pause = async () => {
    if (!cancel?.aborted) await Promise.race([cancelled, paused()]);
  };
  for (let attempt = 1; attempt <= MOST_ATTEMPTS && !cancel?.aborted; attempt += 1) {
    await until(isOnline, cancelled);
    if (delivery.isFromBefore && !timeline.sent.peek().has(customId)) await pause();
    delivery.isFromBefore = false;
    const couldLook = !delivery.isInDoubt || (await sync.lookAgain());
    if (timeline.sent.peek().has(customId)) return 'done';
    if (cancel?.aborted) break;
    if (couldLook) {
      const id = chat.id.peek();
      const sent = await send(id && { id, isActive: chat.activeId.peek() === id }, customId);
      if (sent.outcome === 'refused') return 'refused';
      if (sent.outcome === 'accepted') {
        if (!chat.known.peek()) chat.goesOn(sent.chatId);
        return 'done';
      }
      delivery.isInDoubt ||= sent.outcome === 'unknown';
    }
    await pause();
  }
  return 'failed';
}

async function until(isTrue: ReadonlySignal<boolean>, cancelled: Promise<void>): Promise<void> {
  let stop = () => {};
  const isSo = new Promise<void>((resolve) => {
    stop = effect(() => {
      if (isTrue.value) resolve();
    });
  });
  await Promise.race([isSo, cancelled]);
  stop();
}
