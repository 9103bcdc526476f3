import { isShown } from './is-shown';
import { isAfter } from './place';
import type { ContentItem, DayItem, Delivery, MessageItem, SystemItem, TimelineItem } from './timeline-items';
import type { ChatEvent, Content, CustomId, Message, OutboxItem, Place, SystemNote, UserId } from './types';

// Longer between two messages of one author, and a new group begins.
const GROUP_MS = 2 * 60_000;

interface View {
  readonly me: UserId | undefined;
  readonly seenByAgents: Place | undefined;
  readonly isOnline: boolean;
}

/**
 * What the log shows: the server's events in their order, then what is still on its way, in the order typed.
 * An item equal to the one of the same key in `before` is that very object, so that its row need not be drawn again.
 */
export function listItems(
  events: readonly ChatEvent[],
  outbox: readonly OutboxItem[],
  view: View,
  before: ReadonlyMap<string, TimelineItem>,
): readonly TimelineItem[] {
  const rows = [...eventRows(events, view), ...outboxRows(events, outbox, view)];
  const newest = rows.filter(isBubble).at(-1);
  const grouped = rows.map((row, index) => {
    const next = withGroup(row, rows[index - 1], rows[index + 1]);
    return row === newest && next.kind === 'content' ? { ...next, isNewest: true } : next;
  });
  return withDays(grouped).map((item) => sameAsBefore(item, before.get(item.key)));
}

function eventRows(events: readonly ChatEvent[], view: View): Row[] {
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
    rows.push(bubbleRow(event, isOwn, view));
  }
  return rows;
}

function bubbleRow(event: Message | Content, isOwn: boolean, view: View): MessageItem | ContentItem {
  const isSeen = view.seenByAgents !== undefined && !isAfter(event.place, view.seenByAgents);
  const bubble = {
    ...ungrouped,
    key: isOwn && event.customId ? event.customId : event.id,
    id: event.id,
    customId: event.customId,
    at: event.place.at,
    authorId: event.authorId,
    isOwn,
    delivery: isOwn ? (isSeen ? ('seen' as const) : ('sent' as const)) : undefined,
  };
  return event.kind === 'message'
    ? { ...bubble, kind: 'message', text: event.text, event }
    : { ...bubble, kind: 'content', content: event, isNewest: false };
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

function withGroup(row: Row, previous: Row | undefined, next: Row | undefined): Row {
  if (row.kind === 'system') return row;
  return { ...row, isFirstOfGroup: !belongTogether(previous, row), isLastOfGroup: !belongTogether(row, next) };
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

const isBubble = (row: Row | undefined): row is MessageItem | ContentItem => row !== undefined && row.kind !== 'system';

function withDays(rows: readonly Row[]): TimelineItem[] {
  return rows.flatMap((row, index) => {
    const previous = rows[index - 1];
    if (previous && isSameDay(previous.at, row.at)) return [row];
    const day: DayItem = { kind: 'day', key: `day:${row.key}`, at: row.at };
    return [day, row];
  });
}

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

function sameAsBefore(item: TimelineItem, before: TimelineItem | undefined): TimelineItem {
  return before && isShallowEqual(item, before) ? before : item;
}

function isShallowEqual(a: object, b: object): boolean {
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length && left.every(([key, value]) => (b as Record<string, unknown>)[key] === value);
}
