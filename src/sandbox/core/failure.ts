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
  missing_access: 'Missing access',
  not_found: 'Not found',
  pending_requests_limit_reached: 'Requests limit reached',
} as const;

export type FailureType = keyof typeof MESSAGES;

/** A request that is refused. The type is for programs, the message for people. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly type: FailureType;
  constructor(type: FailureType, message: string = MESSAGES[type]) {
    super(message);
    this.type = type;
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
