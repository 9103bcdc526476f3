import { Failure } from '../failure';
import type { Chat } from '../store/model';
import type { World } from '../world';
import { assignWaiting } from './routing';

/** Which groups may see a chat, changed without a transfer. Nobody who is in it has to leave. */

export const setAccess = (world: World, chat: Chat, groupId: number): void => change(world, chat, [groupId]);

export function grantAccess(world: World, chat: Chat, groupId: number): void {
  if (chat.groupIds.includes(groupId)) return;
  change(world, chat, [...chat.groupIds, groupId], { kind: 'granted', groupIds: [groupId] });
}

export function revokeAccess(world: World, chat: Chat, groupId: number): void {
  const left = chat.groupIds.filter((id) => id !== groupId);
  if (left.length === 0) throw new Failure('validation', 'A chat has at least one group');
  if (left.length < chat.groupIds.length) change(world, chat, left, { kind: 'revoked', groupIds: [groupId] });
}

function change(
  world: World,
  chat: Chat,
  groupIds: readonly number[],
  how?: { readonly kind: 'granted' | 'revoked'; readonly groupIds: readonly number[] },
): void {
  const wereIn = chat.groupIds;
  world.commit({ fact: 'access-set', chatId: chat.id, groupIds });
  world.tell({ news: 'access-set', chatId: chat.id, groupIds, wereIn, ...(how && { change: how }) });
  assignWaiting(world);
}
