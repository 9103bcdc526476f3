import type { Rtm } from './rtm';

/** Everything that the console asks of the Agent Chat API v3.6, and how it says it. */
export function createActions(rtm: Pick<Rtm, 'request'>, myId: string) {
  const ask = rtm.request;
  return {
    listChats: () => ask('list_chats', { limit: 100 }),
    getChat: (chatId: string) => ask('get_chat', { chat_id: chatId }),
    /** A page id brings its own limit with it; to name one as well is an error. */
    listThreads: (chatId: string, pageId?: string) =>
      ask('list_threads', pageId ? { chat_id: chatId, page_id: pageId } : { chat_id: chatId, limit: 3 }),
    follow: (chatId: string) => ask('follow_chat', { id: chatId }),
    join: (chatId: string) =>
      ask('add_user_to_chat', {
        chat_id: chatId,
        user_id: myId,
        user_type: 'agent',
        visibility: 'all',
        ignore_requester_presence: true,
      }),
    leave: (chatId: string) => ask('remove_user_from_chat', { chat_id: chatId, user_id: myId, user_type: 'agent' }),
    listAgents: (chatId: string) => ask('list_agents_for_transfer', { chat_id: chatId }),
    transfer: (chatId: string, agentId: string) =>
      ask('transfer_chat', {
        id: chatId,
        target: { type: 'agent', ids: [agentId] },
        ignore_agents_availability: true,
        ignore_requester_presence: true,
      }),
    close: (chatId: string) => ask('deactivate_chat', { id: chatId, ignore_requester_presence: true }),
    resume: (chatId: string) => ask('resume_chat', { chat: { id: chatId } }),
    markSeen: (chatId: string, seenUpTo: string) =>
      ask('mark_events_as_seen', { chat_id: chatId, seen_up_to: seenUpTo }),
    typing: (chatId: string, isTyping: boolean) =>
      ask('send_typing_indicator', { chat_id: chatId, is_typing: isTyping }),
    setRouting: (status: Routing) => ask('set_routing_status', { status }),
    logout: () => ask('logout'),
  };
}

export type Routing = 'accepting_chats' | 'not_accepting_chats';
export type Actions = ReturnType<typeof createActions>;
