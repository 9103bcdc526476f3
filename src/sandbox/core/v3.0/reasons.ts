/** Why a connection ends, for what came later by the nearest that was known. */
const REASONS = new Map([
  ['access_token_revoked', 'access_token_expired'],
  ['connection_evicted', 'internal_error'],
  ['license_expired', 'license_not_found'],
  ['logged_out_remotely', 'internal_error'],
  ['service_temporarily_unavailable', 'internal_error'],
]);

export const inCustomersReason = (reason: string): string => REASONS.get(reason) ?? reason;

/** Agents had most of them. */
const AGENT_REASONS = new Map([
  ['connection_evicted', 'too_many_connections'],
  ['role_permissions_changed', 'agent_disconnected_by_server'],
]);

export const inAgentsReason = (reason: string): string => AGENT_REASONS.get(reason) ?? reason;

/** Programs of that time asked for a sign of life every half minute, and some a little later. */
export const PATIENCE_MS = 10_000;
