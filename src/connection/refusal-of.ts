import type { Refusal } from '../domain';

/**
 * Errors of the Customer Chat API v3.6, in the words of the domain. `not-now` passes by itself: tried again later, in
 * order.
 */
const meanings = new Map<string, Refusal | 'not-now'>([
  ['customer_banned', 'banned'],
  ['validation', 'invalid'],
  ['authorization', 'not-allowed'],
  ['not_allowed', 'not-allowed'],
  ['groups_offline', 'nobody-online'],
  ['group_offline', 'nobody-online'],
  ['group_unavailable', 'nobody-online'],
  ['chat_anonymized', 'gone'],
  ['not_found', 'gone'],
  ['license_expired', 'expired'],
  ['too_many_requests', 'not-now'],
  ['pending_requests_limit_reached', 'not-now'],
  ['service_unavailable', 'not-now'],
  ['internal', 'not-now'],
  ['authentication', 'not-now'],
  ['chat_inactive', 'not-now'],
  ['chat_already_active', 'not-now'],
  ['chat_limit_reached', 'not-now'],
  ['no-connection', 'not-now'],
  ['connection-lost', 'not-now'],
]);

/** Why it is refused for good; nothing, if that passes. */
export function refusalOf(code: string): Refusal | undefined {
  const meaning = meanings.get(code) ?? 'other';
  return meaning === 'not-now' ? undefined : meaning;
}
