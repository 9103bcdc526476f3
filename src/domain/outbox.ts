import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Ports, SendOutcome, Store } from './ports';
import type { CustomId, OutboxItem, Postback, Refusal, UserId } from './types';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * What the visitor sent and the server has not confirmed. First in, first out, one at a time; what was refused does not
 * hold up the rest, and what may have arrived is not sent again before somebody looked.
 */
export function createOutbox(ports: Pick<Ports, 'store' | 'clock' | 'random' | 'newCustomId' | 'view'>) {
  const nameFor = (customer: UserId | undefined) => `outbox:${customer ?? 'new'}${ports.view?.name ?? ''}`;
  const owner = signal<UserId | undefined>(undefined);
  const items = signal<readonly OutboxItem[]>(readItems(ports.store, nameFor(undefined)));
  /** We wait because the server asked us to. */
  const isPausing = signal(false);
  /** It would outlive this page. */
  const isKept = signal(true);
  let failures = 0;
  let cancelPause = () => {};

  function keep(next: readonly OutboxItem[]): void {
    // Whoever hears of it may change the name.
    const name = nameFor(owner.peek());
    items.value = next;
    const unconfirmed = next.filter((item) => item.state !== 'accepted');
    if (unconfirmed.length === 0) ports.store.remove(name);
    isKept.value = unconfirmed.length === 0 || ports.store.write(name, unconfirmed);
  }

  function become(customId: CustomId, state: Step, ...from: OutboxItem['state'][]): void {
    keep(
      items.peek().map((item) => {
        const isMeant = item.customId === customId && from.includes(item.state);
        return isMeant ? ({ ...item, ...state } as OutboxItem) : item;
      }),
    );
  }

  function forget(known: ReadonlySet<CustomId | undefined>): void {
    const rest = items.peek().filter(({ customId }) => !known.has(customId));
    if (rest.length < items.peek().length) keep(rest);
  }

  function pause(): void {
    failures += 1;
    isPausing.value = true;
    const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
    cancelPause = ports.clock.after(ports.random() * ceiling, () => {
      isPausing.value = false;
    });
  }

  const outbox = {
    items,
    keep,
    isKept,
    /** Set by the rest: something stands before the chat, and what is said follows it. */
    isHeld: undefined as ReadonlySignal<boolean> | undefined,
    /** Set by the rest: a text in as many messages as it needs. */
    partsOf: (text: string): readonly string[] => [text],

    /** `postback`: it is said by pressing a button. */
    add(text: string, postback?: Postback): void {
      const typedAt = ports.clock.now();
      const parts = outbox.partsOf(text);
      keep([
        ...items.peek(),
        ...parts.map((part) => ({
          customId: ports.newCustomId(),
          text: part,
          postback,
          typedAt,
          state: 'queued' as const,
        })),
      ]);
    },

    /** The next to send, if it is its turn. Nothing overtakes what is on its way or in doubt. */
    next(): OutboxItem | undefined {
      if (isPausing.value || outbox.isHeld?.value) return undefined;
      const first = items.value.find(({ state }) => state !== 'refused' && state !== 'accepted');
      // Whether what may be the number of a card is for others, the rest finds out.
      return first?.state === 'queued' && (outbox.isHeld || !/\d([ -]?\d){12}/.test(first.text)) ? first : undefined;
    },

    inDoubt: (): OutboxItem | undefined => items.value.find(({ state }) => state === 'unknown'),

    sending: (customId: CustomId) => become(customId, { state: 'in-flight' }, 'queued'),

    /** The answer. The event itself may have been quicker, and then there is nothing to settle any more. */
    settle(customId: CustomId, sent: SendOutcome): void {
      if (sent.outcome === 'not-now') pause();
      else failures = 0;
      become(customId, afterwards(sent), 'in-flight');
    },

    /** Somebody looked, and the server does not have it; or the visitor wants it to be tried again. */
    requeue: (customId: CustomId) => become(customId, { state: 'queued' }, 'unknown', 'refused'),

    /** Those that stand in the timeline, or that nobody wants any more. */
    forget,

    /** What was typed before anybody was known belongs to the first customer; nobody else's is shown or sent. */
    belongTo(customer: UserId): void {
      if (owner.peek() === customer) return;
      const anonymous = owner.peek() ? [] : items.peek();
      ports.store.remove(nameFor(undefined));
      owner.value = customer;
      const kept = readItems(ports.store, nameFor(customer));
      keep([...kept, ...anonymous]);
    },

    dispose: () => cancelPause(),
  };
  return outbox;
}
export type Outbox = ReturnType<typeof createOutbox>;

type Step =
  | { readonly state: 'queued' | 'in-flight' | 'unknown' | 'accepted' }
  | { readonly state: 'refused'; readonly reason: Refusal };

function afterwards(sent: SendOutcome): Step {
  if (sent.outcome === 'refused') return { state: 'refused', reason: sent.reason };
  return { state: sent.outcome === 'not-now' ? 'queued' : sent.outcome };
}

/** What was on its way when the page went may have arrived: it is in doubt. What cannot be read is left out. */
export function readItems(store: Store, name: string): readonly OutboxItem[] {
  const stored = store.read(name);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((raw: unknown): OutboxItem[] => {
    const { customId, text, postback, typedAt, state } = (raw ?? {}) as Record<string, unknown>;
    if (typeof customId !== 'string' || typeof text !== 'string' || typeof typedAt !== 'number') return [];
    const item = { customId: customId as CustomId, text, postback: postback as Postback | undefined, typedAt };
    if (state === 'refused') return [{ ...item, state, reason: 'other' }];
    return [{ ...item, state: state === 'queued' ? 'queued' : 'unknown' }];
  });
}
