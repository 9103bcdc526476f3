import { effect, signal } from '@preact/signals-core';
import type { TimelineItem } from '../../domain';
import type { BubbleItem, Walk } from '../rest-contract';
import type { Ui } from '../ui-context';
import type { LogRows } from './fetch';
import { isBubble } from './is-bubble';
import { createRoving } from './roving';
import type { Stretch } from './stretch';

type Surroundings = Pick<Ui, 'session' | 'host' | 'focus' | 'scroll' | 'list'>;

export function createWalk(
  { session, host, focus, scroll, list }: Surroundings,
  stretch: Stretch,
  { markFirstUnseen }: Pick<LogRows, 'markFirstUnseen'>,
): Walk {
  const newCount = signal(0);
  const isFarUp = signal(false);
  let firstNew: string | undefined;

  const roving = createRoving(() => list.current, focus.toComposer, stretch);
  const stops = [
    roving.stop,
    scroll.onChange(roving.refresh),
    scroll.onChange(measure),
    session.moments.on('new-message', ({ message, isOwn }) => count(message.id, isOwn)),
    session.moments.on('new-content', ({ content, isOwn }) => count(content.id, isOwn)),
    effect(() => {
      if (host.isLogAtEnd.value) forgetNew();
    }),
  ];

  /** More than one screen of what was said is below: a form that stands there has no newest message. */
  function measure(): void {
    const rows = list.current;
    const view = rows?.closest('.log');
    if (!rows || !view?.clientHeight) return;
    const below = rows.getBoundingClientRect().bottom - view.getBoundingClientRect().bottom;
    isFarUp.value = rows.firstChild !== null && below > view.clientHeight;
  }

  /** A window that is being opened may have no size yet. */
  function whenShown(act: () => void): void {
    const stop = scroll.onChange(() => {
      stop();
      act();
    });
    scroll.keep();
  }

  function count(id: string, isOwn: boolean): void {
    if (isOwn || host.isLogAtEnd.peek()) return;
    firstNew ??= id;
    newCount.value++;
  }

  function forgetNew(): void {
    firstNew = undefined;
    newCount.value = 0;
  }

  return {
    newCount,
    isFarUp,
    focusActive: roving.focusActive,
    focusNewest: roving.focusNewest,
    toFirstNew() {
      const isFirstNew = (item: TimelineItem) => isBubble(item) && item.id === firstNew;
      const item = stretch.items().find(isFirstNew);
      forgetNew();
      if (!item) {
        roving.focusNewest();
        return scroll.toEnd();
      }
      stretch.reach(item.key, (message) => {
        if (!message) return scroll.toEnd();
        bringToTop(message);
        message.focus({ preventScroll: true });
      });
    },
    markFirstUnread(count) {
      const isTheirs = (item: TimelineItem): item is BubbleItem => isBubble(item) && !item.isOwn;
      const item = stretch.items().filter(isTheirs).at(-count);
      if (!item) return;
      markFirstUnseen(item.key);
      stretch.reach(item.key, (message) => {
        if (!message) return;
        roving.mark(message);
        whenShown(() => {
          bringToTop(message);
          scroll.remember();
        });
      });
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
