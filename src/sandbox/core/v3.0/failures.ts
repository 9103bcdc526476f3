import { Failure, type FailureType } from '../failure';

/** Errors that came later: v3.0 only says that the request was wrong, and why. */
const MESSAGES = new Map<FailureType, string>([
  ['chat_inactive', 'Chat is inactive'],
  ['chat_already_active', 'Chat is already active'],
  ['chat_limit_reached', 'Chat limit reached'],
  ['customer_session_fields_limit_reached', 'Customer fields limit reached'],
  ['not_found', 'Not found'],
  ['agent_offline', 'Agent offline'],
  ['pending_requests_limit_reached', 'Requests limit reached'],
  ['too_many_requests', 'Too many requests'],
  ['limit_reached', 'Limit reached'],
]);

export function inOwnWords(failure: Failure): Failure {
  const { type } = failure;
  if (type === 'missing_access') return new Failure('authorization');
  if (type === 'unsupported_version') return new Failure(type, 'Unsupported version');
  if (type === 'service_unavailable') return new Failure('internal');
  if (type === 'entity_too_large') return new Failure(type, 'Upload limit exceeded (10MB)');
  if (type === 'group_offline') return new Failure(type, 'Group offline');
  if (type === 'group_unavailable') return new Failure(type, 'Group unavailable');
  const message = MESSAGES.get(type);
  return message === undefined ? failure : new Failure('validation', message);
}
