import type { Signal } from '@preact/signals-core';
import {
  type Connection,
  createConnection,
  createGateway,
  createOpenSocket,
  createTokenSource,
  type OpenSocket,
  type TokenSource,
} from '../../connection';
import type { Gateway, Store } from '../../domain';
import { isObject } from '../../protocol';
import type { AppSettings, PageInfo } from '../shell/contract';
import type { DiagnosticsLog } from './diagnostics';
import type { Environment } from './environment';
import type { Speech } from './speech';

declare const __VERSION__: string;

// Data centres that the service may send us to. A closed list: it becomes part of a host's name.
const REGION = /^(fra(-[ab])?|eu-west3)$/;

export interface ServiceLine {
  /** The sockets of this tab, or the ways through another. */
  open: OpenSocket;
  readonly gateway: Gateway;
  readonly connection: Connection;
  readonly tokens: TokenSource;
  /** Address of something at the API, in a data centre that the service named or else the usual one. */
  readonly urlOf: (path: string, region: string | undefined) => URL;
  /** Where the visitor is, and where the service has heard that they are. */
  readonly page: Signal<PageInfo> & { told?: string };
}

/** Puts socket, token and log-in together. */
export function createServiceLine(
  settings: AppSettings,
  page: ServiceLine['page'],
  environment: Environment,
  store: Store,
  diagnostics: DiagnosticsLog,
  { account, createDialect, createVerbs }: Speech,
): ServiceLine {
  const usual = createTokenSource({
    ...environment,
    store,
    diagnostics,
    accountsUrl: settings.accountsUrl,
    organizationId: settings.organizationId,
    clientId: settings.clientId,
    redirectUri: environment.address,
  });
  const tokens = environment.tokens ? environment.tokens(usual) : usual;

  function urlOf(path: string, told?: string): URL {
    const region = (told ?? settings.region) as string;
    const url = new URL(`/v${connection.dialect.version}/customer/${path}`, settings.apiUrl);
    if (REGION.test(region)) url.hostname = url.hostname.replace(/^api\b(-[a-z0-9-]+)?/, `api-${region}`);
    url.searchParams.set(...account(settings));
    return url;
  }

  const connection: Connection = createConnection({
    ...environment,
    createDialect,
    diagnostics,
    openSocket: (...to) => line.open(...to),
    tokens,
    socketUrl: (region) => urlOf('rtm/ws', region).href.replace(/^http/, 'ws'),
    loginPayload(token) {
      const { url, title, referrer } = page.peek();
      page.told = url;
      const sideStorage = store.read('side-storage');
      return {
        token,
        group_id: settings.groupId,
        customer_page: { url, title },
        ...(referrer && { referrer }),
        // Anybody of this origin may have written it, and with anything but texts in it no log-in is taken.
        ...(isObject(sideStorage) &&
          Object.values(sideStorage).every((text) => typeof text === 'string') && {
            customer_side_storage: sideStorage,
          }),
        is_mobile: environment.isMobile,
        application: { name: 'natter', version: __VERSION__, channel_type: 'code' },
      };
    },
  });

  const line: ServiceLine = {
    open: createOpenSocket(environment.WebSocket, diagnostics),
    gateway: createGateway(connection, createVerbs, (reason, where) => diagnostics.report(reason, where)),
    connection,
    tokens,
    urlOf,
    page,
  };
  return line;
}
