import { describe, expect, it } from 'vitest';
import { chat } from '../support/chats';
import { settle } from '../support/fake-clock';
import { testSession } from '../support/session';

const NUMBER = '4111 1111 1111 1111';

async function welcomed() {
  const test = testSession();
  test.gateway.found = chat();
  await test.gateway.welcome();
  return { ...test, texts: () => test.gateway.sent.map(({ text }) => text) };
}

describe('a text with a long number', () => {
  it('waits for what the account wants, and nothing overtakes it', async () => {
    const { session, rest, texts } = await welcomed();
    session.send(NUMBER);
    session.send('After');
    await settle();
    expect(texts()).toEqual([]);
    rest.setRules({ masksCards: true }, 'account');
    await settle();
    expect(texts()).toEqual(['**** **** **** 1111']);
  });

  it('goes as it is where the account has nothing to say', async () => {
    const { session, rest, texts } = await welcomed();
    session.send(NUMBER);
    rest.setRules({}, 'account');
    await settle();
    expect(texts()).toEqual([NUMBER]);
  });

  it('does not wait for ever', async () => {
    const { session, clock, texts } = await welcomed();
    session.send(NUMBER);
    clock.pass(9_999);
    await settle();
    expect(texts()).toEqual([]);
    clock.pass(1);
    await settle();
    expect(texts()).toEqual([NUMBER]);
  });
});
