import { activeThread } from '../chats/look';
import { closeThread } from '../chats/threads';
import type { Fields } from '../fields';
import type { Chat } from '../store/model';
import type { World } from '../world';
import { findChat, findThreadOf } from './find';

/** As if it had never been. Whoever was in it is told that it ended. */
export function deleteChat(world: World, fields: Fields): void {
  const chat = findChat(world, fields);
  endIt(world, chat);
  world.commit({ fact: 'chat-deleted', chatId: chat.id });
  world.tell({ news: 'chat-deleted', chatId: chat.id, groupIds: chat.groupIds });
}

export function deleteThread(world: World, fields: Fields): void {
  const chat = findChat(world, fields);
  const thread = findThreadOf(chat, fields);
  if (thread.active) endIt(world, chat);
  world.tell({ news: 'thread-deleted', chatId: chat.id, threadId: thread.id });
  world.commit({ fact: 'thread-deleted', chatId: chat.id, threadId: thread.id });
}

function endIt(world: World, chat: Chat): void {
  if (activeThread(chat)) closeThread(world, chat, undefined, { type: 'system_archived', variables: {} });
}
