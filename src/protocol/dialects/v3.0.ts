import type { ChatId, Place, Rank, Update, UserId } from '../../domain';
import { readFoundChat } from '../answers';
import { mayQueue } from '../chat';
import { createDialect, type Dialect, type ReadPush } from '../dialect';
import type { More, Places } from '../places';
import { Reader } from '../reader';
import { createRest } from '../rest/create-rest';
import { sharedActions, sharedPushes } from '../rest/names';
import { readWelcome30 } from './v3.0-answers';

export { readSentIds30, readThreadIds, readThreads } from './v3.0-answers';

// More events than one second or one thread has. Seconds times this are still whole numbers, for longer than we live.
const MOST_ORDER = 1_000_000;
const LATEST_SECONDS = 9_000_000_000;

function whole(from: Reader, key: string, most: number): number | undefined {
  const value = from.any(key);
  return typeof value === 'number' && value >= 0 && value < most ? Math.floor(value) : undefined;
}

/**
 * Events are counted within their thread, threads within their chat, and seen marks are times in whole seconds. The
 * rank of an event is its second and then its number, so that ranks of two threads compare, and two events of one second
 * do too. A mark stands behind all of its second. Ranks of threads are their numbers, and compare among threads only.
 */
const places: Omit<Places, 'more'> = {
  readPlace(from) {
    const order = whole(from, 'order', MOST_ORDER - 1) ?? from.fail('order', 'number');
    // A thread has no type, and no time of its own.
    if (from.any('type') === undefined) return { rank: order as Rank, at: 0 };
    const seconds = whole(from, 'timestamp', LATEST_SECONDS) ?? from.fail('timestamp', 'seconds');
    return { rank: (seconds * MOST_ORDER + order) as Rank, at: seconds * 1_000 };
  },
  readSeenUpTo(from): Place | undefined {
    const told = from.any('last_seen_timestamp') === undefined ? 'timestamp' : 'last_seen_timestamp';
    const seconds = whole(from, told, LATEST_SECONDS);
    if (!seconds) return undefined;
    return { rank: (seconds * MOST_ORDER + MOST_ORDER - 1) as Rank, at: seconds * 1_000 };
  },
};

const readTransfer: ReadPush = (payload): Update => {
  const from = new Reader(payload, 'payload');
  return {
    type: 'chat-transferred',
    chatId: from.id<ChatId>('chat_id'),
    agentIds: from.any('type') === 'agent' ? from.mayList<UserId>('ids') : [],
    queue: mayQueue(from),
  };
};

/** The names of 2019. Customer Chat API v3.0. `more` completes what the core reads: {@link rest30} has it. */
export function createV30(more: More): Dialect {
  const dialect = createDialect({
    version: '3.0',
    readWelcome: readWelcome30,
    readFoundChat,
    actions: {
      login: 'login',
      ping: 'ping',
      listChats: 'get_chats_summary',
      listThreads: 'get_chat_threads_summary',
      startChat: 'start_chat',
      resumeChat: 'activate_chat',
      deactivateChat: 'close_thread',
      sendEvent: 'send_event',
      sneakPeek: 'send_sneak_peek',
      markSeen: 'update_last_seen_timestamp',
      updatePage: 'update_customer_page',
    },
    pushes: {
      incoming_chat_thread: 'chat-started',
      thread_closed: 'chat-deactivated',
      chat_user_added: 'user-added',
      chat_user_removed: 'user-removed',
      incoming_event: 'event-received',
      last_seen_timestamp_updated: 'events-seen',
      incoming_typing_indicator: 'typing-changed',
    },
    places: { ...places, more },
  });
  return { ...dialect, readPush: new Map([...dialect.readPush, ['chat_transferred', readTransfer]]) };
}

export const rest30 = createRest({
  places,
  mostButtons: 11,
  actions: {
    ...sharedActions,
    getThreads: 'get_chat_threads',
    setSessionFields: 'set_customer_fields',
    listGroupStatuses: 'get_groups_status',
    getUrlInfo: 'get_url_details',
    updateThreadProperties: 'update_chat_thread_properties',
    deleteThreadProperties: 'delete_chat_thread_properties',
    upload: 'send_file',
  },
  pushes: {
    ...sharedPushes,
    access_set: 'accessSet',
    chat_thread_properties_updated: 'propertiesUpdated',
    chat_thread_properties_deleted: 'propertiesDeleted',
  },
  write: {
    sessionFields: (fields) => ({ fields: Object.fromEntries(fields) }),
    chatOfProperties: (id) => ({ chat_id: id }),
    // Peers of that time differ in which of the two they read.
    groups: (ids) => ({ groups: ids, group_ids: ids }),
    seenUpTo: ({ at }) => ({ timestamp: Math.floor(at / 1_000) }),
  },
});

/** All of it at once: who fetches this has the rest too. */
export const v30 = createV30(rest30.more);
