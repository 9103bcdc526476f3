const MESSAGES = {
  authentication: 'Authentication error',
  authorization: 'Authorization error',
  validation: 'Wrong format of request',
  internal: 'Internal server error',
  request_timeout: 'Request timed out',
  unsupported_version: 'Cannot call unsupported API versions.',
  license_not_found: 'License not found',
  group_not_found: 'Group not found',
  group_offline: 'Group is offline',
  groups_offline: 'Groups offline',
  group_unavailable: 'No agent available for group',
  chat_inactive: 'Chat is inactive',
  chat_already_active: 'Chat is already active',
  chat_limit_reached: 'Chat limit reached',
  customer_session_fields_limit_reached: 'Customer session fields limit reached',
  agent_offline: 'Agent offline',
  requester_already_offline: 'Requester is already offline',
  requester_awaiting_approval: 'Requester awaiting approval',
  requester_suspended: 'Requester suspended',
  seats_limit_exceeded: 'Seats limit exceeded',
  missing_access: 'Missing access',
  not_found: 'Not found',
  not_allowed: 'Not allowed',
  greeting_not_found: 'Greeting not found',
  chat_anonymized: 'Chat anonymized',
  wrong_product_version: 'Wrong product version',
  users_limit_reached: 'Users limit reached',
  customer_banned: 'Customer is banned',
  license_expired: 'License expired',
  entity_too_large: 'Upload limit exceeded (10MB).',
  too_many_requests: 'Too many requests',
  misdirected_request: 'Wrong region',
  service_unavailable: 'Service unavailable',
  limit_reached: 'Limit reached',
  pending_requests_limit_reached: 'Requests limit reached',
} as const;

export type FailureType = keyof typeof MESSAGES;

export const isFailureType = (type: string): type is FailureType => Object.hasOwn(MESSAGES, type);

/** A request that is refused. The type is for programs, the message for people. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly type: FailureType;
  /** What a program needs to go on, such as the right region. */
  readonly data: object | undefined;
  constructor(type: FailureType, message: string = MESSAGES[type], data?: object) {
    super(message);
    this.type = type;
    this.data = data;
  }
}

/** A field that is missing or wrong. Each API says it in its own sentence. */
export class FieldFailure extends Error {
  override readonly name = 'FieldFailure';
  readonly path: string;
  readonly reason: string;
  constructor(path: string, reason: string) {
    super(`${path} ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}
