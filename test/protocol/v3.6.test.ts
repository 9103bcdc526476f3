import { describe, expect, it } from 'vitest';
import type { Rank } from '../../src/domain';
import {
  ProtocolError,
  Reader,
  readFoundChat,
  readThreadPage,
  readWelcome,
  rest36,
  timeOfRank,
  v36,
} from '../../src/protocol';
import { type FrameFixture, loadFrame } from '../support/fixtures';

const drops: string[] = [];
const drop = ({ path }: ProtocolError) => drops.push(path);

function read(frame: FrameFixture) {
  drops.length = 0;
  const core = v36.readPush.get(frame.action);
  return core ? core(frame.payload, drop) : rest36.readPush.get(frame.action)?.(frame.payload, drop)[0];
}

const load = (name: string) => loadFrame('3.6', name);

describe('pushes become updates', () => {
  it.each([
    [
      'push.incoming_chat',
      {
        type: 'chat-started',
        chat: {
          isActive: true,
          users: [
            { kind: 'customer' },
            { kind: 'agent', name: 'Mara Okafor', jobTitle: 'Customer advisor', isPresent: true },
          ],
          thread: {
            isActive: true,
            previousId: 'HC2B7Q9WYA',
            queue: { position: 2, waitSeconds: 95 },
            events: [{ kind: 'system' }, { kind: 'message' }],
          },
        },
      },
    ],
    [
      'push.chat_deactivated',
      { type: 'chat-deactivated', chatId: 'HC2B7Q9WZK', byUserId: 'd41f6c0a9b2e4f7788c1a3b5d7e90f21' },
    ],
    ['push.chat_deactivated.router', { type: 'chat-deactivated', threadId: 'HC2B7Q9WZL' }],
    ['push.chat_transferred', { type: 'chat-transferred', agentIds: ['e0'], queue: { position: 1, waitSeconds: 30 } }],
    ['push.user_added_to_chat', { type: 'user-added', user: { kind: 'agent', name: 'Mara Okafor' } }],
    ['push.user_removed_from_chat', { type: 'user-removed', userId: 'd41f6c0a9b2e4f7788c1a3b5d7e90f21' }],
    [
      'push.incoming_event',
      {
        type: 'event-received',
        event: {
          kind: 'message',
          customId: 'k-17',
          text: 'The harbour tourer comes in blue, too. 🚲',
          place: { at: Date.parse('2026-03-04T10:15:07.120Z') },
        },
      },
    ],
    ['push.event_updated', { type: 'event-updated', event: { text: 'It comes in blue, and in green.' } }],
    ['push.event_deleted', { type: 'event-deleted', eventId: 'HC2B7Q9WZL_3' }],
    ['push.events_marked_as_seen', { type: 'events-seen', upTo: { at: Date.parse('2026-03-04T10:15:07.120Z') } }],
    ['push.incoming_typing_indicator', { type: 'typing-changed', isTyping: true }],
    ['push.queue_position_updated', { type: 'queue-moved', queue: { position: 3, waitSeconds: 240 } }],
    ['push.customer_updated', { type: 'customer-updated', name: 'Ines' }],
    [
      'push.groups_status_updated',
      {
        type: 'availability-changed',
        groups: new Map([
          [0, 'online'],
          [3, 'queueing'],
          [7, 'offline'],
        ]),
      },
    ],
    [
      'event.system_message',
      {
        type: 'event-received',
        event: { kind: 'system', code: 'agent_joined', vars: new Map([['agent', 'Mara Okafor']]) },
      },
    ],
    [
      'event.unknown_type',
      {
        type: 'event-received',
        event: { kind: 'unknown', wireType: 'hologram', authorId: 'd41f6c0a9b2e4f7788c1a3b5d7e90f21' },
      },
    ],
  ])('%s', (name, update) => {
    expect(read(load(name))).toMatchObject(update);
    expect(drops).toEqual([]);
  });

  it('has a reader for each push that it knows, and for no other name', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'incoming_hologram']) {
      expect(v36.readPush.get(name)).toBeUndefined();
    }
  });

  it('gives an avatar without a scheme one', () => {
    expect(read(load('push.user_added_to_chat'))).toMatchObject({
      user: { avatarUrl: 'https://cdn.harbour.example/mara.png' },
    });
  });
});

