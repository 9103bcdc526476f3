import type { Outcome, Refusal, SendOutcome } from '../domain';
import { RequestError } from './requests';

const refusals = new Map<string, Refusal>([
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
]);

/** What passes by itself: tried again later, in order. */
const passing = new Set([
  'too_many_requests',
  'pending_requests_limit_reached',
  'service_unavailable',
  'internal',
  'request_timeout',
  'authentication',
  'chat_inactive',
  'chat_already_active',
  'chat_limit_reached',
  'no-connection',
]);

/** Errors of the Customer Chat API v3.6, in the words of the domain. */
export function sendOutcomeOf(error: unknown): SendOutcome {
  if (!(error instanceof RequestError)) return { outcome: 'unknown' };
  if (error.isDoubtful || error.code === 'request_timeout') return { outcome: 'unknown' };
  if (passing.has(error.code) || error.code === 'connection-lost') return { outcome: 'not-now' };
  return { outcome: 'refused', reason: refusals.get(error.code) ?? 'other' };
}

/** For wishes that are not kept for later. */
export async function outcomeOf(asked: Promise<unknown>): Promise<Outcome> {
  try {
    await asked;
    return 'done';
  } catch (error) {
    const isRefused = error instanceof RequestError && !error.isDoubtful && !passing.has(error.code);
    return isRefused ? 'refused' : 'failed';
  }
}
