import { effect, signal } from '@preact/signals-core';
import type { TimelineItem } from '../../domain';
import type { BubbleItem, Walk } from '../rest-contract';
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
    session.moments.on('new-message', ({ message, isOwn }) => count(message.id, isOwn)),
    session.moments.on('new-content', ({ content, isOwn }) => count(content.id, isOwn)),
    effect(() => {
      if (host.isLogAtEnd.value) forgetNew();
    }),
  ];

  function count(id: string, isOwn: boolean): void {
    if (isOwn || host.isLogAtEnd.peek()) return;
    firstNew ??= id;
    newCount.value++;
  }

  function forgetNew(): void {
    firstNew = undefined;
    newCount.value = 0;
  }

  function messageOf(item: TimelineItem | undefined): HTMLElement | undefined {
    const rows = Array.from(list.current?.children ?? []) as HTMLElement[];
    const row = item && rows.find(({ dataset: { key } }) => key === item.key || key === customIdOf(item));
    return row?.querySelector<HTMLElement>('.message') ?? undefined;
  }

  return {
    newCount,
    focusActive: roving.focusActive,
    focusNewest: roving.focusNewest,
    toFirstNew() {
      const isFirstNew = (item: TimelineItem) => isBubble(item) && item.id === firstNew;
      const message = messageOf(session.timeline.items.peek().find(isFirstNew));
      forgetNew();
      if (!message) return scroll.toEnd();
      bringToTop(message);
      message.focus({ preventScroll: true });
    },
    markFirstUnread(count) {
      const isTheirs = (item: TimelineItem): item is BubbleItem => isBubble(item) && !item.isOwn;
      const message = messageOf(session.timeline.items.peek().filter(isTheirs).at(-count));
      if (message) roving.mark(message);
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function isBubble(item: TimelineItem): item is BubbleItem {
  return item.kind === 'message' || item.kind === 'content';
}

/** The row of what was previewed has that key still. */
function customIdOf(item: TimelineItem): string | undefined {
  return isBubble(item) ? item.customId : undefined;
}

/** Scrolls the log alone: the page around it stays where it is. */
function bringToTop(message: HTMLElement): void {
  const view = message.closest('.log') as HTMLElement;
  const padding = Number.parseFloat(getComputedStyle(view).scrollPaddingBlockStart) || 0;
  view.scrollTop += message.getBoundingClientRect().top - view.getBoundingClientRect().top - padding;
}
