import { activeThread } from './chats/look';
import { closeThread } from './chats/threads';
import type { Fact } from './store/facts';
import { readTime } from './time';
import type { World } from './world';

/** Closes threads that nobody writes to. One timer for each active chat, moved by what is said in it. */
export class Archiving {
  readonly #world: World;
  readonly #timers = new Map<string, () => void>();

  constructor(world: World) {
    this.#world = world;
  }

  /** For chats that were active when the store was written. */
  start(): void {
    for (const { id } of this.#world.store.chats.values()) this.#watch(id);
  }

  notice(facts: readonly Fact[]): void {
    for (const one of facts) {
      if (one.fact === 'event-added' || one.fact === 'thread-opened' || one.fact === 'thread-closed') {
        this.#watch(one.chatId);
      }
    }
  }

  #watch(chatId: string): void {
    this.#timers.get(chatId)?.();
    this.#timers.delete(chatId);
    const chat = this.#world.store.chat(chatId);
    const thread = activeThread(chat);
    if (!thread) return;
    const last = thread.events.at(-1)?.createdAt ?? thread.createdAt;
    const age = this.#world.clock.now() - (readTime(last) ?? 0) / 1000;
    const left = Math.max(0, this.#world.settings.limits.archiveMs - age);
    const cancel = this.#world.after(left, () => {
      this.#timers.delete(chatId);
      closeThread(this.#world, chat);
    });
    this.#timers.set(chatId, cancel);
  }
}
