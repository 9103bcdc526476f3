import { findEvent, findThread } from '../chats/look';
import { deletePropertiesAt, setPropertiesAt } from '../chats/properties';
import type { Fields } from '../fields';
import type { NewsKind } from '../news';
import type { Call } from '../side';
import type { PropertyPlace } from '../store/facts';
import type { Chat } from '../store/model';
import type { Viewer } from '../viewer';
import type { World } from '../world';
import { readProperties, readPropertyNames } from './read-properties';

type FindChat<V extends Viewer> = (world: World, viewer: V, chatId: string) => Chat;
type Level = 'chat' | 'thread' | 'event';

interface PropertyAction<V extends Viewer> {
  readonly answer: NewsKind;
  run(call: Call<V>): void;
}

/** The six of them, for a side that knows its own chats. `after` hears what was really changed. */
export function propertyActions<V extends Viewer>(
  findChat: FindChat<V>,
  after: (world: World, place: PropertyPlace, namespaces: readonly string[]) => void = () => {},
): readonly (readonly [string, PropertyAction<V>])[] {
  const levels: readonly Level[] = ['chat', 'thread', 'event'];
  return levels.flatMap((level) => {
    const update: PropertyAction<V> = {
      answer: 'properties-set',
      run({ world, viewer, fields }) {
        const properties = readProperties(fields);
        const place = findPlace(level, fields, (id) => findChat(world, viewer, id));
        after(world, place, changedNames(setPropertiesAt(world, place, properties)));
      },
    };
    const remove: PropertyAction<V> = {
      answer: 'properties-deleted',
      run({ world, viewer, fields }) {
        const names = readPropertyNames(fields);
        const place = findPlace(level, fields, (id) => findChat(world, viewer, id));
        after(world, place, Object.entries(deletePropertiesAt(world, place, names)).flatMap(listNames));
      },
    };
    return [
      [`update_${level}_properties`, update],
      [`delete_${level}_properties`, remove],
    ] as const;
  });
}

/** A chat is named `id` here, and `chat_id` everywhere else. */
function findPlace(level: Level, fields: Fields, findChat: (id: string) => Chat): PropertyPlace {
  if (level === 'chat') return { chatId: findChat(fields.string('id')).id };
  const chat = findChat(fields.string('chat_id'));
  const thread = findThread(chat, fields.string('thread_id'));
  if (level === 'thread') return { chatId: chat.id, threadId: thread.id };
  return { chatId: chat.id, threadId: thread.id, eventId: findEvent(thread, fields.string('event_id')).id };
}

const listNames = ([namespace, names]: readonly [string, readonly string[]]) =>
  names.map((name) => `${namespace}.${name}`);

const changedNames = (properties: { readonly [namespace: string]: object }) =>
  Object.entries(properties).flatMap(([namespace, values]) => listNames([namespace, Object.keys(values)]));
