import { signal } from '@preact/signals-core';
import type { Ports, SendOutcome, Store } from './ports';
import type { CustomId, EventId, OutboxItem, Refusal, UserId } from './types';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * What the visitor sent and the server has not confirmed. First in, first out, one at a time; what was refused does not
 * hold up the rest, and what may have arrived is not sent again before somebody looked.
 */
export function createOutbox(ports: Pick<Ports, 'store' | 'clock' | 'random' | 'newCustomId' | 'diagnostics'>) {
  const owner = signal<UserId | undefined>(undefined);
  const items = signal<readonly OutboxItem[]>(readItems(ports.store, nameFor(undefined)));
  /** True while we wait because the server asked us to. */
  const isPausing = signal(false);
  let failures = 0;
  let cancelPause = () => {};

  function keep(next: readonly OutboxItem[]): void {
    items.value = next;
    const unconfirmed = next.filter((item) => item.state !== 'accepted');
    if (!ports.store.write(nameFor(owner.peek()), unconfirmed)) ports.diagnostics.report('outbox not stored');
  }

  function change(customId: CustomId, changed: (item: OutboxItem) => OutboxItem): void {
    keep(items.peek().map((item) => (item.customId === customId ? changed(item) : item)));
  }

  function remove(customId: CustomId): void {
    if (items.peek().some((item) => item.customId === customId)) {
      keep(items.peek().filter((item) => item.customId !== customId));
    }
  }

  function pause(): void {
    failures += 1;
    const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
    isPausing.value = true;
    cancelPause = ports.clock.after(ports.random() * ceiling, () => {
      isPausing.value = false;
    });
  }

  return {
    items,
    isPausing,

    add(text: string): CustomId {
      const customId = ports.newCustomId();
      keep([...items.peek(), { customId, text, typedAt: ports.clock.now(), state: 'queued' }]);
      return customId;
    },

    /** The next to send, if it is its turn. Nothing overtakes what is on its way or in doubt. */
    next(): OutboxItem | undefined {
      if (isPausing.value) return undefined;
      const first = items.value.find((item) => item.state !== 'refused' && item.state !== 'accepted');
      return first?.state === 'queued' ? first : undefined;
    },

    inDoubt: (): OutboxItem | undefined => items.value.find((item) => item.state === 'unknown'),

    sending(customId: CustomId): void {
      change(customId, (item) => base(item, 'in-flight'));
    },

    /** The response, the push and the history may each bring the news, in any order, and more than once. */
    accept(customId: CustomId, eventId: EventId): void {
      failures = 0;
      change(customId, (item) => ({ ...base(item, 'queued'), state: 'accepted', eventId }));
    },

    settle(customId: CustomId, outcome: SendOutcome): void {
      const item = items.peek().find((one) => one.customId === customId);
      // The echo may have been quicker than the answer.
      if (item?.state !== 'in-flight') return;
      if (outcome.outcome === 'accepted' && outcome.eventId) this.accept(customId, outcome.eventId);
      else if (outcome.outcome === 'refused') refuse(customId, outcome.reason);
      else if (outcome.outcome === 'not-now') {
        change(customId, () => base(item, 'queued'));
        pause();
      } else change(customId, () => base(item, 'unknown'));
    },

    /** Somebody looked, and the server does not have it. */
    requeue(customId: CustomId): void {
      change(customId, (item) => (item.state === 'unknown' || item.state === 'refused' ? base(item, 'queued') : item));
    },

    remove,

    /** Its event is in the timeline now, which shows it from here on. */
    confirm: remove,

    /** What was typed before anybody was known belongs to the first customer; nobody else's is shown or sent. */
    belongTo(customer: UserId): void {
      if (owner.peek() === customer) return;
      const anonymous = owner.peek() === undefined ? items.peek() : [];
      ports.store.remove(nameFor(undefined));
      owner.value = customer;
      const kept = readItems(ports.store, nameFor(customer));
      const known = new Set(kept.map((item) => item.customId));
      keep([...kept, ...anonymous.filter((item) => !known.has(item.customId))]);
    },

    dispose: () => cancelPause(),
  };

  function refuse(customId: CustomId, reason: Refusal): void {
    change(customId, (item) => ({ ...base(item, 'queued'), state: 'refused', reason }));
  }
}
export type Outbox = ReturnType<typeof createOutbox>;

function base(item: OutboxItem, state: 'queued' | 'in-flight' | 'unknown'): OutboxItem {
  return { customId: item.customId, text: item.text, typedAt: item.typedAt, state };
}

function nameFor(customer: UserId | undefined): string {
  return `outbox:${customer ?? 'new'}`;
}

/** What was on its way when the page went may have arrived: it is in doubt. What cannot be read is left out. */
function readItems(store: Store, name: string): readonly OutboxItem[] {
  const stored = store.read(name);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((raw: unknown): OutboxItem[] => {
    const { customId, text, typedAt, state } = (raw ?? {}) as Record<string, unknown>;
    if (typeof customId !== 'string' || typeof text !== 'string' || typeof typedAt !== 'number') return [];
    const item = { customId: customId as CustomId, text, typedAt };
    if (state === 'refused') return [{ ...item, state, reason: 'other' }];
    return [{ ...item, state: state === 'queued' ? 'queued' : 'unknown' }];
  });
}
