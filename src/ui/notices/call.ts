import { effect } from '@preact/signals-core';
import type { Content, Message } from '../../domain';
import type { Ui } from '../ui-context';

/** Calls for what others say, and when the visitor's turn in the queue has come. Never for what one said oneself. */
export function callFor({ session, host, words }: Ui, ring: (reason: string) => void): () => void {
  let wasQueued = false;

  function call(text: string, reason: string): void {
    ring(reason);
    if (document.visibilityState === 'hidden' || !document.hasFocus()) host.ask({ type: 'flash', text });
  }

  function hear(isOwn: boolean, { id, properties }: Message | Content): void {
    // What the chat begins with was there before.
    if (isOwn || properties?.get('lc2')?.get('welcome_message')) return;
    call(words.t('window.new_messages', { count: Math.max(1, session.unread.count.peek()) }), id);
  }

  const stops = [
    session.moments.on('new-message', ({ isOwn, message }) => hear(isOwn, message)),
    session.moments.on('new-content', ({ isOwn, content }) => hear(isOwn || content.kind === 'custom', content)),
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
