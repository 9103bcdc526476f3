import { describe, expect, it } from 'vitest';
import { type Frame, type Json, readFrame } from '../../src/protocol';
import {
  at,
  type Codec,
  fixtureNames,
  fixtureText,
  hear,
  listAt,
  loadCodecs,
  loadFixture,
} from '../support/protocol-codec';
import { readAnswer } from '../support/protocol-expected-answers';
import { expectedGreeting, expectedPushes } from '../support/protocol-expected-pushes';

const codecs = await loadCodecs();

/** Without what is undefined, so that a field left out is as good as one that says so. */
function bare(value: unknown): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, bare(each)]));
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.map(([key, each]) => [key, bare(each)]));
}

/** Names of pushes that are not for the codec: the connection reacts to one itself, and the others nobody knows. */
const NOT_READ = new Set(['customer_disconnected', 'hologram_projected']);

function expectPush(codec: Codec, frame: unknown): void {
  const action = String(at(frame, 'action'));
  const payload = at(frame, 'payload') as Json;
  const drops: string[] = [];
  const told = hear(codec, action, payload, drops);
  const expected = NOT_READ.has(action) ? [] : expectedPushes[action]?.(payload, codec.version);
  expect(bare(told)).toMatchObject(bare(expected) as object[]);
  expect(told).toHaveLength(expected?.length ?? -1);
  expect(drops).toEqual([]);
}

function expectFrame(frame: unknown): Frame {
  const read = readFrame(JSON.stringify(frame)) as Frame;
  expect(read).toMatchObject({ payload: at(frame, 'payload') ?? {} });
  expect(read.requestId).toBe(at(frame, 'request_id'));
  return read;
}

/** A frame that comes from the service, whatever it is. */
function expectHeard(codec: Codec, frame: unknown): void {
  const read = expectFrame(frame);
  if (at(frame, 'type') === 'push') {
    expect(read).toMatchObject({ kind: 'push', action: at(frame, 'action') });
    expectPush(codec, frame);
  } else if (at(frame, 'success') === false) {
    const error = at(frame, 'payload.error');
    expect(read).toMatchObject({ kind: 'refusal', code: at(error, 'type'), data: at(error, 'data') ?? {} });
  } else {
    expect(read.kind).toBe('answer');
    const { read: answer, expected } = readAnswer(String(at(frame, 'action')), read.payload, codec);
    if (typeof expected === 'object') expect(bare(answer)).toMatchObject(bare(expected) as object);
    else expect(answer).toBe(expected);
  }
}

/** What the client asks for has a name in one of its two tables. */
function expectNameKnown({ dialect, rest }: Codec, action: unknown): void {
  expect([...Object.values(dialect.actions), ...Object.values(rest.actions)]).toContain(action);
}

describe.each(codecs)('frames of v$version', (codec) => {
  const names = fixtureNames(codec.version);
  const named = (pattern: RegExp) => names.filter((name) => pattern.test(name));
  const frame = (name: string) => loadFixture(codec.version, name);

  it.each(named(/^(?:event|push)\.(?!customer_disconnected)/))('%s becomes what is heard', (name) => {
    expectHeard(codec, frame(name));
  });

  it.each(named(/^push\.customer_disconnected/))('%s is left to the connection, with its reason', (name) => {
    expectHeard(codec, frame(name));
    expect(expectFrame(frame(name)).payload['reason']).toBe(name.split('.')[2]);
  });

  it.each(named(/^action\..*\.response$/))('%s is what was asked', (name) => {
    expectHeard(codec, frame(name));
  });

  it.each(named(/^error\./))('%s says why not', (name) => {
    expectHeard(codec, frame(name));
  });

  it.each(named(/^flow\./))('%s is heard step by step', (name) => {
    for (const step of frame(name) as unknown[]) {
      const said = at(step, 'frame');
      if (at(step, 'dir') === 's2c' && said !== undefined) expectHeard(codec, said);
      else if (said !== undefined && typeof said === 'object') expect(at(said, 'type')).toBeUndefined();
    }
  });

  it.each(named(/^action\..*\.request$/))('%s is ours to say and the service’s to read: its name is known', (name) => {
    expectNameKnown(codec, at(frame(name), 'action'));
    expect(readFrame(fixtureText(codec.version, name))).toBeUndefined();
  });

  it('has no frame besides, but for HTTP', () => {
    expect(named(/^(?!event\.|push\.|error\.|flow\.|http\.|action\..*\.(?:request|response)$)/)).toEqual([]);
  });
});

