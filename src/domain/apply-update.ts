import type { Signal } from '@preact/signals-core';
import type { ChatStateModel } from './chat-state';
import { isShown } from './is-shown';
import type { MomentEmitter } from './moments';
import type { Diagnostics } from './ports';
import type { RestUpdate } from './rest-updates';
import type { Sync } from './sync';
import type { Timeline } from './timeline';
import type { ChatEvent, GroupId, GroupStatus } from './types';
import type { Update } from './updates';
import type { Users } from './users';

export interface Models {
  readonly chat: ChatStateModel;
  readonly users: Users;
  readonly timeline: Timeline;
  readonly groups: Signal<ReadonlyMap<GroupId, GroupStatus>>;
  readonly moments: MomentEmitter;
  readonly sync: Pick<Sync, 'lookAgain'>;
  readonly diagnostics: Diagnostics;
}

/** The others are for the rest of the app. */
type CoreType = Exclude<Update['type'], 'event-updated' | 'event-deleted' | 'customer-updated' | 'typing-changed'>;
type ApplyTo = { readonly [T in CoreType]: (models: Models, update: Extract<Update, { type: T }>) => void };

/** What each thing heard does to the models. */
const apply: ApplyTo = {
  'chat-started'(models, { chat }) {
    const { thread } = chat;
    if (models.chat.id.peek() && models.chat.id.peek() !== chat.id) models.timeline.clear();
    models.users.setAll(chat.users);
    models.chat.set({ ...chat, threadId: thread?.id, queue: thread?.queue });
    if (!thread) return;
    const fresh = thread.events.filter((event) => !models.timeline.has(event.id));
    models.timeline.mergeThread(thread);
    models.moments.emit('chat-started', { chatId: chat.id });
    for (const event of fresh) arrived(models, event);
  },

  'chat-deactivated'(models, { chatId }) {
    models.chat.end();
    models.moments.emit('chat-ended', { chatId });
  },

  'chat-transferred'(models, { queue }) {
    models.chat.setQueue(queue);
  },

  'user-added'(models, { user }) {
    models.users.set(user);
    if (user.kind === 'agent' && user.isPresent) models.chat.setQueue(undefined);
  },

  'user-removed'(models, { userId }) {
    models.users.remove(userId);
  },

  'event-received'(models, { event }) {
    const isNew = !models.timeline.has(event.id);
    models.timeline.mergeEvent(event);
    if (isNew) arrived(models, event);
  },

  'events-seen'({ users }, { userId, upTo }) {
    users.sawUpTo(userId, upTo);
  },

  'queue-moved'({ chat }, { queue }) {
    chat.setQueue(queue);
  },

  'availability-changed'({ groups }, update) {
    groups.value = new Map([...groups.peek(), ...update.groups]);
  },
};

export function applyUpdate(models: Models, update: Update | RestUpdate): void {
  const chatId = models.chat.id.peek();
  const isOurs = !('chatId' in update) || !chatId || update.chatId === chatId;
  if (!isOurs) {
    models.diagnostics.report('update for another chat', update.type);
    return;
  }
  (apply as Partial<Record<string, (models: Models, update: unknown) => void>>)[update.type]?.(models, update);
}

/** Something that nobody here has seen before, heard live. */
function arrived({ users, moments }: Models, event: ChatEvent): void {
  if (event.kind === 'system') return;
  const isOwn = event.authorId === users.me.peek()?.id;
  // Whoever writes has read what stands above. The service takes it so too, and sends no push for it.
  if (!isOwn && event.authorId) users.sawUpTo(event.authorId, event.place);
  if (event.kind === 'message') moments.emit('new-message', { message: event, isOwn });
  else if (isShown(event)) moments.emit('new-content', { content: event, isOwn });
}
