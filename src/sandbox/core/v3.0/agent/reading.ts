import { findThread, lastThread } from '../../chats/look';
import type { Action } from '../../side';
import { seenChat } from '../../v3.6/agent/chats';
import { agentSide } from '../../v3.6/agent/index';
import { cutPage, readPlace, threadsNewestFirst } from '../../v3.6/pages';
import type { AgentViewer } from '../../viewer';
import type { World } from '../../world';
import { isKnown } from '../event';
import * as forAgents from '../for-agents';
import { renamed, withNames } from '../renamed';
import { today } from '../today';
import { threadOrder } from '../values';

type AgentAction = Action<AgentViewer>;
type Named = readonly { readonly id: string }[];

/** The same chats as today, in the words of then. */
export const summaries = (world: World, { agentId }: AgentViewer, found: Named): readonly object[] =>
  found.map(({ id }) => forAgents.chatSummary(world, world.store.chat(id), agentId));

/** Only inactive ones could be asked for by leaving the others out. */
const listChats = renamed(today(agentSide.actions, 'list_chats'), { order: 'sort_order' }, (fields) => {
  const filters = fields.optionalObject('filters');
  if (!filters) return {};
  const { include_active: _, ...others } = filters.value;
  return { filters: filters.optionalBoolean('include_active') === false ? { ...others, active: false } : others };
});

export const getChatsSummary: AgentAction = {
  run(call) {
    const { chats_summary, ...page } = listChats.run(call) as { readonly chats_summary: Named };
    return { chats_summary: summaries(call.world, call.viewer, chats_summary), ...page };
  },
};

export const getChatThreads: AgentAction = {
  run({ world, viewer, fields }) {
    const ids = fields.strings('thread_ids');
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const last = lastThread(chat);
    const threads = ids ? ids.map((id) => findThread(chat, id)) : last ? [last] : [];
    const threads_summary = threadsNewestFirst(chat).map((of) => ({ thread_id: of.id, order: threadOrder(chat, of) }));
    return { chat: { ...forAgents.chatWithThreads(world, chat, viewer.agentId, threads), threads_summary } };
  },
};

export const getChatThreadsSummary: AgentAction = {
  run({ world, viewer, fields }) {
    const place = readPlace(withNames(fields, { order: 'sort_order' }), { limit: 10, most: 100 });
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const { items, ids } = cutPage(threadsNewestFirst(chat), place);
    const threads_summary = items.map((of) => ({
      id: of.id,
      order: threadOrder(chat, of),
      events_count: of.events.filter(isKnown).length,
    }));
    return { threads_summary, found_threads: chat.threads.length, ...ids };
  },
};
