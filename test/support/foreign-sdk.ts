import { Agent, Configuration, Customer } from '@livechat/lc-sdk-js';
import { startUnderItsName } from './foreign-tls';

/** The library keeps its socket and its ping to itself, and has no way to end them. */
interface Inside {
  readonly socket?: { close(): void };
  readonly heartbeatInterval?: ReturnType<typeof setInterval>;
}

/** A sandbox behind TLS, under the name that the library has built in, and the library as it was published. */
export async function foreignStage() {
  const named = await startUnderItsName();
  const { sandbox } = named;
  const opened: Inside[] = [];

  async function connected<T extends { connect(): Promise<void> }>(line: T): Promise<T> {
    await line.connect();
    opened.push(line as unknown as Inside);
    return line;
  }

  const credentials = (accessToken: string) => () => ({
    accessToken,
    region: 'dal',
    organizationID: sandbox.organizationId,
  });

  return {
    sandbox,
    agentLine: () => connected(new Agent.RTM()),
    customerLine: () => connected(new Customer.RTM(sandbox.organizationId)),
    agentWeb: (token = sandbox.agentToken) => new Agent.Web(sandbox.clientId, credentials(token)),
    customerWeb: (token: string) => new Customer.Web(sandbox.clientId, credentials(token)),
    configuration: () => new Configuration.Web(sandbox.clientId, credentials(sandbox.agentToken)),
    customerToken: named.customerToken,
    /** Ends the lines of this test, and their pings. */
    hangUp() {
      for (const { socket, heartbeatInterval } of opened.splice(0)) {
        clearInterval(heartbeatInterval);
        socket?.close();
      }
    },
    close: named.close,
  };
}

export type ForeignStage = Awaited<ReturnType<typeof foreignStage>>;
