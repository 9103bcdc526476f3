import { unbanCustomer } from '../chats/banning';
import { Failure } from '../failure';
import type { Fields } from '../fields';
import type { World } from '../world';
import { findCustomer } from './find';

export function unban(world: World, fields: Fields): void {
  unbanCustomer(world, findCustomer(world, fields).id);
}

/** Other agents look after a visitor from now on. */
export function moveCustomer(world: World, fields: Fields): void {
  const groupId = fields.integer('group_id');
  if (!world.settings.groups.some(({ id }) => id === groupId)) throw new Failure('group_not_found');
  world.visits.moveTo(findCustomer(world, fields).id, groupId);
}

/** Agents cannot address customers any more; the server still may. */
export function multicastToCustomers(world: World, fields: Fields): void {
  const ids = fields.strings('customer_ids') ?? fields.fail('customer_ids', 'is required');
  const type = fields.optionalString('type');
  if (!fields.has('content')) fields.fail('content', 'is required');
  world.tell({
    news: 'multicast',
    agentIds: new Set(),
    customerIds: new Set(ids),
    content: fields.value['content'],
    ...(type !== undefined && { type }),
  });
}
