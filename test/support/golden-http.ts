import type { HttpRequest } from '../../src/sandbox/core/index';
import { differences, readGolden } from './golden-shape';
import { arrived, chatting, goldenWorld, PRIYA } from './golden-world';
import type { Frame } from './sandbox-peer';

type World = ReturnType<typeof goldenWorld>;

/** Where a sample call makes sense. Default: the customer is there. */
const worlds: { readonly [name: string]: () => World } = {
  'http.send_event': chatting,
  'http.get_dynamic_configuration'() {
    const world = goldenWorld();
    world.logIn(PRIYA);
    return world;
  },
  'http.identity_transfer': arrived,
  'http.token.identity'() {
    const world = arrived();
    const { request } = readGolden('http.identity_transfer');
    const { body } = call(world, { ...request, headers: { authorization: `Bearer ${world.customerToken}` } });
    world.real.set('dal:itt-4451', body.identity_transfer_token);
    return world;
  },
  'http.misdirected_request': () => goldenWorld({ region: 'fra' }),
  'http.token.error-retryable'() {
    const log = { append: failingLater() };
    return goldenWorld({}, { log, report: () => {} });
  },
};

/** A disk that is full, as soon as the key and one token are written. */
function failingLater() {
  let count = 0;
  return () => {
    count += 1;
    if (count > 2) throw new Error('No space left');
  };
}

function call(world: World, { method, url, query = {}, headers = {}, body }: Frame): Frame {
  const { pathname } = new URL(url);
  const search = new URLSearchParams(query).toString();
  const lower = Object.entries<string>(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const file = body?.multipart?.[0];
  const request: HttpRequest = {
    method,
    url: search === '' ? pathname : `${pathname}?${search}`,
    headers: { host: 'api.example', ...Object.fromEntries(lower) },
    body: body === null || file ? '' : JSON.stringify(body),
    isSecure: true,
    ...(file && { form: { fields: new Map(), files: new Map([['file', upload(file)]]) } }),
  };
  const response = world.core.http(request);
  return { ...response, body: response?.body ? JSON.parse(response.body) : null };
}

const upload = ({ filename, content_type, size }: Frame) => ({
  name: filename,
  contentType: content_type,
  bytes: new Uint8Array(size).fill(1),
});

/** Names of cookies and what is said of them, without the values and the host. */
const cookieRules = (cookies: readonly string[] = []) =>
  cookies.map((cookie) => cookie.replace(/=[^;]+/, '').replace(/ Domain=[^;]+;/, ''));

/** What is otherwise than in the sample. */
export function playHttp(name: string): readonly string[] {
  const { request, response } = readGolden(name);
  const world = (worlds[name] ?? (name === 'http.token.error' ? goldenWorld : arrived))();
  const own = name === 'http.misdirected_request' ? [] : [['dal:Xk2nV0qT9wR4sLm8', world.customerToken] as const];
  for (const [theirs, ours] of [...own, ['dal:agent-token', `dal:${PRIYA}`] as const]) world.real.set(theirs, ours);
  const ours = call(world, world.translate(request));
  const { missing, extra } = differences(response.body, ours.body);
  const headers = Object.entries<string>(response.headers).filter(([key]) => key.startsWith('Access-'));
  const cookies = cookieRules(response.headers['Set-Cookie']);
  return [
    ...(ours.status === response.status ? [] : [`status ${ours.status}: ${JSON.stringify(ours.body)}`]),
    ...missing.map((line) => `missing ${line}`),
    // Phrases are as many as a widget needs.
    ...(name === 'http.get_localization' ? [] : extra.map((line) => `extra ${line}`)),
    ...headers.filter(([key, value]) => ours.headers[key.toLowerCase()] !== value).map(([key]) => `header ${key}`),
    ...(cookies.join() === cookieRules(ours.headers['set-cookie']).join() ? [] : ['cookies']),
  ];
}
