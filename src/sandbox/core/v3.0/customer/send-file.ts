import type { Action } from '../../side';
import { ownChat } from '../../v3.6/customer/chats';
import type { CustomerViewer } from '../../viewer';
import { readFileEvent } from '../send-file';
import { EVENT_ANSWERS, readManner, writeEvent } from '../write-event';
import { ownOpening } from './chats';

/** Sends what came with the request: `url` is where it was put. */
export const sendFile: Action<CustomerViewer> = {
  isOverHttpOnly: true,
  answer: EVENT_ANSWERS,
  run({ world, viewer, fields }) {
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    const manner = readManner(fields);
    const draft = readFileEvent(world, fields, viewer.customerId);
    writeEvent(world, chat, manner, draft, ownOpening(world, viewer, chat));
  },
};
