import { Archiving } from './archiving';
import { presentAgents } from './chats/look';
import { reassignChatsOf } from './chats/routing';
import type { Refused } from './door';
import { watchFile } from './files/store-file';
import { writePush } from './frames';
import { Greeter } from './greetings/greeter';
import { type HttpRequest, type HttpResponse, handleHttp } from './http/index';
import { newKey } from './ids';
import { Inactivity } from './inactivity';
import { Link, type Sides } from './link';
import type { Clock, ConnectTo, Deliver, FactLog, Files, Random, SandboxConnection, Wire } from './ports';
import { chooseSettings, type Settings, type SettingsChoice } from './settings';
import type { Origin, Side } from './side';
import { agentSides, customerSides } from './sides';
import type { Fact } from './store/facts';
import { revokeToken } from './tokens';
import { isLower } from './versions';
import type { CustomerViewer, Viewer } from './viewer';
import type { Undelivered } from './webhooks/deliveries';
import { WebhookListener } from './webhooks/listener';
import { World } from './world';

export interface SandboxOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Hears every change before anybody else does. Default: nothing is kept. */
  readonly log?: FactLog | undefined;
  /** What a log has kept, turn by turn. */
  readonly history?: Iterable<readonly Fact[]>;
  readonly settings?: SettingsChoice;
  /** Where uploaded files are kept. Default: in memory. */
  readonly files?: Files | undefined;
  /** How webhooks reach others. Default: they do not. */
  readonly deliver?: Deliver | undefined;
  /** A fault of ours. Default: thrown. */
  readonly report?: (error: unknown) => void;
}

type Goodbye = Pick<Side<Viewer>, 'version' | 'namesVersions' | 'goodbye' | 'closeCode'>;

export interface SandboxCore {
  readonly settings: Settings;
  connectCustomer(to: ConnectTo, wire: Wire): SandboxConnection;
  connectAgent(to: ConnectTo, wire: Wire): SandboxConnection;
  /** Undefined: not a path of ours. */
  http(request: HttpRequest): HttpResponse | undefined;
  /** Sends customers away as the service would, for those reasons that it has. All of them without an id. */
  disconnectCustomers(reason: string, customerId?: string, data?: object): void;
  /** Takes a token back: its connections end, and it opens none. */
  revokeToken(token: string): void;
  /** Every fact since the beginning, to compare with what a client shows. */
  readonly facts: readonly Fact[];
  /** What was posted and nobody took. */
  readonly undelivered: readonly Undelivered[];
  /** Says goodbye to everybody. No timer and no connection is left. */
  dispose(): void;
}

const throwIt = (error: unknown) => {
  throw error;
};

export function createSandboxCore(options: SandboxOptions): SandboxCore {
  const { clock, random, log, history = [], files, deliver, report = throwIt } = options;
  const facts: Fact[] = [];
  const settings = chooseSettings(options.settings);
  const world: World = new World({
    clock,
    random,
    settings,
    files,
    deliver,
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
  new Inactivity(world).start();
  new Greeter(world).start();
  for (const file of world.store.files.values()) if (!file.isKept) watchFile(world, file);
  const webhooks = new WebhookListener(world);
  world.listeners.add(webhooks);
  waitForAgents(world);

  function connect<V extends Viewer>(sides: Sides<V>, to: ConnectTo, wire: Wire): SandboxConnection {
    const side = sides.get(to.version);
    if (!side) return refuse(world, strangerTo(sides, to.version), wire, { reason: 'unsupported_version' });
    const refused = refusal(settings, side, to) ?? (side.kind === 'customer' ? world.door.check(to) : undefined);
    return refused ? refuse(world, side, wire, refused) : new Link(world, { side, sides, origin: originOf(to) }, wire);
  }

  return {
    settings,
    facts,
    undelivered: webhooks.deliveries.undelivered,
    connectCustomer: (to, wire) => connect(customerSides, to, wire),
    connectAgent: (to, wire) => connect(agentSides, to, wire),
    http: (request) => handleHttp(world, request),
    disconnectCustomers(reason, customerId, data) {
      world.turn(() => {
        for (const link of world.listeners) {
          const isMeant =
            customerId === undefined || customerId === (link.viewer as CustomerViewer | undefined)?.customerId;
          if (link.kind === 'customer' && isMeant) link.sayGoodbye(reason, data);
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

const originOf = ({ ip, userAgent }: ConnectTo): Origin => ({
  ...(ip !== undefined && { ip }),
  ...(userAgent !== undefined && { userAgent }),
});

/** Says goodbye to a version that nobody here speaks, in its own number. */
function strangerTo<V extends Viewer>(sides: Sides<V>, version: string): Goodbye {
  const [any] = sides.values();
  if (!any) throw new Error('No version is served');
  return { version, namesVersions: !isLower(version, '3.3'), goodbye: any.goodbye, closeCode: any.closeCode };
}

/** Agents need not say whose they are, but must not be wrong. */
function refusal<V extends Viewer>(settings: Settings, side: Side<V>, to: ConnectTo): Refused | undefined {
  const [said, own] =
    side.account === 'license' ? [to.licenseId, settings.licenseId] : [to.organizationId, settings.organizationId];
  const isRight = said === undefined ? side.kind === 'agent' : said === own;
  return isRight ? undefined : { reason: 'license_not_found' };
}

/** The socket is opened, told why not, and closed: a closed door would look like a broken network. */
function refuse(world: World, side: Goodbye, wire: Wire, { reason, data }: Refused): SandboxConnection {
  let isOpen = true;
  const cancel = world.after(0, () => {
    if (!isOpen) return;
    wire.send(
      writePush(side.namesVersions ? side.version : undefined, side.goodbye, { reason, ...(data && { data }) }),
    );
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
