import * as starting from '../../chats/starting';
import { closeThread, type Opened } from '../../chats/threads';
import { Failure } from '../../failure';
import type { Action } from '../../side';
import type { Chat } from '../../store/model';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import { readCustomerOpening, settleOpening } from './opening';

type CustomerAction = Action<CustomerViewer>;

/** Another customer's chat is as good as none. */
export function ownChat(world: World, { customerId }: CustomerViewer, chatId: string): Chat {
  const chat = world.store.chats.get(chatId);
  if (chat?.customerId !== customerId) throw new Failure('not_found');
  return chat;
}

export const startChat: CustomerAction = {
  answer: 'chat-arrived',
  run(call) {
    const { world, viewer, fields } = call;
    const opening = readCustomerOpening(call);
    const chat = fields.optionalObject('chat');
    const users = chat?.objects('users') ?? [];
    const isMore = users.length > 1 || users.some((user) => user.string('type') !== 'customer');
    if (isMore) chat?.fail('users', 'must be one customer');
    const started = starting.startChat(world, viewer.customerId, opening);
    settleOpening(call, opening);
    return { chat_id: started.chat.id, ...answer(started, viewer) };
  },
};

export const resumeChat: CustomerAction = {
  answer: 'chat-arrived',
  run(call) {
    const { world, viewer, fields } = call;
    const opening = readCustomerOpening(call);
    const chat = ownChat(world, viewer, fields.object('chat').string('id'));
    const started = starting.resumeChat(world, chat, opening);
    settleOpening(call, opening);
    return answer(started, viewer);
  },
};

export const deactivateChat: CustomerAction = {
  answer: 'chat-deactivated',
  run({ world, viewer, fields }) {
    closeThread(world, ownChat(world, viewer, fields.string('id')), viewer.customerId);
  },
};

/** Ids of what the customer sent: a welcome message is not theirs. */
function answer({ thread, events }: Opened, { customerId }: CustomerViewer) {
  const ids = events
    .filter(({ authorId, type }) => authorId === customerId || type === 'system_message')
    .map(({ id }) => id);
  return { thread_id: thread.id, ...(ids.length > 0 && { event_ids: ids }) };
}
