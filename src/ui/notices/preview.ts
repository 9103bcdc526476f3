import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Content, Message } from '../../domain';
import type { Ui } from '../ui-context';

/** The newest that somebody else said while the window was closed, until it is read or put away. */
export interface PreviewModel {
  readonly newest: ReadonlySignal<Message | Content | undefined>;
  readonly dismiss: () => void;
  readonly stop: () => void;
}

export function createPreview({ session, host }: Pick<Ui, 'session' | 'host'>): PreviewModel {
  const heard = signal<Message | Content | undefined>(undefined);

  function hear(said: Message | Content, isOwn: boolean): void {
    if (!isOwn && said.kind !== 'custom' && !host.isOpen.peek()) heard.value = said;
  }

  const stops = [
    session.moments.on('new-message', ({ message, isOwn }) => hear(message, isOwn)),
    session.moments.on('new-content', ({ content, isOwn }) => hear(content, isOwn)),
    host.isOpen.subscribe((isOpen) => {
      if (isOpen) heard.value = undefined;
    }),
  ];
  return {
    // Another tab may have shown it.
    newest: computed(() => (session.unread.count.value > 0 ? heard.value : undefined)),
    dismiss() {
      heard.value = undefined;
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
