import { signal } from '@preact/signals-core';
import { beforeEach, expect, it, vi } from 'vitest';
import type { GroupId } from '../../../src/domain';
import { startChat } from '../../../src/host/app/start-chat';
import { chat, message, thread } from '../../support/chats';
import { type TestSession, testSession } from '../../support/session';

const ask = vi.fn();
const report = vi.fn();
const isHeld = signal(false);
let test: TestSession;
beforeEach(() => {
  vi.clearAllMocks();
  ask.mockResolvedValue({});
  isHeld.value = false;
  test = testSession();
});
const start = () =>
  startChat({ session: test.session, rest: { isHeld }, connection: { ask }, diagnostics: { report } });
const resumed = () => test.gateway.asked.filter((name) => name === 'resume').length;

it('begins a chat where there has been none, once all is known and somebody is there', async () => {
  start();
  expect(ask).not.toHaveBeenCalled();
  await test.gateway.welcome({ groups: new Map([[0 as GroupId, 'online']]) });
  expect(ask.mock.calls).toEqual([['startChat', {}]]);
  expect(resumed()).toBe(0);
  const other = testSession();
  startChat({ session: other.session, rest: { isHeld }, connection: { ask }, diagnostics: { report } });
  await other.gateway.welcome({ groups: new Map([[0 as GroupId, 'offline']]) });
  expect(ask).toHaveBeenCalledOnce();
});

it('waits for a form, and leaves to it what it begins', async () => {
  isHeld.value = true;
  start();
  await test.gateway.welcome();
  expect(ask).not.toHaveBeenCalled();
  test.gateway.push({ type: 'chat-started', chat: chat({ thread: thread([message(1)]) }) });
  isHeld.value = false;
  expect(ask).not.toHaveBeenCalled();
  expect(resumed()).toBe(0);
});

it('goes on with one that has ended, once', async () => {
  test.gateway.found = chat({ isActive: false });
  test.gateway.pages.set(undefined, { threads: [thread([message(1)], { isActive: false })] });
  start();
  await test.gateway.welcome();
  expect(resumed()).toBe(1);
  test.gateway.push({ type: 'chat-deactivated', chatId: chat().id } as never);
  expect(resumed()).toBe(1);
  expect(ask).not.toHaveBeenCalled();
});
