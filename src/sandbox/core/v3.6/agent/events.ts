import { addEvent } from '../../chats/events';
import { findEvent, findThread, requireActive } from '../../chats/look';
import { markSeen } from '../../chats/seen';
import { pressButton } from '../../postbacks';
import { agentRights } from '../../property-rights';
import type { Action } from '../../side';
import type { AgentViewer } from '../../viewer';
import { bodiesWithFiles } from '../file-event';
import { readEvent } from '../read-event';
import { readPostback } from '../read-postback';
import { readOptionalProperties } from '../read-properties';
import { requirePresence, requireVisible, seenChat } from './chats';

type AgentAction = Action<AgentViewer>;

export const sendEvent: AgentAction = {
  answer: 'event-added',
  run({ world, viewer, fields }) {
    const { agentId } = viewer;
    const { textBytes } = world.settings.limits;
    const event = fields.object('event');
    const draft = readEvent(event, { authorId: agentId, textBytes, bodies: bodiesWithFiles(world) });
    agentRights.requireWritable('event', readOptionalProperties(event));
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const thread = requireActive(chat);
    requirePresence(chat, viewer);
    requireVisible(chat, viewer, draft.visibility);
    return { event_id: addEvent(world, chat, thread, draft).id };
  },
};

export const sendRichMessagePostback: AgentAction = {
  answer: 'postback-sent',
  run({ world, viewer, fields }) {
    const postback = readPostback(fields);
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const thread = findThread(chat, fields.string('thread_id'));
    const event = findEvent(thread, fields.string('event_id'));
    requirePresence(chat, viewer);
    pressButton(world, { chat, thread, event }, viewer.agentId, postback);
  },
};

export const markEventsAsSeen: AgentAction = {
  answer: 'seen',
  run({ world, viewer, fields }) {
    const upTo = fields.time('seen_up_to');
    markSeen(world, seenChat(world, viewer, fields.string('chat_id')), viewer.agentId, upTo);
  },
};
