import { describe, expect, it } from 'vitest';
import { type Chatting, chatting, message, readSample, sampleNames, theosChat } from '../../support/agent-golden-world';
import type { Frame } from '../../support/sandbox-peer';

/** Each ends with the request that is refused. */
const CAUSES = new Map<string, (world: Chatting) => Frame>([
  [
    'agent_offline',
    ({ mara, chat_id }) =>
      mara.ask('transfer_chat', { id: chat_id, target: { type: 'agent', ids: ['theo@quayside.example'] } }),
  ],
  ['authentication', ({ openAgent }) => openAgent().ask('login', { token: 'Bearer dal:nobody' })],
  ['authorization', (world) => theosChat(world).mara.ask('deactivate_chat', { id: world.chat_id })],
  [
    'chat_inactive',
    ({ mara, chat_id }) => {
      mara.get('deactivate_chat', { id: chat_id });
      return mara.ask('send_event', { chat_id, event: message('x') });
    },
  ],
  ['misdirected_request', ({ openAgent }) => openAgent().ask('login', { token: 'Bearer fra:Qs81vX0mT4nBw7' })],
  [
    'missing_access',
    ({ mara, chat_id, logIn }) => {
      logIn('dal:theo');
      mara.get('transfer_chat', { id: chat_id, target: { type: 'group', ids: [3] } });
      return mara.ask('get_chat', { chat_id });
    },
  ],
  ['not_found', ({ mara }) => mara.ask('get_chat', { chat_id: 'TXXXXXXXXX' })],
  ['requester_suspended', ({ openAgent }) => openAgent().ask('login', { token: 'Bearer dal:ana' })],
  ['validation', ({ mara, chat_id }) => mara.ask('send_event', { chat_id, event: { type: 'message' } })],
  ['validation_page', ({ mara }) => mara.ask('list_chats', { page_id: 'x', filters: {} })],
]);

const SKIPPED = new Map([
  ['pending_requests_limit_reached', 'needs requests that take time: see limits.test.ts'],
  ['seats_limit_exceeded', 'the sandbox has no seats to run out of'],
  ['too_many_requests', 'over RTM the sandbox has no rate: over HTTP see web/'],
]);

const names = sampleNames.filter((name) => name.startsWith('error.')).map((name) => name.slice('error.'.length));

describe('a request of an agent that is refused', () => {
  it.each(names.filter((name) => !SKIPPED.has(name)))('is refused as in the fixtures: %s', (name) => {
    const { action, payload } = readSample(`error.${name}`);
    const response = CAUSES.get(name)?.(chatting());
    expect(response).toMatchObject({ action, type: 'response', success: false });
    expect(response.payload).toEqual(payload);
  });

  for (const [name, reason] of SKIPPED) it.skip(`error.${name}: ${reason}`, () => {});
});
