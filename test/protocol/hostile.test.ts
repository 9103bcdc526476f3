import { describe, expect, it } from 'vitest';
import { type Json, ProtocolError, readFrame } from '../../src/protocol';
import { at, type Codec, hear, loadCodecs, loadFixture } from '../support/protocol-codec';
import * as shape from '../support/protocol-shapes';

const codecs = await loadCodecs();
const [, codec36] = codecs as [Codec, Codec];

// What would run, lead away or draw over things, if anybody took it for more than words.
const texts = [
  '<script>boom(1)</script>',
  '<img src=x onerror=boom(1)>',
  '"><svg/onload=boom(1)>',
  '</textarea><iframe srcdoc="<script>boom(1)</script>">',
  ['javascript', 'boom(1)'].join(':'),
  'data:text/html,<script>boom(1)</script>',
  '{{boom(1)}} %agent% $& $1 `$`',
  '&lt;b&gt; stays as it is typed &amp;',
  'total \u202e00.001\u202c thanks',
  'a\u200bb\u2066c\u2069d',
  'I <3 you, 5 > 3 && 2 < 4',
  '__proto__',
  '{"type":"push","action":"incoming_event"}',
  '👩‍👩‍👧‍👦 e\u0301 \ufdfa',
];

/** Every place of a frame that holds words of somebody: the fixture, and where in its payload. */
const slots: readonly (readonly [version: '3.0' | '3.6', name: string, path: string])[] = [
  ['3.6', 'event.message', 'event.text'],
  ['3.0', 'event.message', 'event.text'],
  ['3.6', 'event.file.image', 'event.name'],
  ['3.6', 'event.file.image', 'event.alternative_text'],
  ['3.6', 'event.system_message.agent_joined', 'event.text'],
  ['3.6', 'event.system_message.agent_joined', 'event.text_vars.agent'],
  ['3.6', 'event.rich_message.cards', 'event.elements.0.title'],
  ['3.6', 'event.rich_message.cards', 'event.elements.0.subtitle'],
  ['3.6', 'event.rich_message.cards', 'event.elements.0.buttons.0.text'],
  ['3.6', 'event.rich_message.cards', 'event.elements.0.buttons.0.value'],
  ['3.6', 'event.rich_message.ecommerce', 'event.elements.0.ecommerce.options.0.label'],
  ['3.6', 'event.rich_message.ecommerce', 'event.elements.0.ecommerce.options.0.color'],
  ['3.6', 'event.form', 'event.fields.0.label'],
  ['3.6', 'event.form', 'event.fields.3.options.0.label'],
  ['3.6', 'event.filled_form', 'event.fields.0.answer'],
  ['3.6', 'event.message.postback', 'event.postback.value'],
  ['3.6', 'push.incoming_event_preview', 'event.text'],
  ['3.6', 'push.incoming_thinking_indicator', 'title'],
  ['3.6', 'push.incoming_greeting', 'event.text'],
  ['3.6', 'push.incoming_greeting', 'agent.name'],
  ['3.6', 'push.incoming_welcome_message', 'event.text'],
  ['3.6', 'push.user_added_to_chat', 'user.name'],
  ['3.0', 'push.chat_user_added', 'user.job_title'],
  ['3.6', 'push.customer_updated', 'name'],
];

function put(payload: unknown, path: string, value: unknown): void {
  const keys = path.split('.');
  const key = keys.pop() as string;
  const holder = keys.length > 0 ? at(payload, keys.join('.')) : payload;
  (holder as Record<string, unknown>)[key] = value;
}

const asText = (value: unknown) =>
  JSON.stringify(value, (_key, each: unknown) => (each instanceof Map ? [...each] : each));