describe('what is wrong', () => {
  it('says where, and not what', () => {
    const frame = load('push.incoming_event');
    (frame.payload['event'] as { text: unknown }).text = 4242;
    expect(() => read(frame)).toThrow(new ProtocolError('payload.event.text', 'string', 4242));
    try {
      read(frame);
    } catch (error) {
      expect(String(error)).not.toContain('4242');
    }
  });

  it.each(['id', 'type', 'author_id', 'created_at', 'text'])('costs a message without %s its place', (field) => {
    const frame = load('push.incoming_event');
    delete (frame.payload['event'] as Record<string, unknown>)[field];
    expect(() => read(frame)).toThrow(ProtocolError);
  });

  it.each(['yesterday', '2026-13-45T99:99:99.000000Z', 5, null, '2026-03-04'])('is a time like %s', (time) => {
    const frame = load('push.incoming_event');
    (frame.payload['event'] as Record<string, unknown>)['created_at'] = time;
    expect(() => read(frame)).toThrow(/created_at should be time/);
  });

  it('is what is meant for agents', () => {
    expect(() => read(load('event.for_agents'))).toThrow(ProtocolError);
  });

  it('costs a thread only the event that is bad', () => {
    const frame = load('answer.list_threads');
    const [thread] = frame.payload['threads'] as { events: unknown[] }[];
    thread!.events.splice(1, 0, { type: 'message' }, null, 'text', []);
    drops.length = 0;
    const page = readThreadPage(frame.payload, v36.places, drop);
    expect(page.threads[0]!.events).toHaveLength(2);
    expect(drops).toEqual([1, 2, 3, 4].map((at) => expect.stringContaining(`payload.threads.0.events.${at}`)));
  });

  it('costs an optional field only itself', () => {
    const frame = load('push.user_added_to_chat');
    Object.assign(frame.payload['user'] as object, { job_title: 7, avatar: {}, events_seen_up_to: 'soon' });
    expect(read(frame)).toMatchObject({ user: { name: 'Mara Okafor' } });
    expect(read(frame)).toMatchObject({ user: { jobTitle: undefined, seenUpTo: undefined } });
  });

  it('cannot be half a character, or one that controls', () => {
    const frame = load('push.incoming_event');
    (frame.payload['event'] as { text: string }).text = 'a\ud800b\u0000c\ndd🚲';
    expect(read(frame)).toMatchObject({ event: { text: 'a\ufffdbc\ndd🚲' } });
  });
});

describe('answers', () => {
  it('to login tell who the customer is and which groups are online', () => {
    expect(readWelcome(load('answer.login').payload, v36.places)).toMatchObject({
      customer: { kind: 'customer', name: 'Ines', email: 'ines@mail.example', isReturning: true },
      groups: new Map([
        [0, 'online'],
        [3, 'online'],
      ]),
    });
  });

  it('to list_chats find the chat', () => {
    expect(readFoundChat(load('answer.list_chats').payload, v36.places, drop)).toMatchObject({
      id: 'HC2B7Q9WZK',
      isActive: true,
      lastThreadId: 'HC2B7Q9WZL',
    });
    expect(readFoundChat({ chats_summary: [] }, v36.places, drop)).toBeUndefined();
  });

  it('to list_threads are a page and where the next begins', () => {
    expect(readThreadPage(load('answer.list_threads').payload, v36.places, drop)).toMatchObject({ next: 'cGFnZTI=' });
  });
});

it('keeps all digits of a time, and writes six', () => {
  const rankOf = (created_at: string) => v36.places.readPlace(new Reader({ created_at }, 'event')).rank;
  expect(rankOf('2026-03-04T10:15:07.120045Z') > rankOf('2026-03-04T10:15:07.12Z')).toBe(true);
  expect(rankOf('2026-03-04T10:15:07Z') < rankOf('2026-03-04T10:15:07.000001Z')).toBe(true);
  expect(timeOfRank(rankOf('2026-03-04T10:15:07.120045Z') as Rank)).toBe('2026-03-04T10:15:07.120045Z');
  expect(timeOfRank(rankOf('2026-03-04T10:15:07Z') as Rank)).toBe('2026-03-04T10:15:07.000000Z');
});
