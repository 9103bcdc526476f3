import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { CustomerChanges } from '../gateway-rest';
import type { Outcome } from '../ports';
import type { PropertyPlace } from '../rest-updates';
import type { SessionCore } from '../session';
import type { GroupId, Properties } from '../types';
import { propertiesOf, propertyOf } from './properties';

interface Parts {
  readonly groupId: GroupId;
  /** They have waited for long. */
  readonly isUnanswered: ReadonlySignal<boolean>;
  readonly chatProperties: ReadonlySignal<Properties>;
  readonly update: (at: PropertyPlace, told: Properties) => Promise<Outcome>;
  readonly updateCustomer: (changes: CustomerChanges) => Promise<Outcome>;
}

/** Who writes while nobody is there, or nobody answers, gets the answer by e-mail, once an address is known. */
export function createFollowUp(
  core: SessionCore,
  { groupId, isUnanswered, chatProperties, update, updateCustomer }: Parts,
) {
  const { chat, users, groups, isOnline } = core;
  const asked = new Set<string>();

  const stop = effect(() => {
    const chatId = chat.activeId.value;
    const threadId = chat.threadId.value;
    const isAlone = users.agents.value.length === 0 && groups.value.get(groupId) === 'offline';
    const isWaiting = isAlone || isUnanswered.value;
    if (!chatId || !threadId || !isOnline.value || !isWaiting || !users.me.value?.email || asked.has(chatId)) return;
    asked.add(chatId);
    if (propertyOf(chatProperties.peek(), 'routing', 'email_follow_up') === true) return;
    void update({ chatId }, propertiesOf('routing', { email_follow_up: true }));
    if (isAlone) void update({ chatId, threadId }, propertiesOf('routing', { offline_message: true }));
  });

  return {
    async to(email: string): Promise<Outcome> {
      const outcome = await updateCustomer({ email });
      const me = users.me.peek();
      // Its push says the same again.
      if (outcome === 'done' && me) users.me.value = { ...me, email };
      return outcome;
    },
    dispose: stop,
  };
}
