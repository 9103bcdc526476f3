import { describe, expect, it } from 'vitest';
import { type Json, loadV37, ProtocolError, Reader, rest36, v36 } from '../../src/protocol';
import { at, type Codec, hear, loadCodecs, loadFixture } from '../support/protocol-codec';

const [, codec] = (await loadCodecs()) as [Codec, Codec];

const base = { id: 'T_1', created_at: '2026-03-04T10:15:07.120045Z', author_id: 'a', recipients: 'all' };
function read(event: Json) {
  const [told] = hear(codec, 'incoming_event', { chat_id: 'C', thread_id: 'T', event: { ...base, ...event } });
  return told?.type === 'event-received' ? told.event : undefined;
}
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

describe('the core and the rest', () => {
  const payload = at(loadFixture('3.6', 'event.file.image'), 'payload') as Json;

  it('give the same place to an event, one of them without its content', () => {
    const core = v36.readPush.get('incoming_event')?.(payload, () => {});
    const [whole] = hear(codec, 'incoming_event', payload);
    expect(core).toMatchObject({ event: { kind: 'unknown', wireType: 'file' } });
    expect(whole).toMatchObject({ event: { kind: 'file', place: at(core, 'event.place') } });
  });

  it('know no name of a push twice, but the transfer that tells two things', () => {
    const both = [...rest36.readPush.keys()].filter((name) => v36.readPush.has(name));
    expect(both).toEqual(['chat_transferred']);
  });

  it('know no name that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString']) expect(rest36.readPush.get(name)).toBeUndefined();
  });

  it('say that a message was edited only when it comes as an edit', () => {
    const event = { ...base, type: 'message', text: 'x' };
    const [told] = hear(codec, 'event_updated', { chat_id: 'C', thread_id: 'T', event });
    expect(told).toMatchObject({ type: 'event-updated', event: { text: 'x', isEdited: true } });
    expect(read(event)).not.toHaveProperty('isEdited');
  });

  it('show nothing that is for agents', () => {
    const event = { ...base, type: 'message', text: 'x', visibility: 'agents' };
    for (const action of ['incoming_event_preview', 'event_updated', 'incoming_event']) {
      expect(() => hear(codec, action, { chat_id: 'C', thread_id: 'T', event })).toThrow(ProtocolError);
    }
  });
});

describe('what is wrong in it costs only itself', () => {
  const button = (postback_id: unknown) => ({ text: 'b', postback_id, user_ids: [] });

  it('a button, an element, a picture', () => {
    const elements = [
      { title: 7, buttons: [button('a'), button(7), null, button('b')], image: { url: 5 } },
      'text',
      { title: 'second', image: { url: 'https://x.example/a.png', width: 5 } },
    ];
    const found = read({ type: 'rich_message', template_id: 'cards', elements });
    expect(found).toMatchObject({
      elements: [{ buttons: [{ postbackId: 'a' }, { postbackId: 'b' }] }, { title: 'second' }],
    });
    expect(at(found, 'elements.0')).toMatchObject({ title: undefined, image: undefined });
    expect(at(found, 'elements.1.image')).not.toHaveProperty('width');
  });

  it('a width without a height', () => {
    const file = { type: 'file', url: 'https://x.example/a.png', name: 'a.png', content_type: 'image/png', width: 640 };
    expect(read(file)).not.toHaveProperty('width');
    expect(read({ ...file, height: 480 })).toMatchObject({ width: 640, height: 480 });
  });

  it('half a postback of a message', () => {
    const told = { type: 'message', text: 'x', postback: { id: 'p', thread_id: 'T' } };
    expect(read(told)).not.toHaveProperty('postback');
  });

  it.each([
    ['file', { url: undefined, name: 'a' }],
    ['file', { url: 'https://x.example/a', name: 5 }],
    ['rich_message', {}],
    ['filled_form', { fields: [] }],
    ['system', { source: 'cdp', version: 1, details: '{}' }],
  ])('but a %s without what it must have is no event', (type, fields) => {
    expect(() => read({ type, ...fields })).toThrow(ProtocolError);
  });
});

describe('too much is cut', () => {
  it('elements, buttons, options, users of a button', () => {
    const buttons = many(40, (i) => ({ text: 'b', postback_id: `p${i}`, user_ids: many(900, String) }));
    const ecommerce = { options: many(900, (i) => ({ option_id: `o${i}`, label: 'x' })) };
    const elements = many(40, () => ({ buttons, ecommerce }));
    const found = read({ type: 'rich_message', template_id: 'cards', elements });
    expect(at(found, 'elements')).toHaveLength(10);
    expect(at(found, 'elements.0.buttons')).toHaveLength(13);
    expect(at(found, 'elements.0.buttons.0.userIds')).toHaveLength(500);
    expect(at(found, 'elements.0.product.options')).toHaveLength(100);
  });

  it('fields and options of a form', () => {
    const options = many(900, (i) => ({ id: String(i), label: 'x' }));
    const fields = many(300, (i) => ({ id: String(i), type: 'radio', label: 'y'.repeat(9_000), options }));
    const found = read({ type: 'form', form_id: 'f', fields });
    expect(at(found, 'form.fields')).toHaveLength(100);
    expect(at(found, 'form.fields.0.options')).toHaveLength(200);
    expect(at(found, 'form.fields.0.label')).toHaveLength(2_000);
  });

  it('and does not leave half a character at its end', () => {
    const name = `${'x'.repeat(1_999)}🚲`;
    const found = read({ type: 'file', url: 'https://x.example/', name, content_type: 'text/plain' });
    expect(at(found, 'name')).toBe(`${'x'.repeat(1_999)}\ufffd`);
  });

  it('but the words of a message', () => {
    expect(at(read({ type: 'message', text: 'x'.repeat(100_000) }), 'text')).toHaveLength(100_000);
  });

  it('JSON that is deep or long', () => {
    let deep: unknown = 'bottom';
    for (let i = 0; i < 500; i += 1) deep = [deep];
    const found = read({ type: 'custom', content: { deep, long: many(90_000, String) } });
    const text = JSON.stringify(at(found, 'content'));
    expect(text).not.toContain('bottom');
    expect(text.length).toBeLessThan(60_000);
  });

  it('numbers that are none', () => {
    const content: unknown = JSON.parse('{"n":1e999,"m":[-1e999,1.5]}');
    expect(at(read({ type: 'custom', content }), 'content')).toEqual({ n: null, m: [null, 1.5] });
    const properties: unknown = JSON.parse('{"a":{"n":1e999,"m":2}}');
    expect(at(read({ type: 'message', text: 'x', properties }), 'properties')).toEqual(
      new Map([['a', new Map([['m', 2]])]]),
    );
  });
});

