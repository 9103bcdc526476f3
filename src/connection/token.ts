import type { Clock, Diagnostics, Store } from '../domain';
import { isObject, Reader } from '../protocol';
import { LineError } from './line-error';

/** A customer's access token. Customer Accounts API v2. */
export interface Token {
  /** As the service wants to have it: kind and token. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
  /** How long it lives in all, in milliseconds. */
  readonly lifeMs: number;
}

export interface TokenSource {
  get(): Promise<Token>;
  getFresh(): Promise<Token>;
  invalidate(): void;
}

interface TokenParts {
  readonly fetch: typeof fetch;
  readonly store: Store;
  readonly clock: Clock;
  readonly diagnostics: Diagnostics;
  /** Origin of the accounts service. */
  readonly accountsUrl: string;
  readonly organizationId: string;
  readonly clientId: string;
  /** Address of the page that asks, without query and hash. */
  readonly redirectUri: string;
}

const NAME = 'token';
// A token that ends sooner than this is renewed before it is used.
const SPARE_MS = 60 * 60_000;
/** Exceptions that the service may get over. */
const MAY_PASS: readonly string[] = ['unreadable', 'server_error', 'temporarily_unavailable'];

/** Asks for a token by cookie, and keeps it. However many want one, one request is on its way. */
export function createTokenSource(parts: TokenParts): TokenSource {
  const { store, clock, diagnostics } = parts;
  let isOnItsWay: Promise<Token> | undefined;

  async function request(): Promise<Token> {
    const at = clock.now();
    let body: unknown;
    try {
      const response = await parts.fetch(`${parts.accountsUrl}/v2/customer/token`, {
        method: 'POST',
        credentials: 'include',
        // A string without a content type needs no preflight.
        body: JSON.stringify({
          grant_type: 'cookie',
          response_type: 'token',
          client_id: parts.clientId,
          organization_id: parts.organizationId,
          redirect_uri: parts.redirectUri,
        }),
      });
      body = await response.json();
    } catch {
      throw new LineError('unreachable', true);
    }
    const token = readToken(body, at);
    if (!store.write(NAME, { body, at })) diagnostics.report('token not stored');
    return token;
  }

  function readKept(): Token | undefined {
    try {
      const kept = new Reader(store.read(NAME), NAME);
      return readToken(kept.any('body'), kept.any('at') as number);
    } catch {
      return undefined;
    }
  }

  function getFresh(): Promise<Token> {
    isOnItsWay ??= request().finally(() => {
      isOnItsWay = undefined;
    });
    return isOnItsWay;
  }

  return {
    getFresh,
    async get() {
      const kept = readKept();
      const isGood = kept && clock.now() < kept.endsAt - Math.min(SPARE_MS, kept.lifeMs / 2);
      return isGood ? kept : getFresh();
    },
    invalidate: () => store.remove(NAME),
  };
}

/** @throws {LineError} with the service's exception, which may pass or be for good */
function readToken(body: unknown, at: number): Token {
  const from = new Reader(isObject(body) ? body : {}, NAME);
  const text = from.mayText('access_token');
  if (!text) {
    const code = from.mayText('oauth_exception') ?? from.mayText('identity_exception') ?? 'unreadable';
    throw new LineError(code, MAY_PASS.includes(code));
  }
  const lifeMs = (from.mayCount('expires_in') ?? 3_600) * 1_000;
  return { text: `${from.mayText('token_type') ?? 'Bearer'} ${text}`, endsAt: at + lifeMs, lifeMs };
}
