import type { EventDraft } from '../../chats/events';
import { withSource } from '../../chats/starting';
import type { Opening } from '../../chats/threads';
import { useGreeting } from '../../greetings/send-greeting';
import { requireWritable } from '../../property-rights';
import type { Call } from '../../side';
import type { CustomerViewer } from '../../viewer';
import type { World } from '../../world';
import { bodiesWithFiles } from '../file-event';
import { readOpening } from '../read-opening';
import { readOptionalProperties } from '../read-properties';

type CustomerCall = Call<CustomerViewer>;

/** What a customer wants a new thread to begin with. */
export function readCustomerOpening({ world, viewer, fields }: CustomerCall): Opening {
  const { customerId, clientId } = viewer;
  const opening = readOpening(world, fields, { requesterId: customerId, clientId, bodies: bodiesWithFiles(world) });
  requireWritable('chat', opening.chatProperties);
  requireWritable('thread', opening.threadProperties);
  const chat = fields.optionalObject('chat');
  for (const event of chat?.optionalObject('thread')?.objects('events') ?? []) {
    requireWritable('event', readOptionalProperties(event));
  }
  const welcomeId = fields.optionalString('welcome_message_id');
  const welcome = welcomeId === undefined ? undefined : welcomeEvent(world, customerId, welcomeId);
  const events = welcome ? [welcome, ...opening.events] : opening.events;
  return withSource(world, viewer, { ...opening, events });
}

/** What was shown before the chat has done its work when the chat is there. */
export function settleOpening({ world, viewer, fields }: CustomerCall, { threadProperties }: Opening): void {
  const uniqueId = threadProperties?.['lc2']?.['greeting_unique_id'];
  if (typeof uniqueId === 'string') useGreeting(world, viewer.customerId, uniqueId);
  const welcomeId = fields.optionalString('welcome_message_id');
  if (welcomeId !== undefined) world.welcomes.take(viewer.customerId, welcomeId);
}

function welcomeEvent(world: World, customerId: string, id: string): EventDraft | undefined {
  const message = world.welcomes.find(customerId, id);
  if (!message) return undefined;
  return {
    type: 'message',
    authorId: message.agentId,
    visibility: 'all',
    body: { text: message.text },
    properties: { lc2: { welcome_message: true }, chats: { welcome_message_source: 'welcome_phrase' } },
  };
}
