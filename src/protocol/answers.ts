import type { Chat, GroupId, GroupStatus, HistoryCursor, ThreadPage, Welcome } from '../domain';
import { readChatSummary, readCustomer, readThread } from './chat';
import type { Places } from './places';
import { type Drop, type Json, Reader } from './reader';

const read = (payload: Json) => new Reader(payload, 'payload');

/** The answer to `login`. Customer Chat API v3.6. */
export function readWelcome(payload: Json, places: Places): Welcome {
  const from = read(payload);
  const customer = from.object('customer');
  const online = from.mayObject('__priv_dynamic_config').mayList<GroupId>('online_groups_ids', Number.isInteger);
  const visits = customer.mayObject('statistics').mayCount('visits_count') ?? 0;
  return {
    customer: { ...readCustomer(customer, places), isPresent: true, isReturning: visits > 1 },
    groups: new Map(online.map((id): [GroupId, GroupStatus] => [id, 'online'])),
  };
}

/** The answer to `list_chats`. A customer has one chat, so the newest is the one. */
export function readFoundChat(payload: Json, places: Places, drop: Drop): Chat | undefined {
  return read(payload).each('chats_summary', drop, (chat) => readChatSummary(chat, places, drop))[0];
}

/** The answer to `list_threads`. */
export function readThreadPage(payload: Json, places: Places, drop: Drop): ThreadPage {
  const from = read(payload);
  return {
    threads: from.each('threads', drop, (thread) => readThread(thread, places, drop)),
    next: from.mayText<HistoryCursor>('next_page_id'),
  };
}

/** What came of an event that we sent. */
export interface SentIds {
  readonly chatId: string | undefined;
  readonly eventId: string | undefined;
}

/**
 * The answer to `start_chat`, `resume_chat` or `send_event` with our event: a response with ids, or the push that it
 * caused, with the event or the whole chat.
 */
export function readSentIds(payload: Json, customId: string): SentIds {
  const from = read(payload);
  const chat = from.mayObject('chat');
  const inChat = chat.mayObject('thread').each(
    'events',
    () => {},
    (event) => (event.any('custom_id') === customId ? event.id('id') : undefined),
  );
  const ids = [
    from.mayText('event_id'),
    from.mayObject('event').mayText('id'),
    ...inChat,
    ...from.mayList<string>('event_ids').slice(-1),
  ];
  return { chatId: from.mayText('chat_id') ?? chat.mayText('id'), eventId: ids.find(Boolean) };
}
