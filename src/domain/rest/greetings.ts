import { computed, signal } from '@preact/signals-core';
import type { GatewayRest } from '../gateway-rest';
import type { Outcome } from '../ports';
import type { SessionCore } from '../session';
import type { Chat, Greeting } from '../types';
import { propertiesOf } from './properties';

/** Shown until it is dismissed, replaced, or a chat begins; whoever dismissed it does not see it again. */
export function createGreetings({ chat }: Pick<SessionCore, 'chat'>, gateway: GatewayRest) {
  const received = signal<Greeting | undefined>(undefined);
  const dismissed = new Set<string>();

  function forget(uniqueId: string): void {
    if (received.peek()?.uniqueId === uniqueId) received.value = undefined;
  }

  function markAccepted(uniqueId: string): void {
    const greeting = received.peek();
    if (greeting?.uniqueId === uniqueId) received.value = { ...greeting, isAccepted: true };
  }

  return {
    greeting: computed(() => (chat.activeId.value ? undefined : received.value)),
    receive(greeting: Greeting): void {
      const isShown = received.peek()?.uniqueId === greeting.uniqueId;
      if (!isShown && !dismissed.has(greeting.uniqueId)) received.value = greeting;
    },
    forget,
    markAccepted,
    async accept({ id, uniqueId, isAccepted }: Greeting): Promise<Outcome> {
      if (isAccepted) return 'done';
      markAccepted(uniqueId);
      return gateway.acceptGreeting(id, uniqueId);
    },
    cancel({ uniqueId }: Greeting): Promise<Outcome> {
      dismissed.add(uniqueId);
      forget(uniqueId);
      return gateway.cancelGreeting(uniqueId);
    },
    /** The chat has begun under it: the thread says so, and the greeting has done its work. */
    chatStarted({ id: chatId, thread }: Chat): void {
      const greeting = received.peek();
      received.value = undefined;
      if (!greeting || !thread) return;
      const told = propertiesOf('lc2', { greeting_id: greeting.id, greeting_unique_id: greeting.uniqueId });
      void gateway.updateProperties({ chatId, threadId: thread.id }, told);
    },
  };
}
