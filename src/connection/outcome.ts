import type { Outcome, Refusal, SendOutcome } from '../domain';
import { LineError } from './line-error';

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

export function sendOutcomeOf(error: unknown): SendOutcome {
  // The service gives a request up after a while, and may have done it all the same.
  if (!(error instanceof LineError) || error.isDoubtful || error.code === 'request_timeout') {
    return { outcome: 'unknown' };
  }
  const meaning = meanings.get(error.code) ?? 'other';
  return meaning === 'not-now' ? { outcome: meaning } : { outcome: 'refused', reason: meaning, details: error.data };
}

/** For wishes that are not kept for later. */
export const outcomeOf = (asked: Promise<unknown>): Promise<Outcome> =>
  asked.then(
    () => 'done',
    (error: unknown) => (sendOutcomeOf(error).outcome === 'refused' ? 'refused' : 'failed'),
  );
