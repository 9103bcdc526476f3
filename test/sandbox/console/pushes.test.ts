import { describe, expect, it } from 'vitest';
import { type Chats, mergeHistory } from '../../../src/sandbox/console/merge';
import {
  type Chat,
  customerName,
  customerOf,
  findEvent,
  isRouted,
  ratingOf,
  standingOf,
} from '../../../src/sandbox/console/model';
import { propertyOf } from '../../../src/sandbox/console/properties';
import { applyPush, putChat } from '../../../src/sandbox/console/pushes';
import { readTime } from '../../../src/sandbox/console/read';
import { readChat, readThread } from '../../../src/sandbox/console/wire-chat';
import {
  agentUser,
  at,
  customerUser,
  inesId,
  mara,
  message,
  theo,
  wireSummary,
  wireThread,
} from '../../support/console-chats';

const start: Chats = putChat(new Map(), readChat(wireSummary({ events: [message('e1', inesId, 'Hello', 2)] })));

function afterwards(...pushes: [action: string, payload: unknown][]): Chat {
  const chats = pushes.reduce((all, [action, payload]) => applyPush(all, action, payload), start);
  const chat = chats.get('CHAT1');
  if (!chat) throw new Error('The chat is gone');
  return chat;
}

function incoming(event: object): [string, unknown] {
  return ['incoming_event', { chat_id: 'CHAT1', thread_id: 'TH1', event }];
}

function texts(chat: Chat): string[] {
  return chat.threads
    .flatMap((thread) => thread.events)
    .map(({ body }) => (body.kind === 'message' ? body.text : body.kind));
}

describe('events', () => {
  const two = incoming(message('e2', inesId, 'two', 4));
  const one = incoming(message('e1', inesId, 'one', 3));

  it('are in the order of their times, and there once, whatever order they come in', () => {
    expect(texts(afterwards(two, one, two))).toEqual(['one', 'two']);
    expect(afterwards(one, two)).toEqual(afterwards(two, one, one));
  });

  it('are compared down to the microsecond, and by numbers of digits that differ', () => {
    const late = incoming(message('e1', inesId, 'late', 0, { created_at: '2026-03-02T09:05:00.000012Z' }));
    const early = incoming(message('e2', inesId, 'early', 0, { created_at: '2026-03-02T09:05:00Z' }));
    const middle = incoming(message('e3', inesId, 'middle', 0, { created_at: '2026-03-02T09:05:00.00001Z' }));
    expect(texts(afterwards(late, early, middle))).toEqual(['early', 'middle', 'late']);
    expect(readTime({ t: '2026-03-02T09:05:00.5Z' }, 't')).toBe('2026-03-02T09:05:00.500000Z');
    expect(readTime({ t: 'yesterday' }, 't')).toBe('');
  });

  it('change in place, and leave a mark when deleted', () => {
    const changed = ['event_updated', { chat_id: 'CHAT1', thread_id: 'TH1', event: message('e1', inesId, 'ONE', 3) }];
    expect(texts(afterwards(one, two, changed as [string, unknown]))).toEqual(['ONE', 'two']);
    const gone = afterwards(one, two, ['event_deleted', { chat_id: 'CHAT1', thread_id: 'TH1', event_id: 'e2' }]);
    expect(texts(gone)).toEqual(['one', 'deleted']);
    expect(gone.latest?.body).toEqual({ kind: 'deleted' });
  });

  it('keep their neighbours when one of them cannot be read', () => {
    expect(texts(afterwards(one, incoming({ id: 7, text: [] }), ['incoming_event', null], two))).toEqual([
      'one',
      'two',
    ]);
  });

  it('of a kind nobody knows are kept, and not previewed', () => {
    const chat = afterwards(one, incoming({ id: 'e9', type: 'hologram', created_at: at(9) }));
    expect(texts(chat)).toEqual(['one', 'other']);
    expect(chat.latest?.id).toBe('e1');
  });

  it('merge with the history that is read later', () => {
    const thread = readThread(
      wireThread({ events: [message('e0', inesId, 'zero', 1), message('e1', inesId, 'one', 3)] }),
    );
    const chat = mergeHistory(afterwards(two), thread ? [thread] : [], { state: 'read', olderPageId: undefined });
    expect(texts(chat)).toEqual(['zero', 'one', 'two']);
  });
});

