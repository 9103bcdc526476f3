import { addEvent } from '../../chats/events';
import { findThread } from '../../chats/look';
import { summarise } from '../../chats/summary';
import { Failure } from '../../failure';
import type { Action } from '../../side';
import type { AgentViewer } from '../../viewer';
import type { World } from '../../world';
import { seenChat } from './chats';

const THINKING_MS = 300;

/** Answered at once; the summary comes a little later. A closed thread gets its one, an active one as often as asked. */
export const requestThreadSummary: Action<AgentViewer> = {
  run({ world, viewer, fields }) {
    const chat = seenChat(world, viewer, fields.string('chat_id'));
    const { id: threadId, active, summary } = findThread(chat, fields.string('thread_id'));
    if (summary && !active) throw new Failure('validation', 'The thread has a summary already');
    world.after(THINKING_MS, () => bringSummary(world, { chatId: chat.id, threadId }, viewer.agentId));
  },
};

interface Place {
  readonly chatId: string;
  readonly threadId: string;
}

function bringSummary(world: World, { chatId, threadId }: Place, requesterId: string): void {
  const chat = world.store.chats.get(chatId);
  const thread = chat?.threads.find(({ id }) => id === threadId);
  if (!chat || !thread) return;
  const text = summarise(world, thread);
  if (text === undefined) {
    world.tell({ news: 'summary-failed', chatId, threadId });
  } else if (thread.active) {
    const details = JSON.stringify({ summary: { text, status: 'ok' }, requested_by: requesterId });
    const body = { source: 'messaging', subtype: 'summary', version: 1, details };
    addEvent(world, chat, thread, { type: 'system', visibility: 'agents', body });
  } else {
    const summary = { status: 'ok', text, updatedAt: world.stamp() };
    world.commit({ fact: 'summary-set', chatId, threadId, summary });
    world.tell({ news: 'summary-set', chatId, threadId, summary });
  }
}
