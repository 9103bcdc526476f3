import { computed, effect } from '@preact/signals-core';
import type { Session } from '../../domain';
import type { AppBridge, Snapshot } from '../shell/contract';

/** What the page may know of the chat: a snapshot whenever it changes, and each thing that happens once. */
export function startReports(session: Session, bridge: Pick<AppBridge, 'send'>): () => void {
  const snapshot = computed((): Snapshot => {
    const chat = session.chat.value;
    const me = session.users.me.value;
    const isQueued = chat.state === 'active' && chat.queue !== undefined;
    return {
      availability: session.availability.value === 'offline' ? 'offline' : 'online',
      unread: session.unread.count.value,
      chat:
        chat.state === 'none' ? { chatId: null, threadId: null } : { chatId: chat.id, threadId: chat.threadId ?? null },
      customer: {
        id: me?.id ?? null,
        name: me?.name ?? null,
        email: me?.email ?? null,
        isReturning: me?.isReturning ?? false,
        status: isQueued ? 'queued' : chat.state === 'active' ? 'chatting' : 'browsing',
      },
      isReady: session.phase.value === 'ready',
      hasActiveChat: chat.state === 'active',
    };
  });

  let told = '';
  const stopTelling = effect(() => {
    const news = JSON.stringify(snapshot.value);
    if (news !== told) bridge.send({ type: 'snapshot', snapshot: snapshot.value });
    told = news;
  });
  const stopEvents = session.moments.on('new-message', ({ message, isOwn }) => {
    bridge.send({
      type: 'event',
      name: 'new_event',
      payload: {
        timestamp: message.place.at,
        type: 'message',
        author: { id: message.authorId, type: isOwn ? 'customer' : 'agent' },
      },
    });
  });

  return () => {
    stopTelling();
    stopEvents();
  };
}
