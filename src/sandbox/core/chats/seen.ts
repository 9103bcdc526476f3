import type { Chat } from '../store/model';
import { type Iso, writeTime } from '../time';
import type { World } from '../world';

/** Nobody has seen the future, and a mark never goes back. False: it stays where it was. */
export function markSeen(world: World, chat: Chat, userId: string, wanted: Iso): boolean {
  const now = writeTime(Math.floor(world.clock.now() * 1000));
  const latest = now > world.store.newest ? now : world.store.newest;
  const upTo = wanted < latest ? wanted : latest;
  if ((chat.members.get(userId)?.seenUpTo ?? '') >= upTo) return false;
  world.commit({ fact: 'seen', chatId: chat.id, userId, upTo });
  world.tell({ news: 'seen', chatId: chat.id, userId, upTo });
  return true;
}
