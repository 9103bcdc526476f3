import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { GatewayRest } from '../gateway-rest';
import type { Clock, Outcome, Store } from '../ports';
import type { SessionCore } from '../session';
import type { ChatRules } from '../session-rest';
import type { Chat, Greeting, GroupId, UserId } from '../types';
import type { TellDeed } from './deeds';
import { propertiesOf } from './properties';

const KEPT_AS = 'greetings-done';
const MOST_KEPT = 50;

interface GreetingParts {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly rules: ReadonlySignal<ChatRules>;
  readonly groupId: GroupId;
}

/** Shown until it is dismissed, replaced, or a chat begins; whoever dismissed it does not see it again on this device. */
export function createGreetings(
  { chat, groups, users }: Pick<SessionCore, 'chat' | 'groups' | 'users'>,
  gateway: GatewayRest,
  { store, clock, rules, groupId }: GreetingParts,
  tell: TellDeed,
) {
  const received = signal<Greeting | undefined>(undefined);
  const owner = signal<UserId | undefined>(undefined);
  /** The visitor was about to leave the page: what waited for that may be said. */
  const isLeaving = signal(false);
  const isHeld = computed(
    () => received.value?.isExitIntent === true && !received.value.isAccepted && !isLeaving.value,
  );
  const isHidden = computed(() => rules.value.hidesGreetingsOffline && groups.value.get(groupId) === 'offline');
  const isOfAnother = computed(() => owner.value !== undefined && owner.value !== users.me.value?.id);
  const isOut = computed(
    () => chat.activeId.value !== undefined || isHeld.value || isHidden.value || isOfAnother.value,
  );
  const shown = computed(() => (isOut.value ? undefined : received.value));
  let done = readDone(store);

  function forget(uniqueId: string): void {
    if (received.peek()?.uniqueId !== uniqueId) return;
    const greeting = shown.peek();
    received.value = undefined;
    if (greeting) tell({ kind: 'greeting-hidden', greeting });
  }

  /** For good. Other tabs read it where it is kept. */
  function finish(uniqueId: string): void {
    done = [...readDone(store).filter((other) => other !== uniqueId), uniqueId].slice(-MOST_KEPT);
    store.write(KEPT_AS, done);
    forget(uniqueId);
  }

  function markAccepted(uniqueId: string): void {
    const greeting = received.peek();
    if (greeting?.uniqueId === uniqueId) received.value = { ...greeting, isAccepted: true };
  }

  return {
    greeting: shown,
    awaitsLeaving: computed(() => isHeld.value && !chat.activeId.value),
    visitorLeaves(): void {
      isLeaving.value = true;
    },
    receive(greeting: Greeting): void {
      const { uniqueId } = greeting;
      if (received.peek()?.uniqueId === uniqueId) return;
      // Nobody is greeted in the middle of a chat, or again. The service may not have heard it the first time.
      if (chat.activeId.peek() || done.includes(uniqueId)) void gateway.cancelGreeting(uniqueId);
      else {
        forget(received.peek()?.uniqueId ?? '');
        owner.value = users.me.peek()?.id;
        received.value = greeting;
        if (!greeting.isAccepted) tell({ kind: 'greeting-received', greeting, at: clock.now() });
      }
    },
    forget,
    markAccepted,
    /** Another tab may have dismissed it. */
    lookAgain(): void {
      done = readDone(store);
      for (const uniqueId of done) forget(uniqueId);
    },
    async accept(greeting: Greeting): Promise<Outcome> {
      const { id, uniqueId, isAccepted } = greeting;
      if (isAccepted) return 'done';
      tell({ kind: 'greeting-displayed', greeting });
      markAccepted(uniqueId);
      return gateway.acceptGreeting(id, uniqueId);
    },
    cancel({ uniqueId }: Greeting): Promise<Outcome> {
      finish(uniqueId);
      return gateway.cancelGreeting(uniqueId);
    },
    /** The chat has begun under it: the thread says so, and the greeting has done its work. */
    chatStarted({ id: chatId, thread }: Chat): void {
      const greeting = received.peek();
      const wasHeld = isHeld.peek() || isOfAnother.peek();
      received.value = undefined;
      if (!greeting || !thread || wasHeld) return;
      finish(greeting.uniqueId);
      const told = propertiesOf('lc2', { greeting_id: greeting.id, greeting_unique_id: greeting.uniqueId });
      void gateway.updateProperties({ chatId, threadId: thread.id }, told);
    },
    /** What came before a chat is no news after it. */
    chatEnded(): void {
      received.value = undefined;
    },
  };
}

function readDone(store: Store): readonly string[] {
  const kept = store.read(KEPT_AS);
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(-MOST_KEPT) : [];
}
