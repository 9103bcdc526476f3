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
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const [first, ...others] = words.map((word) => Array.from(word)[0]);
  return [first, others.at(-1)].join('').toLocaleUpperCase();
}
