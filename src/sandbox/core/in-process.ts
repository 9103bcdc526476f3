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
      close() {
        cancel();
        connection.closed();
      },
    };
  };
}
