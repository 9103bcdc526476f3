import type { ChatId, CustomId, EventId, PropertyPlace, RestUpdate, ThreadId, Update, UserId } from '../../domain';
import { withScheme } from '../chat';
import type { Places } from '../places';
import { readArrived, readGroupStatus } from '../pushes';
import { isObject, type Reader } from '../reader';
import { readGreeting, readGreetingContent } from './greeting';
import { copyJson } from './json';
import { fieldsOfCustomer, groupsOf, queueOf } from './more';
import { mayProperties, readProperties, readPropertyNames } from './properties';
import { mayCut, mayId, mayUrl, someOf, TEXT, textsOf } from './values';

type Told = readonly (RestUpdate | Update)[];
export type ReadTold = (from: Reader) => Told;

// A server's bookkeeping at the client's: more than this is none.
const MOST_STORED = 200;

const chatOf = (from: Reader) => ({ chatId: from.id<ChatId>('chat_id') });
const threadOf = (from: Reader) => ({ ...chatOf(from), threadId: from.id<ThreadId>('thread_id') });
const eventOf = (from: Reader) => ({ ...threadOf(from), eventId: from.id<EventId>('event_id') });
const placeOf = (from: Reader): PropertyPlace => ({
  ...chatOf(from),
  threadId: mayId<ThreadId>(from, 'thread_id'),
  eventId: mayId<EventId>(from, 'event_id'),
});

/** What a push of the rest tells. The dialects say which push is which. */
export function createRestReaders(places: Places, mostButtons: number) {
  return {
    eventUpdated(from) {
      const { chatId, event } = readArrived(from, places);
      return [
        { type: 'event-updated', chatId, event: event.kind === 'message' ? { ...event, isEdited: true } : event },
      ];
    },

    eventDeleted: (from) => [{ type: 'event-deleted', ...eventOf(from) }],

    /** All of the customer (v3.0), or what has changed. */
    customerUpdated(from) {
      const customer = from.any('customer') ? from.object('customer') : from;
      return [
        {
          type: 'customer-updated',
          userId: customer.id<UserId>('id'),
          name: mayCut(customer, 'name'),
          email: mayCut(customer, 'email'),
          avatarUrl: withScheme(mayUrl(customer, 'avatar')),
          ...fieldsOfCustomer(customer),
          isWhole: customer !== from,
        },
      ];
    },

    /** A chat may go to other groups with it. */
    transferred(from) {
      const isToGroup = from.any('type') === 'group';
      const groupIds = isToGroup ? groupsOf(from, 'ids') : groupsOf(from.mayObject('transferred_to'));
      return groupIds?.length ? [{ type: 'access-set', ...chatOf(from), groupIds }] : [];
    },

    accessSet(from) {
      if (from.any('resource') !== 'chat') return [];
      const groupIds = groupsOf(from.object('access')) ?? from.fail('access', 'groups');
      return [{ type: 'access-set', chatId: from.id<ChatId>('id'), groupIds }];
    },

    /** Of a chat, a thread or an event: its ids say which. */
    propertiesUpdated(from) {
      const place = placeOf(from);
      const told: Told = [
        { type: 'properties-updated', ...place, properties: readProperties(from.object('properties')) },
      ];
      const queue = place.eventId ? undefined : queueOf(from);
      return queue ? [...told, { type: 'queue-moved', chatId: place.chatId, queue }] : told;
    },

    propertiesDeleted: (from) => [
      { type: 'properties-deleted', ...placeOf(from), names: readPropertyNames(from.object('properties')) },
    ],

    postback(from) {
      const postback = from.object('postback');
      return [
        {
          type: 'postback-received',
          ...eventOf(from),
          userId: from.id<UserId>('user_id'),
          postbackId: postback.id('id'),
          isToggled: postback.flag('toggled'),
        },
      ];
    },

    eventPreview(from) {
      const event = from.object('event');
      if (event.any('recipients') === 'agents' || event.any('visibility') === 'agents') event.fail('recipients', 'all');
      return [
        {
          type: 'event-previewed',
          ...threadOf(from),
          authorId: event.id<UserId>('author_id'),
          customId: mayId<CustomId>(event, 'custom_id'),
          text: mayCut(event, 'text', TEXT) ?? '',
          properties: mayProperties(event),
        },
      ];
    },

    thinking: (from) => [
      {
        type: 'thinking',
        ...chatOf(from),
        authorId: from.id<UserId>('author_id'),
        customId: mayId<CustomId>(from, 'custom_id'),
        title: mayCut(from, 'title'),
        description: mayCut(from, 'description', TEXT),
      },
    ],

    greeting: (from) => [{ type: 'greeting-received', greeting: readGreeting(from, places, mostButtons) }],
    greetingAccepted: (from) => [{ type: 'greeting-accepted', uniqueId: from.id('unique_id') }],
    greetingCanceled: (from) => [{ type: 'greeting-canceled', uniqueId: from.id('unique_id') }],

    welcome: (from) => [
      { type: 'welcome-received', id: from.id('id'), content: readGreetingContent(from.object('event'), mostButtons) },
    ],

    pageUpdated: (from) => [
      {
        type: 'page-updated',
        url: mayUrl(from, 'url') ?? from.fail('url', 'address'),
        title: mayCut(from, 'title'),
      },
    ],

    /** Up to v3.4 it is also how availability is told. */
    multicast(from) {
      const content = from.mayObject('content');
      const told: Told = [
        { type: 'multicast-received', content: copyJson(from.any('content') ?? null), kind: mayCut(from, 'type') },
      ];
      const isOfGroups = from.any('type') === 'lc2' && content.any('name') === 'groups_update';
      const groups = isOfGroups ? someOf(content, 'groups', 1_000, readGroupStatus) : [];
      return groups.length > 0 ? [...told, { type: 'availability-changed', groups: new Map(groups) }] : told;
    },

    sideStorage(from) {
      const storage = from.any('customer_side_storage');
      if (!isObject(storage)) return from.fail('customer_side_storage', 'object');
      return [
        { type: 'side-storage-updated', storage: textsOf(from.object('customer_side_storage'), MOST_STORED, TEXT) },
      ];
    },
  } satisfies Record<string, ReadTold>;
}
export type RestKind = keyof ReturnType<typeof createRestReaders>;
