/** With these the same token would be refused again, or would push out somebody who is welcome. */
const FINAL: ReadonlySet<string> = new Set([
  'access_token_expired',
  'access_token_revoked',
  'agent_deleted',
  'agent_disconnected_by_server',
  'agent_logged_out_remotely',
  'authentication',
  'authorization',
  'connection_evicted',
  'license_expired',
  'license_not_found',
  'misdirected_connection',
  'misdirected_request',
  'product_version_changed',
  'requester_awaiting_approval',
  'requester_suspended',
  'seats_limit_exceeded',
  'too_many_connections',
  'unsupported_version',
  'wrong_product_version',
]);

/** Reasons of `agent_disconnected` and errors of `login` after which we stay away. All others: come back. */
export function isFinal(reason: string): boolean {
  return FINAL.has(reason);
}
