import type { Message, UserId } from '../../domain';
import { authorName } from '../i18n/names';
import type { Speaker } from './speaker';
import { spoken } from './spoken';

const JOIN_MS = 500;
const CLOSED_EVERY_MS = 10_000;
const MOST_IN_FULL = 3;

/** Messages of others, as they come. What comes together is said together. */
export function followMessages({ session, host, clock, words, announcer }: Speaker): () => void {
  let heard: Message[] = [];
  let cancel: (() => void) | undefined;
  let quietUntil = 0;

  const nameOf = (id: UserId) => authorName(session, words, id);

  function speak(): void {
    cancel = undefined;
    if (heard.length === 0) return;
    const isClosed = !host.isOpen.peek();
    if (isClosed && clock.now() < quietUntil) {
      wait(quietUntil - clock.now());
      return;
    }
    announcer.say(isClosed ? sayClosed(heard) : sayOpen(heard));
    if (isClosed) quietUntil = clock.now() + CLOSED_EVERY_MS;
    heard = [];
  }

  function wait(ms: number): void {
    cancel ??= clock.after(ms, speak);
  }

  function sayOpen(messages: readonly Message[]): string {
    const last = messages.at(-1) as Message;
    if (messages.length <= MOST_IN_FULL) {
      return messages
        .map((message) => words.t('announce.message', { author: nameOf(message.authorId), text: spoken(message.text) }))
        .join('\n');
    }
    const author = words.list([...new Set(messages.map((message) => nameOf(message.authorId)))]);
    return words.t('announce.messages', { author, count: messages.length, text: spoken(last.text) });
  }

  function sayClosed(messages: readonly Message[]): string {
    const [first] = messages;
    return messages.length === 1 && first
      ? words.t('announce.closed', { author: nameOf(first.authorId) })
      : words.t('window.new_messages', { count: messages.length });
  }

  const stopListening = session.moments.on('new-message', ({ message, isOwn }) => {
    if (isOwn) return;
    heard.push(message);
    wait(JOIN_MS);
  });
  const stopForgetting = host.isOpen.subscribe((isOpen) => {
    // What was not said while closed is in the count of unread messages now.
    if (isOpen) heard = [];
  });
  return () => {
    stopListening();
    stopForgetting();
    cancel?.();
  };
}
