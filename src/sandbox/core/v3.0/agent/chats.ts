import { findThread } from '../../chats/look';
import type { Action } from '../../side';
import { seenChat } from '../../v3.6/agent/chats';
import { agentSide } from '../../v3.6/agent/index';
import type { AgentViewer } from '../../viewer';
import * as forAgents from '../for-agents';
import { renamed } from '../renamed';
import { today } from '../today';

type AgentAction = Action<AgentViewer>;

const now = agentSide.actions;

/** Today a new thread is answered by its id, then by all of it. */
export const startChat: AgentAction = {
  answer: 'chat-arrived',
  run(call) {
    const { world } = call;
    const { chat_id, thread_id } = today(now, 'start_chat').run(call) as { chat_id: string; thread_id: string };
    const chat = world.store.chat(chat_id);
    const thread = forAgents.thread(world, chat, findThread(chat, thread_id));
    return { chat: { id: chat.id, users: forAgents.users(world, chat), thread } };
  },
};

export const activateChat: AgentAction = {
  answer: 'chat-arrived',
  run(call) {
    const { world, viewer, fields } = call;
    const { thread_id } = today(now, 'resume_chat').run(call) as { thread_id: string };
    const chat = seenChat(world, viewer, fields.object('chat').string('id'));
    return { chat: forAgents.chatWithThreads(world, chat, viewer.agentId, [findThread(chat, thread_id)]) };
  },
};

/** Nobody had to be in a chat to close it, unless they asked for that rule. */
export const closeThread = renamed(today(now, 'deactivate_chat'), { chat_id: 'id' }, (fields) => ({
  ignore_requester_presence: !(fields.optionalBoolean('require_requester_presence') ?? false),
}));

export const transferChat = renamed(today(now, 'transfer_chat'), { chat_id: 'id' }, (fields) => ({
  ignore_requester_presence: true,
  ignore_agents_availability: fields.optionalBoolean('force') ?? false,
}));

/** There were no supervisors whom customers do not see. */
export const addUser = renamed(today(now, 'add_user_to_chat'), {}, () => ({
  visibility: 'all',
  ignore_requester_presence: true,
}));

export const removeUser = renamed(today(now, 'remove_user_from_chat'), {}, () => ({ ignore_requester_presence: true }));
