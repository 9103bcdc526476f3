import { readFoundChat, readWelcome } from '../answers';
import { createDialect, type DialectTable } from '../dialect';
import type { More, Places } from '../places';
import { placeOfTime } from '../time';

export const placesOf36: Omit<Places, 'more'> = {
  readPlace: (from) => placeOfTime(from.any('created_at')) ?? from.fail('created_at', 'time'),
  // Of a user in a chat, or told by itself.
  readSeenUpTo: (from) => placeOfTime(from.any('events_seen_up_to') ?? from.any('seen_up_to')),
};

/** The names of today. Customer Chat API v3.6. */
export const tableOf36 = (more: More): DialectTable => ({
  version: '3.6',
  readWelcome,
  readFoundChat,
  actions: {
    login: 'login',
    ping: 'ping',
    listChats: 'list_chats',
    listThreads: 'list_threads',
    startChat: 'start_chat',
    resumeChat: 'resume_chat',
    deactivateChat: 'deactivate_chat',
    sendEvent: 'send_event',
    sneakPeek: 'send_sneak_peek',
    markSeen: 'mark_events_as_seen',
    updatePage: 'update_customer_page',
  },
  pushes: {
    incoming_chat: 'chat-started',
    chat_deactivated: 'chat-deactivated',
    chat_transferred: 'chat-transferred',
    user_added_to_chat: 'user-added',
    user_removed_from_chat: 'user-removed',
    incoming_event: 'event-received',
    events_marked_as_seen: 'events-seen',
    incoming_typing_indicator: 'typing-changed',
    queue_position_updated: 'queue-moved',
    groups_status_updated: 'availability-changed',
  },
  places: { ...placesOf36, more },
});

/** `more` completes what the core reads. */
export const createV36 = (more: More) => createDialect(tableOf36(more));
