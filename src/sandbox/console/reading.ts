import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { later } from './merge';
import { type Chat, isMember } from './model';

interface Options {
  readonly myId: string;
  readonly openChat: ReadonlySignal<Chat | undefined>;
  readonly isOnline: () => boolean;
  /** Lets the customer know. */
  readonly mark: (chatId: string, seenUpTo: string) => void;
}

/** What this agent has read: shown to the customer only by those who take part. */
export function createReading({ myId, openChat, isOnline, mark }: Options) {
  const isPageVisible = signal(true);
  const seenHere = signal<ReadonlyMap<string, string>>(new Map());
  const newestAt = computed(() => newestOf(openChat.value));

  function isUnread(chat: Chat): boolean {
    const mine = chat.users.find((user) => user.id === myId);
    if (!chat.isActive && !mine) return false;
    return chat.customerWroteAt > later(mine?.seenUpTo ?? '', seenHere.value.get(chat.id) ?? '');
  }

  /** Only who is in the chat marks it for the customer: a look from outside is nobody's "seen". */
  const stop = effect(() => {
    const chat = openChat.value;
    if (!isPageVisible.value || chat?.history.state !== 'read' || !isOnline()) return;
    const mine = chat.users.find((user) => user.id === myId);
    const seenAt = later(mine?.seenUpTo ?? '', seenHere.peek().get(chat.id) ?? '');
    if (newestAt.value <= seenAt) return;
    seenHere.value = new Map(seenHere.peek()).set(chat.id, newestAt.value);
    if (isMember(chat, myId)) mark(chat.id, newestAt.value);
  });

  return { isPageVisible, isUnread, stop };
}

export function newestOf(chat: Chat | undefined): string {
  return (chat?.threads ?? []).flatMap((thread) => thread.events).reduce((at, event) => later(at, event.at), '');
}
