import type { Content, Message, UserId } from '../../domain';
import { authorName } from '../i18n/names';
import { sayContent } from './say-content';
import type { Speaker } from './speaker';
import { spoken } from './spoken';

const JOIN_MS = 500;
const CLOSED_EVERY_MS = 10_000;
const MOST_IN_FULL = 3;

/** Messages of others, as they come. What comes together is said together. */
export function followMessages({ session, host, clock, words, announcer }: Speaker): () => void {
  let heard: (Message | Content)[] = [];
  let cancel: (() => void) | undefined;
  let quietUntil = 0;

  const nameOf = (id: UserId | undefined) => authorName(session, words, id);

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

  function sayOne(message: Message | Content): string {
    const author = nameOf(message.authorId);
    if (message.kind !== 'message') return sayContent(words, message, author);
    return words.t('announce.message', { author, text: spoken(message.text) });
  }

  function sayOpen(messages: readonly (Message | Content)[]): string {
    const last = messages.at(-1) as Message | Content;
    if (messages.length <= MOST_IN_FULL) return messages.map(sayOne).join('\n');
    const author = words.list([...new Set(messages.map((message) => nameOf(message.authorId)))]);
    const text = last.kind === 'message' ? spoken(last.text) : sayContent(words, last, nameOf(last.authorId));
    return words.t('announce.messages', { author, count: messages.length, text });
  }

  function sayClosed(messages: readonly (Message | Content)[]): string {
    const [first] = messages;
    return messages.length === 1 && first
      ? words.t('announce.closed', { author: nameOf(first.authorId) })
      : words.t('window.new_messages', { count: messages.length });
  }

  function hear(message: Message | Content, isOwn: boolean): void {
    // What was said before the chat was read out when it was.
    if (isOwn || message.properties?.get('lc2')?.get('welcome_message')) return;
    heard.push(message);
    wait(JOIN_MS);
  }

  const stops = [
    session.moments.on('new-message', ({ message, isOwn }) => hear(message, isOwn)),
    session.moments.on('new-content', ({ content, isOwn }) => hear(content, isOwn)),
  ];
  const stopForgetting = host.isOpen.subscribe((isOpen) => {
    // What was not said while closed is in the count of unread messages now.
    if (isOpen) heard = [];
  });
  return () => {
    for (const stop of stops) stop();
    stopForgetting();
    cancel?.();
  };
}
