import type { News, QueuePlace } from '../news';
import type { ThreadSummary } from '../store/model';
import type { Push } from '../turns';

/** Pieces that pushes to agents and to customers have in common. */

export const push = (action: string, payload: unknown): Push => ({ action, payload });

export const inThread = ({ chatId, threadId }: { readonly chatId: string; readonly threadId?: string }) => ({
  chat_id: chatId,
  ...(threadId !== undefined && { thread_id: threadId }),
});

export const queue = ({ position, waitSeconds, queuedAt }: QueuePlace) => ({
  position,
  wait_time: waitSeconds,
  queued_at: queuedAt,
});

/** What is told of a place that moves: everybody knows since when. */
export const movedQueue = ({ position, waitSeconds }: QueuePlace) => ({ position, wait_time: waitSeconds });

export const summary = ({ status, text, updatedAt }: ThreadSummary) => ({ status, text, updated_at: updatedAt });

export function thinking(news: Extract<News, { news: 'thinking' }>, authorId: string): object {
  const { at, title, description, customId } = news;
  return {
    ...inThread(news),
    author_id: authorId,
    sent_at: at,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(customId !== undefined && { custom_id: customId }),
  };
}

export const postback = ({ id, toggled, more }: Extract<News, { news: 'postback-sent' }>['postback']) => ({
  id,
  toggled,
  ...more,
});
