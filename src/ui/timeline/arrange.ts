import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Clock, EventId, MessageItem, Place, Preview, Session, ThreadId, TimelineItem } from '../../domain';
import { hideEmpty } from './hide-empty';

/**
 * The rows of the log: what has nothing to show is left out, and an answer that is still being written stands at the
 * end. Its row stays when its event comes, for both have one key.
 */
export function arrange(session: Session, clock: Clock): ReadonlySignal<readonly TimelineItem[]> {
  const previewed = new Set<string>();
  const drawn = new WeakMap<Preview, MessageItem>();
  const renamed = new WeakMap<TimelineItem, TimelineItem>();
  const startedAt = new Map<string, number>();

  function asItem(preview: Preview): MessageItem {
    const known = drawn.get(preview);
    if (known) return known;
    const at = startedAt.get(preview.key) ?? clock.now();
    startedAt.set(preview.key, at);
    const item = itemOf(preview, at);
    drawn.set(preview, item);
    return item;
  }

  function withKeyOfPreview(item: TimelineItem): TimelineItem {
    if (!('isOwn' in item) || item.kind === 'system' || item.isOwn) return item;
    if (!item.customId || !previewed.has(item.customId)) return item;
    const same = renamed.get(item) ?? { ...item, key: item.customId };
    renamed.set(item, same);
    return same;
  }

  return computed(() => {
    const me = session.users.me.value?.id;
    const items = hideEmpty(session.timeline.items.value, me);
    const previews = session.rest.value?.previews.value ?? [];
    for (const { key } of previews) previewed.add(key);
    if (previewed.size === 0) return items;
    const rows = items.map(withKeyOfPreview);
    const keys = new Set(rows.map(({ key }) => key));
    return [...rows, ...previews.filter(({ key }) => !keys.has(key)).map(asItem)];
  });
}

function itemOf({ key, authorId, text, properties }: Preview, at: number): MessageItem {
  const place = { rank: 0 as Place['rank'], at };
  return {
    kind: 'message',
    key,
    at,
    authorId,
    text,
    isOwn: false,
    isFirstOfGroup: true,
    isLastOfGroup: true,
    // It is no event yet; only its properties say how the text is to be read.
    event: properties && {
      kind: 'message',
      id: key as EventId,
      threadId: '' as ThreadId,
      place,
      authorId,
      text,
      properties,
    },
  };
}
