import { activeThread } from './chats/look';
import { Failure } from './failure';
import { isObject } from './fields';
import type { PostbackSent } from './news';
import type { Chat, ChatEvent, Thread } from './store/model';
import type { World } from './world';

/** Somebody presses a button of a rich message, or lets go of it. Everybody updates the buttons by themselves. */
export function pressButton(
  world: World,
  { chat, thread, event }: { readonly chat: Chat; readonly thread: Thread; readonly event: ChatEvent },
  userId: string,
  postback: PostbackSent,
): void {
  if (event.type !== 'rich_message') throw new Failure('validation', 'The event has no buttons');
  if (!hasButton(event, postback.id)) throw new Failure('not_found');
  const place = { chatId: chat.id, threadId: thread.id, eventId: event.id, userId };
  world.commit({ fact: 'postback-set', ...place, postbackId: postback.id, toggled: postback.toggled });
  if (activeThread(chat) === thread) world.tell({ news: 'postback-sent', ...place, postback });
}

function hasButton({ body }: ChatEvent, postbackId: string): boolean {
  return objectsOf(body, 'elements').some((element) =>
    objectsOf(element, 'buttons').some((button) => button['postback_id'] === postbackId),
  );
}

const objectsOf = (of: { readonly [field: string]: unknown }, name: string) => {
  const list = of[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
};
