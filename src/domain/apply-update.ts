import type { Signal } from '@preact/signals-core';
import type { ChatStateModel } from './chat-state';
import type { MomentEmitter } from './moments';
import type { Diagnostics } from './ports';
import type { Sync } from './sync';
import type { Timeline } from './timeline';
import type { ChatEvent, GroupId, GroupStatus, UserId } from './types';
import type { Unread } from './unread';
import type { Update } from './updates';
import type { Users } from './users';

export interface Models {
  readonly chat: ChatStateModel;
  readonly users: Users;
  readonly timeline: Timeline;
  readonly typing: { stop(userId: UserId): void; start(userId: UserId): void; clear(): void };
  readonly unread: Unread;
  readonly groups: Signal<ReadonlyMap<GroupId, GroupStatus>>;
  readonly moments: MomentEmitter;
  readonly sync: Pick<Sync, 'suspectGap'>;
  readonly diagnostics: Diagnostics;
}

type ApplyTo = { readonly [T in Update['type']]: (models: Models, update: Extract<Update, { type: T }>) => void };

/** What each thing heard does to the models. */
const apply: ApplyTo = {
  'chat-started'(models, { chat }) {
    const { thread } = chat;
    if (models.chat.id.peek() !== chat.id) models.timeline.clear();
    models.users.setAll(chat.users);
    models.chat.set({ id: chat.id, threadId: thread?.id, isActive: chat.isActive, queue: thread?.queue });
    if (!thread) return;
    if (thread.previousId && !models.timeline.hasThread(thread.previousId)) models.sync.suspectGap();
    const fresh = thread.events.filter((event) => !models.timeline.has(event.id));
    models.timeline.mergeThread(thread);
    models.moments.emit('chat-started', { chatId: chat.id });
    for (const event of fresh) arrived(models, event);
  },

  'chat-deactivated'(models, { chatId }) {
    models.chat.end();
    models.typing.clear();
    models.moments.emit('chat-ended', { chatId });
  },

  'chat-transferred'(models, { queue }) {
    models.typing.clear();
    models.chat.setQueue(queue);
  },

  'user-added'(models, { user }) {
    models.users.set(user);
    if (user.kind === 'agent' && user.isPresent) models.chat.setQueue(undefined);
  },

  'user-removed'(models, { userId }) {
    models.users.remove(userId);
    models.typing.stop(userId);
  },

  'event-received'(models, { event }) {
    const isNew = !models.timeline.has(event.id);
    if (!models.timeline.hasThread(event.threadId)) models.sync.suspectGap();
    models.timeline.mergeEvent(event);
    if (isNew) arrived(models, event);
  },

  'event-updated'({ timeline, sync }, { event }) {
    if (!timeline.has(event.id)) sync.suspectGap();
    timeline.edit(event);
  },

  'event-deleted'({ timeline }, { threadId, eventId }) {
    timeline.remove(threadId, eventId);
  },

  'events-seen'({ users }, { userId, upTo }) {
    users.sawUpTo(userId, upTo);
  },

  'typing-changed'({ typing, users }, { userId, isTyping }) {
    if (isTyping && userId !== users.me.peek()?.id) typing.start(userId);
    else typing.stop(userId);
  },

  'queue-moved'({ chat }, { queue }) {
    chat.setQueue(queue);
  },

  'customer-updated'({ users }, { userId, name, email }) {
    const known = users.me.peek();
    if (known?.id !== userId) return;
    users.set({ ...known, name: name ?? known.name, email: email ?? known.email });
  },

  'availability-changed'({ groups }, update) {
    groups.value = new Map([...groups.peek(), ...update.groups]);
  },
};

export function applyUpdate(models: Models, update: Update): void {
  const chatId = models.chat.id.peek();
  const isOurs = !('chatId' in update) || !chatId || update.chatId === chatId;
  if (!isOurs) {
    models.diagnostics.report('update for another chat', update.type);
    return;
  }
  (apply[update.type] as (models: Models, update: Update) => void)(models, update);
}

/** Something that nobody here has seen before, heard live. */
function arrived({ users, typing, unread, moments }: Models, event: ChatEvent): void {
  if (event.kind === 'system') return;
  if (event.authorId) typing.stop(event.authorId);
  const isOwn = event.authorId === users.me.peek()?.id;
  // Whoever writes has read what stands above. The service takes it so too, and sends no push for it.
  if (isOwn) unread.seen(event.place);
  else if (event.authorId) users.sawUpTo(event.authorId, event.place);
  if (event.kind === 'message') moments.emit('new-message', { message: event, isOwn });
}
