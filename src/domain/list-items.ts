import { isShown } from './is-shown';
import { isAfter } from './place';
import type { ContentItem, Delivery, MessageItem, SystemItem, TimelineItem } from './timeline-items';
import type { ChatEvent, Content, CustomId, Message, OutboxItem, Place, SystemNote, UserId } from './types';

// Longer between two messages of one author, and a new group begins.
const GROUP_MS = 2 * 60_000;

export interface View {
  readonly me: UserId | undefined;
  readonly seenByAgents: Place | undefined;
  readonly isOnline: boolean;
}

/**
 * What the log shows: the server's events in their order, then what is still on its way, in the order typed.
 * An item equal to the one of the same key in `shown` is that very object, so that its row need not be drawn again.
 */
export function listItems(
  events: readonly ChatEvent[],
  outbox: readonly OutboxItem[],
  view: View,
  shown: readonly TimelineItem[],
): readonly TimelineItem[] {
  const before = new Map(shown.map((item) => [item.key, item]));
  const rows = [...eventRows(events, view, before), ...outboxRows(events, outbox, view)];
  const newest = rows.filter(isBubble).at(-1);
  const items: TimelineItem[] = [];
  rows.forEach((row, index) => {
    const previous = rows[index - 1];
    if (!previous || !isSameDay(previous.at, row.at)) items.push({ kind: 'day', key: `day:${row.key}`, at: row.at });
    items.push(withGroup(row, previous, rows[index + 1], row === newest));
  });
  return items.map((item) => sameAsBefore(item, before.get(item.key)));
}

function eventRows(events: readonly ChatEvent[], view: View, before: ReadonlyMap<string, TimelineItem>): Row[] {
  // The server may hold a resent message twice; one item of the outbox is shown once.
  const shown = new Set<CustomId>();
  const rows: Row[] = [];
  for (const event of events) {
    if (event.kind === 'system') rows.push(systemRow(event));
    if (!isShown(event)) continue;
    const isOwn = event.authorId === view.me;
    if (isOwn && event.customId) {
      if (shown.has(event.customId)) continue;
      shown.add(event.customId);
    }
    rows.push(bubbleRow(event, isOwn, view, before));
  }
  return rows;
}

function bubbleRow(
  event: Message | Content,
  isOwn: boolean,
  view: View,
  before: ReadonlyMap<string, TimelineItem>,
): MessageItem | ContentItem {
  const isSeen = view.seenByAgents !== undefined && !isAfter(event.place, view.seenByAgents);
  const delivery = isOwn ? (isSeen ? 'seen' : 'sent') : undefined;
  const key = isOwn && event.customId ? event.customId : event.id;
  const known = before.get(key);
  // In a long chat nearly all of them are as they were, and making them anew is what takes time.
  if (isBubble(known) && known.delivery === delivery && sourceOf(known) === event) return known;
  const bubble = {
    ...ungrouped,
    key,
    id: event.id,
    customId: event.customId,
    at: event.place.at,
    authorId: event.authorId,
    isOwn,
    delivery,
  } as const;
  return event.kind === 'message'
    ? { ...bubble, kind: 'message', text: event.text, event }
    : { ...bubble, kind: 'content', content: event, isNewest: false };
}

function sourceOf(item: MessageItem | ContentItem): ChatEvent | undefined {
  return item.kind === 'message' ? item.event : item.content;
}

function outboxRows(events: readonly ChatEvent[], outbox: readonly OutboxItem[], view: View): MessageItem[] {
  if (outbox.length === 0) return [];
  const echoed = new Set(events.map((event) => event.customId));
  return outbox
    .filter((item) => !echoed.has(item.customId))
    .map((item) => ({
      ...ungrouped,
      kind: 'message' as const,
      key: item.customId,
      customId: item.customId,
      text: item.text,
      at: item.typedAt,
      authorId: view.me,
      isOwn: true,
      delivery: deliveryOf(item, view.isOnline),
      refusal: item.state === 'refused' ? item.reason : undefined,
    }));
}

function deliveryOf(item: OutboxItem, isOnline: boolean): Delivery {
  if (item.state === 'accepted') return 'sent';
  if (item.state === 'refused') return 'refused';
  return isOnline ? 'sending' : 'waiting';
}

function systemRow(note: SystemNote): SystemItem {
  // The customer's own doings name a customer and no agent.
  const isOwn = note.vars.has('customer') && !note.vars.has('agent') && !note.vars.has('initiator');
  return { kind: 'system', key: note.id, at: note.place.at, note, isOwn };
}

const ungrouped = { isFirstOfGroup: true, isLastOfGroup: true } as const;

type Row = MessageItem | ContentItem | SystemItem;

function withGroup(row: Row, previous: Row | undefined, next: Row | undefined, isNewest: boolean): Row {
  if (row.kind === 'system') return row;
  const isFirstOfGroup = !belongTogether(previous, row);
  const isLastOfGroup = !belongTogether(row, next);
  const group = { isFirstOfGroup, isLastOfGroup, ...(row.kind === 'content' && { isNewest }) };
  return isIn(group, row) ? row : { ...row, ...group };
}

function belongTogether(a: Row | undefined, b: Row | undefined): boolean {
  return (
    isBubble(a) &&
    isBubble(b) &&
    a.isOwn === b.isOwn &&
    (a.isOwn || a.authorId === b.authorId) &&
    Math.abs(b.at - a.at) < GROUP_MS &&
    isSameDay(a.at, b.at)
  );
}

const isBubble = (item: TimelineItem | undefined): item is MessageItem | ContentItem =>
  item?.kind === 'message' || item?.kind === 'content';

function isSameDay(a: number, b: number): boolean {
  // Days have up to 25 hours.
  return Math.abs(b - a) < 9e7 && new Date(a).getDate() === new Date(b).getDate();
}

function sameAsBefore(item: TimelineItem, before: TimelineItem | undefined): TimelineItem {
  return before && isIn(item, before) ? before : item;
}

/** Items of one kind have the same keys. */
function isIn(part: object, whole: object): boolean {
  if (part !== whole)
    for (const key in part) if (part[key as keyof object] !== whole[key as keyof object]) return false;
  return true;
}
