import type { Clock, Diagnostics, Store } from '../domain';
import { isObject } from '../protocol';

/** A customer's access token. Customer Accounts API v2; times in milliseconds. */
export interface Token {
  readonly accessToken: string;
  readonly tokenType: string;
  readonly entityId: string;
  readonly expiresIn: number;
  readonly creationDate: number;
}

export class TokenError extends Error {
  declare readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'TokenError';
    this.code = code;
  }
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

/** Asks for a token by cookie, and keeps it. However many want one, one request is on its way. */
export function createTokenSource(parts: TokenParts): TokenSource {
  const { store, clock, diagnostics } = parts;
  let isOnItsWay: Promise<Token> | undefined;

  async function request(): Promise<Token> {
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
      throw new TokenError('unreachable');
    }
    const token = readToken(body, clock.now());
    if (!store.write(NAME, token)) diagnostics.report('token not stored');
    return token;
  }

  async function getFresh(): Promise<Token> {
    isOnItsWay ??= request().finally(() => {
      isOnItsWay = undefined;
    });
    return isOnItsWay;
  }

  return {
    getFresh,
    async get() {
      const kept = readKept(store.read(NAME));
      const isGood = kept && clock.now() < kept.creationDate + kept.expiresIn - Math.min(SPARE_MS, kept.expiresIn / 2);
      return isGood ? kept : getFresh();
    },
    invalidate: () => store.remove(NAME),
  };
}

function readToken(body: unknown, now: number): Token {
  if (!isObject(body)) throw new TokenError('unreadable');
  const { access_token, entity_id, expires_in, token_type } = body;
  if (typeof access_token !== 'string' || typeof entity_id !== 'string') {
    const code = body['oauth_exception'] ?? body['identity_exception'];
    throw new TokenError(typeof code === 'string' ? code : 'unreadable');
  }
  return {
    accessToken: access_token,
    tokenType: typeof token_type === 'string' ? token_type : 'Bearer',
    entityId: entity_id,
    expiresIn: typeof expires_in === 'number' ? expires_in * 1_000 : SPARE_MS,
    creationDate: now,
  };
}

function readKept(raw: unknown): Token | undefined {
  if (!isObject(raw)) return undefined;
  const { accessToken, tokenType, entityId, expiresIn, creationDate } = raw;
  const isToken =
    typeof accessToken === 'string' &&
    typeof tokenType === 'string' &&
    typeof entityId === 'string' &&
    typeof expiresIn === 'number' &&
    typeof creationDate === 'number';
  return isToken ? { accessToken, tokenType, entityId, expiresIn, creationDate } : undefined;
}
