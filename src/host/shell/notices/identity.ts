import type { IdentityAsk, ToApp } from '../contract';
import { complain } from '../report';
import type { LineHost } from '../window/host';

type Provider = Readonly<Record<string, () => unknown>>;
const FUNCTIONS = ['getToken', 'getFreshToken', 'hasToken', 'invalidate'];
const FIELDS = ['accessToken', 'entityId', 'expiresIn', 'tokenType', 'creationDate'];

/**
 * `custom_identity_provider` of the page, called once, in the page's own realm. What it answers is copied field by field.
 * One that is no provider is said in the console, and the app hears that there is none.
 */
export function createIdentity({ settings }: LineHost, tell: (message: ToApp) => void) {
  let provider: Provider | undefined;
  let isMade = false;

  function make(): Provider | undefined {
    if (isMade) return provider;
    isMade = true;
    try {
      const made: unknown = (settings.given['custom_identity_provider'] as () => unknown)();
      const isWhole = FUNCTIONS.every((name) => typeof Object(made)[name] === 'function');
      if (isWhole) provider = made as Provider;
      else complain('custom_identity_provider should return an object with', FUNCTIONS.join(', '));
    } catch (error) {
      complain(error);
    }
    return provider;
  }

  const answer = (id: number, token: unknown) => tell({ type: 'call', name: 'identity', payload: { id, token } });

  return async ({ id, ask }: { readonly id: number; readonly ask: IdentityAsk }): Promise<void> => {
    const made = make();
    if (!made) return answer(id, 'none');
    try {
      const given: unknown = Object(await made[ask]?.());
      answer(id, Object.fromEntries(FIELDS.map((name) => [name, plain((given as Provider)[name])])));
    } catch {
      answer(id, null);
    }
  };
}

/** What cannot be sent to another realm is nothing that a token has. */
function plain(value: unknown): string | number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
