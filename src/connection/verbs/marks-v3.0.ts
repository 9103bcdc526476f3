import type { Chat, Place, Update, User } from '../../domain';
import type { Dialect, More, ReadPush, V30 } from '../../protocol';

const isSameSecond = (a: Place, b: Place) => Math.floor(a.at / 1_000) === Math.floor(b.at / 1_000);

/**
 * Seen marks of Customer Chat API v3.0 are whole seconds, and read as the end of that second. Nobody has seen what was not
 * there when the mark was told: it ends at the newest event heard of until then, if that is of the same second.
 */
export const createDialect30 = (v30: V30) => (more: More) => withExactMarks(v30.createV30(more));

function withExactMarks(dialect: Dialect): Dialect {
  let newest: Place | undefined;

  const exact = (mark: Place): Place =>
    newest && newest.rank < mark.rank && isSameSecond(newest, mark) ? newest : mark;
  const ofUser = <U extends User>(user: U): U => (user.seenUpTo ? { ...user, seenUpTo: exact(user.seenUpTo) } : user);

  function heard(place: Place): void {
    if (!newest || newest.rank < place.rank) newest = place;
  }

  function ofChat(chat: Chat): Chat {
    for (const { place } of chat.thread?.events ?? []) heard(place);
    return { ...chat, users: chat.users.map(ofUser) };
  }

  function ofUpdate(update: Update): Update {
    switch (update.type) {
      case 'chat-started':
        return { ...update, chat: ofChat(update.chat) };
      case 'event-received':
        heard(update.event.place);
        return update;
      case 'user-added':
        return { ...update, user: ofUser(update.user) };
      case 'events-seen':
        return { ...update, upTo: exact(update.upTo) };
      default:
        return update;
    }
  }

  return {
    ...dialect,
    readPush: new Map(
      [...dialect.readPush].map(([action, read]): [string, ReadPush] => [action, (...told) => ofUpdate(read(...told))]),
    ),
    readFoundChat(...told) {
      const chat = dialect.readFoundChat(...told);
      return chat && ofChat(chat);
    },
  };
}