describe('the standing of a chat', () => {
  const leaves: [string, unknown] = ['user_removed_from_chat', { chat_id: 'CHAT1', user_id: mara.id }];

  it('is active with an agent, unassigned without, queued with a place in the queue, and ended after the end', () => {
    expect(standingOf(afterwards())).toBe('active');
    expect(standingOf(afterwards(leaves))).toBe('unassigned');
    const queued = afterwards(leaves, [
      'queue_positions_updated',
      [{ chat_id: 'CHAT1', queue: { position: 2, wait_time: 60 } }],
    ]);
    expect(standingOf(queued)).toBe('queued');
    expect(queued.queuePosition).toBe(2);
    expect(standingOf(afterwards(['chat_deactivated', { chat_id: 'CHAT1', thread_id: 'TH1' }]))).toBe('ended');
  });

  it('is active again when an agent comes, but not when a supervisor looks in', () => {
    const comes = (more: object): [string, unknown] => [
      'user_added_to_chat',
      { chat_id: 'CHAT1', user: agentUser(theo, more) },
    ];
    expect(standingOf(afterwards(leaves, comes({})))).toBe('active');
    expect(standingOf(afterwards(leaves, comes({ visibility: 'agents' })))).toBe('unassigned');
  });
});

describe('the customer', () => {
  it('is a visitor with a part of the id until there is a name', () => {
    expect(customerName(readChat(wireSummary({ users: [customerUser({ name: undefined })] }))?.users[0])).toBe(
      'Visitor 3F6C',
    );
  });

  it('changes in what the push names, and in nothing else', () => {
    const customer = customerOf(afterwards(['customer_updated', { id: inesId, type: 'customer', name: 'Ines D.' }]));
    expect(customer?.name).toBe('Ines D.');
    expect(customer?.customer?.email).toBe('ines@mail.example');
  });

  it('is on the page that was opened last', () => {
    const page = { customer_id: inesId, url: 'http://shop.example/help', title: 'Help', opened_at: at(9) };
    expect(customerOf(afterwards(['customer_page_updated', page]))?.customer?.pages.at(-1)?.title).toBe('Help');
  });

  it('has a seen mark that never goes back', () => {
    const seen = (minute: number): [string, unknown] => [
      'events_marked_as_seen',
      { user_id: inesId, chat_id: 'CHAT1', seen_up_to: at(minute) },
    ];
    expect(customerOf(afterwards(seen(5), seen(3)))?.seenUpTo).toBe(at(5));
  });
});

describe('marks of a chat', () => {
  const here = { chat_id: 'CHAT1', thread_id: 'TH1' };

  it('follow the properties of the chat and of its last thread', () => {
    const rated = afterwards(['thread_properties_updated', { ...here, properties: { rating: { score: 0 } } }]);
    expect(ratingOf(rated)).toBe('bad');
    const idle: [string, unknown] = ['thread_properties_updated', { ...here, properties: { routing: { idle: true } } }];
    expect(isRouted(afterwards(idle), 'idle')).toBe(true);
    expect(
      isRouted(
        afterwards(idle, ['thread_properties_updated', { ...here, properties: { routing: { idle: false } } }]),
        'idle',
      ),
    ).toBe(false);
    const pinned: [string, unknown] = [
      'chat_properties_updated',
      { ...here, properties: { routing: { pinned: true } } },
    ];
    expect(isRouted(afterwards(pinned), 'pinned')).toBe(true);
    expect(
      isRouted(
        afterwards(pinned, ['chat_properties_deleted', { ...here, properties: { routing: ['pinned'] } }]),
        'pinned',
      ),
    ).toBe(false);
    const cancelled: [string, unknown] = ['thread_properties_deleted', { ...here, properties: { rating: ['score'] } }];
    expect(
      ratingOf(afterwards(['thread_properties_updated', { ...here, properties: { rating: { score: 1 } } }], cancelled)),
    ).toBeUndefined();
  });

  it('of an older thread are not those of the chat', () => {
    const older = { ...here, thread_id: 'TH0' };
    const chat = afterwards(
      ['thread_tagged', { ...older, tag: 'old' }],
      ['thread_properties_updated', { ...older, properties: { rating: { score: 1 } } }],
    );
    expect([chat.tags, ratingOf(chat)]).toEqual([[], undefined]);
  });

  it('are its tags, each once, and its groups', () => {
    const tag = (name: string): [string, unknown] => ['thread_tagged', { ...here, tag: name }];
    expect(afterwards(tag('a'), tag('b'), tag('a')).tags).toEqual(['b', 'a']);
    expect(afterwards(tag('a'), tag('b'), ['thread_untagged', { ...here, tag: 'a' }]).tags).toEqual(['b']);
    expect(afterwards(['chat_access_updated', { id: 'CHAT1', access: { group_ids: [3] } }]).groupIds).toEqual([3]);
  });
});

