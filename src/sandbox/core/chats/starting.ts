import { Failure } from '../failure';
import { newChatId } from '../ids';
import type { Chat } from '../store/model';
import type { World } from '../world';
import { activeThread, isContinuous } from './look';
import { type Opened, type Opening, openThread, requireSomebody } from './threads';

export interface Started extends Opened {
  readonly chat: Chat;
}

/** The first thread of a customer's only chat. */
export function startChat(world: World, customerId: string, opening: Opening): Started {
  if (world.store.chatOfCustomer.has(customerId)) throw new Failure('chat_limit_reached');
  requireSomebody(world, opening, false);
  const chatId = newChatId(world.random);
  world.commit({ fact: 'chat-created', chatId, customerId });
  const chat = world.store.chat(chatId);
  return { chat, ...openThread(world, chat, opening) };
}

/** The next thread of a chat. */
export function resumeChat(world: World, chat: Chat, opening: Opening): Started {
  if (activeThread(chat)) throw new Failure('chat_already_active');
  requireSomebody(world, opening, isContinuous(chat));
  return { chat, ...openThread(world, chat, opening) };
}

/** What the server notes about where a customer wrote from. */
export function withSource(
  world: World,
  { customerId, clientId }: { readonly customerId: string; readonly clientId: string },
  opening: Opening,
): Opening {
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
