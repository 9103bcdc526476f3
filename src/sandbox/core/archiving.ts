import { addSystemMessage } from './chats/events';
import { activeThread } from './chats/look';
import { setPropertiesAt } from './chats/properties';
import { closeThread } from './chats/threads';
import type { Fact } from './store/facts';
import type { Chat, ChatEvent, Thread } from './store/model';
import { readTime } from './time';
import type { World } from './world';

/** Says so when nobody writes to a thread, and closes it in the end. Timers of each active chat, moved by what is said in it. */
export class Archiving {
  readonly #world: World;
  readonly #timers = new Map<string, readonly (() => void)[]>();

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
    for (const cancel of this.#timers.get(chatId) ?? []) cancel();
    this.#timers.delete(chatId);
    const chat = this.#world.store.chats.get(chatId);
    const thread = chat && activeThread(chat);
    if (!thread) return;
    const { archiveMs, idleNoticeMs } = this.#world.settings.limits;
    const said = thread.events.filter((event) => !isNotice(event)).at(-1);
    const age = this.#world.clock.now() - (readTime(said?.createdAt ?? thread.createdAt) ?? 0) / 1000;
    const isIdle = thread.events.at(-1) !== said;
    if (!isIdle && thread.properties.get('routing')?.get('idle') === true) this.#wake(chat, thread);
    const after = (ms: number, work: () => void) => this.#world.after(Math.max(0, ms - age), work);
    this.#timers.set(chatId, [
      after(archiveMs, () => closeThread(this.#world, chat)),
      ...(isIdle || idleNoticeMs >= archiveMs ? [] : [after(idleNoticeMs, () => this.#say(chat, thread))]),
    ]);
  }

  #say(chat: Chat, thread: Thread): void {
    const minutes = Math.round(this.#world.settings.limits.idleNoticeMs / 60_000);
    addSystemMessage(this.#world, chat, thread, 'routing.idle', { duration: String(minutes) });
    setPropertiesAt(this.#world, { chatId: chat.id, threadId: thread.id }, { routing: { idle: true } });
  }

  /** Facts are noticed when their turn is over: what follows from them is another one. */
  #wake(chat: Chat, thread: Thread): void {
    this.#world.after(0, () => {
      setPropertiesAt(this.#world, { chatId: chat.id, threadId: thread.id }, { routing: { idle: false } });
    });
  }
}

const isNotice = ({ body }: ChatEvent) => body['system_message_type'] === 'routing.idle';
