import type { IncomingMessage } from 'node:http';
import type { ConnectTo, SandboxConnection, SandboxCore, Wire } from '../core/index';

/** The second spelling is that of old sample programs. */
const RTM = /^\/(?:v([\d.]+)\/(customer|agent)|(customer|agent)\/v([\d.]+))\/rtm\/(ws$|sjs(?:$|\/))/;

export interface RtmPath {
  readonly version: string;
  readonly api: 'customer' | 'agent';
  readonly isSockJs: boolean;
}

/** Undefined: not a path of a connection. */
export function readRtmPath(url: string): RtmPath | undefined {
  const [, version, api, otherApi, otherVersion, transport] = RTM.exec(url.split('?')[0] ?? '') ?? [];
  const isAgent = (api ?? otherApi) === 'agent';
  const said = version ?? otherVersion;
  if (said === undefined) return undefined;
  return { version: said, api: isAgent ? 'agent' : 'customer', isSockJs: transport !== 'ws' };
}

/** Opens the connection that the address asks for. */
export function connect(
  core: SandboxCore,
  { version, api }: RtmPath,
  { url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  wire: Wire,
): SandboxConnection {
  const query = new URL(url, 'http://sandbox').searchParams;
  const to: ConnectTo = {
    version,
    organizationId: query.get('organization_id') ?? undefined,
    licenseId: query.get('license_id') ?? undefined,
    region: query.get('region') ?? headers['x-region']?.toString(),
  };
  return api === 'agent' ? core.connectAgent(to, wire) : core.connectCustomer(to, wire);
}
