import { type ReadonlySignal, signal } from '@preact/signals-core';
import {
  beginWith,
  type Connection,
  createConnection,
  createDialect30,
  createGateway,
  createHttp,
  createRestVerbs30,
  createRestVerbs36,
  createTokenSource,
  createVerbs30,
  createVerbs36,
  judge,
  type OpenSocket,
  type TokenSource,
} from '../../src/connection';
import {
  type Clock,
  type CustomId,
  createSession,
  createSessionRest,
  type FileShelf,
  type GroupId,
  type Session,
  type SessionCore,
  type Store,
  type WholeSessionRest,
} from '../../src/domain';
import { createV36, loadV30, rest36 } from '../../src/protocol';
import type { SandboxCore } from '../../src/sandbox/core';

export type Version = '3.0' | '3.6';

const v30 = await loadV30();
const speeches = {
  '3.0': {
    createDialect: createDialect30(v30),
    createVerbs: createVerbs30(v30),
    protocol: v30.rest30,
    createRestVerbs: createRestVerbs30(v30),
  },
  '3.6': {
    createDialect: createV36,
    createVerbs: createVerbs36,
    protocol: rest36,
    createRestVerbs: createRestVerbs36,
  },
};

/** What a browser would give. */
export interface ClientParts {
  readonly version: Version;
  readonly account: Pick<SandboxCore['settings'], 'organizationId' | 'licenseId' | 'clientId'>;
  readonly clock: Clock;
  readonly chance: () => number;
  readonly store: Store;
  readonly openSocket: OpenSocket;
  /** Where several tabs have one line: what opens sockets then. */
  readonly share?: (connection: Connection) => OpenSocket;
  readonly fetch: typeof fetch;
  readonly newCustomId: () => CustomId;
  /** Ends the names of what only this page may send. */
  readonly view?: { readonly name: string };
  readonly shelf?: FileShelf;
  readonly XMLHttpRequest?: typeof XMLHttpRequest;
  readonly isWatching?: ReadonlySignal<boolean>;
  readonly isPageVisible?: ReadonlySignal<boolean>;
}

export interface Client {
  readonly session: Session & { readonly core: SessionCore };
  readonly rest: WholeSessionRest;
  readonly connection: Connection;
  readonly tokens: TokenSource;
}

/** The whole client without its window: what the app puts together, of parts that a test can hold. */
export function createClient({ version, account, clock, chance, store, ...parts }: ClientParts): Client {
  const speech = speeches[version];
  const diagnostics = { report: () => {} };
  const tokens = createTokenSource({
    fetch: parts.fetch,
    store,
    clock,
    diagnostics,
    accountsUrl: 'https://accounts.test',
    organizationId: account.organizationId,
    clientId: account.clientId,
    redirectUri: 'https://shop.test/',
  });
  let open = parts.openSocket;
  const connection = createConnection({
    clock,
    random: chance,
    openSocket: (...to) => open(...to),
    tokens,
    createDialect: speech.createDialect,
    diagnostics,
    socketUrl: () => 'wss://sandbox.test',
    loginPayload: (token) => ({ token, customer_page: { url: 'https://shop.test/', title: 'Shop' } }),
  });
  open = parts.share?.(connection) ?? open;
  const gateway = createGateway(connection, speech.createVerbs, () => {});
  const shared = { clock, store, diagnostics, newCustomId: parts.newCustomId, groupId: 0 as GroupId };
  const session = createSession({
    ...shared,
    gateway,
    view: parts.view,
    attention: { isWatching: parts.isWatching ?? signal(true) },
    random: chance,
    isGroupOnline: true,
  });
  const http = createHttp({
    fetch: parts.fetch,
    XMLHttpRequest: parts.XMLHttpRequest ?? (class {} as typeof XMLHttpRequest),
    tokens,
    clock,
    urlOf: (action) => `https://api.test/v${version}/customer/action/${action}?${accountQuery(account, version)}`,
    readError: speech.protocol.answers.readHttpError,
  });
  const rest = createSessionRest(session.core, {
    ...shared,
    gateway: {
      ...gateway,
      ...speech.createRestVerbs({ speaker: connection, protocol: speech.protocol, http, clock }),
    },
    shelf: parts.shelf,
    serviceOrigin: 'https://service.test',
    isPageVisible: parts.isPageVisible ?? signal(true),
  });
  connection.onUpdate((update) => rest.hear(update));
  connection.request = beginWith(rest.welcomeId, connection.request);
  connection.extend(speech.protocol, judge);
  session.core.rest.value = rest;
  return { session, rest, connection, tokens };
}

type Account = ClientParts['account'];

function accountQuery({ licenseId, organizationId }: Account, version: Version): string {
  return version === '3.0' ? `license_id=${licenseId}` : `organization_id=${organizationId}`;
}

/** How a client of this version says whose customer it is. */
export function accountOf({ licenseId, organizationId }: Account, version: Version) {
  return version === '3.0' ? { licenseId: `${licenseId}` } : { organizationId };
}

/** A browser's jar, and the service that hands out tokens, as a `fetch`. */
export function tokenFetch(post: SandboxCore['http'], cookies: Map<string, string>): typeof fetch {
  return async (url, init) => {
    const response = post({
      method: 'POST',
      url: new URL(url as string).pathname,
      headers: { origin: 'http://shop.test', cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      body: init?.body as string,
      isSecure: true,
    });
    for (const cookie of [response?.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = cookie.split(';')[0]!.split('=');
      cookies.set(name, value);
    }
    // Only what is read of it: a real one has streams, whose time nobody here holds.
    const isOk = response !== undefined && response.status < 400;
    return { ok: isOk, json: () => Promise.resolve(JSON.parse(response?.body || '{}') as unknown) } as Response;
  };
}
