import type { ReadonlySignal } from '@preact/signals-core';
import type { listItems } from '../list-items';
import type { TimelineItem } from '../timeline-items';
import type { ChatEvent, EventId } from '../types';
import { propertyOf } from './properties';

type ListItems = typeof listItems;

/** What stands in the place of an id as long as the welcome is no event. */
export const WELCOME = 'welcome' as EventId;
// It begins its thread, so it is near the end when it comes.
const NEWEST = 20;

/**
 * Lists the items as `list` does, and below what was said the welcome, as if it were an event. When it has become one, it
 * stays in its row.
 */
export function createWelcomeList(list: ListItems, shown: ReadonlySignal<ChatEvent | undefined>) {
  let plain: readonly TimelineItem[] = [];
  let wasShown = false;
  let became: EventId | undefined;
  /** Those that stood above it: the welcomes of earlier chats are among them. */
  let earlier: readonly ChatEvent[] = [];
  let renamed: { readonly from: TimelineItem; readonly to: TimelineItem } | undefined;

  function inItsRow(items: readonly TimelineItem[]): readonly TimelineItem[] {
    const at = items.findIndex((item) => 'id' in item && item.id === became);
    const from = items[at];
    if (!from) return items;
    if (renamed?.from !== from) renamed = { from, to: { ...from, key: WELCOME } };
    return [...items.slice(0, at), renamed.to, ...items.slice(at + 1)];
  }

  const listed: ListItems = (events, outbox, view) => {
    const now = shown.value;
    plain = list(now ? events.concat(now) : events, outbox, view, plain);
    if (now) {
      wasShown = true;
      became = undefined;
      earlier = events.slice(-NEWEST);
    } else if (wasShown) {
      became ??= events
        .slice(-NEWEST)
        .find((event) => isWelcome(event) && !earlier.some(({ id }) => id === event.id))?.id;
    }
    return became ? inItsRow(plain) : plain;
  };
  return {
    list: listed,
    /** Of another customer. */
    forget(): void {
      wasShown = false;
      became = undefined;
    },
  };
}

/** It was said before the chat, which has begun with it. v3.6 */
const isWelcome = ({ properties }: ChatEvent) => propertyOf(properties, 'lc2', 'welcome_message') === true;
