import { activeThread } from '../chats/look';
import { isObject } from '../fields';
import type { News } from '../news';
import type { Side } from '../side';
import type { AgentViewer } from '../viewer';
import type { World } from '../world';

/** What is told to webhooks: nearly the push that an agent would hear, who sees everything and is nobody. */
export interface Message {
  readonly action: string;
  readonly payload: unknown;
}

const ONLOOKER: AgentViewer = {
  side: 'agent',
  agentId: '',
  monitoring: 'highest_available',
  isAway: false,
  pushes: 'all',
};

export function writeMessages(world: World, side: Side<AgentViewer>, news: News): readonly Message[] {
  switch (news.news) {
    case 'chat-arrived':
      // Told to one agent who comes later, it is no new thread.
      return news.agentId === undefined ? write(world, side, news).map(bare) : [];
    case 'event-added':
      return isInActiveThread(world, news) ? write(world, side, news) : [];
    case 'routing-status':
      return [
        {
          action: side.namesVersions ? 'routing_status_set' : 'agent_status_changed',
          // With spaces, unlike the push.
          payload: { agent_id: news.agentId, status: news.status.replaceAll('_', ' ') },
        },
      ];
    case 'customer-changed':
      return sessionFields(world, side, news);
    case 'account-changed':
      return [renamedId(side, { action: news.change, payload: news.payload })];
    default:
      return write(world, side, news);
  }
}

const write = (world: World, side: Side<AgentViewer>, news: News): readonly Message[] =>
  [side.write(world, ONLOOKER, news) ?? []].flat();

function isInActiveThread(world: World, { chatId, threadId }: { readonly chatId: string; readonly threadId: string }) {
  return activeThread(world.store.chat(chatId))?.id === threadId;
}

/** Only the chat, and nothing that depends on who looks. */
function bare({ action, payload }: Message): Message {
  if (!isObject(payload) || !isObject(payload['chat'])) return { action, payload };
  const { is_followed: _, ...chat } = payload['chat'];
  return { action, payload: { chat } };
}

/** Once for the chat that is going on, and not at all without one. */
function sessionFields(
  world: World,
  side: Side<AgentViewer>,
  news: Extract<News, { readonly news: 'customer-changed' }>,
): readonly Message[] {
  const chat = world.store.chatOfCustomer.get(news.customerId);
  const thread = chat && activeThread(chat);
  if (!chat || !thread || !news.changes.sessionFields) return [];
  return write(world, side, news).flatMap(({ payload }) => {
    const session_fields = isObject(payload) ? payload['session_fields'] : undefined;
    if (session_fields === undefined) return [];
    const active_chat = { chat_id: chat.id, thread_id: thread.id };
    const action = 'customer_session_fields_updated';
    return [{ action, payload: { id: news.customerId, active_chat, session_fields } }];
  });
}

/** v3.0 calls an agent's id by its whole name. */
function renamedId(side: Side<AgentViewer>, { action, payload }: Message): Message {
  if (side.namesVersions || !isObject(payload)) return { action, payload };
  const { id, ...rest } = payload;
  return { action, payload: { agent_id: id, ...rest } };
}
