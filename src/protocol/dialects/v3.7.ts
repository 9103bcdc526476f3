import type { ThreadId } from '../../domain';
import { readFoundChat } from '../answers';
import { readChatSummary } from '../chat';
import { createDialect, type DialectTable } from '../dialect';
import type { More } from '../places';
import { Reader } from '../reader';
import { tableOf36 } from './v3.6';

/** The answer to `list_chats`: what is known of the last thread has an object of its own. Customer Chat API v3.7. */
const readFoundChat37: DialectTable['readFoundChat'] = (payload, places, drop) => {
  const from = new Reader(payload, 'payload');
  if (!from.any('chats_info')) return readFoundChat(payload, places, drop);
  const chats = from.each('chats_info', drop, (info) => {
    const lastThreadId = info.mayObject('last_thread_info').mayText<ThreadId>('id');
    const chat = readChatSummary(info, places, drop);
    return lastThreadId ? { ...chat, lastThreadId } : chat;
  });
  return chats[0];
};

/** A preview that the service shows to few: v3.6, but for one answer, and without predicted agents. */
export const createV37 = (more: More) =>
  createDialect({ ...tableOf36(more), version: '3.7', readFoundChat: readFoundChat37 });
