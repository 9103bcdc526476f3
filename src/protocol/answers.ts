import type { Chat, GroupId, GroupStatus, HistoryCursor, ThreadPage, Welcome } from '../domain';
import { type Drop, type Places, readChatSummary, readCustomer, readThread } from './chat';
import { type Json, optionalList, optionalObject, optionalString, readEach, readList, readObject } from './read';

const at = 'payload';

/** The answer to `login`. Customer Chat API v3.6, §Login. */
export function readWelcome(payload: Json, places: Places): Welcome {
  const online = optionalList(optionalObject(payload, '__priv_dynamic_config'), 'online_groups_ids');
  const groups = new Map<GroupId, GroupStatus>(
    online.filter((id): id is GroupId => typeof id === 'number').map((id) => [id, 'online']),
  );
  const customer = readCustomer(readObject(payload, 'customer', at), `${at}.customer`, places);
  const { visits_count: visits } = optionalObject(optionalObject(payload, 'customer'), 'statistics');
  const isReturning = typeof visits === 'number' && visits > 1;
  return { customer: { ...customer, isPresent: true, isReturning }, groups };
}

/** The answer to `list_chats`. A customer has one chat, so the newest is the one. */
export function readFoundChat(payload: Json, places: Places, drop: Drop): Chat | undefined {
  return readEach(readList(payload, 'chats_summary', at), `${at}.chats_summary`, drop, (chat, path) =>
    readChatSummary(chat, path, places, drop),
  )[0];
}

/** The answer to `list_threads`. */
export function readThreadPage(payload: Json, places: Places, drop: Drop): ThreadPage {
  const next = optionalString<HistoryCursor>(payload, 'next_page_id');
  const threads = readEach(readList(payload, 'threads', at), `${at}.threads`, drop, (thread, path) =>
    readThread(thread, path, places, drop),
  );
  return { threads, ...(next && { next }) };
}

/** The ids of the events that went along with `start_chat` or `resume_chat`. */
export function readEventIds(payload: Json): string[] {
  return optionalList(payload, 'event_ids').filter((id): id is string => typeof id === 'string');
}
