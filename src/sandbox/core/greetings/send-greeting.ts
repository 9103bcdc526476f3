import { activeThread } from '../chats/look';
import { pickAgent } from '../chats/routing';
import { Failure } from '../failure';
import { newGreetingId } from '../ids';
import type { Greeting } from '../store/model';
import type { World } from '../world';
import type { GreetingTemplate } from './template';

/** Part of a turn. Nobody is greeted in the middle of a conversation. */
export function sendGreeting(world: World, customerId: string, template: GreetingTemplate): void {
  const customer = world.store.customer(customerId);
  const chat = world.store.chatOfCustomer.get(customerId);
  if (chat && activeThread(chat)) return;
  if (customer.greeting) cancelGreeting(world, customerId, customer.greeting.uniqueId);
  const { type, ...body } = template.event;
  world.commit({
    fact: 'greeting-sent',
    customerId,
    greeting: {
      templateId: template.id,
      uniqueId: newGreetingId(world.random),
      at: world.stamp(),
      agentId: template.agentId ?? pickAgent(world, [0]) ?? [...world.roster.agents.keys()][0] ?? '',
      isExitIntent: template.isExitIntent ?? false,
      ...(template.subtype !== undefined && { subtype: template.subtype }),
      ...(template.addon !== undefined && { addon: template.addon }),
      type,
      body,
    },
  });
  const greeting = openGreeting(world, customerId);
  if (greeting) world.tell({ news: 'greeting-sent', customerId, greeting: { ...greeting } });
}

/** It was displayed. */
export function acceptGreeting(world: World, customerId: string, uniqueId: string): void {
  requireGreeting(world, customerId, uniqueId);
  world.commit({ fact: 'greeting-accepted', customerId, uniqueId });
  world.tell({ news: 'greeting-accepted', customerId, uniqueId });
}

/** It was dismissed, or a newer one takes its place. */
export function cancelGreeting(world: World, customerId: string, uniqueId: string): void {
  requireGreeting(world, customerId, uniqueId);
  world.commit({ fact: 'greeting-canceled', customerId, uniqueId });
  world.tell({ news: 'greeting-canceled', customerId, uniqueId });
}

/** A chat was started from it: it counts as seen, and has done its work. */
export function useGreeting(world: World, customerId: string, uniqueId: string): void {
  if (openGreeting(world, customerId)?.uniqueId !== uniqueId) return;
  world.commit(
    { fact: 'greeting-accepted', customerId, uniqueId },
    { fact: 'greeting-canceled', customerId, uniqueId },
  );
}

const openGreeting = (world: World, customerId: string): Greeting | undefined =>
  world.store.customer(customerId).greeting;

export function requireGreeting(world: World, customerId: string, uniqueId: string): Greeting {
  const greeting = openGreeting(world, customerId);
  if (greeting?.uniqueId !== uniqueId) throw new Failure('greeting_not_found');
  return greeting;
}
