import { findThread } from '../../chats/look';
import type { Fields } from '../../fields';
import type { Action } from '../../side';
import { ownChat } from '../../v3.6/customer/chats';
import { threadsNewestFirst } from '../../v3.6/pages';
import type { CustomerViewer } from '../../viewer';
import * as forCustomers from '../for-customers';

type CustomerAction = Action<CustomerViewer>;

/** Pages are counted from the newest, so that something new moves them all. */
function cut<T>(items: readonly T[], fields: Fields, limits: { readonly usual: number; readonly most: number }) {
  const offset = fields.optionalInteger('offset', 0) ?? 0;
  const limit = fields.optionalInteger('limit', 1, limits.most) ?? limits.usual;
  return items.slice(offset, offset + limit);
}

export const getChatsSummary: CustomerAction = {
  run({ world, viewer, fields }) {
    const chat = world.store.chatOfCustomer.get(viewer.customerId);
    fields.optionalInteger('offset', 0, 100);
    const page = cut(chat ? [chat] : [], fields, { usual: 10, most: 25 });
    return { chats_summary: page.map((one) => forCustomers.chatSummary(world, one)), total_chats: chat ? 1 : 0 };
  },
};

export const getChatThreadsSummary: CustomerAction = {
  run({ world, viewer, fields }) {
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    // The limit was 100 in the reference, and 1000 in a client.
    const page = cut(threadsNewestFirst(chat), fields, { usual: 25, most: 1000 });
    const threads_summary = page.map((thread) => forCustomers.threadSummary(chat, thread));
    return { threads_summary, total_threads: chat.threads.length };
  },
};

export const getChatThreads: CustomerAction = {
  run({ world, viewer, fields }) {
    const ids = fields.strings('thread_ids') ?? fields.fail('thread_ids', 'is required');
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    const threads = ids.map((id) => forCustomers.thread(world, chat, findThread(chat, id)));
    return { chat: { ...forCustomers.chat(world, chat), threads } };
  },
};
