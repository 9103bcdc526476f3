import { disconnectCustomer } from '../chats/banning';
import type { Fields } from '../fields';
import type { World } from '../world';
import { findAgentId, findCustomer } from './find';

/** For any reason that the API has, or will have. */
export function disconnectOneCustomer(world: World, fields: Fields): void {
  const reason = fields.string('reason');
  const data = fields.optionalObject('data')?.value;
  disconnectCustomer(world, findCustomer(world, fields).id, reason, data);
}

export function disconnectAgent(world: World, fields: Fields): void {
  const reason = fields.string('reason');
  const data = fields.optionalObject('data')?.value;
  const agentId = findAgentId(world, fields);
  for (const link of world.listeners) {
    if (link.viewer?.side === 'agent' && link.viewer.agentId === agentId) link.sayGoodbye(reason, data);
  }
}
