import { describe, expect, it } from 'vitest';
import { sandboxStage } from '../../support/sandbox-stage';

const settings = sandboxStage().core.settings;
const asked = {
  grant_type: 'cookie',
  response_type: 'token',
  client_id: settings.clientId,
  organization_id: settings.organizationId,
};

interface Request {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: unknown;
  readonly isSecure?: boolean;
}

function caller(stage = sandboxStage()) {
  function call({
    method = 'POST',
    url = '/v2/customer/token',
    headers = {},
    body = asked,
    isSecure = false,
  }: Request = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = stage.core.http({ method, url, headers, body: text, isSecure });
    if (!response) throw new Error(`${url} was not answered`);
    const cookies = (response.headers['set-cookie'] ?? []) as readonly string[];
    return { ...response, cookies, json: response.body === '' ? undefined : JSON.parse(response.body) };
  }
  return { ...stage, call };
}

const cookieHeader = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');

describe('the cookie grant', () => {
  it('gives a new customer, whose cookies bring the same one back with another token', () => {
    const { call } = caller();
    const first = call();
    expect(first.status).toBe(200);
    expect(first.json).toEqual({
      access_token: expect.stringMatching(/^dal:\w{32}$/),
      entity_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      expires_in: 28_800,
      token_type: 'Bearer',
      organization_id: settings.organizationId,
    });
    const again = call({ headers: { cookie: `other=1; ${cookieHeader(first.cookies)}` } });
    expect(again.json.entity_id).toBe(first.json.entity_id);
    expect(again.json.access_token).not.toBe(first.json.access_token);
    expect(call().json.entity_id).not.toBe(first.json.entity_id);
  });

  it('believes no cookie with a wrong secret', () => {
    const { call } = caller();
    const { cookies, json } = call();
    const forged = cookieHeader(cookies).replace(/__lc_cst=\w+/, '__lc_cst=0000');
    for (const cookie of [forged, `__lc_cid=${json.entity_id}`, '__lc_cid=../../x; __lc_cst=y', ';;=']) {
      expect(call({ headers: { cookie } }).json.entity_id).not.toBe(json.entity_id);
    }
  });

  it('sets cookies that a browser keeps: secure over TLS, lax without', () => {
    const { call } = caller();
    const base = 'Path=/v2/customer; Max-Age=63072000; HttpOnly';
    const attributes = (cookies: readonly string[]) =>
      cookies.map((cookie) => cookie.replace(/^__lc_c[a-z]+=[^;]+; /, ''));
    expect(attributes(call({ isSecure: true }).cookies)).toEqual(Array(2).fill(`${base}; Secure; SameSite=None`));
    expect(attributes(call().cookies)).toEqual(Array(2).fill(`${base}; SameSite=Lax`));
  });

  it('names the caller’s origin, reads JSON whatever it is called, and answers a preflight', () => {
    const { call } = caller();
    const headers = { origin: 'https://shop.example', 'content-type': 'text/plain;charset=UTF-8' };
    expect(call({ headers })).toMatchObject({
      status: 200,
      headers: {
        'access-control-allow-origin': 'https://shop.example',
        'access-control-allow-credentials': 'true',
        vary: 'Origin',
      },
    });
    const preflight = call({ method: 'OPTIONS', headers, body: '' });
    expect(preflight).toMatchObject({ status: 204, body: '' });
    expect(preflight.headers['access-control-allow-methods']).toContain('POST');
    expect(preflight.headers['access-control-allow-headers']).toContain('content-type');
  });

  it('lets the caller choose how long', () => {
    const { call } = caller();
    expect(call({ body: { ...asked, expires_in: 60 } }).json.expires_in).toBe(60);
  });

  it('makes somebody else of the same person in each group, always the same', () => {
    const { call } = caller();
    const cookie = cookieHeader(call().cookies);
    const url = `/v2/customer/${settings.organizationId}/0/token`;
    const inGroup = call({ url, headers: { cookie } }).json.entity_id;
    expect(call({ url, headers: { cookie } }).json.entity_id).toBe(inGroup);
    expect(call({ headers: { cookie } }).json.entity_id).not.toBe(inGroup);
  });

  it.each([
    ['no JSON', 'nonsense', 'invalid_request'],
    ['no object', [1], 'invalid_request'],
    ['no grant', { ...asked, grant_type: undefined }, 'invalid_request'],
    ['another grant', { ...asked, grant_type: 'password' }, 'unsupported_grant_type'],
    ['another client', { ...asked, client_id: 'x' }, 'unauthorized_client'],
    ['another organization', { ...asked, organization_id: 'x' }, 'invalid_request'],
    ['another answer', { ...asked, response_type: 'code' }, 'unsupported_response_type'],
    ['no time', { ...asked, expires_in: 0 }, 'invalid_request'],
    ['a time in words', { ...asked, expires_in: '60' }, 'invalid_request'],
  ])('refuses %s', (_, body, oauth_exception) => {
    const response = caller().call({ body });
    expect(response.status).toBe(401);
    expect(response.json).toEqual({ oauth_exception, exception_description: expect.any(String) });
    expect(response.cookies).toEqual([]);
  });

  it('refuses another organization and an unknown group in the path', () => {
    const { call } = caller();
    expect(call({ url: '/v2/customer/nobody/0/token' }).json.oauth_exception).toBe('invalid_request');
    expect(call({ url: `/v2/customer/${settings.organizationId}/9/token` }).json.oauth_exception).toBe(
      'invalid_request',
    );
  });
});

