import { addEvent, type EventDraft } from '../chats/events';
import { activeThread, lastThread } from '../chats/look';
import { type Opening, openThread } from '../chats/threads';
import { Failure } from '../failure';
import type { Fields } from '../fields';
import type { NewsKind } from '../news';
import type { Chat, ChatEvent, Thread } from '../store/model';
import type { World } from '../world';

/** What a new event does to a chat without an active thread. */
export interface Manner {
  readonly attaches: boolean;
  readonly requiresActive: boolean;
}

/** The event itself, or the thread that it has opened. */
export const EVENT_ANSWERS: readonly NewsKind[] = ['event-added', 'chat-arrived'];

export const readManner = (fields: Fields): Manner => ({
  attaches: fields.optionalBoolean('attach_to_last_thread') ?? false,
  requiresActive: fields.optionalBoolean('require_active_thread') ?? false,
});

/** Adds to the active thread, or opens a new one with the event in it. Annotations open none. */
export function writeEvent(
  world: World,
  chat: Chat,
  { attaches, requiresActive }: Manner,
  draft: EventDraft,
  opening: Pick<Opening, 'requesterId'> & Partial<Opening>,
): { readonly thread: Thread; readonly event: ChatEvent } {
  const active = activeThread(chat);
  if (!active && requiresActive) throw new Failure('chat_inactive');
  const thread = active ?? (attaches || draft.type === 'annotation' ? lastThread(chat) : undefined);
  if (thread) return { thread, event: addEvent(world, chat, thread, draft) };
  if (attaches || draft.type === 'annotation') throw new Failure('chat_inactive');
  const opened = openThread(world, chat, {
    isActive: true,
    isContinuous: undefined,
    groupIds: chat.groupIds,
    ...opening,
    events: [draft],
  });
  const [event] = opened.events;
  if (!event) throw new Error('The event was not added');
  return { thread: opened.thread, event };
}