describe.each(codecs)('answers over HTTP of v$version', (codec) => {
  const { answers } = codec.rest;
  const readers = new Map<string, (body: unknown) => void>([
    ['upload_file', (body) => expect(answers.readUpload(body)).toBe(at(body, 'url'))],
    ['send_file', (body) => expect(answers.readUpload(body)).toBe(at(body, 'payload.url'))],
    ['list_group_properties', (body) => expect(answers.readProperties(body)).toEqual(asMaps(body))],
    ['list_license_properties', (body) => expect(answers.readProperties(body)).toEqual(asMaps(body))],
    [
      'get_dynamic_configuration',
      (body) =>
        expect(answers.readDynamicConfiguration(body)).toEqual({
          organizationId: at(body, 'organization_id'),
          groupId: at(body, 'livechat.group_id'),
          isActive: at(body, 'livechat_active'),
          isDomainAllowed: at(body, 'livechat.domain_allowed'),
          isLimitExceeded: at(body, 'livechat.client_limit_exceeded'),
          onlineGroupIds: at(body, 'livechat.online_group_ids'),
          configVersion: at(body, 'livechat.config_version'),
          localizationVersion: at(body, 'livechat.localization_version'),
          language: at(body, 'livechat.language'),
        }),
    ],
    [
      'get_configuration',
      (body) =>
        expect(answers.readConfiguration(body)).toMatchObject({
          prechatForm: { fields: listAt(body, 'prechat_form.fields').map((field) => ({ label: at(field, 'label') })) },
          ticketForm: { id: at(body, 'ticket_form.id') },
          groupProperties: asMaps(at(body, 'properties.group')),
          licenseProperties: new Map(),
        }),
    ],
    [
      'get_localization',
      (body) => expect(answers.readLocalization(body)).toEqual(new Map(Object.entries(body as object))),
    ],
  ]);
  const asMaps = (properties: unknown) =>
    new Map(
      Object.entries(properties as object).map(([name, values]) => [name, new Map(Object.entries(values as object))]),
    );

  const http = fixtureNames(codec.version).filter((name) => name.startsWith('http.'));
  const stemOf = (name: string) => name.split('.')[1] as string;
  const response = (name: string) => loadFixture(codec.version, name) as unknown;
  const isRefused = (name: string) => at(response(name), 'response.body.error') !== undefined;

  it.each(http.filter((name) => readers.has(stemOf(name)) && !isRefused(name)))('http body %s is read', (name) => {
    readers.get(stemOf(name))?.(at(response(name), 'response.body'));
  });

  it.each(http.filter(isRefused))('http body %s says why not', (name) => {
    const body = at(response(name), 'response.body');
    expect(answers.readHttpError(body)).toEqual({ code: at(body, 'error.type'), data: at(body, 'error.data') ?? {} });
  });

  const unread = http.filter((name) => !readers.has(stemOf(name)) && !isRefused(name));
  it.each(unread.filter((name) => stemOf(name) === 'token'))(
    'http body %s: tokens are read in src/connection',
    (name) => {
      expect(typeof at(response(name), 'response.status')).toBe('number');
    },
  );
  it.each(unread.filter((name) => stemOf(name) !== 'token'))(
    'http body %s holds nothing that the client reads: it is empty, or asked by others',
    (name) => {
      expect(['check_goals', 'request_email_verification', 'send_event', 'identity_transfer']).toContain(stemOf(name));
    },
  );
});

it('reads the greeting and the agent that a log-in tells, in both dialects', () => {
  for (const { version, rest } of codecs) {
    const login = at(loadFixture(version, 'action.login.response'), 'payload') as Json;
    const raw = at(login, version === '3.0' ? '__priv_dynamic_config.greeting' : 'greeting');
    expect(bare(rest.answers.readGreeting(login))).toMatchObject(bare(raw && expectedGreeting(raw)) as object);
    const predicted = at(login, '__priv_dynamic_config.predicted_agent.id');
    expect(rest.answers.readPredictedAgentOfLogin(login)?.id).toBe(predicted);
  }
});
