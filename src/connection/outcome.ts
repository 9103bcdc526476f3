import type { Outcome, SendOutcome } from '../domain';
import { LineError } from './line-error';

export function sendOutcomeOf(error: unknown): SendOutcome {
  // The service gives a request up after a while, and may have done it all the same.
  if (!(error instanceof LineError) || error.isDoubtful || error.code === 'request_timeout') {
    return { outcome: 'unknown' };
  }
  const { refusal, data } = error;
  return refusal ? { outcome: 'refused', reason: refusal, details: data } : { outcome: 'not-now' };
}

/** For wishes that are not kept for later. */
export const outcomeOf = (asked: Promise<unknown>): Promise<Outcome> =>
  asked.then(
    () => 'done',
    (error: unknown) => (sendOutcomeOf(error).outcome === 'refused' ? 'refused' : 'failed'),
  );
