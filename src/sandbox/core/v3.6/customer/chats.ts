import { isContinuous, lastThread } from '../../chats/look';
import { closeThread, type Opened, type Opening, openThread, requireSomebody } from '../../chats/threads';
import { Failure } from '../../failure';
import { newChatId } from '../../ids';
import type { Action, Call } from '../../side';
import type { Chat } from '../../store/model';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import { readOpening } from '../read-opening';

type CustomerAction = Action<CustomerViewer>;
type CustomerCall = Call<CustomerViewer>;

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
    const opening = opened(call);
    const users = fields.optionalObject('chat')?.objects('users') ?? [];
    if (users.length > 1) throw new Failure('validation');
    if (world.store.chatOfCustomer.has(viewer.customerId)) throw new Failure('chat_limit_reached');
    requireSomebody(world, opening, false);
    const chatId = newChatId(world.random);
    world.commit({ fact: 'chat-created', chatId, customerId: viewer.customerId });
    return { chat_id: chatId, ...answer(openThread(world, world.store.chat(chatId), opening)) };
  },
};

export const resumeChat: CustomerAction = {
  answer: 'chat-arrived',
  run(call) {
    const { world, viewer, fields } = call;
    const opening = opened(call);
    const chat = ownChat(world, viewer, fields.object('chat').string('id'));
    if (lastThread(chat)?.active) throw new Failure('chat_already_active');
    requireSomebody(world, opening, isContinuous(chat));
    return answer(openThread(world, chat, opening));
  },
};

export const deactivateChat: CustomerAction = {
  answer: 'chat-deactivated',
  run({ world, viewer, fields }) {
    closeThread(world, ownChat(world, viewer, fields.string('id')), viewer.customerId);
  },
};

function opened({ world, viewer, fields }: CustomerCall): Opening {
  const { customerId, clientId } = viewer;
  const opening = readOpening(world, fields, { requesterId: customerId, clientId });
  fields.optionalString('welcome_message_id');
  const page = world.visits.get(customerId)?.pages.at(-1)?.url;
  const { routing, ...others } = opening.threadProperties ?? {};
  const source = { customer_client_id: clientId };
  return {
    ...opening,
    chatProperties: { ...opening.chatProperties, source },
    threadProperties: {
      ...others,
      routing: { ...routing, ...(page !== undefined && { start_url: page }) },
      source,
    },
  };
}

function answer({ thread, events }: Opened) {
  return { thread_id: thread.id, ...(events.length > 0 && { event_ids: events.map(({ id }) => id) }) };
}
