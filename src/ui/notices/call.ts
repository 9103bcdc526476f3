import { effect } from '@preact/signals-core';
import type { Ui } from '../ui-context';

/** Calls for what others say, and when the visitor's turn in the queue has come. Never for what one said oneself. */
export function callFor({ session, host, words }: Ui, ring: (reason: string) => void): () => void {
  let wasQueued = false;

  function call(text: string, reason: string): void {
    ring(reason);
    if (document.visibilityState === 'hidden' || !document.hasFocus()) host.ask({ type: 'flash', text });
  }

  function hear(isOwn: boolean, eventId: string): void {
    if (isOwn) return;
    call(words.t('window.new_messages', { count: Math.max(1, session.unread.count.peek()) }), eventId);
  }

  const stops = [
    session.moments.on('new-message', ({ isOwn, message }) => hear(isOwn, message.id)),
    session.moments.on('new-content', ({ isOwn, content }) => hear(isOwn || content.kind === 'custom', content.id)),
    effect(() => {
      const chat = session.chat.value;
      const isQueued = chat.state === 'active' && chat.queue !== undefined;
      if (wasQueued && chat.state === 'active' && !isQueued) call(words.t('notice.your_turn'), `turn:${chat.threadId}`);
      wasQueued = isQueued;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
