import { effect, signal } from '@preact/signals-core';
import type { MessageItem, TimelineItem } from '../../domain';
import type { Walk } from '../rest-contract';
import type { Ui } from '../ui-context';
import { createRoving } from './roving';

type Surroundings = Pick<Ui, 'session' | 'host' | 'focus' | 'scroll' | 'list'>;

export function createWalk({ session, host, focus, scroll, list }: Surroundings): Walk {
  const newCount = signal(0);
  let firstNew: string | undefined;

  const roving = createRoving(() => list.current, focus.toComposer);
  const stops = [
    roving.stop,
    scroll.onChange(roving.refresh),
    session.moments.on('new-message', ({ message, isOwn }) => {
      if (isOwn || host.isLogAtEnd.peek()) return;
      firstNew ??= message.id;
      newCount.value++;
    }),
    effect(() => {
      if (host.isLogAtEnd.value) forgetNew();
    }),
  ];

  function forgetNew(): void {
    firstNew = undefined;
    newCount.value = 0;
  }

  function messageOf(item: TimelineItem | undefined): HTMLElement | undefined {
    const rows = Array.from(list.current?.children ?? []) as HTMLElement[];
    const row = item && rows.find((other) => other.dataset['key'] === item.key);
    return row?.querySelector<HTMLElement>('.message') ?? undefined;
  }

  return {
    newCount,
    focusActive: roving.focusActive,
    focusNewest: roving.focusNewest,
    toFirstNew() {
      const isFirstNew = (item: TimelineItem) => item.kind === 'message' && item.id === firstNew;
      const message = messageOf(session.timeline.items.peek().find(isFirstNew));
      forgetNew();
      if (!message) return scroll.toEnd();
      bringToTop(message);
      message.focus({ preventScroll: true });
    },
    markFirstUnread(count) {
      const isTheirs = (item: TimelineItem): item is MessageItem => item.kind === 'message' && !item.isOwn;
      const message = messageOf(session.timeline.items.peek().filter(isTheirs).at(-count));
      if (message) roving.mark(message);
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** Scrolls the log alone: the page around it stays where it is. */
function bringToTop(message: HTMLElement): void {
  const view = message.closest('.log') as HTMLElement;
  const padding = Number.parseFloat(getComputedStyle(view).scrollPaddingBlockStart) || 0;
  view.scrollTop += message.getBoundingClientRect().top - view.getBoundingClientRect().top - padding;
}
