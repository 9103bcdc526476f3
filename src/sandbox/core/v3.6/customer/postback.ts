import { findEvent, findThread } from '../../chats/look';
import { pressButton } from '../../postbacks';
import type { Action } from '../../side';
import type { CustomerViewer } from '../../viewer';
import { readPostback } from '../read-postback';
import { ownChat } from './chats';

export const sendRichMessagePostback: Action<CustomerViewer> = {
  answer: 'postback-sent',
  run({ world, viewer, fields }) {
    const postback = readPostback(fields);
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    const thread = findThread(chat, fields.string('thread_id'));
    const event = findEvent(thread, fields.string('event_id'));
    pressButton(world, { chat, thread, event }, viewer.customerId, postback);
  },
};
