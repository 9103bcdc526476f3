import { LineError } from './line-error';
import type { TokenSource } from './token';

/** What a page gives that knows its customers by itself. `expiresIn` in milliseconds, `creationDate` since 1970. */
export interface IdentityProvider {
  getToken(): Promise<ProvidedToken>;
  getFreshToken(): Promise<ProvidedToken>;
  hasToken(): Promise<boolean>;
  invalidate(): Promise<void>;
}

export interface ProvidedToken {
  readonly accessToken: string;
  readonly tokenType?: string;
  readonly expiresIn: number;
  readonly creationDate: number;
}

/** The page has its own customers: we never ask the accounts service. What it gives is as foreign as what comes by wire. */
export function createProvidedTokens(provider: IdentityProvider): TokenSource {
  const read = (asked: () => Promise<ProvidedToken>) => async () => {
    let given: Partial<ProvidedToken> | undefined;
    try {
      given = await asked();
    } catch {
      throw new LineError('identity_provider', true);
    }
    const { accessToken, tokenType, expiresIn = 0, creationDate = 0 } = Object(given) as Partial<ProvidedToken>;
    if (typeof accessToken !== 'string' || !accessToken) throw new LineError('identity_provider', true);
    const kind = typeof tokenType === 'string' && tokenType ? tokenType : 'Bearer';
    return { text: `${kind} ${accessToken}`, endsAt: creationDate + expiresIn, lifeMs: expiresIn };
  };
  return {
    get: read(() => provider.getToken()),
    getFresh: read(() => provider.getFreshToken()),
    invalidate() {
      provider.invalidate().catch(() => {});
    },
  };
}
