import { beforeEach, expect, it } from 'vitest';
import type { AnyUpdate } from '../../src/connection';
import type { Place } from '../../src/domain';
import { isAfter } from '../../src/domain/place';
import { connectionLine } from '../support/connection-line';
import { settle } from '../support/fake-clock';

const SECOND = 1_700_000_000;
let line: ReturnType<typeof connectionLine>;

const message = (order: number, seconds = SECOND) => ({
  id: `K600_${order}`,
  type: 'message',
  order,
  timestamp: seconds,
  author_id: 'agent@example.com',
  text: 'Hello',
});
const says = (order: number, seconds?: number) =>
  line.sockets.last().push('incoming_event', { chat_id: 'C', thread_id: 'T', event: message(order, seconds) });
const saw = (timestamp: number) =>
  line.sockets.last().push('last_seen_timestamp_updated', { user_id: 'U', chat_id: 'C', timestamp });

const places = (): readonly Place[] =>
  line.updates.flatMap((update: AnyUpdate) => (update.type === 'event-received' ? [update.event.place] : []));
const marks = (): readonly Place[] =>
  line.updates.flatMap((update: AnyUpdate) => (update.type === 'events-seen' ? [update.upTo] : []));

beforeEach(async () => {
  line = connectionLine('3.0');
  await line.online();
});

it('nobody has seen what came after the mark, though in its second', async () => {
  says(3);
  saw(SECOND);
  says(4);
  await settle();
  const [seen, later] = places();
  expect(marks()).toEqual([seen]);
  expect(isAfter(later, marks()[0])).toBe(true);
});

it('a mark covers all that was there in its second', async () => {
  says(3);
  says(4);
  says(2);
  saw(SECOND);
  await settle();
  expect(places()).toHaveLength(3);
  for (const place of places()) expect(isAfter(place, marks()[0])).toBe(false);
});

it('a mark of another second is what it says', async () => {
  says(3, SECOND - 1);
  saw(SECOND);
  says(4, SECOND);
  saw(SECOND - 1);
  await settle();
  const [before, during] = places();
  const [late, early] = marks();
  expect(isAfter(late, during)).toBe(true);
  expect(isAfter(early, before)).toBe(true);
  expect(isAfter(during, early)).toBe(true);
});

it('a chat that begins brings marks and events at once', async () => {
  const user = { id: 'U', type: 'customer', present: true, last_seen_timestamp: SECOND };
  const thread = { id: 'T', active: true, order: 1, user_ids: ['U'], events: [message(1), message(2)] };
  line.sockets.last().push('incoming_chat_thread', { chat: { id: 'C', users: [user], thread } });
  says(3);
  await settle();
  const started = line.updates.find((update) => update.type === 'chat-started');
  const [customer] = started!.chat.users;
  expect(customer!.seenUpTo).toEqual(started!.chat.thread!.events[1]!.place);
  expect(isAfter(places()[0], customer!.seenUpTo)).toBe(true);
});
