import type { Signal } from '@preact/signals-core';
import type { PropertyPlace, RestUpdate } from '../rest-updates';
import type { SessionCore } from '../session';
import type { Preview, Thinking } from '../session-rest';
import type { ChatEvent, ChatId, Customer, CustomId, Properties, UserId } from '../types';
import type { Update } from '../updates';
import { applyPostback } from './buttons';
import { changeEvent, changeThread, deleteEvent, editEvent, findEvent } from './change-logs';
import type { Early } from './early';
import type { createGreetings } from './greetings';
import type { PassingModel } from './passing';
import { deleteProperties, mergeProperties } from './properties';
import type { Suspicion } from './suspicion';
import type { createTyping } from './typing';
import type { createUnread } from './unread';
import type { createWelcoming } from './welcoming';

export interface RestModels {
  readonly core: SessionCore;
  readonly thinking: PassingModel<Thinking>;
  readonly previews: PassingModel<Preview>;
  readonly greetings: ReturnType<typeof createGreetings>;
  readonly typing: ReturnType<typeof createTyping>;
  readonly unread: ReturnType<typeof createUnread>;
  readonly early: Early;
  readonly suspicion: Suspicion;
  readonly welcoming: Pick<ReturnType<typeof createWelcoming>, 'receive'>;
  readonly page: Signal<{ readonly url: string; readonly title?: string | undefined } | undefined>;
  tellMulticast(content: unknown, kind: string | undefined): void;
  tellCustomEvent(event: { chatId: ChatId; content: unknown }): void;
}

type Any = Update | RestUpdate;
type ApplyTo = { readonly [T in Any['type']]?: (models: RestModels, update: Extract<Any, { type: T }>) => void };

/** What each thing heard does to the models of the rest. The core has heard it before. */
const apply: ApplyTo = {
  'chat-started'(models, { chat }) {
    models.greetings.chatStarted(chat);
    const { previousId } = chat.thread ?? {};
    if (previousId && !models.core.timeline.hasThread(previousId)) models.suspicion.suspect();
    for (const event of chat.thread?.events ?? []) said(models, event);
  },
  'chat-deactivated'(models) {
    endAll(models);
    models.greetings.chatEnded();
  },
  'chat-transferred': endAll,
  'user-removed': (models, { userId }) => ended(models, { authorId: userId }),
  'typing-changed'({ core, typing }, { userId, isTyping }) {
    if (isTyping && userId !== core.users.me.peek()?.id) typing.start(userId);
    else typing.stop(userId);
  },
  'event-received'(models, { chatId, event }) {
    said(models, event);
    if (!models.core.timeline.hasThread(event.threadId)) models.suspicion.suspect();
    if (event.kind === 'custom') models.tellCustomEvent({ chatId, content: event.content });
  },
  'events-seen': ({ suspicion }, { upTo }) => suspicion.seen(upTo),
  'customer-updated'({ core: { users } }, { userId, isWhole, ...update }) {
    const me = users.me.peek();
    if (me?.id !== userId) return;
    const { name, email, avatarUrl, phoneNumber, isEmailVerified, sessionFields } = update;
    const told = { name, email, avatarUrl, phoneNumber, isEmailVerified, sessionFields };
    const changed = Object.entries(told).filter(([, value]) => isWhole || value !== undefined);
    const next = { ...me, ...(Object.fromEntries(changed) as Partial<Customer>) };
    users.set(next);
    users.me.value = next;
  },

  'event-updated'({ core: { timeline }, early, suspicion }, { event }) {
    early.note(event.id);
    const known = findEvent(timeline.logs.peek(), event.id);
    if (!known) suspicion.suspect();
    // Pictures of links and such come by an update too, and are no edit.
    const isSameText = known?.kind === 'message' && event.kind === 'message' && known.text === event.text;
    const isEdited = isSameText ? known.isEdited : event.isEdited;
    timeline.logs.value = editEvent(timeline.logs.peek(), { ...event, isEdited });
  },
  'event-deleted'({ core: { timeline }, early, suspicion }, { threadId, eventId }) {
    early.note(eventId);
    if (!timeline.has(eventId) && !timeline.logs.peek().deleted.has(eventId)) suspicion.suspect();
    timeline.logs.value = deleteEvent(timeline.logs.peek(), threadId, eventId);
  },

  'properties-updated': (models, { properties, ...at }) =>
    changeProperties(models, at, (known) => mergeProperties(known, properties)),
  'properties-deleted'(models, { names, ...at }) {
    changeProperties(models, at, (known) => deleteProperties(known, names));
    // Older services say the place in the queue so.
    if (!at.eventId && names.get('lc2')?.includes('queue_pos')) models.core.chat.setQueue(undefined);
  },
  'postback-received'({ core: { timeline } }, { eventId, postbackId, userId, isToggled }) {
    timeline.logs.value = changeEvent(timeline.logs.peek(), eventId, (event) =>
      applyPostback(event, postbackId, userId, isToggled),
    );
  },

  thinking({ core, thinking }, { authorId, customId, title, description }) {
    if (customId && core.timeline.sent.peek().has(customId)) return;
    thinking.show({ key: customId ?? authorId, authorId, title, description });
  },
  'event-previewed'({ core, previews, thinking }, { authorId, customId, text, properties }) {
    if (customId && core.timeline.sent.peek().has(customId)) return;
    thinking.endWith({ customId, authorId });
    previews.show({ key: customId ?? authorId, authorId, text, properties });
  },

  'greeting-received': ({ greetings }, { greeting }) => greetings.receive(greeting),
  'greeting-accepted': ({ greetings }, { uniqueId }) => greetings.markAccepted(uniqueId),
  'greeting-canceled': ({ greetings }, { uniqueId }) => greetings.forget(uniqueId),
  'welcome-received': ({ welcoming }, { id, content }) => welcoming.receive(id, content),
  'page-updated'({ page }, { url, title }) {
    page.value = { url, title };
  },
  'access-set'({ core: { chat } }, { groupIds }) {
    const known = chat.known.peek();
    if (known) chat.known.value = { ...known, groupIds };
  },
  'multicast-received': (models, { content, kind }) => models.tellMulticast(content, kind),
};

