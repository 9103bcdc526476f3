import { addSystemMessage } from '../../chats/events';
import { activeThread, nameOf, requireActive, servingAgents } from '../../chats/look';
import { admit, assignWaiting, dismiss, markAssigned, markUnassigned } from '../../chats/routing';
import { Failure } from '../../failure';
import type { Action } from '../../side';
import type { AgentViewer } from '../../viewer';
import { requirePresence, seenChat } from './chats';

type AgentAction = Action<AgentViewer>;

export const addUser: AgentAction = {
  answer: 'user-added',
  run({ world, viewer, fields }) {
    const userId = fields.string('user_id');
    const type = fields.oneOf('user_type', ['agent', 'customer'] as const) ?? fields.fail('user_type', 'is required');
    const visibility =
      fields.oneOf('visibility', ['all', 'agents'] as const) ?? fields.fail('visibility', 'is required');
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const thread = requireActive(chat);
    if (type === 'customer') throw new Failure('validation', 'A chat has one customer');
    if (!world.roster.agents.has(userId)) throw new Failure('not_found');
    if (chat.members.get(userId)?.present) throw new Failure('validation', 'The agent is in the chat already');
    const isSelf = userId === viewer.agentId;
    if (!isSelf) requirePresence(chat, viewer, fields);
    const others = servingAgents(chat).length;
    if (others > 0) {
      const agent = nameOf(world, userId);
      const variables = isSelf ? { agent } : { initiator: nameOf(world, viewer.agentId), agent };
      addSystemMessage(world, chat, thread, isSelf ? 'agent_joined' : 'agent_added', variables, visibility);
    }
    admit(world, chat, userId, { reason: 'manual', visibility, requesterId: viewer.agentId });
    if (others === 0) markAssigned(world, chat, thread);
  },
};

export const removeUser: AgentAction = {
  answer: 'user-removed',
  run({ world, viewer, fields }) {
    const userId = fields.string('user_id');
    const type = fields.oneOf('user_type', ['agent', 'customer'] as const) ?? fields.fail('user_type', 'is required');
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const member = chat.members.get(userId);
    if (type === 'customer') throw new Failure('validation', 'Customers cannot be removed');
    if (!member?.present) throw new Failure('not_found');
    const isSelf = userId === viewer.agentId;
    if (!isSelf) requirePresence(chat, viewer, fields);
    const thread = activeThread(chat);
    if (thread) {
      const agent = nameOf(world, userId);
      const variables = isSelf ? { agent } : { initiator: nameOf(world, viewer.agentId), agent };
      addSystemMessage(world, chat, thread, isSelf ? 'agent_left' : 'agent_removed', variables, member.visibility);
    }
    dismiss(world, chat, member, { reason: 'manual', requesterId: viewer.agentId });
    if (thread && servingAgents(chat).length === 0) {
      markUnassigned(world, chat, thread);
      assignWaiting(world, [userId]);
    }
  },
};
