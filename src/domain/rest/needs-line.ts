import type { SessionCore } from '../session';

/** A chat is going on, or something still has to be sent: the line is wanted also while nobody looks. */
export function needsLine({ chat, outbox }: Pick<SessionCore, 'chat' | 'outbox'>): boolean {
  const isOnItsWay = outbox.items.value.some(({ state }) => state !== 'accepted' && state !== 'refused');
  return chat.activeId.value !== undefined || isOnItsWay;
}
