import type { Delivery, MessageItem, TimelineItem } from '../../domain';

const FOLD_MS = 60_000;

/** Of equal lines within a minute, with no message between them, the last one stays: it is what is true now. */
export function foldNotes(items: readonly TimelineItem[]): readonly TimelineItem[] {
  const folded = new Set<TimelineItem>();
  let run = new Map<string, { readonly item: TimelineItem; readonly at: number }>();
  for (const item of items) {
    if (item.kind === 'message') run = new Map();
    if (item.kind !== 'system') continue;
    const line = JSON.stringify([item.note.code, item.note.text, ...item.note.vars]);
    const same = run.get(line);
    if (same && item.at - same.at <= FOLD_MS) folded.add(same.item);
    run.set(line, { item, at: item.at });
  }
  return folded.size === 0 ? items : items.filter((item) => !folded.has(item));
}

/** The own messages whose state is shown: the last of each state, and whatever was not sent. */
export function markedMessages(items: readonly TimelineItem[]): ReadonlySet<MessageItem> {
  const marked = new Set<MessageItem>();
  const seen = new Set<Delivery>();
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index] as TimelineItem;
    if (item.kind !== 'message' || !item.delivery) continue;
    if (item.delivery === 'refused' || !seen.has(item.delivery)) marked.add(item);
    seen.add(item.delivery);
    // All that stands above a seen message was seen too.
    if (item.delivery === 'seen') break;
  }
  return marked;
}
