import type { Clock } from './ports';
import type { SandboxCore } from './sandbox';
import type { AgentLine, AgentLineEnd } from './scripted-agent';

/** A way to the Agent API without a network: the same frames, the same moments. */
export function inProcessAgentLine(core: SandboxCore, clock: Clock): (end: AgentLineEnd) => AgentLine {
  return (end) => {
    const connection = core.connectAgent({ version: '3.6' }, { send: end.received, close: end.closed });
    const cancel = clock.after(0, end.opened);
    return {
      send: (text) => connection.receive(text),
      upload(file, origin, token) {
        const [scheme = '', host] = origin.split('://');
        const { organizationId } = core.settings;
        const response = core.http({
          method: 'POST',
          url: `/v3.6/agent/action/upload_file?organization_id=${organizationId}`,
          headers: { host, authorization: `Bearer ${token}` },
          body: '',
          form: { fields: new Map(), files: new Map([['file', file]]) },
          isSecure: scheme === 'https',
        });
        return response?.status === 200 ? (JSON.parse(response.body) as { url: string }).url : undefined;
      },
      close() {
        cancel();
        connection.closed();
      },
    };
  };
}
