import { Failure } from '../failure';
import type { World } from '../world';
import { activeThread, nameOf } from './look';
import { closeThread } from './threads';

const DAY_MS = 24 * 60 * 60_000;

/** Ends their chat, then their connections; nobody with their id comes in until it is over. */
export function banCustomer(world: World, customerId: string, days: number, agentId: string): void {
  const until = world.clock.now() + days * DAY_MS;
  world.commit({ fact: 'ban-set', id: customerId, ban: { days, until } });
  const chat = world.store.chatOfCustomer.get(customerId);
  if (chat && activeThread(chat)) {
    const variables = { agent: nameOf(world, agentId), duration: String(days) };
    closeThread(world, chat, agentId, { type: 'customer_banned', variables });
  }
  world.tell({ news: 'customer-banned', customerId, days });
  disconnectCustomer(world, customerId, 'customer_banned');
}

export function unbanCustomer(world: World, customerId: string): void {
  if (isBanned(world, customerId)) world.commit({ fact: 'ban-set', id: customerId });
}

export function isBanned(world: World, customerId: string): boolean {
  const ban = world.store.customers.get(customerId)?.ban;
  return ban !== undefined && ban.until > world.clock.now();
}

export function refuseBanned(world: World, customerId: string): void {
  if (isBanned(world, customerId)) throw new Failure('customer_banned');
}

export function disconnectCustomer(world: World, customerId: string, reason: string, data?: object): void {
  for (const link of world.listeners) {
    if (link.viewer?.side === 'customer' && link.viewer.customerId === customerId) link.sayGoodbye(reason, data);
  }
}
