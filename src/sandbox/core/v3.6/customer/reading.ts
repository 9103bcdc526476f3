import { findThread } from '../../chats/look';
import type { Action } from '../../side';
import type { CustomerViewer } from '../../viewer';
import * as forCustomers from '../for-customers';
import { cutPage, readPlace, threadsNewestFirst } from '../pages';
import { ownChat } from './chats';

type CustomerAction = Action<CustomerViewer>;

export const listChats: CustomerAction = {
  run({ world, viewer, fields }) {
    const place = readPlace(fields, { limit: 10, most: 25 });
    const chat = world.store.chatOfCustomer.get(viewer.customerId);
    const { items, ids } = cutPage(chat ? [chat] : [], place);
    const summaries = items.map((one) => forCustomers.chatSummary(world, one));
    return { chats_summary: summaries, total_chats: chat ? 1 : 0, ...ids };
  },
};

export const listThreads: CustomerAction = {
  run({ world, viewer, fields }) {
    const place = readPlace(fields, { limit: 3, most: 100, others: ['min_events_count'] });
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    const { items, ids } = cutPage(
      threadsNewestFirst(chat),
      place,
      ({ events }) => events.filter(forCustomers.isVisible).length,
    );
    const threads = items.map((thread) => forCustomers.thread(world, chat, thread));
    return { threads, found_threads: chat.threads.length, ...ids };
  },
};

export const getChat: CustomerAction = {
  run({ world, viewer, fields }) {
    const chat = ownChat(world, viewer, fields.string('chat_id'));
    const threadId = fields.optionalString('thread_id');
    return forCustomers.chatWithThread(world, chat, threadId === undefined ? undefined : findThread(chat, threadId));
  },
};
