import type { IdentityTransfer } from '../domain';
import { isObject, Reader } from '../protocol';
import { LineError } from './line-error';
import type { TokenSource } from './token';

interface TransferParts {
  readonly fetch: typeof fetch;
  /** Of the customer who is handed over. */
  readonly tokens: TokenSource;
  /** Origin of the accounts service. */
  readonly accountsUrl: string;
  readonly clientId: string;
}

const NAME = 'identity_transfer';

/**
 * Asks for what lets somebody else log in as this customer. Customer Accounts API v2, `identity_transfer`. Nothing of it is kept.
 * @throws {LineError} with the service's exception
 */
export async function askIdentityTransfer(parts: TransferParts): Promise<IdentityTransfer> {
  const ask = async (how: 'get' | 'getFresh'): Promise<Reader> => {
    const { text } = await parts.tokens[how]();
    const response = await parts
      .fetch(`${parts.accountsUrl}/v2/customer/${NAME}`, {
        method: 'POST',
        credentials: 'omit',
        headers: { Authorization: text, 'Content-Type': 'application/json' },
        body: JSON.stringify({ bearer_type: 'customer', client_id: parts.clientId }),
      })
      .catch(() => {
        throw new LineError('unreachable', false);
      });
    const body: unknown = await response.json().catch(() => undefined);
    return new Reader(isObject(body) ? body : {}, NAME);
  };
  const first = await ask('get');
  // A kept token may have been revoked meanwhile.
  const answer = first.mayText('identity_exception') === 'unauthorized' ? await ask('getFresh') : first;
  const token = answer.mayText('identity_transfer_token');
  const seconds = answer.mayCount('expires_in');
  if (token && seconds) return { token, lifeMs: seconds * 1_000 };
  throw new LineError(answer.mayText('oauth_exception') ?? answer.mayText('identity_exception') ?? 'unreadable', false);
}
