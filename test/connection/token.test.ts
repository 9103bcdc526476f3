import { describe, expect, it } from 'vitest';
import { createTokenSource } from '../../src/connection';
import { fakeClock } from '../support/fake-clock';
import { fakeStore } from '../support/fake-store';

const hour = 3_600_000;

function source(answers: unknown[], store = fakeStore()) {
  const clock = fakeClock();
  const asked: RequestInit[] = [];
  const urls: string[] = [];
  const tokens = createTokenSource({
    fetch: async (url, init) => {
      urls.push(url as string);
      asked.push(init!);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return new Response(JSON.stringify(answer));
    },
    store,
    clock,
    diagnostics: { report: () => {} },
    accountsUrl: 'https://accounts.test',
    organizationId: 'org',
    clientId: 'client',
    redirectUri: 'https://chat.test/frame.html',
  });
  return { tokens, clock, asked, urls, store };
}

const good = { access_token: 'dal:abc', entity_id: 'me', expires_in: 28_800, token_type: 'Bearer' };

describe('the token', () => {
  it('is asked for by cookie, without a preflight', async () => {
    const { tokens, asked, urls } = source([good]);
    expect(await tokens.get()).toMatchObject({ text: 'Bearer dal:abc', lifeMs: 28_800_000 });
    expect(urls).toEqual(['https://accounts.test/v2/customer/token']);
    expect(asked[0]).toMatchObject({ method: 'POST', credentials: 'include' });
    expect(asked[0]).not.toHaveProperty('headers');
    expect(JSON.parse(asked[0]!.body as string)).toEqual({
      grant_type: 'cookie',
      response_type: 'token',
      client_id: 'client',
      organization_id: 'org',
      redirect_uri: 'https://chat.test/frame.html',
    });
  });

  it('is kept while it has more than an hour left', async () => {
    const { tokens, clock, urls } = source([good, good]);
    await tokens.get();
    clock.pass(7 * hour - 1);
    await tokens.get();
    expect(urls).toHaveLength(1);
    clock.pass(1);
    await tokens.get();
    expect(urls).toHaveLength(2);
  });

  it('is asked for once, however many want it', async () => {
    const { tokens, urls } = source([good]);
    await Promise.all([tokens.get(), tokens.get(), tokens.getFresh()]);
    expect(urls).toHaveLength(1);
  });

  it('is not believed when the store holds something else', async () => {
    const store = fakeStore();
    for (const rubbish of [null, 7, [], { body: 5 }, { at: 1 }, { body: { access_token: 5 }, at: 1 }]) {
      store.write('token', rubbish);
      const { tokens, urls } = source([good], store);
      await tokens.get();
      expect(urls).toHaveLength(1);
      store.remove('token');
    }
  });

  it.each([
    [{ oauth_exception: 'unauthorized_client' }, 'unauthorized_client'],
    [{ identity_exception: 'access_denied' }, 'access_denied'],
    [[], 'unreadable'],
    [new TypeError('offline'), 'unreachable'],
  ])('that does not come has a reason', async (answer, code) => {
    const { tokens } = source([answer]);
    await expect(tokens.get()).rejects.toMatchObject({ name: 'LineError', code });
  });
});
