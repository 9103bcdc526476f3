import type { ReadonlySignal } from '@preact/signals-core';
import { batch, untracked } from '@preact/signals-core';
import type { ChatStateModel } from './chat-state';
import type { Outbox } from './outbox';
import type { Clock, Gateway } from './ports';
import type { Sync } from './sync';
import type { CustomId, OutboxItem } from './types';

// History may lag behind what was accepted, so one look is not enough before something is sent again.
const BETWEEN_LOOKS_MS = 3_000;

interface SenderParts {
  readonly gateway: Pick<Gateway, 'sendMessage'>;
  readonly clock: Clock;
  readonly chat: ChatStateModel;
  readonly outbox: Outbox;
  readonly sync: Pick<Sync, 'lookAgain'>;
  readonly isOnline: ReadonlySignal<boolean>;
}

/** Takes from the outbox and gives to the gateway, one after the other. */
export function createSender({ gateway, clock, chat, outbox, sync, isOnline }: SenderParts) {
  let isLooking = false;
  let cancelLook = () => {};

  async function send(item: OutboxItem): Promise<void> {
    const id = chat.id.peek();
    outbox.sending(item.customId);
    const outcome = await gateway.sendMessage(
      id ? { id, isActive: chat.activeId.peek() !== undefined } : undefined,
      item,
    );
    batch(() => {
      outbox.settle(item.customId, outcome);
      if (outcome.outcome === 'accepted') chat.goesOn(outcome.chatId);
    });
  }

  /** The sync after log-in was the first look, so this is the second. A look that found it has taken it away. */
  function lookBeforeSendingAgain(customId: CustomId): void {
    if (isLooking) return;
    isLooking = true;
    cancelLook = clock.after(BETWEEN_LOOKS_MS, () => {
      void sync.lookAgain().then((couldLook) => {
        isLooking = false;
        if (couldLook) outbox.requeue(customId);
        else if (isOnline.peek()) lookBeforeSendingAgain(customId);
      });
    });
  }

  return {
    /** Runs as an effect: again whenever the line or the outbox changes. */
    sendNext(): void {
      if (!isOnline.value) {
        cancelLook();
        isLooking = false;
        return;
      }
      const doubtful = outbox.inDoubt();
      const next = outbox.next();
      untracked(() => {
        if (doubtful) lookBeforeSendingAgain(doubtful.customId);
        else if (next) void send(next);
      });
    },
    dispose: () => cancelLook(),
  };
}