describe('a token', () => {
  it('can be looked up, and taken back, which ends its connections', () => {
    const { call, customer } = caller();
    const { access_token, entity_id } = call().json;
    const headers = { authorization: `Bearer ${access_token}` };
    const url = '/v2/customer/info';
    expect(call({ method: 'GET', url, headers }).json).toMatchObject({ access_token, entity_id, expires_in: 28_800 });
    expect(call({ method: 'GET', url: `${url}?code=${encodeURIComponent(access_token)}` }).json.entity_id).toBe(
      entity_id,
    );

    const peer = customer({}, access_token);
    const other = customer();
    expect(call({ method: 'DELETE', headers }).status).toBe(200);
    expect(peer.lastPush('customer_disconnected').payload).toEqual({ reason: 'access_token_revoked' });
    expect(other.closed).toBeUndefined();
    expect(call({ method: 'GET', url, headers })).toMatchObject({
      status: 401,
      json: { oauth_exception: 'access_denied' },
    });
    expect(() => customer({}, access_token)).toThrow('authentication');
  });

  it('for a known or a new customer goes to agents', () => {
    const { call } = caller();
    const { entity_id } = call().json;
    const body = { ...asked, grant_type: 'agent_token', entity_id };
    const headers = { authorization: 'Bearer dal:sandbox-mara' };
    expect(call({ body, headers }).json.entity_id).toBe(entity_id);
    expect(call({ body: { ...body, entity_id: undefined }, headers }).json.entity_id).not.toBe(entity_id);
    expect(call({ body: { ...body, entity_id: 'nobody' }, headers }).json.oauth_exception).toBe('resource_not_found');
    expect(call({ body }).json.oauth_exception).toBe('access_denied');
  });

  it('takes an identity to another browser, for an hour, and with its verifier if there is one', () => {
    const { call, clock } = caller();
    const { access_token, entity_id } = call().json;
    const transfer = (body: object, headers = {}) => call({ url: '/v2/customer/identity_transfer', body, headers });
    const customer = { bearer_type: 'customer', client_id: settings.clientId };
    const own = { authorization: `Bearer ${access_token}` };
    const { json } = transfer(customer, own);
    expect(json).toEqual({ identity_transfer_token: expect.stringMatching(/^dal:itt-/), expires_in: 3_600 });

    const use = (code: string, more: object = {}) =>
      call({ body: { grant_type: 'identity_token', client_id: settings.clientId, code, ...more } });
    expect(use(json.identity_transfer_token).json).toEqual({
      access_token: expect.stringMatching(/^dal:/),
      client_id: settings.clientId,
      entity_id,
      expires_in: 28_800,
      token_type: 'Bearer',
    });
    expect(use(`${json.identity_transfer_token}0`).json.oauth_exception).toBe('invalid_grant');

    // The pair of RFC 7636, appendix B.
    const code_challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
    const agent = { bearer_type: 'agent', client_id: settings.clientId, customer_id: entity_id, code_challenge };
    const proven = transfer(agent, { authorization: 'Bearer dal:sandbox-mara' }).json.identity_transfer_token;
    expect(use(proven).json.oauth_exception).toBe('invalid_grant');
    const code_verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    expect(use(proven, { code_verifier }).json.entity_id).toBe(entity_id);

    expect(transfer(customer).json).toMatchObject({ identity_exception: 'unauthorized' });
    expect(transfer({ ...customer, bearer_type: 'x' }, own).json).toMatchObject({
      identity_exception: 'invalid_request',
    });
    clock.pass(3_600_000);
    expect(use(json.identity_transfer_token).json.oauth_exception).toBe('invalid_grant');
  });
});