describe('names that lead to prototypes', () => {
  it.each([
    ['{"__proto__":{"polluted":1}}'],
    ['{"constructor":{"prototype":{"polluted":1}}}'],
    ['{"a":{"__proto__":{"polluted":1}},"b":[{"__proto__":null}]}'],
  ])('are no names in %s', (text) => {
    const told: unknown = JSON.parse(text);
    const content = at(read({ type: 'custom', content: told }), 'content') as object;
    expect(JSON.stringify(content)).not.toMatch(/__proto__|constructor|polluted/);
    expect(Object.getPrototypeOf(content)).toBe(Object.prototype);
    hear(codec, 'thread_properties_updated', { chat_id: 'C', thread_id: 'T', properties: told as Json });
    hear(codec, 'customer_side_storage_updated', { customer_side_storage: told as Json });
    hear(codec, 'customer_updated', { id: 'c', session_fields: [told] });
    expect({}).not.toHaveProperty('polluted');
  });

  it('may name a property: a map has no prototype to spoil', () => {
    const properties = JSON.parse('{"__proto__":{"polluted":"x"}}') as Json;
    const [told] = hear(codec, 'chat_properties_updated', { chat_id: 'C', properties });
    expect(told).toMatchObject({ properties: new Map([['__proto__', new Map([['polluted', 'x']])]]) });
  });
});

describe('the customer', () => {
  it.each([
    [true, true],
    [false, false],
    ['yes', undefined],
    [undefined, undefined],
  ])('row 181: with an e-mail verified: %o, is read as %o', (told, read) => {
    const [update] = hear(codec, 'customer_updated', { id: 'c', ...(told !== undefined && { email_verified: told }) });
    expect(update).toHaveProperty('isEmailVerified', read);
    const user = { id: 'c', type: 'customer', present: true, ...(told !== undefined && { email_verified: told }) };
    const [arrived] = hear(codec, 'user_added_to_chat', { chat_id: 'C', user });
    expect(arrived).toHaveProperty('user.isEmailVerified', read);
  });
});

describe('answers of the rest', () => {
  const agent = { id: 'a', name: 'Ana', type: 'agent', is_bot: true };

  it('say whether a chat would wait', () => {
    expect(rest36.answers.readPredictedAgent({ agent, queue: true })).toMatchObject({ isBot: true, isQueue: true });
  });

  it('tell whether a button was switched on or off', () => {
    const told = (toggled: boolean) =>
      hear(codec, 'incoming_rich_message_postback', {
        chat_id: 'C',
        thread_id: 'T',
        event_id: 'T_1',
        user_id: 'u',
        postback: { id: 'p', toggled },
      });
    expect([told(true), told(false)]).toMatchObject([[{ isToggled: true }], [{ isToggled: false }]]);
  });

  it('take what a server does not say about a licence as allowed', () => {
    expect(rest36.answers.readDynamicConfiguration({ organization_id: 'o' })).toMatchObject({
      isActive: true,
      isDomainAllowed: true,
      isLimitExceeded: false,
      onlineGroupIds: [],
    });
  });

  it('write session fields as a list, and seen marks with all their digits', () => {
    expect(rest36.write.sessionFields(new Map([['plan', 'gold']]))).toEqual({ session_fields: [{ plan: 'gold' }] });
    const place = v36.places.readPlace(new Reader(base, 'event'));
    expect(rest36.write.seenUpTo(place)).toEqual({ seen_up_to: base.created_at });
  });
});

it('finds a chat in the answer of v3.7, and in that of v3.6', async () => {
  const { createV37 } = await loadV37();
  const v37 = createV37(rest36.more);
  const chat = { id: 'C', active: true, users: [] };
  const info = { ...chat, last_thread_info: { id: 'T', created_at: base.created_at } };
  const find = (payload: Json) => v37.readFoundChat(payload, v37.places, () => {});
  expect(find({ chats_info: [info], total_chats: 1 })).toMatchObject({ id: 'C', isActive: true, lastThreadId: 'T' });
  expect(find({ chats_summary: [{ ...chat, last_thread_id: 'T' }] })).toMatchObject({ id: 'C', lastThreadId: 'T' });
});
