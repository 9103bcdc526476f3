import { computed, signal } from '@preact/signals-core';
import { isAfter } from './place';
import type { Agent, Customer, Place, User, UserId } from './types';

/** Everybody we have heard of in this chat, and which of them is our own customer. */
export function createUsers() {
  const me = signal<Customer | undefined>(undefined);
  const byId = signal<ReadonlyMap<UserId, User>>(new Map());

  const agents = computed(() =>
    [...byId.value.values()].filter((user): user is Agent => user.kind === 'agent' && user.isPresent),
  );
  /** How far any agent has read. */
  const seenByAgents = computed(() => {
    let furthest: Place | undefined;
    for (const user of byId.value.values()) {
      if (user.kind === 'agent' && user.seenUpTo && isAfter(user.seenUpTo, furthest)) furthest = user.seenUpTo;
    }
    return furthest;
  });

  function set(user: User): void {
    const known = byId.peek().get(user.id)?.seenUpTo;
    const seenUpTo = isAfter(user.seenUpTo, known) ? user.seenUpTo : known;
    byId.value = new Map(byId.peek()).set(user.id, { ...user, seenUpTo });
    const self = me.peek();
    if (self?.id === user.id && user.kind === 'customer') {
      me.value = { ...self, name: user.name ?? self.name, email: user.email ?? self.email };
    }
  }

  return {
    me,
    byId,
    agents,
    seenByAgents,
    set,

    /** Takes the list of a chat as the whole truth about who is there. Those who left stay known, for their names. */
    setAll(users: readonly User[]): void {
      const left = [...byId.peek().values()].map((user) => [user.id, { ...user, isPresent: false }] as const);
      byId.value = new Map(left);
      for (const user of users) set(user);
    },
    remove(userId: UserId): void {
      const user = byId.peek().get(userId);
      if (user) byId.value = new Map(byId.peek()).set(userId, { ...user, isPresent: false });
    },
    sawUpTo(userId: UserId, upTo: Place): void {
      const user = byId.peek().get(userId);
      if (user && isAfter(upTo, user.seenUpTo))
        byId.value = new Map(byId.peek()).set(userId, { ...user, seenUpTo: upTo });
    },
    clear(): void {
      byId.value = new Map();
    },
    agent(id: UserId): Agent | undefined {
      const user = byId.value.get(id);
      return user?.kind === 'agent' ? user : undefined;
    },
    nameOf(id: UserId): string | undefined {
      return byId.value.get(id)?.name;
    },
  };
}
export type Users = ReturnType<typeof createUsers>;
