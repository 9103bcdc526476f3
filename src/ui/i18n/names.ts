import type { Session, UserId } from '../../domain';
import { cleanLine } from '../text/clean-line';
import type { Words } from './words';

/** Nobody is nameless, and no name is invisible. */
export function displayName(words: Words, name: string | undefined): string {
  return cleanLine(name ?? '') || words.t('common.agent_fallback');
}

export function authorName(session: Pick<Session, 'users'>, words: Words, id: UserId | undefined): string {
  return displayName(words, id && session.users.nameOf(id));
}

/** Up to two letters to stand for a photo. */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => /^[\p{L}\p{N}]/u.test(part));
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : parts;
  return ends
    .map((part) => Array.from(part ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
