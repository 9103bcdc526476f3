import { canSee } from '../../audience';
import { activeThread, findThread } from '../../chats/look';
import { Failure } from '../../failure';
import type { Fields } from '../../fields';
import type { Action } from '../../side';
import type { Chat, Thread } from '../../store/model';
import type { AgentViewer } from '../../viewer';
import * as forAgents from '../for-agents';
import { chatsNewestFirst, cutPage, readPlace, threadsNewestFirst } from '../pages';
import { seenChat } from './chats';
import { readPropertyFilter } from './property-filter';

type AgentAction = Action<AgentViewer>;

export const listChats: AgentAction = {
  run({ world, viewer, fields }) {
    const place = readPlace(fields, { limit: 10, most: 100, others: ['filters'] });
    const passes = readChatFilters(fields.optionalObject('filters'));
    const chats = chatsNewestFirst(world.store.chats.values()).filter(
      (chat) => canSee(world, viewer.agentId, chat) && passes(chat),
    );
    const { items, ids } = cutPage(chats, place);
    const summaries = items.map((chat) => forAgents.chatSummary(world, chat, viewer.agentId));
    return { chats_summary: summaries, found_chats: chats.length, ...ids };
  },
};

function readChatFilters(filters: Fields | undefined): (chat: Chat) => boolean {
  // Null is as good as absent here.
  const active = filters?.value['active'] === null ? undefined : filters?.optionalBoolean('active');
  const groupIds = filters?.integers('group_ids');
  const needsThread = filters?.optionalBoolean('include_chats_without_threads') === false;
  const hasProperties = readPropertyFilter(filters, ({ properties }: Chat) => properties);
  return (chat) =>
    (!needsThread || chat.threads.length > 0) &&
    hasProperties(chat) &&
    (active === undefined || (activeThread(chat) !== undefined) === active) &&
    (groupIds === undefined || chat.groupIds.some((id) => groupIds.includes(id)));
}

export const listThreads: AgentAction = {
  run({ world, viewer, fields }) {
    const place = readPlace(fields, { limit: 3, most: 100, others: ['min_events_count', 'filters'] });
    const filters = fields.optionalObject('filters');
    if (filters && fields.has('min_events_count')) fields.fail('min_events_count', 'cannot be used with `filters`');
    const from = filters?.has('from') ? filters.time('from') : '';
    const to = filters?.has('to') ? filters.time('to') : '9';
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const found = threadsNewestFirst(chat).filter(({ createdAt }) => createdAt >= from && createdAt <= to);
    const { items, ids } = cutPage<Thread>(found, place, ({ events }) => events.length);
    return {
      threads: items.map((thread) => forAgents.thread(world, chat, thread)),
      found_threads: found.length,
      ...ids,
    };
  },
};

export const getChat: AgentAction = {
  run({ world, viewer, fields }) {
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const threadId = fields.optionalString('thread_id');
    const thread = threadId === undefined ? undefined : findThread(chat, threadId);
    return forAgents.chatWithThread(world, chat, viewer.agentId, thread);
  },
};

export const getCustomer: AgentAction = {
  run({ world, fields }) {
    const customer = world.store.customers.get(fields.string('id'));
    if (!customer) throw new Failure('not_found');
    const chat = world.store.chatOfCustomer.get(customer.id);
    return { ...forAgents.customer(world, customer), ...(chat && { chat_ids: [chat.id] }) };
  },
};
