import { effect, type Signal } from '@preact/signals-core';
import { createProvidedTokens, type ProvidedToken, type Token, type TokenSource } from '../../connection';
import type { AppBridge, AppCall, IdentityAsk } from '../shell/contract';

/**
 * The page's own customers: it is asked over the bridge, since its functions live in its realm. However many want a token,
 * one wish of a kind is on its way. A page whose provider makes no sense has the usual anonymous visitors.
 */
export function createIdentity(
  { send }: Pick<AppBridge, 'send'>,
  calls: Signal<readonly AppCall[]>,
): (usual: TokenSource) => TokenSource {
  const waiting = new Map<number, (token: unknown) => void>();
  const onTheirWay = new Map<IdentityAsk, Promise<unknown>>();
  let last = 0;
  let isNone = false;

  // It lives as long as the document.
  effect(() => {
    const mine = calls.value.filter(({ name }) => name === 'identity');
    if (mine.length === 0) return;
    calls.value = calls.value.filter(({ name }) => name !== 'identity');
    for (const { payload } of mine) {
      const { id, token } = Object(payload) as { readonly id: number; readonly token: unknown };
      waiting.get(id)?.(token);
      waiting.delete(id);
    }
  });

  function wish(what: IdentityAsk): Promise<unknown> {
    const asked =
      onTheirWay.get(what) ??
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        send({ type: 'identity', id: last, ask: what });
      }).finally(() => onTheirWay.delete(what));
    onTheirWay.set(what, asked);
    return asked;
  }

  async function askToken(what: IdentityAsk): Promise<ProvidedToken> {
    const token = await wish(what);
    isNone ||= token === 'none';
    if (token === null) throw new TypeError('rejected');
    return token as ProvidedToken;
  }

  return (usual) => {
    const provided = createProvidedTokens({
      getToken: () => askToken('getToken'),
      getFreshToken: () => askToken('getFreshToken'),
      hasToken: async () => true,
      async invalidate() {
        await wish('invalidate');
      },
    });
    const ask = async (how: 'get' | 'getFresh'): Promise<Token> => {
      try {
        if (!isNone) return await provided[how]();
      } catch (error) {
        // Only now it may have turned out that there is none.
        if (!isNone) throw error;
      }
      return usual[how]();
    };
    return {
      get: () => ask('get'),
      getFresh: () => ask('getFresh'),
      invalidate: () => (isNone ? usual : provided).invalidate(),
    };
  };
}
