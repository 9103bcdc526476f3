import type { StopReason } from '../domain';
import { isObject, Reader } from '../protocol';

/** What to do when the server ends the connection, or refuses the log-in. */
export type Reaction =
  | { readonly next: 'reconnect' }
  | { readonly next: 'renew-token' }
  | { readonly next: 'move'; readonly region: string | undefined }
  | { readonly next: 'wait'; readonly ms: number }
  | { readonly next: 'stop'; readonly reason: StopReason };

const LONGEST_BLOCK_S = 3_600;

const stop = (reason: StopReason) => (): Reaction => ({ next: 'stop', reason });
const renew = (): Reaction => ({ next: 'renew-token' });

/**
 * By the `reason` of the push `customer_disconnected`, the `type` of a refused `login` (Customer Chat API v3.6), and the
 * exception of a refused token (Customer Accounts API v2).
 */
const reactions = new Map<string, (told: Reader) => Reaction>([
  ['access_token_expired', renew],
  ['access_token_revoked', renew],
  ['authentication', renew],
  ['misdirected_connection', (told) => ({ next: 'move', region: told.mayText('region') })],
  [
    'customer_temporarily_blocked',
    (told) => ({ next: 'wait', ms: Math.min(told.mayCount('timeout') ?? 60, LONGEST_BLOCK_S) * 1_000 }),
  ],
  ['customer_banned', stop('banned')],
  ['license_expired', stop('license')],
  ['license_not_found', stop('license')],
  ['wrong_product_version', stop('license')],
  ['product_version_changed', stop('license')],
  ['unsupported_version', stop('unsupported')],
  ['users_limit_reached', stop('busy')],
  ['too_many_connections', stop('busy')],
  ['logged_out_remotely', stop('signed-out')],
  ['inactivity_timeout', stop('idle-too-long')],
  ['group_not_found', stop('refused')],
  // A token that is not given.
  ['unauthorized_client', stop('refused')],
  ['invalid_client', stop('refused')],
  ['invalid_request', stop('refused')],
  ['access_denied', stop('refused')],
  ['forbidden', stop('refused')],
]);

/** `data` is what came along, and as unknown as all that comes. A reason that we do not know means: try again. */
export function afterDisconnect(reason: string, data?: unknown): Reaction {
  return reactions.get(reason)?.(new Reader(isObject(data) ? data : {}, 'data')) ?? { next: 'reconnect' };
}
