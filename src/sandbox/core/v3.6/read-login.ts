import type { Fields } from '../fields';
import type { Subscription, WantedPushes } from '../viewer';

/** `Bearer <token>`; the word is left out by some clients. */
export function readToken(fields: Fields): string {
  return fields.string('token').replace(/^Bearer\s+/i, '');
}

/** What is wanted in which version. Nothing said means all of this one; names that we do not know are left alone. */
export function readSubscription(fields: Fields, version: string): Subscription {
  const pushes = fields.optionalObject('pushes');
  if (!pushes) return 'all';
  // This one first, so that it is the one that answers.
  const versions = [version, ...Object.keys(pushes.value).filter((other) => other !== version)];
  return new Map(versions.map((each) => [each, readWanted(pushes.strings(each) ?? [])]));
}

const readWanted = (names: readonly string[]): WantedPushes => (names.includes('all') ? 'all' : new Set(names));
