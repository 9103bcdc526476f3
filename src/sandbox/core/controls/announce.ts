import type { Fields } from '../fields';
import type { AccountChange } from '../news';
import { revokeToken as takeBack } from '../tokens';
import type { World } from '../world';
import { findChat, findThreadOf } from './find';

const CHANGES: readonly AccountChange[] = [
  ...(['created', 'approved', 'suspended', 'unsuspended', 'deleted', 'updated'] as const).map(
    (end) => `agent_${end}` as const,
  ),
  ...(['bot', 'group', 'tag'] as const).flatMap((thing) =>
    (['created', 'updated', 'deleted'] as const).map((end) => `${thing}_${end}` as const),
  ),
  'ticket_created',
  'ticket_deleted',
  'threads_deleted',
  'auto_accesses_updated',
  'license_properties_updated',
  'group_properties_updated',
];

/** Tells agents of a change in the account that the sandbox cannot make. The payload is the caller's. */
export function announce(world: World, fields: Fields): void {
  const change = fields.oneOf('push', CHANGES) ?? fields.fail('push', 'is required');
  if (!fields.has('payload')) fields.fail('payload', 'is required');
  world.tell({ news: 'account-changed', change, payload: fields.value['payload'] });
}

export function failSummary(world: World, fields: Fields): void {
  const chat = findChat(world, fields);
  world.tell({ news: 'summary-failed', chatId: chat.id, threadId: findThreadOf(chat, fields).id });
}

/** A customer's or an agent's: its connections end, and it opens none. */
export function revokeToken(world: World, fields: Fields): void {
  takeBack(world, fields.string('token'));
}
