import { addEvent, addSystemMessage } from '../chats/events';
import { requireActive } from '../chats/look';
import { type Fields, isObject } from '../fields';
import type { Visibility } from '../store/model';
import type { World } from '../world';
import { findChat } from './find';

const VISIBILITIES: readonly Visibility[] = ['all', 'agents'];

/** An event of type `system`, as other products send them. `details` is text of JSON, or an object to be made into it. */
export function sendSystemEvent(world: World, fields: Fields): unknown {
  const given = fields.value['details'] ?? {};
  const body = {
    source: fields.string('source'),
    subtype: fields.string('subtype'),
    version: fields.optionalInteger('version', 1) ?? 1,
    details: isObject(given) ? JSON.stringify(given) : fields.string('details'),
  };
  const visibility = fields.oneOf('visibility', VISIBILITIES) ?? 'all';
  const chat = findChat(world, fields);
  const customId = fields.optionalString('custom_id');
  const draft = { type: 'system', visibility, body, ...(customId !== undefined && { customId }) };
  return { event_id: addEvent(world, chat, requireActive(chat), draft).id };
}

/** One of the server's own sentences. Without a text it is the usual one of its type. */
export function sendSystemMessage(world: World, fields: Fields): void {
  const type = fields.string('system_message_type');
  const vars = fields.optionalObject('text_vars');
  const variables = Object.fromEntries(Object.keys(vars?.value ?? {}).map((name) => [name, vars?.string(name) ?? '']));
  const visibility = fields.oneOf('visibility', VISIBILITIES) ?? 'all';
  const text = fields.optionalString('text');
  const chat = findChat(world, fields);
  const thread = requireActive(chat);
  if (text === undefined) addSystemMessage(world, chat, thread, type, variables, visibility);
  else
    addEvent(world, chat, thread, {
      type: 'system_message',
      visibility,
      body: { system_message_type: type, text, text_vars: variables },
    });
}