describe('an event', () => {
  const [one] = [incoming(message('e2', mara.id, 'one', 3))];
  const place = { chat_id: 'CHAT1', thread_id: 'TH1', event_id: 'e2' };

  it('is marked as edited when its text is another, and not when it comes twice', () => {
    const edited = (text: string) =>
      findEvent(afterwards(one, ['event_updated', { ...place, event: message('e2', mara.id, text, 3) }]), 'e2')
        ?.isEdited;
    expect([edited('one'), edited('ONE')]).toEqual([false, true]);
  });

  it('gets properties and loses them', () => {
    const set: [string, unknown] = [
      'event_properties_updated',
      { ...place, properties: { status: { delivered: true } } },
    ];
    const gone: [string, unknown] = ['event_properties_deleted', { ...place, properties: { status: ['delivered'] } }];
    const delivered = (chat: Chat) => propertyOf(findEvent(chat, 'e2')?.properties ?? new Map(), 'status', 'delivered');
    expect([delivered(afterwards(one, set)), delivered(afterwards(one, set, gone))]).toEqual([true, undefined]);
  });

  it('knows who clicked its buttons: all of one name, each of them once', () => {
    const buttons = ['a', 'b', 'a'].map((id) => ({ text: id, postback_id: id, user_ids: [] }));
    const rich = { id: 'e2', type: 'rich_message', template_id: 'cards', created_at: at(3), elements: [{ buttons }] };
    const click = (toggled: boolean): [string, unknown] => [
      'incoming_rich_message_postback',
      { ...place, user_id: inesId, postback: { id: 'a', toggled } },
    ];
    const clicks = (...pushes: [string, unknown][]) => {
      const body = findEvent(afterwards(incoming(rich), ...pushes), 'e2')?.body;
      return body?.kind === 'cards' ? body.cards.flatMap((card) => card.buttons.map((each) => each.userIds)) : [];
    };
    expect(clicks(click(true), click(true))).toEqual([[inesId], [], [inesId]]);
    expect(clicks(click(true), click(false))).toEqual([[], [], []]);
  });
});

it('keeps a ban that no copy of the customer tells of', () => {
  const banned = applyPush(start, 'customer_banned', { customer_id: inesId, ban: { days: 3 } });
  const again = putChat(banned, readChat(wireSummary()));
  expect(customerOf(again.get('CHAT1') as Chat)?.customer?.bannedDays).toBe(3);
});

it('sees customers come, go from page to page, and leave', () => {
  const page = { customer_id: inesId, url: 'http://shop.example/help', title: 'Help', opened_at: at(9) };
  const onPage = customerOf(afterwards(['customer_page_updated', page], ['customer_page_updated', page]))?.customer;
  expect([onPage?.isOnline, onPage?.pages.length]).toEqual([true, 1]);
  const gone = customerOf(afterwards(['customer_left', { id: inesId, left_at: at(10) }]))?.customer;
  expect([gone?.isOnline, gone?.leftAt]).toEqual([false, at(10)]);
  const back = afterwards(['customer_left', { id: inesId, left_at: at(10) }], ['incoming_customer', customerUser()]);
  expect(customerOf(back)?.customer?.isOnline).toBe(true);
});

it('takes a name from the wire for a name, and not for a property of an object', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hologram_updated']) {
    expect(applyPush(start, name, { chat_id: 'CHAT1' })).toBe(start);
  }
});
