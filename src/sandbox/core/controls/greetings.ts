import { Failure } from '../failure';
import type { Fields } from '../fields';
import { sendGreeting as send } from '../greetings/send-greeting';
import type { GreetingTemplate } from '../greetings/template';
import type { World } from '../world';
import { findCustomer } from './find';

/** One of the greetings of the settings, or a text of its own. Takes the place of the one that is there. */
export function sendGreeting(world: World, fields: Fields): unknown {
  const { id: customerId } = findCustomer(world, fields);
  send(world, customerId, readTemplate(world, fields));
  const sent = world.store.customer(customerId).greeting;
  return { unique_id: sent?.uniqueId };
}

/** What can be sent, for a menu. */
export function listGreetings({ settings }: World): unknown {
  return { greetings: settings.greetings.map(({ id, name }) => ({ id, name })) };
}

function readTemplate({ settings }: World, fields: Fields): GreetingTemplate {
  const text = fields.optionalString('text');
  if (text !== undefined) return { id: 0, name: 'Written by hand', event: { type: 'message', text } };
  const wanted = fields.integer('greeting_id');
  const template = settings.greetings.find(({ id }) => id === wanted);
  if (!template) throw new Failure('not_found');
  return template;
}
