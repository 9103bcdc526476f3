import type { QueuePlace } from './news';
import type { Chat, Thread } from './store/model';
import type { Turns } from './turns';

/** Chats that wait until an agent of their groups has a free place: first come, first served. */
export class Queue {
  readonly #turns: Turns;
  readonly #told = new Map<string, string>();
  /** Places that somebody has ordered, whatever the truth is. */
  readonly #forced = new Map<string, Pick<QueuePlace, 'position' | 'waitSeconds'>>();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  enter(chat: Chat, thread: Thread): void {
    if (thread.queuedAt === undefined) this.#move(chat, thread, true);
  }

  leave(chat: Chat, thread: Thread): void {
    if (thread.queuedAt !== undefined) this.#move(chat, thread, false);
  }

  force(chat: Chat, place: Pick<QueuePlace, 'position' | 'waitSeconds'>): void {
    this.#forced.set(chat.id, place);
    this.tell();
  }

  /** Who has waited longest comes first. */
  chats(): readonly Chat[] {
    return [...this.#turns.store.chats.values()]
      .filter((chat) => queuedSince(chat) !== undefined)
      .sort((a, b) => (queuedSince(a) ?? '').localeCompare(queuedSince(b) ?? ''));
  }

  placeOf(chat: Chat): QueuePlace | undefined {
    const queuedAt = queuedSince(chat);
    if (queuedAt === undefined) return undefined;
    const before = this.chats().filter((other) => {
      const isRival = other.groupIds.some((id) => chat.groupIds.includes(id));
      return isRival && (queuedSince(other) ?? '') < queuedAt;
    });
    const position = before.length + 1;
    const waitSeconds = Math.round((position * this.#turns.settings.limits.queueMs) / 1000);
    return { position, waitSeconds, ...this.#forced.get(chat.id), queuedAt };
  }

  /** Tells every place that is not as it was told last. */
  tell(): void {
    const waiting = this.chats();
    const ids = new Set(waiting.map(({ id }) => id));
    for (const id of this.#told.keys()) if (!ids.has(id)) this.#told.delete(id);
    const places = waiting.flatMap((chat) => {
      const [queue, thread] = [this.placeOf(chat), chat.threads.at(-1)];
      const said = `${thread?.id} ${queue?.position} ${queue?.waitSeconds}`;
      if (!queue || !thread || this.#told.get(chat.id) === said) return [];
      this.#told.set(chat.id, said);
      return [{ chatId: chat.id, threadId: thread.id, queue }];
    });
    if (places.length > 0) this.#turns.tell({ news: 'queue-moved', places });
  }

  #move(chat: Chat, thread: Thread, isIn: boolean): void {
    this.#forced.delete(chat.id);
    const at = this.#turns.stamp();
    this.#turns.commit({ fact: 'queue-set', chatId: chat.id, threadId: thread.id, at, isIn });
  }
}

function queuedSince(chat: Chat): string | undefined {
  const last = chat.threads.at(-1);
  return last?.active ? last.queuedAt : undefined;
}
