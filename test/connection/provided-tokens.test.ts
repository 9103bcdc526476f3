import { expect, it } from 'vitest';
import { createProvidedTokens, type IdentityProvider, type ProvidedToken } from '../../src/connection';
import { settle } from '../support/fake-clock';

const token: ProvidedToken = { accessToken: 'dal:abc', tokenType: 'Bearer', expiresIn: 1_000, creationDate: 5_000 };

function provider(parts: Partial<IdentityProvider> = {}) {
  const asked: string[] = [];
  const give = (name: string) => async () => {
    asked.push(name);
    return token;
  };
  const tokens = createProvidedTokens({
    getToken: give('getToken'),
    getFreshToken: give('getFreshToken'),
    hasToken: async () => true,
    invalidate: async () => void asked.push('invalidate'),
    ...parts,
  });
  return { tokens, asked };
}

it('hands on what the page gives, in milliseconds', async () => {
  const { tokens, asked } = provider();
  expect(await tokens.get()).toEqual({ text: 'Bearer dal:abc', endsAt: 6_000, lifeMs: 1_000 });
  tokens.invalidate();
  await tokens.getFresh();
  expect(asked).toEqual(['getToken', 'invalidate', 'getFreshToken']);
});

it.each([undefined, null, {}, { accessToken: 7 }, 'text'])('tries again later when it is given %o', async (given) => {
  const { tokens } = provider({ getToken: async () => given as unknown as ProvidedToken });
  await expect(tokens.get()).rejects.toMatchObject({ code: 'identity_provider', isDoubtful: true });
});

it('tries again later when the page fails, and does not mind when it cannot forget', async () => {
  const fail = () => Promise.reject(new Error('page'));
  const { tokens } = provider({ getFreshToken: fail, invalidate: fail });
  await expect(tokens.getFresh()).rejects.toMatchObject({ code: 'identity_provider', isDoubtful: true });
  tokens.invalidate();
  await settle();
});
