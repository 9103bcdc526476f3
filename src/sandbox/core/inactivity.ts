import { disconnectCustomer } from './chats/banning';
import { activeThread } from './chats/look';
import { readTime } from './time';
import type { World } from './world';

/** Sends customers away who have no chat and have not moved for long. */
export class Inactivity {
  readonly #world: World;
  readonly #timers = new Map<string, () => void>();

  constructor(world: World) {
    this.#world = world;
  }

  start(): void {
    this.#world.visits.watch((customerId) => this.#check(customerId));
  }

  /** Looks again when it would be too long. */
  #check(customerId: string): void {
    this.#timers.get(customerId)?.();
    this.#timers.delete(customerId);
    const { visits, clock, settings } = this.#world;
    const visit = visits.get(customerId);
    if (!visit) return;
    const idleMs = clock.now() - this.#lastMove(customerId, visit.pages.at(-1)?.at ?? visit.startedAt);
    const left = settings.limits.customerIdleMs - idleMs;
    if (left > 0)
      this.#timers.set(
        customerId,
        this.#world.after(left, () => this.#check(customerId)),
      );
    else disconnectCustomer(this.#world, customerId, 'inactivity_timeout');
  }

  /** A chat that is going on is movement enough. */
  #lastMove(customerId: string, pageAt: string): number {
    const chat = this.#world.store.chatOfCustomer.get(customerId);
    if (chat && activeThread(chat)) return this.#world.clock.now();
    const lastEvent = chat?.threads.at(-1)?.events.at(-1)?.createdAt ?? '';
    return (readTime(lastEvent > pageAt ? lastEvent : pageAt) ?? 0) / 1000;
  }
}