describe('words are words, whatever they look like', () => {
  it.each(slots)('v%s %s %s', (version, name, path) => {
    const codec = codecs.find((each) => each.version === version) as Codec;
    for (const words of texts) {
      const frame = loadFixture(version, name);
      put(at(frame, 'payload'), path, words);
      const told = hear(codec, String(at(frame, 'action')), at(frame, 'payload') as Json);
      expect(asText(told)).toContain(JSON.stringify(words).slice(1, -1));
      for (const update of told) shape.update(update, name);
    }
  });
});

describe('a text that is no frame', () => {
  it.each([
    '',
    ' ',
    'null',
    'true',
    '0',
    '"push"',
    '[]',
    '{}',
    '{',
    '[{"type":"push","action":"incoming_event","payload":{}}]',
    '{"type":"push"}',
    '{"type":"push","action":5}',
    '{"type":"request","action":"login","payload":{}}',
    '\u0000',
    'o',
    'a["{}"]',
    '{"type":"push","action":"incoming_event","payload":',
    `{"type":"push","action":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  ])('%s', (text) => {
    expect(readFrame(text)).toBeUndefined();
  });

  it.each(['null', '[]', '7', '"text"', '{"__proto__":{"chat_id":"C"}}'])(
    'has a payload that is none: %s',
    (payload) => {
      const frame = readFrame(`{"type":"push","action":"incoming_event","payload":${payload}}`);
      expect(() => hear(codec36, 'incoming_event', frame?.payload ?? {})).toThrow(ProtocolError);
    },
  );

  it('has an error that says nothing', () => {
    for (const payload of ['null', '{}', '{"error":null}', '{"error":{"type":5,"data":"fra"}}', '{"error":[]}']) {
      const frame = readFrame(`{"type":"response","success":false,"payload":${payload}}`);
      expect(frame).toMatchObject({ kind: 'refusal', code: 'internal', data: {} });
    }
  });
});

describe('an event that lies about itself is none', () => {
  const lies: readonly (readonly [path: string, values: readonly unknown[]])[] = [
    ['event.id', [null, '', 12_345, { a: 1 }, true, 'x'.repeat(300)]],
    ['event.type', [null, 5, ['message']]],
    ['event.text', [null, 0, false, { html: '<b>' }, ['a', 'b']]],
    ['event.recipients', ['agents']],
    ['event.visibility', ['agents']],
    ['event.created_at', [null, '', 'now', 0, -1, 1e300, {}, '2026-13-45T99:99:99Z', '2026-01-05T10:00:01+14:00']],
    ['thread_id', [null, '', 4]],
    ['chat_id', [null, '', {}]],
  ];
  it.each(lies)('%s', (path, values) => {
    for (const value of values) {
      const payload = at(loadFixture('3.6', 'event.message'), 'payload');
      put(payload, path, value);
      expect(() => hear(codec36, 'incoming_event', payload as Json)).toThrow(ProtocolError);
    }
  });

  it('but costs its neighbours in a chat nothing', () => {
    const payload = at(loadFixture('3.6', 'push.incoming_chat'), 'payload');
    const events = at(payload, 'chat.thread.events') as unknown[];
    const count = events.length;
    events.unshift(null, 'text', { type: 'message' }, { ...(events[0] as object), recipients: 'agents' });
    const drops: string[] = [];
    const [told] = hear(codec36, 'incoming_chat', payload as Json, drops);
    expect(at(told, 'chat.thread.events')).toHaveLength(count);
    expect(drops).toHaveLength(4);
  });
});

it('takes a message of megabytes whole, and cuts a property of that length', () => {
  const long = { type: 'message', text: 'x'.repeat(2_000_000), properties: { a: { b: 'y'.repeat(2_000_000) } } };
  const event = { ...(at(loadFixture('3.6', 'event.message'), 'payload.event') as object), ...long };
  const [told] = hear(codec36, 'incoming_event', { chat_id: 'C', thread_id: 'T', event });
  expect((at(told, 'event.text') as string).length).toBe(2_000_000);
  const properties = at(told, 'event.properties') as Map<string, Map<string, string>>;
  expect(properties.get('a')?.get('b')).toHaveLength(16_384);
});
