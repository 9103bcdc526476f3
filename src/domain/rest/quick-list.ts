import type { listItems } from '../list-items';
import { isAfter } from '../place';
import type { TimelineItem } from '../timeline-items';
import type { ChatEvent, CustomId, Place } from '../types';

type ListItems = typeof listItems;
// More than that, and all are made anew.
const MOST_ANEW = 200;

type Last = { readonly events: readonly ChatEvent[]; readonly view: Parameters<ListItems>[2] };

/**
 * Lists the items as `list` does, and asks it only for those at the end that may have changed: of ten thousand rows a
 * new message makes a handful anew, and all others are taken as they are.
 */
export function createQuickList(list: ListItems): ListItems {
  let last: Last | undefined;

  function quick(...[events, outbox, view, before]: Parameters<ListItems>): readonly TimelineItem[] | undefined {
    if (!last || last.view.me !== view.me) return undefined;
    const unchanged = Math.min(firstChanged(events, last.events), firstNewlySeen(events, last.view, view));
    if (unchanged === 0 || events.length - unchanged > MOST_ANEW) return undefined;
    const found = overlap(before, events, unchanged);
    if (!found) return undefined;
    const anew = list(events.slice(found.event), outbox, view, before.slice(found.start));
    const { key } = before[found.keep] as TimelineItem;
    const end = anew.slice(anew.findIndex((item) => item.key === key));
    const kept = before.slice(0, found.keep);
    return isTwice(kept, end) ? undefined : kept.concat(end);
  }

  return (events, outbox, view, before) => {
    const items = quick(events, outbox, view, before) ?? list(events, outbox, view, before);
    last = { events, view };
    return items;
  };
}

/**
 * Two rows that did not change: what stands above the second is kept. The newest message of those that did not change is
 * not among them, for it may not be the newest any more.
 */
function overlap(items: readonly TimelineItem[], events: readonly ChatEvent[], unchanged: number) {
  let keep = -1;
  let hasMessage = false;
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index] as TimelineItem;
    const source = sourceOf(item);
    const event = source ? events.lastIndexOf(source, unchanged - 1) : -1;
    if (event < 0) continue;
    if (hasMessage && keep >= 0) return { start: index, event, keep };
    keep = index;
    hasMessage ||= item.kind !== 'system';
  }
  return undefined;
}

function sourceOf(item: TimelineItem): ChatEvent | undefined {
  if (item.kind === 'message') return item.event;
  if (item.kind === 'content') return item.content;
  return item.kind === 'system' ? item.note : undefined;
}

function firstChanged(events: readonly ChatEvent[], before: readonly ChatEvent[]): number {
  const most = Math.min(events.length, before.length);
  let index = 0;
  while (index < most && events[index] === before[index]) index++;
  return index;
}

/** From here on an own message may have another mark. */
function firstNewlySeen(events: readonly ChatEvent[], before: Last['view'], view: Last['view']): number {
  if (before.seenByAgents === view.seenByAgents) return events.length;
  const seen = least(before.seenByAgents, view.seenByAgents);
  const index = events.findIndex(({ place }) => isAfter(place, seen));
  return index < 0 ? events.length : index;
}

function least(a: Place | undefined, b: Place | undefined): Place | undefined {
  return isAfter(a, b) ? b : a;
}

/** The service may hold a resent message twice, far apart; the outbox may still hold what stands above. */
function isTwice(kept: readonly TimelineItem[], end: readonly TimelineItem[]): boolean {
  const ids = new Set(end.map(customIdOf));
  ids.delete(undefined);
  return ids.size > 0 && kept.some((item) => ids.has(customIdOf(item)));
}

function customIdOf(item: TimelineItem): CustomId | undefined {
  return item.kind === 'message' || item.kind === 'content' ? item.customId : undefined;
}
