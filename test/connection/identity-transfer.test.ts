import { expect, it } from 'vitest';
import { askIdentityTransfer } from '../../src/connection';

const good = { identity_transfer_token: 'dal:itt-4451', expires_in: 3_600 };

function ask(...answers: unknown[]) {
  const asked: { readonly url: string; readonly init: RequestInit }[] = [];
  const token = (text: string) => async () => ({ text, endsAt: 0, lifeMs: 0 });
  const answered = askIdentityTransfer({
    fetch: async (url, init) => {
      asked.push({ url: url as string, init: init! });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
    },
    tokens: { get: token('Bearer dal:kept'), getFresh: token('Bearer dal:fresh'), invalidate() {} },
    accountsUrl: 'https://accounts.test',
    clientId: 'client',
  });
  return { answered, asked };
}

const bearers = (asked: ReturnType<typeof ask>['asked']) =>
  asked.map(({ init }) => (init.headers as { readonly Authorization: string }).Authorization);

it('an identity is handed over by who has its token, and by no cookie', async () => {
  const { answered, asked } = ask(good);
  expect(await answered).toEqual({ token: 'dal:itt-4451', lifeMs: 3_600_000 });
  expect(asked[0]).toMatchObject({
    url: 'https://accounts.test/v2/customer/identity_transfer',
    init: { method: 'POST', credentials: 'omit' },
  });
  expect(JSON.parse(asked[0]?.init.body as string)).toEqual({ bearer_type: 'customer', client_id: 'client' });
  expect(bearers(asked)).toEqual(['Bearer dal:kept']);
});

it('a token that was revoked is renewed, once', async () => {
  const revoked = { identity_exception: 'unauthorized', exception_details: 'a customer token is needed' };
  const { answered, asked } = ask(revoked, good);
  expect(await answered).toMatchObject({ token: 'dal:itt-4451' });
  expect(bearers(asked)).toEqual(['Bearer dal:kept', 'Bearer dal:fresh']);
  const { answered: refused, asked: twice } = ask(revoked, revoked, good);
  await expect(refused).rejects.toMatchObject({ code: 'unauthorized' });
  expect(twice).toHaveLength(2);
});

it.each([
  ['unauthorized_client', { oauth_exception: 'unauthorized_client' }],
  ['unreachable', new TypeError('no network')],
  ['unreadable', '<html>'],
  ['unreadable', { identity_transfer_token: 'dal:itt-4451' }],
  ['unreadable', { identity_transfer_token: 7, expires_in: 3_600 }],
])('otherwise it is said why not: %s', async (code, answer) => {
  await expect(ask(answer).answered).rejects.toMatchObject({ code });
});
