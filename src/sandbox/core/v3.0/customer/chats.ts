import * as starting from '../../chats/starting';
import type { Opening } from '../../chats/threads';
import type { Action, Call } from '../../side';
import type { Chat } from '../../store/model';
import { ownChat } from '../../v3.6/customer/chats';
import { readOpening } from '../../v3.6/read-opening';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import { bodies } from '../event-bodies';
import * as forCustomers from '../for-customers';

type CustomerAction = Action<CustomerViewer>;

export const startChat: CustomerAction = {
  answer: 'chat-arrived',
  run(call) {
    const { world, viewer } = call;
    const { chat, thread } = starting.startChat(world, viewer.customerId, readOwn(call));
    return { chat: { ...forCustomers.chat(world, chat), thread: forCustomers.thread(world, chat, thread) } };
  },
};

export const activateChat: CustomerAction = {
  answer: 'chat-arrived',
  run(call) {
    const { world, viewer, fields } = call;
    const opening = readOwn(call);
    const chat = ownChat(world, viewer, fields.object('chat').string('id'));
    const { thread } = starting.resumeChat(world, chat, opening);
    return { chat: { ...forCustomers.chat(world, chat), threads: [forCustomers.thread(world, chat, thread)] } };
  },
};

/** How a thread of theirs begins that an event opens. */
export const ownOpening = (world: World, viewer: CustomerViewer, chat: Chat): Opening =>
  starting.withSource(world, viewer, {
    requesterId: viewer.customerId,
    isActive: true,
    isContinuous: undefined,
    groupIds: chat.groupIds,
    events: [],
  });

function readOwn({ world, viewer, fields }: Call<CustomerViewer>): Opening {
  const { customerId, clientId } = viewer;
  const opening = readOpening(world, fields, { requesterId: customerId, clientId, bodies });
  return starting.withSource(world, viewer, { ...opening, isActive: true });
}
