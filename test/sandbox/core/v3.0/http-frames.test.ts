import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../support/sandbox-peer';
import { compareShapes, fixtureNames, readFixture } from '../../../support/v30-shape';
import { type Story, v30Story } from '../../../support/v30-story';

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: Frame;
  readonly form?: readonly Part[];
}

interface Part {
  readonly name: string;
  readonly value?: string;
  readonly filename?: string;
  readonly content_type?: string;
  readonly size?: number;
}

/** Two ways to write down an exchange: one for each side. */
function readCustomerExchange(name: string) {
  const { request, response } = readFixture('customer', name);
  const { pathname } = new URL(request.url);
  const path = request.query ? `${pathname}?${new URLSearchParams(request.query)}` : pathname;
  const { multipart } = request.body ?? {};
  return { request: { ...request, path, ...(multipart && { form: multipart }) }, response };
}

function readAgentExchange(name: string) {
  const request = readFixture('agent', `${name}.request`);
  const parts = Object.entries<Frame>(request.form ?? {}).map(([key, value]) =>
    typeof value === 'string' ? { name: key, value } : { name: key, ...value },
  );
  return {
    request: { ...request, ...(parts.length > 0 && { form: parts }) },
    response: readFixture('agent', `${name}.response`),
  };
}

function send({ world, localise }: Story, exchange: Exchange): { readonly status: number; readonly body: Frame } {
  const { method, path, headers, body, form } = localise(exchange) as Exchange;
  const fields = (form ?? []).flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  const files = (form ?? []).flatMap(({ name, filename, content_type = '', size = 1 }) =>
    filename === undefined ? [] : [[name, fileOf(filename, content_type, size)] as const],
  );
  const response = world.core.http({
    method,
    url: path,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: form ? '' : JSON.stringify(body ?? {}),
    ...(form && { form: { fields: new Map(fields), files: new Map(files) } }),
    isSecure: false,
  });
  return { status: response?.status ?? 0, body: JSON.parse(response?.body || 'null') };
}

const fileOf = (name: string, contentType: string, size: number) => ({
  name,
  contentType,
  bytes: new Uint8Array(size).fill(1),
});

/** Who asks is not what these are about; and a token may say more of itself. */
const OPTIONAL = [/\.properties/, /custom_id/, /author_id/, /^\.(?:expires_in|token_type|license_id)/];

describe('a call of a customer in v3.0', () => {
  const names = fixtureNames('customer').filter((name) => name.startsWith('http.'));

  it.for(names)('is answered as in the fixtures: %s', (name) => {
    const { request, response } = readCustomerExchange(name);
    // Where a call arrives is in the name of the host, or in this header.
    const region = name === 'http.misdirected_request' ? { 'x-region': 'fra' } : {};
    const answer = send(v30Story('open'), { ...request, headers: { ...request.headers, ...region } });
    expect(answer.status).toBe(response.status);
    expect(compareShapes(response.body, answer.body, OPTIONAL)).toEqual({ missing: [], extra: [] });
  });
});

describe('a call of an agent in v3.0', () => {
  const names = fixtureNames('agent').flatMap((name) => /^(http\..+)\.request$/.exec(name)?.[1] ?? []);

  it.for(names)('is answered as in the fixtures: %s', (name) => {
    const { request, response } = readAgentExchange(name);
    const answer = send(v30Story('open'), request);
    expect(answer.status).toBe(response.status);
    expect(compareShapes(response.body, answer.body, OPTIONAL)).toEqual({ missing: [], extra: [] });
  });
});

it('refuses a call with a token that nobody has, as in the fixtures', () => {
  const { status, body } = readFixture('agent', 'http.error.authentication');
  const headers = { authorization: 'Bearer dal:nobody', 'content-type': 'application/json' };
  const exchange = { method: 'POST', path: '/v3.0/agent/action/get_chats_summary', headers, body: { payload: {} } };
  expect(send(v30Story('new'), exchange)).toEqual({ status, body });
});

/** What a test of this folder looks at, by how the names begin. */
const LOOKED_AT = {
  customer: /^(?:action\.[\w.-]+\.re(?:quest|sponse)|push|event|error|flow|http)(?:\.|$)/,
  agent: /^(?:request|response|push|error|http)\./,
};

describe.for(['customer', 'agent'] as const)('the fixtures of v3.0 for the %s side', (side) => {
  it.for(fixtureNames(side))('are all looked at: %s', (name, { skip }) => {
    if (name.startsWith('webhook.')) return skip('told to servers of others: see the tests of webhooks');
    expect(name).toMatch(LOOKED_AT[side]);
  });
});