describe('the first version of accounts', () => {
  it('has the same paths without a version, and licenses', () => {
    const { call } = caller();
    const body = { ...asked, organization_id: undefined, license_id: Number(settings.licenseId) };
    const { json, cookies } = call({ url: '/customer/token', body });
    expect(json).toMatchObject({ license_id: Number(settings.licenseId), token_type: 'Bearer' });
    expect(json).not.toHaveProperty('organization_id');
    expect(cookies[0]).toContain('Path=/customer;');
    const headers = { authorization: `Bearer ${json.access_token}` };
    expect(call({ method: 'GET', url: '/customer/info', headers }).json.entity_id).toBe(json.entity_id);
    const inGroup = call({
      url: `/customer/${settings.licenseId}/0/token`,
      body,
      headers: { cookie: cookieHeader(cookies) },
    });
    expect(inGroup.json.entity_id).not.toBe(json.entity_id);
    expect(call({ url: '/customer/token', body: { ...body, license_id: 1 } }).json.oauth_exception).toBe(
      'invalid_request',
    );
  });

  it('gives an agent an hour for a customer, asked in the address', () => {
    const { call, customer } = caller();
    const { entity_id } = call().json;
    const headers = { authorization: 'Bearer dal:sandbox-mara' };
    const query = `client_id=${settings.clientId}&response_type=token&redirect_uri=https%3A%2F%2Fshop.example`;
    const { json } = call({ url: `/customer/?${query}&customer_id=${entity_id}&valid_for=60`, headers, body: '' });
    expect(json).toMatchObject({ entity_id, expires_in: 60, expires_id: 60 });
    expect(customer({}, json.access_token).frames[0].payload.customer_id).toBe(entity_id);
    expect(call({ url: `/customer/?${query}`, headers, body: '' }).json.expires_in).toBe(3_600);
    expect(call({ url: `/customer/?${query}`, body: '' }).json.oauth_exception).toBe('access_denied');
  });
});

describe('a token that ends', () => {
  it('takes its connections with it, and opens none afterwards', () => {
    const { call, clock, customer } = caller();
    const { access_token } = call({ body: { ...asked, expires_in: 20 } }).json;
    const peer = customer({}, access_token);
    clock.pass(19_999);
    expect(peer.closed).toBeUndefined();
    clock.pass(1);
    expect(peer.lastPush('customer_disconnected').payload).toEqual({ reason: 'access_token_expired' });
    expect(() => customer({}, access_token)).toThrow('authentication');
  });
});

