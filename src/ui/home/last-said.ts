import type { ContentItem, MessageItem, TimelineItem } from '../../domain';

/** The newest that somebody said, without what only the page can show. */
export function lastSaid(items: readonly TimelineItem[]): MessageItem | ContentItem | undefined {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item?.kind === 'message' || (item?.kind === 'content' && item.content.kind !== 'custom')) return item;
  }
  return undefined;
}
