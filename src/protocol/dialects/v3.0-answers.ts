import type { Customer, GroupId, GroupStatus, Thread, ThreadId, UserId, Welcome } from '../../domain';
import { readSentIds, type SentIds } from '../answers';
import { readThread } from '../chat';
import type { Places } from '../places';
import { type Drop, isObject, type Json, Reader } from '../reader';
import { readSessionFields } from '../rest/more';
import { mayCut, mayWhole } from '../rest/values';

const read = (payload: Json) => new Reader(payload, 'payload');

/** The answer to `login`: what is known of the customer stands among private settings. Customer Chat API v3.0. */
export function readWelcome30(payload: Json): Welcome {
  const from = read(payload);
  const config = from.mayObject('__priv_dynamic_config');
  const data = config.mayObject('customer_data');
  const customer: Customer = {
    kind: 'customer',
    id: from.id<UserId>('customer_id'),
    name: mayCut(data, 'name'),
    isPresent: true,
    isReturning: (data.mayCount('visits_count') ?? 0) > 1,
    sessionFields: readSessionFields(data),
  };
  const online = config.mayList<GroupId>('online_groups_ids', Number.isInteger);
  return { customer, groups: new Map(online.map((id): [GroupId, GroupStatus] => [id, 'online'])) };
}

/** The answer to `get_chat_threads_summary`: newest first, and how many there are in all. */
export function readThreadIds(
  payload: Json,
  drop: Drop,
): { readonly ids: readonly ThreadId[]; readonly total: number } {
  const from = read(payload);
  const heads = from.each('threads_summary', drop, (head) => ({
    id: head.id<ThreadId>('id'),
    order: mayWhole(head, 'order') ?? 0,
  }));
  const ids = heads.sort((a, b) => b.order - a.order).map(({ id }) => id);
  return { ids, total: from.mayCount('total_threads') ?? ids.length };
}

/** The answer to `get_chat_threads`: newest first, whatever the order of the wish. */
export function readThreads(payload: Json, places: Places, drop: Drop): readonly Thread[] {
  const threads = read(payload)
    .object('chat')
    .each('threads', drop, (thread) => readThread(thread, places, drop));
  return threads.sort((a, b) => Number(b.place.rank) - Number(a.place.rank));
}

/** As {@link readSentIds}, and knows that `activate_chat` answers with a list of threads. */
export function readSentIds30(payload: Json, customId: string): SentIds {
  const chat = read(payload).mayObject('chat');
  const threads = chat.any('threads');
  const newest: unknown = Array.isArray(threads) ? threads.at(-1) : undefined;
  if (!isObject(newest)) return readSentIds(payload, customId);
  return readSentIds({ chat: { id: chat.any('id'), thread: newest } }, customId);
}
