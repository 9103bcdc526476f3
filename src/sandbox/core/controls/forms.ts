import { addEvent } from '../chats/events';
import { requireActive } from '../chats/look';
import type { Fields } from '../fields';
import type { FormType } from '../forms/form';
import type { World } from '../world';
import { findChat } from './find';

const TYPES: readonly FormType[] = ['prechat', 'postchat', 'ticket'];

/** Whether the form is asked for: in one group, or in all of them. */
export function switchForm(world: World, fields: Fields): void {
  const type = fields.oneOf('type', TYPES) ?? fields.fail('type', 'is required');
  const isEnabled = fields.boolean('enabled');
  const groupId = fields.optionalInteger('group_id');
  const ids = groupId === undefined ? world.settings.groups.map(({ id }) => id) : [groupId];
  for (const id of ids) world.forms.switch(id, type, isEnabled);
}

/** An empty form in the middle of a chat, of the server itself: nobody is its author. */
export function sendForm(world: World, fields: Fields): unknown {
  const form_id = fields.string('form_id');
  const form_type = fields.optionalString('form_type');
  fields.list('fields');
  const questions = fields.objects('fields').map(({ value }) => value);
  const chat = findChat(world, fields);
  const body = { form_id, ...(form_type !== undefined && { form_type }), fields: questions };
  return { event_id: addEvent(world, chat, requireActive(chat), { type: 'form', visibility: 'all', body }).id };
}
