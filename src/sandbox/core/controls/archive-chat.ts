import { addSystemMessage } from '../chats/events';
import { nameOf, presentAgents, requireActive } from '../chats/look';
import { setPropertiesAt } from '../chats/properties';
import { closeThread } from '../chats/threads';
import type { Fields } from '../fields';
import type { World } from '../world';
import { findChat } from './find';

const REASONS = [
  'deleted',
  'disconnected',
  'inactive',
  'offline',
  'other',
  'remotely_signed_out',
  'signed_out',
] as const;

/** Closed by the router, for any of its reasons. */
export function archiveChat(world: World, fields: Fields): void {
  const reason = fields.oneOf('reason', REASONS) ?? 'other';
  const chat = findChat(world, fields);
  requireActive(chat);
  const [agent] = presentAgents(chat);
  const variables = {
    ...(agent && { agent: nameOf(world, agent.id) }),
    ...(reason === 'inactive' && { duration: String(Math.round(world.settings.limits.archiveMs / 60_000)) }),
  };
  closeThread(world, chat, undefined, { type: `routing.archived_${reason}`, variables });
}

/** Nobody has written for long: said in the chat, and noted on the thread. */
export function markIdle(world: World, fields: Fields): void {
  const minutes = fields.optionalInteger('minutes', 1) ?? 15;
  const chat = findChat(world, fields);
  const thread = requireActive(chat);
  addSystemMessage(world, chat, thread, 'routing.idle', { duration: String(minutes) });
  setPropertiesAt(world, { chatId: chat.id, threadId: thread.id }, { routing: { idle: true } });
}
