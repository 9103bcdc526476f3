import { effect } from '@preact/signals-core';
import type { TimelineItem } from '../../domain';
import type { Announcer } from '../announcer/announcer';
import type { Ui } from '../ui-context';
import { isBubble } from './is-bubble';

type Surroundings = Pick<Ui, 'session' | 'host' | 'clock' | 'scroll' | 'words' | 'onError'>;

/** Reads older pages before one comes to the top. */
export function createHistory({ session, host, clock, scroll, words, onError }: Surroundings, announcer: Announcer) {
  const { older, items } = session.timeline;

  function loadOlder(): void {
    const oldest = items.peek().find(isBubble)?.key;
    session.timeline.loadOlder().then(
      () => {
        const count = messagesBefore(items.peek(), oldest);
        if (count > 0) announcer.say(words.t('announce.earlier', { count }));
      },
      (error: unknown) => onError(error, 'history'),
    );
  }

  function loadIfNearTop(): void {
    if (older.peek() !== 'some' || session.phase.peek() !== 'ready') return;
    if (host.isOpen.peek() && scroll.isNearTop()) loadOlder();
  }

  const stops = [
    scroll.onChange(loadIfNearTop),
    effect(() => {
      // A page may hold nothing to show, or too little to fill the screen. It is drawn before we look.
      const mayLoad = older.value === 'some' && session.phase.value === 'ready' && host.isOpen.value;
      return mayLoad ? clock.after(0, loadIfNearTop) : undefined;
    }),
  ];
  return {
    loadOlder,
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function messagesBefore(items: readonly TimelineItem[], key: string | undefined): number {
  const end = items.findIndex((item) => item.key === key);
  return items.slice(0, Math.max(0, end)).filter(isBubble).length;
}