export function applyRest(models: RestModels, update: Any): void {
  const chatId = models.core.chat.id.peek();
  if ('chatId' in update && chatId && update.chatId !== chatId) return;
  (apply[update.type] as ((models: RestModels, update: Any) => void) | undefined)?.(models, update);
}

interface Said {
  readonly authorId?: UserId | undefined;
  readonly customId?: CustomId | undefined;
}

/** Whoever answers has read what stands above: the service takes it so too. */
function said(models: RestModels, event: ChatEvent): void {
  const { authorId }: Said = event;
  ended(models, event);
  if (authorId && authorId === models.core.users.me.peek()?.id) models.unread.seen(event.place);
}

/** Whoever has said something does not type, think or prepare it any more. */
function ended({ thinking, previews, typing }: RestModels, event: Said): void {
  thinking.endWith(event);
  previews.endWith(event);
  if (event.authorId) typing.stop(event.authorId);
}

export function endAll({ thinking, previews, typing }: Pick<RestModels, 'thinking' | 'previews' | 'typing'>): void {
  for (const passing of [thinking, previews, typing]) passing.clear();
}

export function changeProperties(
  { core: { chat, timeline } }: Pick<RestModels, 'core'>,
  { threadId, eventId }: PropertyPlace,
  change: (known: Properties | undefined) => Properties,
): void {
  const { logs } = timeline;
  if (eventId) {
    logs.value = changeEvent(logs.peek(), eventId, (event) => ({ ...event, properties: change(event.properties) }));
  } else if (threadId) {
    logs.value = changeThread(logs.peek(), threadId, change);
  } else {
    const known = chat.known.peek();
    if (known) chat.known.value = { ...known, properties: change(known.properties) };
  }
}
