import { canSee } from '../../audience';
import type { Fields } from '../../fields';
import type { Action } from '../../side';
import type { Chat, Thread } from '../../store/model';
import type { AgentViewer } from '../../viewer';
import type { World } from '../../world';
import * as forAgents from '../for-agents';
import { cutPage, readPlace } from '../pages';
import { readArchiveFilters } from './archive-filters';

interface Sitting {
  /** Of the thread: pages hold on to it. */
  readonly id: string;
  readonly chat: Chat;
  readonly thread: Thread;
}

/** One entry for each thread: a chat of three sittings is there three times. */
export const listArchives: Action<AgentViewer> = {
  run({ world, viewer, fields }) {
    const place = readPlace(fields, { limit: 10, most: 100, others: ['filters'] });
    readHighlights(fields);
    const filters = fields.optionalObject('filters');
    if (filters?.has('thread_ids') && (fields.has('limit') || Object.keys(filters.value).length > 1)) {
      filters.fail('thread_ids', 'must stand alone');
    }
    const found = findSittings(world, viewer, filters);
    const { items, ids } = cutPage(found, place);
    return { chats: items.map((one) => archived(world, viewer, one)), found_chats: found.length, ...ids };
  },
};

/** Newest first. */
export function findSittings(world: World, { agentId }: AgentViewer, filters: Fields | undefined): readonly Sitting[] {
  const passes = readArchiveFilters(world, filters);
  return sittings(world).filter(({ chat, thread }) => canSee(world, agentId, chat) && passes(chat, thread));
}

function sittings(world: World): readonly Sitting[] {
  return [...world.store.chats.values()]
    .flatMap((chat) => chat.threads.map((thread) => ({ id: thread.id, chat, thread })))
    .sort((a, b) => b.thread.createdAt.localeCompare(a.thread.createdAt));
}

/** Whoever may see the chat may see all of its threads: the accessible neighbours are the neighbours. */
function archived(world: World, { agentId }: AgentViewer, { chat, thread }: Sitting): object {
  const at = chat.threads.indexOf(thread);
  const [previous, next] = [chat.threads[at - 1], chat.threads[at + 1]];
  return {
    ...forAgents.chatWithThread(world, chat, agentId, thread),
    thread: {
      ...forAgents.thread(world, chat, thread),
      ...(previous && { previous_accessible_thread_id: previous.id }),
      ...(next && { next_accessible_thread_id: next.id }),
    },
  };
}

function readHighlights(fields: Fields): void {
  const highlights = fields.optionalObject('highlights');
  highlights?.optionalString('pre_tag');
  highlights?.optionalString('post_tag');
}
