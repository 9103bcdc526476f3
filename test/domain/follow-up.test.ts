import { signal } from '@preact/signals-core';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Properties } from '../../src/domain';
import { createFollowUp } from '../../src/domain/rest/follow-up';

type Parts = Parameters<typeof createFollowUp>;

const isUnanswered = signal(false);
const email = signal<string | undefined>(undefined);
const status = signal('online');
const agents = signal<readonly unknown[]>([]);
const chatProperties = signal<Properties>(new Map());
let told: [at: object, what: unknown][];
let followUp: ReturnType<typeof createFollowUp>;

beforeEach(() => {
  isUnanswered.value = false;
  email.value = undefined;
  status.value = 'online';
  agents.value = [];
  chatProperties.value = new Map();
  told = [];
});

function begin() {
  const me = signal<object | undefined>(undefined);
  email.subscribe((address) => {
    me.value = { email: address };
  });
  const core = {
    chat: { activeId: signal('c'), threadId: signal('t') },
    users: { agents, me },
    groups: {
      get value() {
        return new Map([[0, status.value]]);
      },
    },
    isOnline: signal(true),
  };
  followUp = createFollowUp(
    core as unknown as Parts[0],
    {
      groupId: 0,
      isUnanswered,
      chatProperties,
      update: async (at: object, what: Properties) => {
        told.push([at, Object.fromEntries(what.get('routing') ?? [])]);
        return 'done';
      },
      updateCustomer: vi.fn(async () => 'done'),
    } as unknown as Parts[1],
  );
}

it('who has waited for long, and whose address is known, gets the answer by e-mail, as the service is told once', () => {
  agents.value = [{}];
  begin();
  isUnanswered.value = true;
  expect(told).toEqual([]);
  email.value = 'nadia@harbour.example';
  expect(told).toEqual([[{ chatId: 'c' }, { email_follow_up: true }]]);
  isUnanswered.value = false;
  isUnanswered.value = true;
  expect(told).toHaveLength(1);
  followUp.dispose();
});

it('who writes while nobody is there leaves a message for later', () => {
  email.value = 'nadia@harbour.example';
  begin();
  expect(told).toEqual([]);
  status.value = 'offline';
  expect(told).toEqual([
    [{ chatId: 'c' }, { email_follow_up: true }],
    [{ chatId: 'c', threadId: 't' }, { offline_message: true }],
  ]);
  followUp.dispose();
});

it('what the service knows already is not said again', () => {
  chatProperties.value = new Map([['routing', new Map([['email_follow_up', true]])]]);
  email.value = 'nadia@harbour.example';
  isUnanswered.value = true;
  begin();
  expect(told).toEqual([]);
  followUp.dispose();
});
