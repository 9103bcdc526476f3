import { addEvent } from '../../chats/events';
import { requireActive } from '../../chats/look';
import { markSeen } from '../../chats/seen';
import { Failure } from '../../failure';
import type { Action } from '../../side';
import type { AgentViewer } from '../../viewer';
import { readEvent } from '../read-event';
import { requirePresence, seenChat } from './chats';

type AgentAction = Action<AgentViewer>;

export const sendEvent: AgentAction = {
  answer: 'event-added',
  run({ world, viewer, fields }) {
    const { agentId } = viewer;
    const { textBytes } = world.settings.limits;
    const draft = readEvent(fields.object('event'), { authorId: agentId, textBytes });
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const thread = requireActive(chat);
    requirePresence(chat, viewer);
    // A supervisor whom the customer does not see must not be read by them.
    if (chat.members.get(agentId)?.visibility === 'agents' && draft.visibility === 'all') {
      throw new Failure('authorization');
    }
    return { event_id: addEvent(world, chat, thread, draft).id };
  },
};

export const sendTypingIndicator: AgentAction = {
  run({ world, viewer, fields }) {
    const isTyping = fields.boolean('is_typing');
    const visibilities = ['all', 'agents'] as const;
    const visibility = fields.oneOf('visibility', visibilities) ?? fields.oneOf('recipients', visibilities) ?? 'all';
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const { id: threadId } = requireActive(chat);
    requirePresence(chat, viewer);
    const at = Math.floor(world.clock.now() / 1000);
    world.tell({ news: 'typing', chatId: chat.id, threadId, authorId: viewer.agentId, visibility, isTyping, at });
  },
};

export const markEventsAsSeen: AgentAction = {
  answer: 'seen',
  run({ world, viewer, fields }) {
    const upTo = fields.time('seen_up_to');
    markSeen(world, seenChat(world, viewer, fields.string('chat_id')), viewer.agentId, upTo);
  },
};
