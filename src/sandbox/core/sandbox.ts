import { Archiving } from './archiving';
import { presentAgents } from './chats/look';
import { reassignChatsOf } from './chats/routing';
import { writePush } from './frames';
import { type HttpRequest, type HttpResponse, handleHttp } from './http/index';
import { newKey } from './ids';
import { Link } from './link';
import type { Clock, ConnectTo, FactLog, Random, SandboxConnection, Wire } from './ports';
import { chooseSettings, type Settings, type SettingsChoice } from './settings';
import type { Side } from './side';
import type { Fact } from './store/facts';
import { revokeToken } from './tokens';
import { agentSide } from './v3.6/agent/index';
import { customerSide } from './v3.6/customer/index';
import type { CustomerViewer, Viewer } from './viewer';
import { World } from './world';

export interface SandboxOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Hears every change before anybody else does. Default: nothing is kept. */
  readonly log?: FactLog | undefined;
  /** What a log has kept, turn by turn. */
  readonly history?: Iterable<readonly Fact[]>;
  readonly settings?: SettingsChoice;
  /** A fault of ours. Default: thrown. */
  readonly report?: (error: unknown) => void;
}

export interface SandboxCore {
  readonly settings: Settings;
  connectCustomer(to: ConnectTo, wire: Wire): SandboxConnection;
  connectAgent(to: ConnectTo, wire: Wire): SandboxConnection;
  /** Undefined: not a path of ours. */
  http(request: HttpRequest): HttpResponse | undefined;
  /** Sends customers away as the service would, for those reasons that it has. All of them without an id. */
  disconnectCustomers(reason: string, customerId?: string): void;
  /** Takes a token back: its connections end, and it opens none. */
  revokeToken(token: string): void;
  /** Every fact since the beginning, to compare with what a client shows. */
  readonly facts: readonly Fact[];
  /** Says goodbye to everybody. No timer and no connection is left. */
  dispose(): void;
}

const throwIt = (error: unknown) => {
  throw error;
};

export function createSandboxCore(options: SandboxOptions): SandboxCore {
  const { clock, random, log, history = [], report = throwIt } = options;
  const facts: Fact[] = [];
  const settings = chooseSettings(options.settings);
  const world: World = new World({
    clock,
    random,
    settings,
    report,
    log: {
      append(turn) {
        log?.append(turn);
        facts.push(...turn);
        archiving.notice(turn);
      },
    },
  });
  const archiving = new Archiving(world);
  for (const turn of history) {
    for (const fact of turn) world.store.apply(fact);
    facts.push(...turn);
  }
  if (world.store.key === '') world.turn(() => world.commit({ fact: 'key-made', key: settings.key || newKey(random) }));
  archiving.start();
  waitForAgents(world);

  function connect<V extends Viewer>(side: Side<V>, to: ConnectTo, wire: Wire): SandboxConnection {
    const reason = refusal(settings, side, to);
    return reason === undefined ? new Link(world, side, wire) : refuse(world, side, wire, reason);
  }

  return {
    settings,
    facts,
    connectCustomer: (to, wire) => connect(customerSide, to, wire),
    connectAgent: (to, wire) => connect(agentSide, to, wire),
    http: (request) => handleHttp(world, request),
    disconnectCustomers(reason, customerId) {
      world.turn(() => {
        for (const link of world.listeners) {
          const isMeant =
            customerId === undefined || customerId === (link.viewer as CustomerViewer | undefined)?.customerId;
          if (link.kind === 'customer' && isMeant) link.sayGoodbye(reason);
        }
      });
    },
    revokeToken: (token) => world.turn(() => revokeToken(world, token)),
    dispose() {
      world.turn(() => {
        for (const link of world.listeners) {
          link.sayGoodbye(link.kind === 'customer' ? 'connection_evicted' : 'internal_error');
        }
      });
      world.dispose();
    },
  };
}

/** Agents who were in a chat when we were stopped have the usual while to come back. */
function waitForAgents(world: World): void {
  const waiting = new Set([...world.store.chats.values()].flatMap((chat) => presentAgents(chat).map(({ id }) => id)));
  for (const agentId of waiting) {
    world.roster.startGrace(agentId, () => reassignChatsOf(world, agentId, 'disconnected'));
  }
}

function refusal<V extends Viewer>(settings: Settings, side: Side<V>, to: ConnectTo): string | undefined {
  if (to.version !== side.version) return 'unsupported_version';
  const isCustomer = side.kind === 'customer';
  const organizationId = to.organizationId ?? (isCustomer ? '' : settings.organizationId);
  return organizationId === settings.organizationId ? undefined : 'license_not_found';
}

/** The socket is opened, told why not, and closed: a closed door would look like a broken network. */
function refuse<V extends Viewer>(world: World, side: Side<V>, wire: Wire, reason: string): SandboxConnection {
  let isOpen = true;
  const cancel = world.after(0, () => {
    if (!isOpen) return;
    wire.send(writePush(side.version, side.goodbye, { reason }));
    wire.close(side.closeCode, reason);
  });
  return {
    receive: () => {},
    alive: () => {},
    closed: () => {
      isOpen = false;
      cancel();
    },
  };
}
