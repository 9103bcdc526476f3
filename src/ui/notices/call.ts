import { effect } from '@preact/signals-core';
import type { Ui } from '../ui-context';

/** Calls for what others say, and when the visitor's turn in the queue has come. Never for what one said oneself. */
export function callFor({ session, host, words }: Ui, ring: () => void): () => void {
  let wasQueued = false;

  function call(text: string): void {
    ring();
    if (document.visibilityState === 'hidden' || !document.hasFocus()) host.ask({ type: 'flash', text });
  }

  function hear(isOwn: boolean): void {
    if (isOwn) return;
    call(words.t('window.new_messages', { count: Math.max(1, session.unread.count.peek()) }));
  }

  const stops = [
    session.moments.on('new-message', ({ isOwn }) => hear(isOwn)),
    session.moments.on('new-content', ({ isOwn, content }) => hear(isOwn || content.kind === 'custom')),
    effect(() => {
      const chat = session.chat.value;
      const isQueued = chat.state === 'active' && chat.queue !== undefined;
      if (wasQueued && chat.state === 'active' && !isQueued) call(words.t('notice.your_turn'));
      wasQueued = isQueued;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
