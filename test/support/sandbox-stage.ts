import { createSandboxCore, type SandboxOptions } from '../../src/sandbox/core/index';
import { sandboxClock, sandboxRandom } from './sandbox-clock';
import { SandboxPeer } from './sandbox-peer';

/** A sandbox on a clock of its own, and people who come to it. */
export function sandboxStage(options: Partial<SandboxOptions> = {}) {
  const clock = sandboxClock();
  const core = createSandboxCore({ clock, random: sandboxRandom(), ...options });
  const { organizationId, clientId } = core.settings;

  function token(more: object = {}, headers: { readonly [name: string]: string } = {}) {
    const body = { grant_type: 'cookie', response_type: 'token', client_id: clientId, organization_id: organizationId };
    const response = core.http({
      method: 'POST',
      url: '/v2/customer/token',
      headers,
      body: JSON.stringify({ ...body, ...more }),
      isSecure: false,
    });
    return JSON.parse(response?.body ?? '{}');
  }

  /** What no API lets anybody cause. */
  function control(name: string, body: object) {
    const response = core.http({
      method: 'POST',
      url: `/sandbox/control/${name}`,
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      isSecure: false,
    });
    if (response?.status !== 200) throw new Error(`${name}: ${response?.status} ${response?.body}`);
    return JSON.parse(response.body);
  }

  const openCustomer = () => new SandboxPeer((wire) => core.connectCustomer({ version: '3.6', organizationId }, wire));
  const openAgent = () => new SandboxPeer((wire) => core.connectAgent({ version: '3.6' }, wire));

  return {
    clock,
    core,
    token,
    control,
    openCustomer,
    openAgent,
    /** Logged in. The same token again is another tab. */
    customer(login: object = {}, accessToken: string = token().access_token) {
      const peer = openCustomer();
      peer.get('login', { token: `Bearer ${accessToken}`, ...login });
      return peer;
    },
    agent(name: 'mara' | 'theo' | 'pip', login: object = {}) {
      const peer = openAgent();
      peer.get('login', { token: `Bearer dal:sandbox-${name}`, ...login });
      return peer;
    },
  };
}
