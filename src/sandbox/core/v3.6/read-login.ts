import type { Fields } from '../fields';
import type { Subscription } from '../viewer';

/** `Bearer <token>`; the word is left out by some clients. */
export function readToken(fields: Fields): string {
  return fields.string('token').replace(/^Bearer\s+/i, '');
}

/** What is wanted for this version. Nothing said means all of it; names that we do not know are left alone. */
export function readSubscription(fields: Fields, version: string): Subscription {
  const pushes = fields.optionalObject('pushes');
  if (!pushes) return 'all';
  for (const other of Object.keys(pushes.value)) pushes.strings(other);
  const names = pushes.strings(version) ?? [];
  return names.includes('all') ? 'all' : new Set(names);
}
