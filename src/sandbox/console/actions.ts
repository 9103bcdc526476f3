import type { PropertyValue } from './properties';
import type { Rtm } from './rtm';
import type { Status } from './team';

export type Target = { readonly type: 'agent'; readonly ids: readonly string[] } | GroupTarget | undefined;
type GroupTarget = { readonly type: 'group'; readonly ids: readonly number[] };

/** Of what a property is: the chat, one of its threads, or one of its events. */
export interface PropertyPlace {
  readonly chatId: string;
  readonly threadId?: string | undefined;
  readonly eventId?: string | undefined;
}

export interface Profile {
  readonly name?: string;
  readonly email?: string;
  readonly session_fields?: readonly Readonly<Record<string, string>>[];
}

/** Everything that we ask of the Agent Chat API v3.6, and how we say it. */
export function createActions(rtm: Pick<Rtm, 'request'>, myId: string) {
  const ask = rtm.request;
  // An agent of this console may do with any chat what they may do with their own.
  const fromOutside = { ignore_requester_presence: true };

  function property(verb: 'update' | 'delete', { chatId, threadId, eventId }: PropertyPlace, properties: object) {
    if (eventId) {
      const place = { chat_id: chatId, thread_id: threadId, event_id: eventId };
      return ask(`${verb}_event_properties`, { ...place, properties });
    }
    if (threadId) return ask(`${verb}_thread_properties`, { chat_id: chatId, thread_id: threadId, properties });
    return ask(`${verb}_chat_properties`, { id: chatId, properties });
  }

  return {
    listChats: () => ask('list_chats', { limit: 100 }),
    getChat: (chatId: string) => ask('get_chat', { chat_id: chatId }),
    /** A page id brings its own limit with it; to name one as well is an error. */
    listThreads: (chatId: string, pageId?: string) =>
      ask('list_threads', pageId ? { chat_id: chatId, page_id: pageId } : { chat_id: chatId, limit: 3 }),
    follow: (chatId: string) => ask('follow_chat', { id: chatId }),
    unfollow: (chatId: string) => ask('unfollow_chat', { id: chatId }),
    start: (customerId: string) => ask('start_chat', { chat: { users: [{ id: customerId, type: 'customer' }] } }),
    resume: (chatId: string) => ask('resume_chat', { chat: { id: chatId } }),
    close: (chatId: string) => ask('deactivate_chat', { id: chatId, ...fromOutside }),
    transfer: (chatId: string, target: Target) =>
      ask('transfer_chat', { id: chatId, ...(target && { target }), ignore_agents_availability: true, ...fromOutside }),
    listAgents: (chatId: string) => ask('list_agents_for_transfer', { chat_id: chatId }),
    summarize: (chatId: string, threadId: string) =>
      ask('request_thread_summary', { chat_id: chatId, thread_id: threadId }),

    join: (chatId: string, agentId = myId, visibility: 'all' | 'agents' = 'all') =>
      ask('add_user_to_chat', { chat_id: chatId, user_id: agentId, user_type: 'agent', visibility, ...fromOutside }),
    leave: (chatId: string) => ask('remove_user_from_chat', { chat_id: chatId, user_id: myId, user_type: 'agent' }),
    remove: (chatId: string, agentId: string) =>
      ask('remove_user_from_chat', { chat_id: chatId, user_id: agentId, user_type: 'agent', ...fromOutside }),

    sendEvent: (chatId: string, event: object) => ask('send_event', { chat_id: chatId, event }),
    sendPreview: (chatId: string, text: string, customId: string) =>
      ask('send_event_preview', { chat_id: chatId, event: { type: 'message', text, custom_id: customId } }),
    click: (chatId: string, threadId: string, eventId: string, id: string, toggled: boolean) =>
      ask('send_rich_message_postback', {
        chat_id: chatId,
        thread_id: threadId,
        event_id: eventId,
        postback: { id, toggled },
      }),
    typing: (chatId: string, isTyping: boolean) =>
      ask('send_typing_indicator', { chat_id: chatId, is_typing: isTyping }),
    thinking: (chatId: string, title: string, description: string) =>
      ask('send_thinking_indicator', { chat_id: chatId, title, description }),
    markSeen: (chatId: string, seenUpTo: string) =>
      ask('mark_events_as_seen', { chat_id: chatId, seen_up_to: seenUpTo }),

    tag: (chatId: string, threadId: string, tag: string) =>
      ask('tag_thread', { chat_id: chatId, thread_id: threadId, tag }),
    untag: (chatId: string, threadId: string, tag: string) =>
      ask('untag_thread', { chat_id: chatId, thread_id: threadId, tag }),
    setProperty: (place: PropertyPlace, namespace: string, values: Readonly<Record<string, PropertyValue>>) =>
      property('update', place, { [namespace]: values }),
    deleteProperty: (place: PropertyPlace, namespace: string, names: readonly string[]) =>
      property('delete', place, { [namespace]: names }),

    updateCustomer: (customerId: string, profile: Profile) => ask('update_customer', { id: customerId, ...profile }),
    ban: (customerId: string, days: number) => ask('ban_customer', { id: customerId, ban: { days } }),

    listStatuses: () => ask('list_routing_statuses', {}),
    setRouting: (status: Status, agentId?: string) =>
      ask('set_routing_status', agentId && agentId !== myId ? { agent_id: agentId, status } : { status }),
    setAway: (away: boolean) => ask('set_away_status', { away }),
    multicast: (agents: object, content: unknown, type: string) =>
      ask('multicast', { recipients: { agents }, content, ...(type && { type }) }),
    logout: () => ask('logout'),
  };
}

export type Actions = ReturnType<typeof createActions>;
