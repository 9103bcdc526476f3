import type { Session } from '../../domain';
import type { Key } from '../i18n/catalogue';

export type Placeholder = Extract<
  Key,
  | 'composer.placeholder'
  | 'composer.placeholder_offline'
  | 'composer.placeholder_queued'
  | 'composer.placeholder_closed'
  | 'composer.disabled_banned'
  | 'chat.unavailable'
>;

/** What the empty field says: in which state the chat is, seen by who is about to write. */
export function placeholderFor(session: Pick<Session, 'line' | 'chat' | 'availability' | 'users'>): Placeholder {
  const line = session.line.value;
  const chat = session.chat.value;
  if (line.state === 'stopped') {
    if (line.reason === 'banned') return 'composer.disabled_banned';
    if (line.reason === 'license' || line.reason === 'unsupported') return 'chat.unavailable';
  }
  if (chat.state === 'active' && chat.queue) return 'composer.placeholder_queued';
  const isAlone = session.users.agents.value.length === 0;
  if (session.availability.value === 'offline' && isAlone) return 'composer.placeholder_offline';
  return chat.state === 'ended' ? 'composer.placeholder_closed' : 'composer.placeholder';
}

/** Nothing typed here could ever be sent, and the placeholder says why. */
export function isClosed(placeholder: Placeholder): boolean {
  return placeholder === 'composer.disabled_banned' || placeholder === 'chat.unavailable';
}