describe('the configuration', () => {
  const get = (stage: ReturnType<typeof caller>, action: string, query: string) =>
    stage.call({ method: 'GET', url: `/v3.6/customer/action/${action}?${query}`, body: '' });

  it('says whose chat it is and who is there', () => {
    const stage = caller();
    const query = `organization_id=${settings.organizationId}&url=${encodeURIComponent('https://shop.example/?a=b&c')}`;
    const offline = get(stage, 'get_dynamic_configuration', query);
    expect(offline.headers['access-control-allow-origin']).toBe('*');
    expect(offline.json).toEqual({
      organization_id: settings.organizationId,
      default_widget: 'livechat',
      livechat_active: true,
      livechat: {
        group_id: 0,
        client_limit_exceeded: false,
        domain_allowed: true,
        config_version: expect.any(String),
        localization_version: expect.any(String),
        language: 'en',
      },
    });
    stage.agent('mara');
    expect(get(stage, 'get_dynamic_configuration', 'license_id=100200300').json.livechat.online_group_ids).toContain(0);
  });

  it.each([
    ['get_dynamic_configuration', 'organization_id=x', 404, 'license_not_found'],
    ['get_dynamic_configuration', 'license_id=1', 404, 'license_not_found'],
    ['get_dynamic_configuration', '', 404, 'license_not_found'],
    ['get_dynamic_configuration', 'license_id=100200300&group_id=9', 404, 'group_not_found'],
    ['get_configuration', 'license_id=100200300&group_id=0', 400, 'validation'],
    ['get_localization', 'license_id=100200300&group_id=0&version=1', 400, 'validation'],
    ['send_event', 'license_id=100200300', 400, 'validation'],
  ])('%s?%s answers %i %s', (action, query, status, type) => {
    const response = get(caller(), action, query);
    expect(response.status).toBe(status);
    expect(response.json.error.type).toBe(type);
  });

  it('has the rest by version, and what customers may read', () => {
    const stage = caller();
    const query = 'license_id=100200300&group_id=0&version=1.1&language=en&id=0';
    expect(get(stage, 'get_configuration', query).json).toEqual({
      buttons: [expect.objectContaining({ type: 'text' }), expect.objectContaining({ type: 'image' })],
      ticket_form: expect.objectContaining({ fields: expect.any(Array) }),
      integrations: {},
      properties: { group: settings.properties.groups['0'], license: settings.properties.license },
    });
    expect(get(stage, 'get_localization', query).json).toMatchObject({
      Ticket_notification: expect.stringMatching('%email%'),
    });
    expect(get(stage, 'list_license_properties', query).json).toEqual(settings.properties.license);
    expect(get(stage, 'list_license_properties', `${query}&namespace=none`).json).toEqual({});
    expect(get(stage, 'list_group_properties', `${query}&name=greeting.hide_when_offline`).json).toEqual({
      smart_actions: { 'greeting.hide_when_offline': true },
    });
  });

  it('says whether the page may have the chat: by its host, or one above it', () => {
    const stage = caller(sandboxStage({ settings: { trustedDomains: ['shop.example'] } }));
    const isAllowed = (url: string, more = '') =>
      get(stage, 'get_dynamic_configuration', `license_id=100200300&url=${encodeURIComponent(url)}${more}`).json
        .livechat.domain_allowed;
    for (const url of ['https://shop.example', 'http://Shop.Example:8080/a', 'https://a.b.shop.example/', ''])
      expect(isAllowed(url), url).toBe(true);
    for (const url of [
      'https://myshop.example/',
      'https://shop.example@evil.test/',
      'https://evil.test/shop.example',
      'null',
    ])
      expect(isAllowed(url), url).toBe(false);
    expect(isAllowed('https://evil.test/', '&channel_type=direct_link')).toBe(true);
  });

  it('is flat before v3.6', () => {
    const stage = caller();
    const url = '/v3.5/customer/action/get_dynamic_configuration?license_id=100200300';
    const { json } = stage.call({ method: 'GET', url, body: '' });
    expect(json).toMatchObject({ organization_id: settings.organizationId, group_id: 0, language: 'en' });
    expect(json).not.toHaveProperty('livechat');
  });

  it('is not for other paths', () => {
    expect(() => caller().call({ url: '/agent' })).toThrow('was not answered');
    expect(caller().call({ method: 'PUT' }).status).toBe(405);
  });
});
