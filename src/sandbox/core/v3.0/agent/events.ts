import { lastThread } from '../../chats/look';
import { setMember } from '../../chats/routing';
import { markSeen } from '../../chats/seen';
import type { Fields } from '../../fields';
import type { Action } from '../../side';
import type { Chat } from '../../store/model';
import { requireVisible, seenChat } from '../../v3.6/agent/chats';
import { readEvent } from '../../v3.6/read-event';
import type { AgentViewer } from '../../viewer';
import type { World } from '../../world';
import { bodies } from '../event-bodies';
import * as forAgents from '../for-agents';
import { endOfSecond } from '../values';
import { EVENT_ANSWERS, readManner, writeEvent } from '../write-event';

type AgentAction = Action<AgentViewer>;

export const sendEvent: AgentAction = {
  answer: EVENT_ANSWERS,
  run({ world, viewer, fields }) {
    const { agentId } = viewer;
    const draft = readDraft(world, viewer, fields.object('event'));
    const manner = readManner(fields);
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    requireVisible(chat, viewer, draft.visibility);
    announce(world, chat, agentId);
    const { thread, event } = writeEvent(world, chat, manner, draft, { requesterId: agentId });
    return { thread_id: thread.id, event: forAgents.event(event) };
  },
};

/** Sentences of agents are for agents, unless they say otherwise. */
function readDraft(world: World, { agentId }: AgentViewer, event: Fields) {
  const { textBytes } = world.settings.limits;
  const draft = readEvent(event, { authorId: agentId, textBytes, bodies });
  const isForAgents = draft.type === 'system_message' && !event.has('recipients');
  return isForAgents ? { ...draft, visibility: 'agents' as const } : draft;
}

/** Who writes without having joined is shown as somebody who is not there. */
export function announce(world: World, chat: Chat, agentId: string): void {
  const thread = lastThread(chat);
  if (!thread?.active || chat.members.has(agentId)) return;
  const member = setMember(world, chat, { id: agentId, type: 'agent', present: false, visibility: 'all' });
  world.tell({ news: 'user-added', chatId: chat.id, threadId: thread.id, member: { ...member }, reason: 'other' });
}

export const updateLastSeen: AgentAction = {
  answer: 'seen',
  run({ world, viewer, fields }) {
    const timestamp = fields.optionalInteger('timestamp', 0) ?? Math.floor(world.clock.now() / 1000);
    markSeen(world, seenChat(world, viewer, fields.string('chat_id')), viewer.agentId, endOfSecond(timestamp));
    return { timestamp };
  },
};
