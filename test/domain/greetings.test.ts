import { describe, expect, it } from 'vitest';
import type { UserId } from '../../src/domain';
import { chat, greeting, me, thread } from '../support/chats';
import { fakeStore } from '../support/fake-store';
import { testSession } from '../support/session';

describe('a greeting', () => {
  it('that was dismissed is remembered on this device, and in another tab', async () => {
    const store = fakeStore();
    const [here, there] = [testSession(store), testSession(store)];
    for (const { gateway } of [here, there]) gateway.push({ type: 'greeting-received', greeting });
    await here.rest.cancelGreeting(greeting);
    expect(there.rest.greeting.value).toBeDefined();
    there.rest.lookAgain();
    expect(there.rest.greeting.value).toBeUndefined();
    const later = testSession(store);
    later.gateway.push({ type: 'greeting-received', greeting });
    expect(later.rest.greeting.value).toBeUndefined();
    expect(later.restGateway.asked).toEqual([['cancelGreeting', 'u1']]);
  });

  it('is not shown to another customer, and has nothing to do with their chat', async () => {
    const { gateway, rest, restGateway } = testSession();
    await gateway.welcome({ customer: { ...me, id: 'ANNA' as UserId } });
    gateway.push({ type: 'greeting-received', greeting });
    expect(rest.greeting.value).toEqual(greeting);
    await gateway.welcome({ customer: { ...me, id: 'BEN' as UserId } });
    expect(rest.greeting.value).toBeUndefined();
    gateway.push({ type: 'chat-started', chat: { ...chat(), thread: thread([]) } });
    expect(restGateway.asked).toEqual([]);
  });

  it('for somebody who leaves waits until they do', () => {
    const { gateway, rest } = testSession();
    gateway.push({ type: 'greeting-received', greeting: { ...greeting, isExitIntent: true } });
    expect([rest.greeting.value, rest.awaitsLeaving.value]).toEqual([undefined, true]);
    rest.visitorLeaves();
    expect([rest.greeting.value?.uniqueId, rest.awaitsLeaving.value]).toEqual(['u1', false]);
  });
});

it('the wish for silence is kept, for all tabs', () => {
  const store = fakeStore();
  const [here, there] = [testSession(store).rest, testSession(store).rest];
  here.mute(true);
  there.lookAgain();
  expect([here.isMuted.value, there.isMuted.value, testSession(store).rest.isMuted.value]).toEqual([true, true, true]);
});
