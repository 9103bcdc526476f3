import { addEvent } from '../../chats/events';
import { activeThread, findEvent, findThread, lastThread } from '../../chats/look';
import { markSeen } from '../../chats/seen';
import { Failure } from '../../failure';
import { requireWritable } from '../../property-rights';
import type { Action } from '../../side';
import type { CustomerViewer } from '../../viewer';
import { bodiesWithFiles } from '../file-event';
import { readEvent } from '../read-event';
import { readOptionalProperties } from '../read-properties';
import { ownChat } from './chats';

type CustomerAction = Action<CustomerViewer>;

export const sendEvent: CustomerAction = {
  answer: 'event-added',
  run({ world, viewer, fields }) {
    const { customerId, clientId } = viewer;
    const { textBytes } = world.settings.limits;
    const event = fields.object('event');
    const draft = readEvent(event, { authorId: customerId, clientId, textBytes, bodies: bodiesWithFiles(world) });
    requireWritable('event', readOptionalProperties(event));
    const attaches = fields.optionalBoolean('attach_to_last_thread') ?? false;
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    const thread = attaches ? lastThread(chat) : activeThread(chat);
    if (!thread) throw new Failure('chat_inactive');
    return { event_id: addEvent(world, chat, thread, draft).id };
  },
};

export const deleteEvent: CustomerAction = {
  answer: 'event-deleted',
  run({ world, viewer, fields }) {
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    const thread = findThread(chat, fields.string('thread_id'));
    const event = findEvent(thread, fields.string('event_id'));
    if (event.authorId !== viewer.customerId) throw new Failure('not_allowed');
    world.commit({ fact: 'event-deleted', chatId: chat.id, threadId: thread.id, eventId: event.id });
    world.tell({ news: 'event-deleted', chatId: chat.id, threadId: thread.id, event });
  },
};

export const sendSneakPeek: CustomerAction = {
  run({ world, viewer, fields }) {
    const text = fields.string('sneak_peek_text');
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    const thread = activeThread(chat);
    if (!thread) throw new Failure('chat_inactive');
    const at = Math.floor(world.clock.now() / 1000);
    world.tell({ news: 'sneak-peek', chatId: chat.id, threadId: thread.id, authorId: viewer.customerId, text, at });
  },
};

export const markEventsAsSeen: CustomerAction = {
  answer: 'seen',
  run({ world, viewer, fields }) {
    const upTo = fields.time('seen_up_to');
    markSeen(world, ownChat(world, viewer, fields.string('chat_id')), viewer.customerId, upTo);
  },
};
