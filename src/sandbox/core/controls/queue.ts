import { requireActive } from '../chats/look';
import { assignWaiting } from '../chats/routing';
import type { Fields } from '../fields';
import type { World } from '../world';
import { findAgentId, findChat } from './find';

/** Puts a chat at this place, whatever the truth is, until it gets an agent or leaves. Place 0 takes it out. */
export function setQueuePosition(world: World, fields: Fields): void {
  const position = fields.optionalInteger('position', 0, 1000) ?? fields.fail('position', 'is required');
  const waitSeconds =
    fields.optionalInteger('wait_time', 0) ?? Math.round((position * world.settings.limits.queueMs) / 1000);
  const chat = findChat(world, fields);
  const thread = requireActive(chat);
  if (position === 0) {
    world.queue.leave(chat, thread);
    world.queue.tell();
    return;
  }
  world.queue.enter(chat, thread);
  world.queue.force(chat, { position, waitSeconds });
}

/** How many chats an agent takes before others have to wait. */
export function setChatLimit(world: World, fields: Fields): void {
  const limit = fields.optionalInteger('limit', 0, 1000) ?? fields.fail('limit', 'is required');
  const agentId = findAgentId(world, fields);
  world.roster.limitChats(agentId, limit);
  assignWaiting(world);
}
