import {
  type Connection,
  createConnection,
  createGateway,
  createOpenSocket,
  createTokenSource,
} from '../../connection';
import type { Gateway, Store } from '../../domain';
import { isObject, v36 } from '../../protocol';
import type { AppSettings, PageInfo } from '../shell/contract';
import type { DiagnosticsLog } from './diagnostics';
import type { Environment } from './environment';

declare const __VERSION__: string;

/** Data centres that the service may send us to, and what they add to the host's name. */
const regions = new Map([
  ['dal', ''],
  ['fra', '-fra'],
  ['fra-a', '-fra-a'],
  ['eu-west3', '-eu-west3'],
]);

export interface ServiceLine {
  readonly gateway: Gateway;
  readonly connection: Connection;
  /** The visitor is on another page now. Told to the service at once, or with the next log-in. */
  pageChanged(page: PageInfo): void;
}

/** Chooses the dialect, and puts socket, token and log-in together. */
export function createServiceLine(
  settings: AppSettings,
  firstPage: PageInfo,
  environment: Environment,
  store: Store,
  diagnostics: DiagnosticsLog,
): ServiceLine {
  const { clock, random } = environment;
  const dialect = v36;
  let page = firstPage;
  let toldPage = '';

  const connection = createConnection({
    clock,
    random,
    dialect,
    diagnostics,
    openSocket: createOpenSocket(environment.WebSocket, diagnostics),
    tokens: createTokenSource({
      fetch: environment.fetch,
      store,
      clock,
      diagnostics,
      accountsUrl: settings.accountsUrl,
      organizationId: settings.organizationId,
      clientId: settings.clientId,
      redirectUri: environment.address,
    }),
    socketUrl: (region) => socketUrl(settings, dialect.version, region),
    loginPayload(token) {
      toldPage = page.url;
      const sideStorage = store.read('side-storage');
      return {
        token,
        group_id: settings.groupId,
        customer_page: { url: page.url, title: page.title },
        ...(page.referrer && { referrer: page.referrer }),
        ...(isObject(sideStorage) && { customer_side_storage: sideStorage }),
        is_mobile: environment.isMobile,
        application: { name: 'natter', version: __VERSION__, channel_type: 'code' },
        pushes: { [dialect.version]: [...dialect.readPush.keys(), 'customer_side_storage_updated'] },
      };
    },
  });
  connection.onOther((action, payload) => {
    const sideStorage = payload['customer_side_storage'];
    if (action === 'customer_side_storage_updated' && isObject(sideStorage)) store.write('side-storage', sideStorage);
    else diagnostics.report('push not known', action.slice(0, 40));
  });

  const tellPage = () => {
    if (connection.line.peek().state !== 'online' || page.url === toldPage) return;
    toldPage = page.url;
    connection.ask('updatePage', { url: page.url, title: page.title }).catch(() => {
      toldPage = '';
    });
  };

  return {
    gateway: createGateway(connection, dialect, (reason, where) => diagnostics.report(reason, where)),
    connection,
    pageChanged(next) {
      page = next;
      tellPage();
    },
  };
}

function socketUrl({ apiUrl, organizationId }: AppSettings, version: string, region: string | undefined): string {
  const url = new URL(`/v${version}/customer/rtm/ws`, apiUrl);
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  const suffix = regions.get(region ?? '');
  if (suffix) url.hostname = url.hostname.replace(/^api\b(?:-[a-z0-9-]+)?/, `api${suffix}`);
  url.searchParams.set('organization_id', organizationId);
  return url.href;
}
