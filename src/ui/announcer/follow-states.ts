import { effect } from '@preact/signals-core';
import { authorName } from '../i18n/names';
import { cleanLine } from '../text/clean-line';
import type { Speaker } from './speaker';

const TYPING_EVERY_MS = 30_000;
const QUEUE_EVERY_MS = 30_000;
const LOST_AFTER_MS = 5_000;

export function followTyping({ session, host, clock, words, announcer }: Speaker): () => void {
  let quietUntil = 0;
  return effect(() => {
    const [author] = session.typing.userIds.value;
    if (author === undefined || !host.isOpen.peek() || clock.now() < quietUntil) return;
    quietUntil = clock.now() + TYPING_EVERY_MS;
    announcer.say(words.t('message.typing', { author: authorName(session, words, author) }));
  });
}

/** Each piece of work once, whatever it says of itself meanwhile. */
export function followThinking({ session, host, words, announcer }: Speaker): () => void {
  const said = new Set<string>();
  return effect(() => {
    for (const { key, authorId, title, description } of session.rest.value?.thinking.value ?? []) {
      if (said.has(key) || !host.isOpen.peek()) continue;
      said.add(key);
      const author = authorName(session, words, authorId);
      const text = [title, description]
        .map((line) => cleanLine(line ?? '', 200))
        .filter(Boolean)
        .join('. ');
      announcer.say(text ? words.t('announce.thinking', { author, text }) : words.t('message.thinking', { author }));
    }
  });
}

export function followLine({ session, host, clock, words, announcer }: Speaker): () => void {
  let isLost = false;
  let downSince: number | undefined;
  let cancel: (() => void) | undefined;
  const stop = effect(() => {
    const line = session.line.value;
    const down = 'downSince' in line ? line.downSince : undefined;
    if (down === undefined) {
      cancel?.();
      if (isLost && line.state === 'online' && host.isOpen.peek()) announcer.say(words.t('connection.restored'));
      isLost = false;
    } else if (down !== downSince) {
      cancel?.();
      cancel = clock.after(Math.max(0, down + LOST_AFTER_MS - clock.now()), () => {
        isLost = true;
        if (host.isOpen.peek()) announcer.say(words.t('connection.lost'));
      });
    }
    downSince = down;
  });
  return () => {
    stop();
    cancel?.();
  };
}

export function followQueue({ session, host, clock, words, announcer }: Speaker): () => void {
  let said: number | undefined;
  let quietUntil = 0;
  let cancel: (() => void) | undefined;

  function speak(): void {
    cancel = undefined;
    const chat = session.chat.peek();
    const position = chat.state === 'active' ? chat.queue?.position : undefined;
    if (position === undefined || position === said || !host.isOpen.peek()) return;
    if (clock.now() < quietUntil) {
      cancel = clock.after(quietUntil - clock.now(), speak);
      return;
    }
    said = position;
    quietUntil = clock.now() + QUEUE_EVERY_MS;
    announcer.say(position <= 1 ? words.t('queue.next') : words.t('queue.position', { position }));
  }

  const stop = effect(() => {
    void session.chat.value;
    if (!cancel) speak();
  });
  return () => {
    stop();
    cancel?.();
  };
}

/** On opening: what came meanwhile. The count is remembered, for it begins to fall as the window opens. */
export function followUnread({ session, host, words, announcer, walk }: Speaker): () => void {
  let missed = 0;
  let wasOpen = false;
  return effect(() => {
    const count = session.unread.count.value;
    const isOpen = host.isOpen.value;
    if (!isOpen) missed = count;
    else if (!wasOpen && (missed || count)) {
      announcer.say(words.t('announce.unread', { count: missed || count }));
      walk.markFirstUnread(missed || count);
      missed = 0;
    }
    // Who is quicker than the service has not been told yet what came meanwhile.
    wasOpen = isOpen && (wasOpen || (session.rest.value !== undefined && session.phase.value === 'ready'));
  });
}
