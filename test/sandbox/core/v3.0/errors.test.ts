import { describe, expect, it } from 'vitest';
import type { SettingsChoice } from '../../../../src/sandbox/core/index';
import type { Frame } from '../../../support/sandbox-peer';
import { fixtureNames, readFixture } from '../../../support/v30-shape';
import { type Story, v30Story } from '../../../support/v30-story';
import { v30World } from '../../../support/v30-world';

type Cause = () => Frame;

const event = { type: 'message', text: 'x' };

/** A login of somebody new, to an account that is not as it should be. */
function loginTo(settings: SettingsChoice, token?: string): Frame {
  const world = v30World(settings);
  return world.openCustomer().ask('login', { token: `Bearer ${token ?? world.token()}` });
}

/** Nobody is there who could answer. */
function alone(): Story {
  const story = v30Story('new');
  for (const peer of [story.priya, story.jurgen]) peer.get('logout');
  return story;
}

function banned(): Frame {
  const { world, priya, visitor, token } = v30Story('new');
  const { id } = visitor.get('update_customer', { name: 'x' }).customer;
  priya.get('ban_customer', { customer_id: id, ban: { days: 1 } });
  return world.openCustomer().ask('login', { token: `Bearer ${token}` });
}

function busy(): Frame {
  const { priya, jurgen, visitor } = v30Story('new');
  for (const peer of [priya, jurgen]) peer.get('update_agent', { routing_status: 'not_accepting_chats' });
  return visitor.ask('get_predicted_agent');
}

function late(): Frame {
  const world = v30World({ limits: { latencyMs: 60_000 } });
  const peer = world.openCustomer();
  peer.ask('get_chats_summary');
  world.clock.pass(15_000);
  return peer.frames.at(-1);
}

const CUSTOMER: ReadonlyMap<string, Cause | string> = new Map<string, Cause | string>([
  ['error.authentication', () => loginTo({}, 'dal:nobody')],
  ['error.authorization', () => v30World().openCustomer().ask('send_event', { chat_id: 'X', event })],
  [
    'error.chat-inactive',
    () => {
      const { visitor, chatId } = v30Story('closed');
      return visitor.ask('send_event', { chat_id: chatId, event, require_active_thread: true });
    },
  ],
  ['error.customer_banned', banned],
  ['error.group_not_found', () => v30Story('new').visitor.ask('get_form', { group_id: 99, type: 'prechat' })],
  ['error.group_offline', () => alone().visitor.ask('get_predicted_agent')],
  ['error.group_unavailable', busy],
  ['error.groups_offline', () => alone().visitor.ask('start_chat')],
  ['error.internal', 'a fault of ours, which no request causes'],
  ['error.license_expired', () => loginTo({ licenseState: 'expired' })],
  ['error.request_timeout', late],
  ['error.unsupported_version', 'frames of v3.0 name no version'],
  ['error.users_limit_reached', () => loginTo({ limits: { onlineCustomers: 0 } })],
  ['error.validation', () => v30Story('new').visitor.ask('send_event', {})],
  ['error.wrong_product_version', () => loginTo({ licenseState: 'wrong_product' })],
]);

function foreign(): Frame {
  const { world, jurgen, priya } = v30Story('new', {
    groups: [
      { id: 0, name: 'General', agentIds: [] },
      { id: 7, name: 'Billing', agentIds: ['jurgen@support.example'] },
    ],
  });
  const visitor = world.customer();
  const { chat } = visitor.get('start_chat', { chat: { access: { group_ids: [7] } } });
  expect(jurgen.lastPush('incoming_chat_thread').payload.chat.id).toBe(chat.id);
  return priya.ask('transfer_chat', { chat_id: chat.id, force: true });
}

const AGENT: ReadonlyMap<string, Cause | string> = new Map<string, Cause | string>([
  ['error.authentication', () => v30World().openAgent().ask('login', { token: 'Bearer dal:nobody' })],
  ['error.authorization', foreign],
  ['error.misdirected_request', () => v30World({ region: 'fra' }).openAgent().ask('login', { token: 'Bearer dal:x' })],
  ['error.request_timeout', late],
  ['error.requester_already_offline', 'an agent on a connection is not offline: only over HTTP'],
  [
    'error.validation',
    () => {
      const { priya, chatId } = v30Story('open');
      return priya.ask('send_event', { chat_id: chatId, event: { type: 'message' } });
    },
  ],
]);

describe.for([
  ['customer', CUSTOMER],
  ['agent', AGENT],
] as const)('what is refused to a %s in v3.0', ([side, causes]) => {
  const names = fixtureNames(side).filter((name) => name.startsWith('error.'));

  it.for(names)('is refused as in the fixtures: %s', (name, { skip }) => {
    const cause = causes.get(name) ?? 'unknown';
    if (typeof cause === 'string') return skip(cause);
    const refusal = cause();
    expect(refusal).toMatchObject({ type: 'response', success: false });
    const { error } = readFixture(side, name).payload;
    expect(refusal.payload.error).toMatchObject({
      ...error,
      ...(error.data && { data: { region: expect.any(String) } }),
      message: expect.stringMatching(new RegExp(`^${error.message}`, 'i')),
    });
  });
});
