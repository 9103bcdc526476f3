import type { Chat } from '../store/model';

/** Who is in the chat; somebody who is just being removed still is. */
export const presentIds = (chat: Chat, leavingId?: string): readonly string[] =>
  [...chat.members.values()].filter(({ id, present }) => present || id === leavingId).map(({ id }) => id);
