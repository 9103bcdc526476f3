import { computed, effect } from '@preact/signals-core';
import type { Content, Message, MomentMap, Session } from '../../domain';
import type { AppBridge, Snapshot } from '../shell/contract';
import { eventOf } from './deed-events';

/** What the page may know of the chat: a snapshot whenever it changes, and each thing that happens once. */
export function startReports(session: Session, bridge: Pick<AppBridge, 'send'>): () => void {
  /** Of the chat that has gone on while this page was there. */
  let begun: string | undefined;
  const snapshot = computed((): Snapshot => {
    const chat = session.chat.value;
    if (chat.state === 'active') begun = chat.threadId;
    const me = session.users.me.value;
    // Pages read both ids when they hear that there is a chat, and an answer may come before the push with the thread.
    const isChatting = chat.state === 'active' && chat.threadId !== undefined;
    const isQueued = isChatting && chat.queue !== undefined;
    const [agent] = isChatting ? session.users.agents.value : [];
    const greeting = session.rest.value?.greeting.value;
    return {
      availability: session.availability.value === 'offline' ? 'offline' : 'online',
      unread: session.unread.count.value,
      chat:
        chat.state === 'none'
          ? { chatId: null, threadId: null }
          : { chatId: chat.id, threadId: (chat.threadId === begun && begun) || null },
      customer: {
        id: me?.id ?? null,
        name: me?.name ?? null,
        email: me?.email ?? null,
        isReturning: me?.isReturning ?? false,
        sessionVariables: Object.fromEntries([...(me?.sessionFields ?? [])].filter(([name]) => !name.startsWith('__'))),
        // Once it has been seen: a page hears of the greeting first.
        status: isQueued ? 'queued' : isChatting ? 'chatting' : greeting?.isAccepted ? 'invited' : 'browsing',
      },
      isReady: session.phase.value === 'ready',
      // Who has been greeted and has not answered sees it on the next page, too.
      hasActiveChat: chat.state === 'active' || greeting !== undefined,
      agent: agent ? { name: agent.name, photo: agent.avatarUrl } : null,
    };
  });

  let told = '';
  const stopTelling = effect(() => {
    const news = JSON.stringify(snapshot.value);
    if (news !== told) bridge.send({ type: 'snapshot', snapshot: snapshot.value });
    told = news;
  });
  function tellEvent({ kind, place, authorId }: Message | Content, isOwn: boolean): void {
    const author = { id: authorId, type: isOwn ? 'customer' : 'agent' };
    // The page knows kinds by the names that the API has for them.
    const payload = { timestamp: place.at, type: kind.replace('-', '_'), author };
    bridge.send({ type: 'event', name: 'new_event', payload });
  }
  // Forms and their answers are told in another way, or not at all.
  function tellContent({ content, isOwn }: MomentMap['new-content']): void {
    if (content.kind === 'file' || content.kind === 'rich-message') tellEvent(content, isOwn);
  }
  for (const [name, moment] of session.moments.early ?? [])
    if (name === 'new-message') tellEvent(moment.message, moment.isOwn);
    else if (name === 'new-content') tellContent(moment);
  const stopMessages = session.moments.on('new-message', ({ message, isOwn }) => tellEvent(message, isOwn));
  const stopContents = session.moments.on('new-content', tellContent);

  // An integration of the page may know what it means. Version 3.0 lets agents address customers, today only the service does.
  const stopMulticasts = effect(() =>
    session.rest.value?.onMulticast((content, type) => {
      bridge.send({ type: 'event', name: 'multicast', payload: { content, ...(type !== undefined && { type }) } });
    }),
  );

  const stopDeeds = effect(() =>
    session.rest.value?.onDeed((deed) => {
      const [name, payload] = eventOf(deed);
      bridge.send({ type: 'event', name, payload });
    }),
  );

  return () => {
    stopDeeds();
    stopMulticasts();
    stopTelling();
    stopMessages();
    stopContents();
  };
}
