import type { Delivery, TimelineItem } from '../../domain';

/** The own messages whose state is shown: the last of each state, and whatever was not sent. */
export function markedMessages(items: readonly TimelineItem[]): ReadonlySet<TimelineItem> {
  const marked = new Set<TimelineItem>();
  const seen = new Set<Delivery>();
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index] as TimelineItem;
    if (!('delivery' in item && item.delivery)) continue;
    if (item.delivery === 'refused' || !seen.has(item.delivery)) marked.add(item);
    seen.add(item.delivery);
    // All that stands above a seen message was seen too.
    if (item.delivery === 'seen') break;
  }
  return marked;
}
