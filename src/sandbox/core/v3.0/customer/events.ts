import { markSeen } from '../../chats/seen';
import type { Action } from '../../side';
import { ownChat } from '../../v3.6/customer/chats';
import { readEvent } from '../../v3.6/read-event';
import type { CustomerViewer } from '../../viewer';
import { bodies } from '../event-bodies';
import * as forCustomers from '../for-customers';
import { endOfSecond } from '../values';
import { EVENT_ANSWERS, readManner, writeEvent } from '../write-event';
import { ownOpening } from './chats';

type CustomerAction = Action<CustomerViewer>;

export const sendEvent: CustomerAction = {
  answer: EVENT_ANSWERS,
  run({ world, viewer, fields }) {
    const { customerId, clientId } = viewer;
    const { textBytes } = world.settings.limits;
    const draft = readEvent(fields.object('event'), { authorId: customerId, clientId, textBytes, bodies });
    const manner = readManner(fields);
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    const { thread, event } = writeEvent(world, chat, manner, draft, ownOpening(world, viewer, chat));
    return { thread_id: thread.id, event: forCustomers.event(event) };
  },
};

/** Answers with the second that was asked for, and tells where the mark is now, also if it did not move. */
export const updateLastSeen: CustomerAction = {
  answer: 'seen',
  run({ world, link, viewer, fields }) {
    const timestamp = fields.optionalInteger('timestamp', 0) ?? Math.floor(world.clock.now() / 1000);
    const { customerId: userId } = viewer;
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    if (!markSeen(world, chat, userId, endOfSecond(timestamp))) {
      const upTo = chat.members.get(userId)?.seenUpTo ?? endOfSecond(timestamp);
      world.tellOnly(link, { news: 'seen', chatId: chat.id, userId, upTo });
    }
    return { timestamp };
  },
};
