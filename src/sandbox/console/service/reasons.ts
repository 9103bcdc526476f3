/** Of `customer_disconnected`: those of v3.6, and those that only v3.0 has. */
export const CUSTOMER_REASONS = [
  'connection_timeout',
  'inactivity_timeout',
  'internal_error',
  'service_temporarily_unavailable',
  'access_token_expired',
  'access_token_revoked',
  'connection_evicted',
  'customer_banned',
  'customer_temporarily_blocked',
  'license_expired',
  'license_not_found',
  'logged_out_remotely',
  'misdirected_connection',
  'product_version_changed',
  'too_many_connections',
  'too_many_unauthorized_connections',
  'unsupported_version',
];

/** Of `agent_disconnected`. */
export const AGENT_REASONS = [
  'connection_timeout',
  'internal_error',
  'role_permissions_changed',
  'agent_disconnected_by_server',
  'agent_logged_out_remotely',
  'access_token_expired',
  'access_token_revoked',
  'connection_evicted',
  'license_expired',
  'license_not_found',
  'misdirected_connection',
  'too_many_connections',
  'too_many_unauthorized_connections',
  'unsupported_version',
];

/** Why the router closes a chat: `routing.archived_…`. */
export const ARCHIVE_REASONS = [
  'inactive',
  'offline',
  'disconnected',
  'signed_out',
  'remotely_signed_out',
  'deleted',
  'other',
];
